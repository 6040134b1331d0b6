"""Values as Typst's code writes them.

All text enters a document as a string literal, so nothing in it can be markup or code.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

_ESCAPED: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_SPECIAL: Final = re.compile(r"[^\n\t -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\ud7ff]")
"""What may be a control, a surrogate or a noncharacter; Chinese of the basic plane is not."""
_DROPPED: Final = frozenset({"Cc", "Cs"})
"""Unicode's categories of what has no glyph and no meaning here: controls, lone surrogates."""

_RUN: Final = r"[!-~\u00a1-\u024f]{%d,}"
"""A word without end: part numbers and digests have no place where a line may end."""
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)")
"""Typst parts addresses itself."""
_MAY_END: Final = "\u200b"
"""Zero width space."""
LONGEST_WORD: Final = 24
"""Characters of a word that stays whole in a text."""
LONGEST_CODE: Final = 60
"""The same of code, which is copied: as many as a line holds."""

_SOFT_HYPHEN: Final = 0xAD
"""Nothing is hyphenated here, and Typst 0.15 fails on one in a link."""
_BLANK: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})
"""Unicode's categories of what does not show: controls, joiners, soft hyphens, spaces."""


def clean(text: str) -> str:
    """Give a text without what neither shows nor means anything here; line ends and tabs stay."""
    return _SPECIAL.sub(lambda found: "" if _is_nothing(found[0]) else found[0], text)


def string(text: str) -> str:
    """Give a text as a string literal, cleaned of what neither shows nor means anything here."""
    return f'"{clean(text).translate(_ESCAPED)}"'


def is_blank(text: str) -> bool:
    """Tell whether nothing of a text shows: PDF/UA-1 wants words of headings and links."""
    return all(unicodedata.category(one) in _BLANK for one in text)


def breakable(text: str, longest: int = LONGEST_WORD) -> str:
    """Give a text in which a line may end anywhere in a word of more characters than `longest`.

    Such a word would stand out over the edge of the paper.
    """
    return _run(longest + 1).sub(_parted, text)


def array(values: Iterable[str]) -> str:
    """Give expressions as an array."""
    return "(" + "".join(f"{value}, " for value in values) + ")"


def dictionary(values: Mapping[str, str]) -> str:
    """Give expressions by name as a dictionary."""
    return "(" + (", ".join(f"{string(key)}: {values[key]}" for key in values) or ":") + ")"


def boolean(value: bool) -> str:
    """Give a truth value."""
    return "true" if value else "false"


@cache
def _run(length: int) -> re.Pattern[str]:
    return re.compile(_RUN % length)


def _parted(run: re.Match[str]) -> str:
    return run[0] if _ADDRESS.search(run[0]) else _MAY_END.join(run[0])


def _is_nothing(one: str) -> bool:
    code = ord(one)
    is_noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return is_noncharacter or code == _SOFT_HYPHEN or unicodedata.category(one) in _DROPPED
