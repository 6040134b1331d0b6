"""Signs of the symbol fonts: one table for the text of a case and for the ticks of a form.

Word keeps a tick from *Insert symbol* as the letter at its place in Wingdings: a capital R in
Wingdings 2 is a ticked box. The tables are of the fonts themselves, as far as reports use them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TICKED: Final = "\u2611"
EMPTY: Final = "\u25a1"
_CROSSED: Final = "\u2612"
_CHECK: Final = "\u2713"
_CROSS: Final = "\u2717"
_SQUARE: Final = "\u25a0"
_DISC: Final = "\u25cf"
_RING: Final = "\u25cb"
_BULLSEYE: Final = "\u25c9"
_ROOT: Final = "\u221a"
_PRIVATE_USE: Final = 0xF000
"""Symbol fonts are addressed here as well as by the bare letter."""

SIGNS: Final[Mapping[str, Mapping[int, str]]] = MappingProxyType(
    {
        "wingdings": {
            0x6C: _DISC,
            0x6D: _RING,
            0x6E: _SQUARE,
            0x6F: EMPTY,
            0x70: EMPTY,
            0x71: EMPTY,
            0x72: EMPTY,
            0x75: "\u25c6",
            0x76: "\u25c6",
            0x78: _CROSSED,
            0x9F: "\u2022",
            0xA1: _RING,
            0xA4: _BULLSEYE,
            0xA7: "\u25aa",
            0xA8: EMPTY,
            0xD8: "\u27a2",
            0xE0: "\u2192",
            0xFB: _CROSS,
            0xFC: _CHECK,
            0xFD: _CROSSED,
            0xFE: TICKED,
        },
        "wingdings 2": {
            0x2A: EMPTY,
            0x4F: _CROSS,
            0x50: _CHECK,
            0x51: _CROSSED,
            0x52: TICKED,
            0x53: _CROSSED,
            0x54: _CROSSED,
            0x96: _DISC,
            0x97: _DISC,
            0xA2: _SQUARE,
            0xA3: EMPTY,
            0xA4: EMPTY,
        },
        "webdings": {0x61: _CHECK, 0x63: EMPTY, 0x67: _SQUARE, 0x72: _CROSS},
    }
)
"""Font, its code → the character that says the same."""
_MARKS: Final[Mapping[str, str]] = MappingProxyType(
    {sign: sign for sign in (EMPTY, TICKED, _CHECK, _CROSS, _SQUARE, _DISC, _RING, _BULLSEYE)}
    | {_CROSSED: TICKED}
)
"""Signs that mark a choice in a form → as what; whoever crosses a box chooses it."""
_ALSO: Final[Mapping[str, Mapping[int, str]]] = MappingProxyType({"symbol": {0xD6: _ROOT}})
"""A font of which a form may use one sign; its letters are Greek, and pandoc knows them."""


def sign_of(font: str, code: int) -> str:
    """Give the character for a code of a font, or nothing when the table has none."""
    return SIGNS.get(font.casefold(), {}).get(_bare(code), "")


def mark_of(font: str, code: int) -> str:
    """Give the mark of a choice at a place of a symbol font, or nothing when it is none."""
    also = _ALSO.get(font.casefold(), {}).get(_bare(code), "")
    return also or _MARKS.get(sign_of(font, code), "")


def translated(text: str, font: str) -> str:
    """Give a text with the marks that the font shows; its other letters stay as they are."""
    if font.casefold() not in SIGNS and font.casefold() not in _ALSO:
        return text
    return "".join(mark_of(font, ord(letter)) or letter for letter in text)


def is_coded(sign: str) -> bool:
    """Tell whether a character is a code of a symbol font: a byte, or one in the private area."""
    return ord(sign) <= 0xFF or _PRIVATE_USE <= ord(sign) <= _PRIVATE_USE + 0xFF


def _bare(code: int) -> int:
    return code - _PRIVATE_USE if _PRIVATE_USE <= code <= _PRIVATE_USE + 0xFF else code
