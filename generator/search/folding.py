"""What counts as the same text: one folding for documents and queries, in Python and in browsers.

The steps: NFKC; lower case; traditional characters become simplified, each by itself; white space
and invisible characters vanish; a run of separators becomes one "·"; none stays at either end;
NFKC again, for what met when white space vanished. `theme/finder/10-fold.js` is the twin; the
tests read `tests/search/folding.golden.json` with both.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt
import opencc

APART: Final = "·"
"""Stands for every run of separators. Nothing is found across it."""

# Ranges of code points. What NFKC or lower case never leaves over is not told apart.
_SPACE: Final = (
    (0x0009, 0x000D),
    (0x001C, 0x0020),
    (0x0085, 0x0085),
    (0x00A0, 0x00A0),
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x1680, 0x1680),
    (0x180B, 0x180F),  # Mongolian variation selectors
    (0x2000, 0x200F),  # spaces; zero width space, joiners, marks of direction
    (0x2028, 0x202F),  # line and paragraph separator; embedding and override of direction
    (0x205F, 0x206F),  # word joiner, invisible operators, isolates
    (0x3000, 0x3000),  # ideographic space
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xE0000, 0xE0FFF),  # tags, variation selectors of Han characters
)
# Neither letter, mark nor number. Scripts that no case is written in keep their punctuation.
_APART: Final = (
    (0x0000, 0x002F),
    (0x003A, 0x0040),
    (0x005B, 0x0060),
    (0x007B, 0x00BF),
    (0x00D7, 0x00D7),
    (0x00F7, 0x00F7),
    (0x02C2, 0x02C5),  # modifier symbols
    (0x02D2, 0x02DF),
    (0x02E5, 0x02EB),
    (0x02ED, 0x02ED),
    (0x02EF, 0x02FF),
    (0x0375, 0x0375),
    (0x03F6, 0x03F6),
    (0x0482, 0x0482),
    (0x2010, 0x20CF),  # general punctuation, currency
    (0x2100, 0x214D),  # letter-like symbols
    (0x214F, 0x214F),
    (0x218A, 0x245F),  # arrows, operators, technical
    (0x2500, 0x2775),  # box drawing, geometric shapes, dingbats; then numbers in black circles
    (0x2794, 0x2BFF),
    (0x2E00, 0x2E2E),  # supplemental punctuation, and the vertical tilde's letter between
    (0x2E30, 0x2E7F),
    (0x2FF0, 0x3004),  # description of ideographs, CJK punctuation
    (0x3008, 0x3020),
    (0x3030, 0x3030),
    (0x3036, 0x3037),
    (0x303D, 0x303F),
    (0x309B, 0x309C),
    (0x30A0, 0x30A0),
    (0x30FB, 0x30FB),  # katakana middle dot
    (0x3190, 0x3191),
    (0x31C0, 0x31EF),  # strokes
    (0x327F, 0x327F),
    (0x4DC0, 0x4DFF),  # hexagrams
    (0xA700, 0xA716),
    (0xD800, 0xF8FF),  # surrogates without a partner, private use
    (0xFE10, 0xFE1F),
    (0xFE30, 0xFE6F),
    (0xFFE0, 0xFFFF),
    (0x1F000, 0x1FBEF),  # tiles, emoji, pictographs
    (0xF0000, 0x10FFFF),  # private use
)
# Blocks of the Basic Multilingual Plane that hold Han characters.
_HAN: Final = (
    (0x2E80, 0x2FDF),
    (0x3005, 0x3007),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
)
# What a text is mostly made of: Latin, Greek, symbols, kana, Han, full and half width. No block
# with letters that join what stands before them, as Hangul's do.
_COMMON: Final = (
    (0x0000, 0x02FF),
    (0x0370, 0x03FF),
    (0x2000, 0x2BFF),
    (0x3000, 0x30FF),
    (0x3400, 0x9FFF),
    (0xFF00, 0xFF9F),
)
_FINAL_SIGMA: Final = 0x03C2
_SIGMA: Final = 0x03C3
_GONE: Final = 0xFFFF_FFFF
_NOT_ALONE: Final = 0xFFFF_FFFE
"""What becomes of it depends on its neighbours, or is not one code point."""
_FENCE: Final = "\U00010000"
"""A letter that no other character becomes."""

Codes: TypeAlias = npt.NDArray[np.uint32]


def _body(ranges: Iterable[tuple[int, int]]) -> str:
    return "".join(f"{_escaped(first)}-{_escaped(last)}" for first, last in ranges)


def _escaped(code: int) -> str:
    # No escape of an astral character means the same to both languages; the character does.
    return f"\\u{code:04x}" if code <= 0xFFFF else chr(code)


FOLDING: Final = {"space": _body(_SPACE), "apart": _body(_APART)}
"""The two classes as the manifest carries them: bodies of regular expression classes.

Python reads them with `re`, JavaScript with `RegExp` and its flag `u`. `space` goes first: what is
in both vanishes.
"""


def fold(text: str) -> str:
    """Give what stands for a text when texts are compared.

    `fold(a + APART + b)` is `fold(a) + APART + fold(b)` where neither is empty. No lone surrogate
    is left: the answer can be encoded.
    """
    codes = _quick()[_codes(text)]
    if (codes == _NOT_ALONE).any():
        return _fold_any(text)
    return _joined(codes)


def fold_pieces(pieces: Iterable[str]) -> str:
    """Fold pieces, each on its own, and join them: a document's folded text.

    Far quicker than to fold each of them.
    """
    return fold(APART.join(pieces))


@cache
def traditional_table() -> tuple[str, str]:
    """Give traditional characters, in order, and what each becomes.

    By OpenCC's `t2s` for the character alone, followed until nothing changes. Read both strings
    by code points: some simplified characters lie beyond the Basic Multilingual Plane.
    """
    convert = opencc.OpenCC("t2s").convert
    found: dict[str, str] = {}
    for character in (chr(code) for first, last in _HAN for code in range(first, last + 1)):
        simple = convert(character)
        # NFKC goes before the table: a compatibility character never comes here.
        if simple != character and unicodedata.is_normalized("NFKC", character):
            found[character] = simple
    for character, simple in found.items():
        while simple in found:
            simple = found[simple]  # noqa: PLW2901 - the chain's next
        found[character] = simple
    return "".join(found), "".join(found.values())


def _codes(text: str) -> Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _joined(codes: Codes) -> str:
    codes = codes[codes != _GONE]
    apart = codes == ord(APART)
    apart[1:] &= apart[:-1].copy()  # all but the first of a run
    joined: str = codes[~apart].tobytes().decode("utf-32-le")
    return joined.strip(APART)


def _fold_any(text: str) -> str:
    """Fold a text by the steps: five times the work of looking characters up."""
    known = unicodedata.normalize("NFKC", text).lower()
    return unicodedata.normalize("NFKC", _joined(_table()[_codes(known)]))


@cache
def _table() -> Codes:
    """Give what becomes of every code point after NFKC and lower case."""
    table = np.arange(0x110000, dtype="<u4")
    table[_FINAL_SIGMA] = _SIGMA  # lower case takes either, by what stands beside it
    for character, simple in zip(*traditional_table(), strict=True):
        table[ord(character)] = ord(simple)
    for ranges, becomes in ((_APART, ord(APART)), (_SPACE, _GONE)):
        for first, last in ranges:
            table[first : last + 1] = becomes
    return table


@cache
def _quick() -> Codes:
    """Give what becomes of a code point whatever stands beside it, or `_NOT_ALONE`.

    Nearly all of a Chinese text can be looked up here.
    """
    table = np.full(0x110000, _NOT_ALONE, dtype="<u4")
    known = [code for first, last in _COMMON for code in range(first, last + 1)]
    fenced = _FENCE.join(["", *map(chr, known), ""])
    folded = _fold_any(fenced).split(_FENCE)[1:-1]
    for code, answer in zip(known, folded, strict=True):
        if len(answer) < 2 and not unicodedata.category(answer or " ").startswith("M"):
            table[code] = ord(answer) if answer else _GONE
    return table
