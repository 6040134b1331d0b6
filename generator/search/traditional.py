"""Whether a library holds traditional characters: then a browser needs the table at once."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from generator.search.folding import codes_of, traditional_table

_WITH_FORMS: Final = (
    (0x2E80, 0x33FF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFFEF),
    (0x1F100, 0x1F2FF),
    (0x2F800, 0x2FA1F),
)
"""Blocks with characters that NFKC turns into Chinese ones."""
_LAST: Final = 0x2FA1F


def has_traditional(texts: Iterable[str]) -> bool:
    """Tell whether folding changes a character of these texts that is traditional."""
    # Looked up in a table: a pattern of 4,000 characters takes forty times as long.
    codes = codes_of("".join(texts))
    return bool(is_traditional_table()[np.minimum(codes, _LAST + 1)].any())


@cache
def is_traditional_table() -> npt.NDArray[np.bool_]:
    """Tell of every code point whether it is one, or a form that stands for one (㈱, ㊖)."""
    known = frozenset(traditional_table()[0])
    forms = (chr(code) for first, last in _WITH_FORMS for code in range(first, last + 1))
    found = [form for form in forms if not known.isdisjoint(unicodedata.normalize("NFKC", form))]
    table = np.zeros(_LAST + 2, np.bool_)
    table[[*map(ord, known), *map(ord, found)]] = True
    return table
