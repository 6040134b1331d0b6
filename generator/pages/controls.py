"""Text for files that programs read: without the characters that their formats forbid."""

import re
from typing import Final

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]+")
"""What XML 1.0 does not allow (section 2.2)."""
_DELETE: Final = "\x7f"
"""RFC 5545 forbids it in text."""
_GAP: Final = re.compile(r"\s+")


def for_xml(value: str) -> str:
    """Give a text without characters that no XML file may hold."""
    return _FORBIDDEN.sub("", value)


def printable(value: str) -> str:
    """Give a text without characters that XML or iCalendar cannot hold."""
    return for_xml(value).replace(_DELETE, "")


def one_line(value: str) -> str:
    """Give a text as one line, without such characters."""
    return _GAP.sub(" ", printable(value)).strip()
