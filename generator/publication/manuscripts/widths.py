"""How wide texts are, and how a list shares its width among its columns."""

import unicodedata
from collections.abc import Iterable
from typing import Final

from generator.publication.manuscripts.listing import ListManuscript

_WIDE: Final = frozenset("WFA")
_BESIDE: Final = 3
"""What a column needs beside its text, in columns of a Latin letter."""
_WIDEST: Final = 40
"""A wider text is broken into lines."""
_NARROW: Final = 12
_LINE: Final = 78
"""What a line of A4 portrait holds at 12 points."""


def display_width(values: Iterable[str]) -> int:
    """Give the width of the widest line, in columns of a Latin letter; a Chinese one takes two."""
    lines = (line for value in values for line in value.splitlines())
    return max(map(_width, lines), default=0)


def column_shares(made: ListManuscript) -> tuple[float, ...]:
    """Give the share of each column of a list in its width; together they are 1.

    Where not all fits, narrow columns (a number, a year) keep what they need and the others give.
    """
    rows = [row for group in made.groups for row in group.rows]
    needs = [
        min(display_width([name, *(row[place] for row in rows)]), _WIDEST) + _BESIDE
        for place, name in enumerate(made.columns)
    ]
    kept = sum(need for need in needs if need <= _NARROW)
    given = sum(needs) - kept
    factor = (_LINE - kept) / given if given and sum(needs) > _LINE > kept else 1
    shared = [need if need <= _NARROW else need * factor for need in needs]
    return tuple(need / sum(shared) for need in shared)


def _width(line: str) -> int:
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(one) in _WIDE else 1 for one in line)
