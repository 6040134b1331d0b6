"""Tables as slides: where each cell stands, how wide and high it is, how many slides it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.pages.indicators import IndicatorTable
from generator.publication.blocks.tree import Blocks, Cell, Paragraph, Row, Table
from generator.publication.slides.fitting import SPACING, Box, lines_of, width
from generator.publication.slides.plan import Grid, GridCell
from generator.publication.slides.points import plain
from generator.strings import text

PADDING: Final = 7.0
"""Points between a cell's edge and its text, at its sides."""
GAP: Final = 4.0
"""The same above and below."""
SIZES: Final = (20.0, 18.0, 16.0, 14.0, 12.0)
"""Sizes of type of a table; one that would need a smaller one is for the notes."""
_WIDER: Final = 1.1
"""Bold letters against plain ones."""
_GOOD: Final = 16.0
"""A size that is good to read."""
_COLUMNS: Final = 12
"""More of them nobody reads from a wall."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of a table that one slide shows."""

    grid: Grid
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: float


def grid_of(table: Table, caption: str) -> Grid | None:
    """Give a table as a grid; None where a cell holds more than words, or it has many columns."""
    rows = (*table.head, *table.body)
    if not rows or not 0 < table.columns <= _COLUMNS:
        return None
    if not all(_is_plain(cell.blocks) for row in rows for cell in row):
        return None
    return Grid(table.columns, len(rows), len(table.head), tuple(_cells(rows, table)), caption)


def indicator_grid(table: IndicatorTable) -> Grid:
    """Give the table of all indicators, as the page shows it."""
    words = ("name", "unit", "average_head", "best_head", "rank", "direction")
    name, unit, *others = (text(f"publication_slides.indicator.{word}") for word in words)
    rows = [(name, unit, *table.years, *others)]
    rows += [
        (one.name, one.unit, *one.values, one.average, one.best, one.rank, one.direction)
        for one in table.rows
    ]
    last = len(rows[0]) - 1
    cells = tuple(
        GridCell(
            row,
            column,
            content,
            alignment="right" if 1 < column < last else "",
            is_header=row == 0,
        )
        for row, line in enumerate(rows)
        for column, content in enumerate(line)
    )
    return Grid(len(rows[0]), len(rows), 1, cells, "")


def sheets(grid: Grid, box: Box) -> tuple[Sheet, ...]:
    """Give the slides of a table; empty where it fits at no readable size."""
    fitting = [sheet for size in SIZES if _fits(sheet := _sheet(grid, size, box), box)]
    # Cells of one line read better than larger type in several.
    whole = [sheet for sheet in fitting if sheet.size >= _GOOD and _is_wide(grid, sheet.size, box)]
    if fitting:
        return ((whole or fitting)[0],)
    for size in SIZES[2:]:
        several = _several(grid, size, box)
        if several:
            return several
    return ()


def _several(grid: Grid, size: float, box: Box) -> tuple[Sheet, ...]:
    """Cut a table between rows that no cell spans, its head on each slide; empty: it cannot be."""
    whole = _sheet(grid, size, box)
    head = sum(whole.heights[: grid.head])
    groups: list[list[int]] = [[]]
    used = head
    for together in _together(grid):
        height = sum(whole.heights[row] for row in together)
        if head + height > box.height:
            return ()
        if used + height > box.height and groups[-1]:
            groups.append([])
            used = head
        groups[-1] += together
        used += height
    return tuple(_sheet(_only(grid, rows), size, box, whole.widths) for rows in groups)


def _together(grid: Grid) -> Iterator[list[int]]:
    """Yield the rows below the head, those that a cell spans as one."""
    ends = {row: row for row in range(grid.rows)}
    for cell in grid.cells:
        ends[cell.row] = max(ends[cell.row], cell.row + cell.rows - 1)
    row = grid.head
    while row < grid.rows:
        last = row
        step = row
        while step <= last:
            last = max(last, ends[step])
            step += 1
        yield list(range(row, last + 1))
        row = last + 1


def _only(grid: Grid, rows: Sequence[int]) -> Grid:
    kept = [*range(grid.head), *rows]
    place = {row: number for number, row in enumerate(kept)}
    cells = tuple(replace(cell, row=place[cell.row]) for cell in grid.cells if cell.row in place)
    return replace(grid, rows=len(kept), cells=cells)


def _sheet(grid: Grid, size: float, box: Box, widths: tuple[float, ...] | None = None) -> Sheet:
    widths = widths or _widths(grid, size, box)
    heights = [size * SPACING + 2 * GAP] * grid.rows
    for cell in sorted(grid.cells, key=lambda one: one.rows):
        room = sum(widths[cell.column : cell.column + cell.columns]) - 2 * PADDING
        lines = sum(lines_of(line, _bold(size, cell), room) for line in cell.text.split("\n"))
        needed = lines * size * SPACING + 2 * GAP
        spanned = range(cell.row, min(grid.rows, cell.row + cell.rows))
        missing = needed - sum(heights[row] for row in spanned)
        if missing > 0:
            heights[spanned[-1]] += missing
    return Sheet(grid, widths, tuple(heights), size)


def _bold(size: float, cell: GridCell) -> float:
    """Give the size at which a plain text would be as wide."""
    return size * _WIDER if cell.is_header else size


def _fits(sheet: Sheet, box: Box) -> bool:
    # A line to spare: another program's letters may be wider.
    return sum(sheet.heights) + sheet.size * SPACING <= box.height


def _is_wide(grid: Grid, size: float, box: Box) -> bool:
    return sum(_wanted(grid, size)) <= box.width


def _widths(grid: Grid, size: float, box: Box) -> tuple[float, ...]:
    """Share the width: what is short stands in one line, the rest is shared by length."""
    wanted = _wanted(grid, size)
    spare = box.width - sum(wanted)
    if spare >= 0:
        return tuple(one + spare / grid.columns for one in wanted)
    return _narrowed(wanted, box.width)


def _wanted(grid: Grid, size: float) -> list[float]:
    wanted = [size * 2 + 2 * PADDING] * grid.columns
    for cell in grid.cells:
        if cell.columns == 1:
            longest = max(width(line, _bold(size, cell)) for line in cell.text.split("\n"))
            # A line is estimated a character narrower than its cell.
            needed = longest + 2 * PADDING + size * 1.1
            wanted[cell.column] = max(wanted[cell.column], needed)
    return wanted


def _narrowed(wanted: Sequence[float], width: float) -> tuple[float, ...]:
    """Narrow the widest columns until all have room; the narrow ones keep theirs."""
    fixed: dict[int, float] = {}
    while len(fixed) < len(wanted):
        free = [place for place in range(len(wanted)) if place not in fixed]
        room = width - sum(fixed.values())
        share = room / len(free)
        narrow = [place for place in free if wanted[place] <= share]
        if not narrow:
            whole = sum(wanted[place] ** 0.5 for place in free)
            fixed |= {place: room * wanted[place] ** 0.5 / whole for place in free}
            break
        fixed |= {place: wanted[place] for place in narrow}
    return tuple(fixed[place] for place in range(len(wanted)))


def _cells(rows: Sequence[Row], table: Table) -> Iterator[GridCell]:
    """Yield the cells with their columns: what spans from above pushes a row's cells aside."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            if column >= table.columns:
                break
            columns = min(cell.columns, table.columns - column)
            height = min(cell.rows, len(rows) - number)
            taken |= {
                (number + down, column + across)
                for down in range(height)
                for across in range(columns)
            }
            yield _cell(cell, (number, column), (height, columns), number < len(table.head))
            column += columns


def _cell(cell: Cell, place: tuple[int, int], size: tuple[int, int], is_head: bool) -> GridCell:
    return GridCell(
        row=place[0],
        column=place[1],
        text="\n".join(plain(one.inlines) for one in cell.blocks if isinstance(one, Paragraph)),
        rows=size[0],
        columns=size[1],
        alignment=cell.alignment.value,
        is_header=is_head or cell.is_header,
    )


def _is_plain(blocks: Blocks) -> bool:
    return all(isinstance(block, Paragraph) for block in blocks)
