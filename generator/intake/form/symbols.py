"""Signs of the symbol fonts as the marks that they look like.

Word keeps a tick from *Insert symbol* as the letter at its place in Wingdings: a capital R in
Wingdings 2 is a ticked box. The tables are of the fonts themselves, as far as they hold marks.
"""

from collections.abc import Mapping
from typing import Final

TICKED: Final = "\u2611"
EMPTY: Final = "\u2610"
_CHECK: Final = "\u2713"
_CROSS: Final = "\u2717"
_FULL: Final = "\u25a0"
_DOT: Final = "\u25cf"
_RING: Final = "\u25cb"
_PRIVATE_USE: Final = 0xF000
"""Symbol fonts are addressed here as well as by the bare letter."""

_WINGDINGS: Final = {
    0x6C: _DOT,
    0x6E: _FULL,
    0x6F: EMPTY,
    0x70: EMPTY,
    0x71: EMPTY,
    0x72: EMPTY,
    0x78: TICKED,
    0xA1: _RING,
    0xA4: _DOT,
    0xA8: EMPTY,
    0xFB: _CROSS,
    0xFC: _CHECK,
    0xFD: TICKED,
    0xFE: TICKED,
}
_WINGDINGS_2: Final = {
    0x4F: _CROSS,
    0x50: _CHECK,
    0x51: TICKED,
    0x52: TICKED,
    0x53: TICKED,
    0x54: TICKED,
    0xA3: EMPTY,
}
_WEBDINGS: Final = {0x61: _CHECK, 0x63: EMPTY, 0x67: _FULL, 0x72: _CROSS}
_FONTS: Final[Mapping[str, Mapping[int, str]]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": {0xD6: "\u221a"},
}


def mark_of(font: str, code: int) -> str:
    """Give the mark at a place of a symbol font, or nothing when it is none."""
    bare = code - _PRIVATE_USE if _PRIVATE_USE <= code <= _PRIVATE_USE + 0xFF else code
    return _FONTS.get(font.casefold(), {}).get(bare, "")


def translated(text: str, font: str) -> str:
    """Give a text in the signs that the font shows; letters of other fonts stay as they are."""
    if font.casefold() not in _FONTS:
        return text
    return "".join(mark_of(font, ord(letter)) or letter for letter in text)
