"""Tables as Typst source: every cell with its place, so that a short row moves nothing."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.publication.blocks.plain import plain_text
from generator.publication.blocks.tree import Alignment, Blocks, Cell, Paragraph, Table
from generator.publication.pdf.columns import column_widths, placed

_ALIGNED: Final = {
    Alignment.LEFT: "left",
    Alignment.CENTER: "center",
    Alignment.RIGHT: "right",
}
_MANY: Final = 7
"""From this number of columns on a table is set smaller."""
_ROOM: Final = 415.0
"""Points that a line is wide: A4 with the margins of base.typ."""
_SIZES: Final = {False: (10.5, 12.0), True: (9.24, 7.0)}
"""Whether a table is small → size of its type, and inset of a cell left and right, in points."""
_SMALL: Final = 0.88
"""Size of small type in ems, as base.typ has it."""
_SMALLEST: Final = 0.45
"""How much smaller than that type may be where words do not fit."""
_ROUNDING: Final = 1e-6
_LONG: Final = 200
"""Characters from which on a cell may break over two pages: a short row stays together."""


def table_source(table: Table, write: Callable[[Blocks], str]) -> str:
    """Give the expression of a table; `write` gives the source of a cell's blocks."""
    head = "".join(_cells(table, write, is_head=True))
    body = "".join(_cells(table, write, is_head=False))
    header = f"table.header({head}), " if head else ""
    return f"{_form(table)}, {header}{body})"


def _form(table: Table) -> str:
    """Give the function and its first arguments: how large the type is, how wide the columns.

    Where the words do not fit into the columns the type is smaller, for they would overlap.
    """
    is_small = table.columns >= _MANY
    widths, excess = _measured(table, is_small=is_small)
    if excess > 1 and not is_small:
        is_small = True
        widths, excess = _measured(table, is_small=True)
    size, inset = _SIZES[is_small]
    share = 1.0 if excess <= 1 else max(1 / excess, _SMALLEST)
    columns = str(table.columns) if widths is None else _columns(widths, size * share, inset)
    said = f", size: {_SMALL * share:.3f}em" if share < 1 else ""
    return f"{'small' if is_small else 'plain'}-table({columns}{said}"


def _measured(table: Table, *, is_small: bool) -> tuple[tuple[float, ...] | None, float]:
    """Give the widths in ems, and how many times the room they need."""
    size, inset = _SIZES[is_small]
    room = max((_ROOM - inset * table.columns) / size, 1.0)
    widths = column_widths(table, room)
    return widths, sum(widths or ()) / room - _ROUNDING


def _columns(widths: tuple[float, ...], size: float, inset: float) -> str:
    return "(" + "".join(f"{width * size + inset:.1f}fr, " for width in widths) + ")"


def _cells(table: Table, write: Callable[[Blocks], str], *, is_head: bool) -> Iterator[str]:
    rows, first = (table.head, 0) if is_head else (table.body, len(table.head))
    for cell, x, y in placed(rows, table.columns):
        span = min(cell.columns, table.columns - x), min(cell.rows, len(rows) - y)
        arguments = [*_arguments(cell, (x, first + y), span)]
        if is_head and not cell.alignment:
            arguments.append("align: center + horizon")
        yield f"table.cell({', '.join(arguments)}, {_inner(cell, write, is_head=is_head)}), "


def _arguments(cell: Cell, place: tuple[int, int], span: tuple[int, int]) -> Iterator[str]:
    yield f"x: {place[0]}, y: {place[1]}"
    if span[0] > 1:
        yield f"colspan: {span[0]}"
    if span[1] > 1:
        yield f"rowspan: {span[1]}"
    if cell.alignment in _ALIGNED:
        yield f"align: {_ALIGNED[cell.alignment]} + horizon"
    if span[1] == 1 and len(plain_text(cell.blocks)) < _LONG:
        yield "breakable: false"


def _inner(cell: Cell, write: Callable[[Blocks], str], *, is_head: bool) -> str:
    """Give what is in a cell; of one that heads its row the first line is bold, not its notes."""
    if not cell.is_header:
        return f"[{write(cell.blocks)}]"
    if is_head or len(cell.blocks) == 1 or not isinstance(cell.blocks[0], Paragraph):
        return f"strong[{write(cell.blocks)}]"
    return f"[#strong[{write(cell.blocks[:1])}]\n\n{write(cell.blocks[1:])}]"
