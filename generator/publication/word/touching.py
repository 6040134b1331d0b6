"""What pandoc's tables and lists still need, in word/document.xml.

Tables: the sum of their columns as their width (pandoc gives a share of the page, which in a cell
is a share of the cell), the width of each cell, rows that no page break cuts, and no second empty
paragraph in an empty cell. Lists in cells and boxes: an indent that suits their letters.
"""

from functools import cache
from typing import Final

from lxml import etree

from generator.publication.word.names import Style
from generator.publication.word.ooxml import parsed
from generator.publication.word.widths import EM, ITEM_INDENT

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS: Final = 20
_WHOLE: Final = 5000
"""Fiftieths of a per cent: the whole line."""
_BOX_INDENT: Final = 1.0
"""Characters that a box stands from the margin; an item's number stands there too."""
_DEEPER: Final = 2.0
"""Characters that each level of a list in a box is indented by."""
_CELLS: Final = frozenset(
    style.id for style in (Style.CELL, Style.CELL_CENTER, Style.CELL_RIGHT, Style.CELL_HEAD)
)


def touched(document: bytes, size: float, line: float) -> bytes:
    """Give word/document.xml completed; points of the text's characters and of a line."""
    root = parsed(document)
    for table in root.iter(_tag("tbl")):
        _table(table, round(line * _TWIPS))
    for numbering in root.iter(_tag("numPr")):
        _item(numbering, size)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


@cache
def _tag(name: str) -> str:
    return f"{{{_W}}}{name}"


def _table(table: "etree._Element", line: int) -> None:
    properties = table.find(_tag("tblPr"))
    assert properties is not None
    widths = _widths(table, properties, line)
    layout = properties.find(_tag("tblLayout"))
    if layout is not None and properties.find(_tag("jc")) is None:
        # That their style says so LibreOffice does not see.
        layout.addprevious(etree.Element(_tag("jc"), {_tag("val"): "center"}))
    for row in table.iterfind(_tag("tr")):
        _row(row, widths)


def _widths(table: "etree._Element", properties: "etree._Element", line: int) -> list[int]:
    """Give the columns in twips; pandoc's are shares of a line of its own, which is shorter."""
    columns = table.findall(f"{_tag('tblGrid')}/{_tag('gridCol')}")
    widths = [int(one.get(_tag("w"), "0")) for one in columns]
    width = properties.find(_tag("tblW"))
    if width is None or width.get(_tag("type")) != "pct" or not sum(widths):
        return widths
    scale = int(width.get(_tag("w"), "0")) / _WHOLE * line / sum(widths)
    widths = [round(one * scale) for one in widths]
    for column, one in zip(columns, widths, strict=True):
        column.set(_tag("w"), str(one))
    width.set(_tag("type"), "dxa")
    width.set(_tag("w"), str(sum(widths)))
    return widths


def _row(row: "etree._Element", widths: list[int]) -> None:
    properties = row.find(_tag("trPr"))
    if properties is None:
        properties = etree.Element(_tag("trPr"))
        row.insert(0, properties)
    # That the style says so LibreOffice does not see.
    properties.insert(0, etree.Element(_tag("cantSplit")))
    column = 0
    for cell in row.iterfind(_tag("tc")):
        column += _cell(cell, widths[column:])


def _cell(cell: "etree._Element", widths: list[int]) -> int:
    """Complete a cell and give the columns that it spans; `widths` begin with its own."""
    properties = cell.find(_tag("tcPr"))
    if properties is None:
        properties = etree.Element(_tag("tcPr"))
        cell.insert(0, properties)
    span = properties.find(_tag("gridSpan"))
    columns = int(span.get(_tag("val"), "1")) if span is not None else 1
    if span is not None and columns == 1:
        properties.remove(span)
    width = {_tag("w"): str(sum(widths[:columns])), _tag("type"): "dxa"}
    properties.insert(0, etree.Element(_tag("tcW"), width))
    _paragraphs(cell)
    return columns


def _paragraphs(cell: "etree._Element") -> None:
    paragraphs = cell.findall(_tag("p"))
    for paragraph in paragraphs:
        if paragraph.find(f"{_tag('pPr')}/*") is not None:
            continue
        before = paragraph.getprevious()
        is_spare = before is not None and before.tag == _tag("p") and len(paragraph) == 0
        if is_spare:
            cell.remove(paragraph)
        elif len(paragraph) == 0 or paragraph[0].tag == _tag("pPr"):
            _small(paragraph)


def _small(paragraph: "etree._Element") -> None:
    """Give a cell that continues the one above letters of a cell: it must not make its row high."""
    properties = paragraph.find(_tag("pPr"))
    if properties is None:
        properties = etree.Element(_tag("pPr"))
        paragraph.insert(0, properties)
    properties.append(etree.Element(_tag("pStyle"), {_tag("val"): Style.CELL.id}))


def _item(numbering: "etree._Element", size: float) -> None:
    properties = numbering.getparent()
    level = numbering.find(_tag("ilvl"))
    if properties is None or level is None:
        return
    style = properties.find(_tag("pStyle"))
    name = "" if style is None else style.get(_tag("val"), "")
    depth = int(level.get(_tag("val"), "0"))
    if name in _CELLS:
        _indent(numbering, ITEM_INDENT * (depth + 1) * EM, ITEM_INDENT * EM)
    elif name == Style.ALERT_ITEM.id:
        left = _BOX_INDENT + ITEM_INDENT + _DEEPER * depth
        _indent(numbering, left * size, ITEM_INDENT * size)


def _indent(numbering: "etree._Element", left: float, hanging: float) -> None:
    points = {"left": left, "hanging": hanging}
    values = {_tag(name): str(round(value * _TWIPS)) for name, value in points.items()}
    numbering.addnext(etree.Element(_tag("ind"), values))
