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

from generator.search import classes
from generator.search.classes import APART_CODES, SPACE_CODES

APART: Final = classes.APART
"""Stands for every run of separators. Nothing is found across it."""

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
GONE: Final = 0xFFFF_FFFF
NOT_ALONE: Final = 0xFFFF_FFFE
"""What becomes of it depends on its neighbours, or is not one code point."""
_FENCE: Final = "\U00010000"
"""A letter that no other character becomes."""

_FEW: Final = 150_000
"""Characters: to fold so many step by step takes less time than to make the table."""
_folded: Final = [0]
"""Characters that were folded so far."""

Codes: TypeAlias = npt.NDArray[np.uint32]


def fold(text: str) -> str:
    """Give what stands for a text when texts are compared.

    `fold(a + APART + b)` is `fold(a) + APART + fold(b)` where neither is empty. No lone surrogate
    is left: the answer can be encoded.
    """
    if not is_much(len(text)):
        return _fold_any(text)
    codes = quick_table()[codes_of(text)]
    if (codes == NOT_ALONE).any():
        return _fold_any(text)
    return _joined(codes)


def is_much(count: int) -> bool:
    """Tell whether so many characters more are worth the table of what becomes of each."""
    _folded[0] += count
    return _folded[0] >= _FEW


def fold_pieces(pieces: Iterable[str]) -> str:
    """Fold pieces, each on its own, and join them: a document's folded text.

    Far quicker than to fold each of them.
    """
    return fold(APART.join(pieces))


def codes_of(text: str) -> Codes:
    """Give the code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


@cache
def traditional_table() -> tuple[str, str]:
    """Give traditional characters, in order, and what each becomes.

    By OpenCC's `t2s` for the character alone, followed until nothing changes. Read both strings
    by code points: some simplified characters lie beyond the Basic Multilingual Plane.
    """
    characters = [chr(code) for first, last in _HAN for code in range(first, last + 1)]
    # One to a line, so that no phrase is found: one call takes a fifth of the time of 28,000.
    simplified = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    # NFKC goes before the table: a compatibility character never comes here.
    found = {
        character: simple
        for character, simple in zip(characters, simplified, strict=True)
        if simple != character and unicodedata.is_normalized("NFKC", character)
    }
    for character, simple in found.items():
        while simple in found:
            simple = found[simple]  # noqa: PLW2901 - the chain's next
        found[character] = simple
    return "".join(found), "".join(found.values())


def _joined(codes: Codes) -> str:
    codes = codes[codes != GONE]
    apart = codes == ord(APART)
    apart[1:] &= apart[:-1].copy()  # all but the first of a run
    joined: str = codes[~apart].tobytes().decode("utf-32-le")
    return joined.strip(APART)


def _fold_any(text: str) -> str:
    """Fold a text by the steps: five times the work of looking characters up."""
    known = unicodedata.normalize("NFKC", text).lower()
    return unicodedata.normalize("NFKC", _joined(_table()[codes_of(known)]))


@cache
def _table() -> Codes:
    """Give what becomes of every code point after NFKC and lower case."""
    table = np.arange(0x110000, dtype="<u4")
    table[_FINAL_SIGMA] = _SIGMA  # lower case takes either, by what stands beside it
    for character, simple in zip(*traditional_table(), strict=True):
        table[ord(character)] = ord(simple)
    for ranges, becomes in ((APART_CODES, ord(APART)), (SPACE_CODES, GONE)):
        for first, last in ranges:
            table[first : last + 1] = becomes
    return table


@cache
def quick_table() -> Codes:
    """Give what becomes of a code point whatever stands beside it; `GONE`, or `NOT_ALONE`.

    Nearly all of a Chinese text can be looked up here.
    """
    table = np.full(0x110000, NOT_ALONE, dtype="<u4")
    known = [code for first, last in _COMMON for code in range(first, last + 1)]
    fenced = _FENCE.join(["", *map(chr, known), ""])
    folded = _fold_any(fenced).split(_FENCE)[1:-1]
    for code, answer in zip(known, folded, strict=True):
        if len(answer) < 2 and not unicodedata.category(answer or " ").startswith("M"):
            table[code] = ord(answer) if answer else GONE
    return table
