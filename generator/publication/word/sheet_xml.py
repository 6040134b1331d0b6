"""A style sheet as OpenXML.

The children of `w:pPr`, `w:rPr` and `w:style` come in the order of the schema (ECMA-376 part 1,
17.3.1.26, 17.3.2.28, 17.7.4.17): Word calls a document damaged that has them in another.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from generator.publication.word.quoting import quoted
from generator.publication.word.sheet import Border, Kind, Look, Page, StyleSheet
from generator.strings import text

LATIN: Final = "Times New Roman"
W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS: Final = 20
"""In a point."""
_MILLIMETRE: Final = 1440 / 25.4
"""In twips."""
_LANGUAGES: Final = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
_BUILT_IN: Final = ("Heading ", "Footnote ")
"""Word's own names of these are in small letters; with capitals they would be others."""


def styles_xml(sheet: StyleSheet) -> str:
    """Give `word/styles.xml`."""
    normal = sheet.styles["Normal"]
    fonts = _fonts(normal) or f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}"/>'
    styles = "".join(_style(name, look, sheet.styles) for name, look in sheet.styles.items())
    # The defaults name the faces themselves: pandoc's name theme fonts, and these win over any
    # eastAsia face of a style.
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="{W}">'
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(normal.size or 12)}{_LANGUAGES}"
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_cell_margins()}</w:tblPr></w:style>'
        f"{styles}</w:styles>"
    )


def section_xml(page: Page, references: str = "", *, has_first: bool = False) -> str:
    """Give the `w:sectPr` of a page; `references` are those to headers and footers."""
    start = "" if page.first_number is None else f'<w:pgNumType w:start="{page.first_number}"/>'
    pitch = f'<w:docGrid w:type="lines" w:linePitch="{_twips(page.pitch)}"/>' if page.pitch else ""
    sides = ("top", "right", "bottom", "left", "header", "footer")
    margins = " ".join(f'w:{side}="{_millimetres(getattr(page, side))}"' for side in sides)
    first = "<w:titlePg/>" if has_first else ""
    # Without a docGrid lines are single spaced; on a grid a line of 14 points takes two.
    return (
        f"<w:sectPr>{references}"
        f'<w:pgSz w:w="{_millimetres(page.width)}" w:h="{_millimetres(page.height)}"/>'
        f'<w:pgMar {margins} w:gutter="0"/>{start}<w:cols w:space="425"/>{first}{pitch}</w:sectPr>'
    )


def style_id(name: str) -> str:
    """Give the id of a style, as pandoc makes it."""
    return name.replace(" ", "")


def _style(name: str, look: Look, styles: Mapping[str, Look]) -> str:
    shown = name.lower() if name.startswith(_BUILT_IN) else name
    default = ' w:default="1"' if name == "Normal" else ""
    parts = [f"<w:style w:type={quoted(look.kind)}{default} w:styleId={quoted(style_id(name))}>"]
    parts.append(f"<w:name w:val={quoted(shown)}/>")
    base = _base(name, look)
    if base:
        parts.append(f"<w:basedOn w:val={quoted(base)}/>")
    if look.next:
        parts.append(f"<w:next w:val={quoted(style_id(look.next))}/>")
    parts.append("<w:qFormat/>")
    if look.kind is not Kind.CHARACTER:
        parts.append(_wrapped("w:pPr", _paragraph(look, _size_of(look, styles))))
    if look.kind is Kind.TABLE:
        parts += [_wrapped("w:rPr", _run(look)), _table(look)]
    else:
        parts.append(_wrapped("w:rPr", _run(look)))
    return "".join((*parts, "</w:style>"))


def _base(name: str, look: Look) -> str:
    if name == "Normal":
        return ""
    if look.base == "Normal" and look.kind is not Kind.PARAGRAPH:
        return "TableNormal" if look.kind is Kind.TABLE else "DefaultParagraphFont"
    return style_id(look.base)


def _size_of(look: Look, styles: Mapping[str, Look]) -> float:
    """Give the size that a style ends up with: indents in characters need it."""
    seen = look
    for _ in styles:
        if seen.size is not None:
            return seen.size
        if seen.base not in styles:
            break
        seen = styles[seen.base]
    return styles["Normal"].size or 12


def _wrapped(tag: str, children: Iterator[str]) -> str:
    inner = "".join(children)
    return f"<{tag}>{inner}</{tag}>" if inner else ""


def _paragraph(look: Look, size: float) -> Iterator[str]:
    yield _switch("keepNext", look.keep_next)
    yield _switch("keepLines", look.keep_lines)
    yield _switch("pageBreakBefore", look.page_break)
    if look.base == "":
        yield "<w:widowControl/>"
    if look.border and look.kind is Kind.PARAGRAPH:
        yield f"<w:pBdr>{_lines(look.border)}</w:pBdr>"
    if look.shade and look.kind is Kind.PARAGRAPH:
        yield f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/>'
    if look.tabs:
        stops = (f'<w:tab w:val="{kind}" w:pos="{_millimetres(at)}"/>' for kind, at in look.tabs)
        yield f"<w:tabs>{''.join(stops)}</w:tabs>"
    yield _switch("snapToGrid", look.snap)
    yield _attributes("spacing", _spacing(look))
    yield _attributes("ind", _indent(look, size))
    if look.side:
        yield f'<w:jc w:val="{look.side}"/>'
    if look.outline is not None:
        yield f'<w:outlineLvl w:val="{look.outline}"/>'


def _spacing(look: Look) -> Iterator[tuple[str, object]]:
    if look.before is not None:
        yield "before", _twips(look.before)
    if look.after is not None:
        yield "after", _twips(look.after)
    if look.line is not None:
        yield "line", _twips(look.line) if look.line else 240
        yield "lineRule", "exact" if look.line else "auto"


def _indent(look: Look, size: float) -> Iterator[tuple[str, object]]:
    """Give indents in characters, and in twips for who does not count characters.

    Characters win over twips in Word, from whichever style they come: to take an indent back both
    must say 0.
    """
    for name, value in (("left", look.left), ("right", look.right)):
        if value is not None:
            yield f"{name}Chars", round(value * 100)
            yield name, _twips(value * size)
    if look.first_line is not None:
        name = "hanging" if look.first_line < 0 else "firstLine"
        yield f"{name}Chars", round(abs(look.first_line) * 100)
        yield name, _twips(abs(look.first_line) * size)


def _run(look: Look) -> Iterator[str]:
    yield _fonts(look)
    for name, value in (("b", look.bold), ("i", look.italic)):
        yield _switch(name, value) + _switch(f"{name}Cs", value)
    if look.colour:
        yield f'<w:color w:val="{look.colour}"/>'
    if look.tracking is not None:
        yield f'<w:spacing w:val="{_twips(look.tracking)}"/>'
    if look.size is not None:
        yield _size(look.size)
    if look.underline is not None:
        yield f'<w:u w:val="{"single" if look.underline else "none"}"/>'
    if look.shade and look.kind is Kind.CHARACTER:
        yield f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/>'
    if look.raised:
        yield '<w:vertAlign w:val="superscript"/>'


def _fonts(look: Look) -> str:
    east = face_name(look.face) if look.face else ""
    latin = look.latin or (LATIN if look.face else "")
    if not latin:
        return ""
    names = {"ascii": latin, "hAnsi": latin, "eastAsia": east, "cs": latin}
    listed = "".join(f" w:{key}={quoted(name)}" for key, name in names.items() if name)
    return f"<w:rFonts{listed}/>"


def face_name(face: str) -> str:
    """Give the name that the official font of a face has on readers' computers."""
    return text(f"publication_word.faces.{face}")


def _table(look: Look) -> str:
    borders = f"<w:tblBorders>{_lines(look.border)}</w:tblBorders>" if look.border else ""
    side = f'<w:jc w:val="{look.side}"/>' if look.side else ""
    return (
        f"<w:tblPr>{side}{borders}{_cell_margins()}</w:tblPr>"
        '<w:trPr><w:cantSplit/></w:trPr><w:tcPr><w:vAlign w:val="center"/></w:tcPr>'
    )


def _cell_margins() -> str:
    return (
        '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )


def _lines(border: Border) -> str:
    return "".join(
        f'<w:{side} w:val="{border.line}" w:sz="{border.eighths}" w:space="{border.gap}"'
        f' w:color="{border.colour}"/>'
        for side in border.sides
    )


def _switch(name: str, value: bool | None) -> str:
    if value is None:
        return ""
    return f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>'


def _attributes(name: str, values: Iterator[tuple[str, object]]) -> str:
    listed = "".join(f' w:{key}="{value}"' for key, value in values)
    return f"<w:{name}{listed}/>" if listed else ""


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _twips(points: float) -> int:
    return round(points * _TWIPS)


def _millimetres(length: float) -> int:
    return round(length * _MILLIMETRE)
