"""A table as PowerPoint has it: cells that can be edited, a head that it knows for one."""

from typing import Final

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from generator.publication.slides.drawing import add_run, emu, name
from generator.publication.slides.fitting import SPACING, Box
from generator.publication.slides.foreign import Drawn, Shape, colour
from generator.publication.slides.grids import GAP, PADDING, Sheet
from generator.publication.slides.plan import GridCell
from generator.publication.slides.theme import RED, SHADE
from generator.strings import text

_PLAIN_STYLE: Final = "{5940675A-B579-460E-94D1-54222C63F5DA}"
"""Id of PowerPoint's own style “No Style, Table Grid”: our fills, its thin lines."""
_SIDES: Final = {
    "left": PP_ALIGN.LEFT,
    "center": PP_ALIGN.CENTER,
    "right": PP_ALIGN.RIGHT,
    "": PP_ALIGN.LEFT,
}


def draw_table(slide: Drawn, sheet: Sheet, box: Box, said: str) -> None:
    """Draw a table into a box that `sheets` measured it for."""
    grid = sheet.grid
    place = Box(box.x, box.y, sum(sheet.widths), sum(sheet.heights))
    shape = slide.shapes.add_table(grid.rows, grid.columns, *emu(place))
    name(shape, text("publication_slides.shape.table"), said)
    table = shape.table
    table.first_row = grid.head > 0
    table.horz_banding = False
    shape.element.find(f".//{qn('a:tableStyleId')}").text = _PLAIN_STYLE
    for column, width in zip(table.columns, sheet.widths, strict=True):
        column.width = Pt(width)
    for row, height in zip(table.rows, sheet.heights, strict=True):
        row.height = Pt(height)
    for cell in grid.cells:
        drawn = table.cell(cell.row, cell.column)
        if cell.rows > 1 or cell.columns > 1:
            drawn.merge(table.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1))
        _write(drawn, cell, sheet.size, is_head=cell.row < grid.head)


def _write(drawn: Shape, cell: GridCell, size: float, *, is_head: bool) -> None:
    drawn.margin_left = drawn.margin_right = Pt(PADDING)
    drawn.margin_top = drawn.margin_bottom = Pt(GAP)
    drawn.vertical_anchor = MSO_ANCHOR.MIDDLE
    drawn.fill.solid()
    drawn.fill.fore_color.rgb = colour(RED if is_head else _ground(cell))
    frame = drawn.text_frame
    for place, line in enumerate(cell.text.split("\n")):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if is_head else _SIDES[cell.alignment]
        paragraph.line_spacing = Pt(round(size * SPACING, 2))
        add_run(paragraph, line, size, is_bold=cell.is_header)
        if is_head:
            paragraph.runs[0].font.color.rgb = colour("FFFFFF")


def _ground(cell: GridCell) -> str:
    return SHADE if cell.is_header else "FFFFFF"
