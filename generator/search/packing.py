"""Whole numbers as text that JSON leaves as it is and that gzip packs well.

A number is written with digits of base 57, the characters # to [: neither the quotation mark nor
the backslash, which JSON would escape, is among them. All first digits stand together, then all
second ones: the leading digits of a column are much alike, and gzip finds that.
`theme/finder/40-columns.js` reads it.
"""

from collections.abc import Sequence
from itertools import count
from typing import Final

BASE: Final = 57
FIRST: Final = ord("#")
_DIGITS: Final = [chr(FIRST + value) for value in range(BASE)]


def pack(values: Sequence[int]) -> str:
    """Write numbers, none of which is negative; nothing for none."""
    most = max(values, default=0)
    places = next(number for number in count(1) if BASE**number > most)
    if places == 1:
        return "".join([_DIGITS[value] for value in values])
    powers = [BASE**place for place in reversed(range(places))]
    return "".join([_DIGITS[value // power % BASE] for power in powers for value in values])


def unpack(text: str, length: int) -> list[int]:
    """Read `length` numbers."""
    values = [0] * length
    for at, character in enumerate(text):
        values[at % length] = values[at % length] * BASE + ord(character) - FIRST
    return values
