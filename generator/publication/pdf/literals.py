"""Values as Typst's code writes them.

All text enters a document as a string literal, so nothing in it can be markup or code.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

_ESCAPED: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_SPECIAL: Final = re.compile(r"[^\n\t -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\ud7ff]")
"""What may be a control, a surrogate or a noncharacter; Chinese of the basic plane is not."""
_DROPPED: Final = frozenset({"Cc", "Cs"})
"""Unicode's categories of what has no glyph and no meaning here: controls, lone surrogates."""

LONGEST_WORD: Final = 32
"""Characters of a word that stays whole; base.typ has the same."""
_ENDLESS: Final = re.compile(rf"[!-~\u00a1-\u024f]{{{LONGEST_WORD + 1}}}")
"""A part number or a digest: no line may end in it, and it would stand out over the paper."""

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


def parted(expression: str, words: str) -> str:
    """Give an expression that shows words; lines may end in a word of them that is very long."""
    return f"#endless[{expression}]" if _ENDLESS.search(words) else expression


def array(values: Iterable[str]) -> str:
    """Give expressions as an array."""
    return "(" + "".join(f"{value}, " for value in values) + ")"


def dictionary(values: Mapping[str, str]) -> str:
    """Give expressions by name as a dictionary."""
    return "(" + (", ".join(f"{string(key)}: {values[key]}" for key in values) or ":") + ")"


def boolean(value: bool) -> str:
    """Give a truth value."""
    return "true" if value else "false"


def _is_nothing(one: str) -> bool:
    code = ord(one)
    is_noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return is_noncharacter or code == _SOFT_HYPHEN or unicodedata.category(one) in _DROPPED
