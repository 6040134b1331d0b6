"""Characters of the Wingdings fonts: ticks and bullets, which other fonts show as letters."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lxml import etree

from generator.intake.word.fields import EMPTY, TICKED
from generator.intake.word.names import RUN, SPACE, TEXT, Element, W

_CROSSED: Final = "\u2612"
_SIGNS: Final[Mapping[str, Mapping[int, str]]] = MappingProxyType(
    {
        "wingdings": {
            0x6C: "\u25cf",
            0x6D: "\u25cb",
            0x6E: "\u25a0",
            0x6F: EMPTY,
            0x70: EMPTY,
            0x71: EMPTY,
            0x72: EMPTY,
            0x75: "\u25c6",
            0x76: "\u25c6",
            0x9F: "\u2022",
            0xA1: "\u25cb",
            0xA7: "\u25aa",
            0xA8: EMPTY,
            0xD8: "\u27a2",
            0xE0: "\u2192",
            0xFB: "\u2717",
            0xFC: "\u2713",
            0xFD: _CROSSED,
            0xFE: TICKED,
        },
        "wingdings 2": {
            0x2A: EMPTY,
            0x4F: "\u2717",
            0x50: "\u2713",
            0x51: _CROSSED,
            0x52: TICKED,
            0x53: _CROSSED,
            0x54: _CROSSED,
            0x96: "\u25cf",
            0x97: "\u25cf",
            0xA2: "\u25a0",
            0xA3: EMPTY,
            0xA4: EMPTY,
        },
    }
)
"""Font, its code → the character that says the same. What is not here pandoc knows itself."""
_FONTS: Final = tuple(f"{W}{name}" for name in ("ascii", "hAnsi", "cs", "eastAsia"))


def settle_symbols(root: Element) -> None:
    """Write the signs of the Wingdings fonts as characters that every font has."""
    for symbol in list(root.iter(f"{W}sym")):
        sign = _sign(symbol.get(f"{W}font", ""), symbol.get(f"{W}char", ""))
        parent = symbol.getparent()
        if sign and parent is not None:
            made = etree.Element(TEXT, {SPACE: "preserve"})
            made.text = sign
            parent.replace(symbol, made)
    for fonts in list(root.iter(f"{W}rFonts")):
        _settle_font(fonts)


def _sign(font: str, code: str) -> str:
    try:
        return _SIGNS.get(font.lower(), {}).get(int(code, 16) & 0xFF, "")
    except ValueError:
        return ""


def _settle_font(fonts: Element) -> None:
    """Change letters that are set in such a font; a Chinese character beside them is none."""
    signs = _SIGNS.get(fonts.get(f"{W}ascii", fonts.get(f"{W}hAnsi", "")).lower())
    properties = fonts.getparent()
    run = None if properties is None else properties.getparent()
    if signs is None or run is None or run.tag != RUN:
        return
    is_changed = False
    for written in run.iter(TEXT):
        old = written.text or ""
        written.text = "".join(
            signs.get(ord(sign) & 0xFF, sign) if _is_coded(sign) else sign for sign in old
        )
        is_changed = is_changed or written.text != old
    if is_changed:
        for name in _FONTS:
            fonts.attrib.pop(name, "")


def _is_coded(sign: str) -> bool:
    """Tell whether a character is a code of the font: a byte, or a byte in the private area."""
    return ord(sign) <= 0xFF or 0xF000 <= ord(sign) <= 0xF0FF
