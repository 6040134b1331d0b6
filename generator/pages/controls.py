"""Text for files that programs read: without the characters that their formats forbid."""

import re
from typing import Final

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]+")
"""What XML 1.0 does not allow (section 2.2), and DEL, which RFC 5545 forbids in text."""
_GAP: Final = re.compile(r"\s+")


def printable(value: str) -> str:
    """Give a text without characters that neither XML nor iCalendar can hold."""
    return _FORBIDDEN.sub("", value)


def one_line(value: str) -> str:
    """Give a text as one line, without such characters."""
    return _GAP.sub(" ", printable(value)).strip()
