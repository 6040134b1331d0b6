"""Tables of forms, as OpenXML; the script writes those of a result in the same shape."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_SHADE: Final = "F2F2F2"


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: what stands in it, and over how many columns."""

    content: str
    """Paragraphs."""
    span: int = 1
    is_shaded: bool = False
    align: str = "center"
    """Between top and bottom."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    boxes: tuple[Box, ...]
    height: int = 0
    """Twips at least."""
    is_head: bool = False
    """Repeated on every page that the table reaches."""
    may_break: bool = False
    """Whether a page may end within it."""


def table(widths: Sequence[int], rows: Sequence[Row]) -> str:
    """Give a table with lines; `widths` are those of its columns in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(_row(widths, row) for row in rows)}</w:tbl>"
    )


def _row(widths: Sequence[int], row: Row) -> str:
    stays = "" if row.may_break else "<w:cantSplit/>"
    height = f'<w:trHeight w:val="{row.height}" w:hRule="atLeast"/>' if row.height else ""
    head = "<w:tblHeader/>" if row.is_head else ""
    cells, place = [], 0
    for box in row.boxes:
        cells.append(_cell(sum(widths[place : place + box.span]), box))
        place += box.span
    return f"<w:tr><w:trPr>{stays}{height}{head}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(width: int, box: Box) -> str:
    span = f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/>' if box.is_shaded else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}'
        f'<w:vAlign w:val="{box.align}"/></w:tcPr>{box.content}</w:tc>'
    )
