"""How Chinese names sound: for readers who type letters."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import opencc

_HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
# A run of Han characters is given to pypinyin whole: its phrases tell polyphones apart.
_PARTS: Final = re.compile(f"[{_HAN}]+|[a-z0-9]+")
_IS_HAN: Final = re.compile(f"[{_HAN}]")
_LETTERS: Final = re.compile("[a-z0-9]+")


def syllables(label: str) -> str:
    """Give a label's syllables without tones, one space between; "" when it has no Han character.

    Letters and digits are kept in lower case as one syllable; ü is v, as it is typed.
    """
    # Simplified by phrases: pypinyin's know polyphones in simplified characters.
    text = _converter().convert(unicodedata.normalize("NFKC", label).lower())
    if not _IS_HAN.search(text):
        return ""
    found: list[str] = []
    for part in _PARTS.findall(text):
        spoken = _spoken(part) if _IS_HAN.match(part) else [part]
        # A character that the dictionary does not know comes back as itself.
        found += [sound for sound in spoken if _LETTERS.fullmatch(sound)]
    return " ".join(found)


def _spoken(run: str) -> Iterator[str]:
    """Yield the sounds of Han characters as `lazy_pinyin` gives them, each of its words once.

    Names are made of the same few words: 3,000 of them took 0.24 s, now 0.02 s.
    """
    # Not at the top: its dictionaries take 0.2 s, and what is known already needs none.
    from pypinyin.seg import mmseg  # noqa: PLC0415

    return chain.from_iterable(map(_spoken_word, mmseg.seg.cut(run)))


@cache
def _spoken_word(word: str) -> Sequence[str]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 -- as above

    return lazy_pinyin([word])


@cache
def _converter() -> "opencc.OpenCC":
    import opencc  # noqa: PLC0415 -- as pypinyin

    return opencc.OpenCC("t2s")


def pinyin_file(
    lists: Mapping[str, Sequence[str]], known: Mapping[str, str] | None = None
) -> dict[str, list[str]]:
    """Give the syllables of every label of every list, in the lists' order; some are known."""
    sounds = dict(known or {})
    for label in chain.from_iterable(lists.values()):
        if label not in sounds:
            sounds[label] = syllables(label)
    return {name: [sounds[label] for label in labels] for name, labels in lists.items()}


def sounds_like(word: str, spoken: str) -> bool:
    """Tell whether letters, typed from the begin of a syllable on, stand for these syllables.

    Every syllable may be typed in full or by its first letter, the last one in part: "haier",
    "hejt", "haierjt", "hai e". The twin is `soundsLike` in `theme/finder/10-fold.js`.
    """
    parts = spoken.split()
    return len(word) > 1 and any(_fits(word, parts[first:]) for first in range(len(parts)))


def _fits(word: str, parts: Sequence[str]) -> bool:
    places = {0}  # how much of the word the syllables so far may have used
    for part in parts:
        rests = [word[place:] for place in places]
        if any(part.startswith(rest) for rest in rests):
            return True
        full = {len(word) - len(rest) + len(part) for rest in rests if rest.startswith(part)}
        initial = {len(word) - len(rest) + 1 for rest in rests if rest[0] == part[0]}
        places = full | initial
    return False
