"""Long titles cut where a line may end: between words, never inside a word or a number.

A browser breaks Chinese between any two characters, and its balanced lines tear words apart. The
template sets a break opportunity between the pieces; the style sheet forbids all others.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache

from generator.strings import table

_BLANK = re.compile(r"(?<=\S) (?=\S)")
_FIXED_BLANK = "\u00a0"


def title_parts(title: str, names: Collection[str] = ()) -> tuple[str, ...]:
    """Cut a title into pieces that belong on one line; together they are the title.

    `names` are further words to keep whole, as that of the issuer. Between a number and its unit
    the blank becomes one that does not break.
    """
    pieces: list[str] = []
    for piece in _pieces(title, names):
        if pieces and _belong_together(pieces[-1], piece):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return tuple(_with_its_end(pieces))


def _pieces(title: str, names: Collection[str]) -> Iterator[str]:
    """Yield known words, numbers with their unit, and what lies between them."""
    known = _pattern(tuple(sorted({*_words("words"), *filter(None, names)})))
    end = 0
    for match in known.finditer(title):
        if match.start() > end:
            yield title[end : match.start()]
        yield _BLANK.sub(_FIXED_BLANK, match[0]) if match["number"] else match[0]
        end = match.end()
    if end < len(title):
        yield title[end:]


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    units = re.escape("".join(_words("units")))
    number = rf"(?P<number>[A-Za-z0-9][A-Za-z0-9./+-]*(?: ?[{units}])?)"
    return re.compile("|".join((number, *map(re.escape, longest_first))))


def _belong_together(left: str, right: str) -> bool:
    if left[-1].isspace():
        return False
    is_stray = len(left) == 1 and not left.isascii()
    return is_stray or right[0] in _words("after") | {" "} or left[-1] in _words("before")


def _with_its_end(pieces: list[str]) -> list[str]:
    """Keep the last word with the one before it: a line of two characters is a widow."""
    if len(pieces) > 2 and len(pieces[-1]) <= 3 and len(pieces[-2]) <= 6:
        return [*pieces[:-2], pieces[-2] + pieces[-1]]
    return pieces


@cache
def _words(name: str) -> frozenset[str]:
    found = table("wrapping")[name]
    assert isinstance(found, str | list), f"wrapping.{name} is a text or a list"
    return frozenset(found)
