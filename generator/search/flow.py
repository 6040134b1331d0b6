"""Folded text as keys are made from it: its units, and 0 where folding puts its mark between runs.

The same as to fold a text and to take its units, without a text between the two, which costs twice
as much: 10,000 cases have 70 million characters.
"""

from functools import cache
from typing import Final

import numpy as np

from generator.search import folding
from generator.search.folding import APART, GONE, NOT_ALONE, fold
from generator.search.keys import DIGIT, DIGITS, UNIT, Flow, units
from generator.search.traditional import is_traditional_table

_VANISHES: Final = 1 << 16
_SLOWLY: Final = 2 << 16
_TRADITIONAL: Final = 4 << 16
"""Classes of units: it leaves nothing; only `fold` knows what becomes of it; it is traditional."""


def flow(text: str) -> tuple[Flow, bool]:
    """Give what `keys.keys_of` makes keys of; and whether the text may hold traditional characters.

    Where it may not, it holds none.
    """
    if not folding.is_much(len(text)):
        return _flow_slowly(text), True
    # Spaces vanish from nearly every text: taken out here, most texts need no second look.
    codes = units(text.replace(" ", "").replace("\n", "") + APART)
    found = _table().take(codes)
    held = int(np.bitwise_or.reduce(found))
    if held & _SLOWLY:
        return _flow_slowly(text), True
    if held & _VANISHES:
        found = found.take(np.flatnonzero(found & np.uint32(_VANISHES) == 0))
    return found, bool(held & _TRADITIONAL)


def prepare() -> None:
    """Make at once what is made when many texts are folded: 0.1 s."""
    _table()


def _flow_slowly(text: str) -> Flow:
    found = units(fold(text) + APART)
    return np.where(found == ord(APART), np.uint32(0), found) | _digits().take(found)


@cache
def _digits() -> Flow:
    return DIGITS.astype(np.uint32) << np.uint32(DIGIT)


@cache
def _table() -> Flow:
    """Give what becomes of every unit: unit, class and digit in one number, looked up once."""
    folded = folding.quick_table()[: 1 << 16]
    is_beyond = (folded > UNIT) & (folded < NOT_ALONE)
    found = np.where(folded == ord(APART), np.uint32(0), folded & np.uint32(UNIT))
    found |= _digits().take(found)
    found[folded == GONE] = _VANISHES
    found[(folded == NOT_ALONE) | is_beyond] = _SLOWLY
    found[is_traditional_table()[: 1 << 16]] |= np.uint32(_TRADITIONAL)
    return found
