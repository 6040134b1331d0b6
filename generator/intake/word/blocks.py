"""Paragraphs and tables of ours, as Word would write them."""

from collections.abc import Sequence
from typing import Final

from lxml import etree

from generator.intake.word.names import PARAGRAPH, PIC, A, Element, R, W, paragraph_of

_INLINE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_PROPERTIES: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def table_of(rows: Sequence[Sequence[str]]) -> Element:
    """Make a table whose first row is its head."""
    table = etree.Element(f"{W}tbl")
    properties = etree.SubElement(table, f"{W}tblPr")
    etree.SubElement(properties, f"{W}tblLook", {f"{W}val": "0020", f"{W}firstRow": "1"})
    grid = etree.SubElement(table, f"{W}tblGrid")
    for _ in rows[0]:
        etree.SubElement(grid, f"{W}gridCol")
    for number, row in enumerate(rows):
        line = etree.SubElement(table, f"{W}tr")
        if not number:
            etree.SubElement(etree.SubElement(line, f"{W}trPr"), f"{W}tblHeader")
        for cell in row:
            etree.SubElement(line, f"{W}tc").append(paragraph_of(cell))
    return table


def listed(paragraph: Element, num_id: str, level: int = 0) -> Element:
    """Make a paragraph an item of a list and give it back."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    mark = etree.SubElement(properties, f"{W}numPr")
    etree.SubElement(mark, f"{W}ilvl", {f"{W}val": str(level)})
    etree.SubElement(mark, f"{W}numId", {f"{W}val": num_id})
    return paragraph


def picture_paragraph(relation: str, description: str) -> Element:
    """Make a paragraph of one picture."""
    paragraph = etree.Element(PARAGRAPH)
    drawing = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}drawing")
    inline = etree.SubElement(drawing, _INLINE)
    etree.SubElement(inline, _PROPERTIES, {"id": "1", "name": "", "descr": description})
    data = etree.SubElement(etree.SubElement(inline, f"{A}graphic"), f"{A}graphicData")
    picture = etree.SubElement(data, f"{PIC}pic")
    names = etree.SubElement(picture, f"{PIC}nvPicPr")
    etree.SubElement(names, f"{PIC}cNvPr", {"id": "0", "name": "", "descr": description})
    fill = etree.SubElement(picture, f"{PIC}blipFill")
    etree.SubElement(fill, f"{A}blip", {f"{R}embed": relation})
    return paragraph
