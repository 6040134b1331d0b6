"""Whether a library holds traditional characters: then a browser needs the table at once."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from generator.search.folding import traditional_table

_LAST_WITH_FORMS = 0x2FA1F
"""The last character that NFKC may turn into a Chinese one."""


def has_traditional(texts: Iterable[str]) -> bool:
    """Tell whether folding changes a character of these texts that is traditional."""
    search = _traditional().search
    return any(search(text) for text in texts)


@cache
def _traditional() -> re.Pattern[str]:
    """Give a pattern of traditional characters, and of forms that stand for one (㈱, ㊖)."""
    known = frozenset(traditional_table()[0])
    forms = [
        form
        for form in map(chr, range(0x2E80, _LAST_WITH_FORMS + 1))
        if not unicodedata.is_normalized("NFKC", form)
        and not known.isdisjoint(unicodedata.normalize("NFKC", form))
    ]
    return re.compile(f"[{''.join(sorted({*known, *forms}))}]")
