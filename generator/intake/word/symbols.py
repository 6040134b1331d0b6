"""Characters of the Wingdings fonts: ticks and bullets, which other fonts show as letters."""

from typing import Final

from lxml import etree

from generator.intake.word.names import RUN, SPACE, TEXT, Element, W
from generator.intake.word.symbol_fonts import SIGNS, is_coded, sign_of

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
        return sign_of(font, int(code, 16))
    except ValueError:
        return ""


def _settle_font(fonts: Element) -> None:
    """Change letters that are set in such a font; a Chinese character beside them is none."""
    font = fonts.get(f"{W}ascii", fonts.get(f"{W}hAnsi", ""))
    properties = fonts.getparent()
    run = None if properties is None else properties.getparent()
    if font.casefold() not in SIGNS or run is None or run.tag != RUN:
        return
    is_changed = False
    for written in run.iter(TEXT):
        old = written.text or ""
        written.text = "".join(
            (sign_of(font, ord(sign)) if is_coded(sign) else "") or sign for sign in old
        )
        is_changed = is_changed or written.text != old
    if is_changed:
        for name in _FONTS:
            fonts.attrib.pop(name, "")
