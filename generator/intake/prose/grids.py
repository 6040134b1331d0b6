"""A table as a grid: which cell stands where, over how many rows and columns."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Any, Final

from generator.intake.prose.tree import Node, text_of, walk

MAX_PLACES: Final = 200_000
"""Rows times columns; a document that claims more with its spans is not believed."""
Row = list[tuple[int, int, list[Node]]]
"""The cells of a row as pandoc has them: rows and columns that each spans, its blocks."""


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One cell with its place."""

    row: int
    column: int
    rows: int
    columns: int
    blocks: tuple[Node, ...]

    @property
    def text(self) -> str:
        """Give its text."""
        return text_of(list(self.blocks))

    @property
    def is_empty(self) -> bool:
        """Tell whether it holds neither text nor picture."""
        return not self.text and not self.pictures

    @property
    def pictures(self) -> list[Node]:
        """Give the pictures in it."""
        return [node for node in walk(list(self.blocks)) if node["t"] == "Image"]

    @property
    def is_bold(self) -> bool:
        """Tell whether every paragraph of it is bold."""
        nodes = [
            node for block in self.blocks if block["t"] in ("Para", "Plain") for node in block["c"]
        ]
        return bool(nodes) and all(node["t"] in ("Strong", "Space", "LineBreak") for node in nodes)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells; no place is covered twice, none is without a cell."""

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    head: int
    """Rows that the document marks as the head."""

    def row(self, number: int) -> list[Cell]:
        """Give the cells that begin in a row, from left to right."""
        return sorted(
            (cell for cell in self.cells if cell.row == number), key=lambda cell: cell.column
        )


def table_rows(table: Node) -> tuple[list[Row], int]:
    """Give the rows of pandoc's table in their order, and how many of them are its head."""
    _, _, _, head, bodies, foot = table["c"]
    above = [_row(row) for row in head[1]]
    below = [_row(row) for body in bodies for row in (*body[2], *body[3])]
    return [*above, *below, *(_row(row) for row in foot[1])], len(above)


def _row(row: list[Any]) -> Row:
    return [(int(cell[2]), int(cell[3]), list(cell[4])) for cell in row[1]]


def make_grid(rows: list[Row], head: int) -> Grid:
    """Lay the rows of a table out; rows and columns without any content are left out."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        column = 0
        for down, across, blocks in row:
            while (number, column) in taken:
                column += 1
            width = _free(taken, number, column, max(across, 1))
            height = min(max(down, 1), len(rows) - number)
            if len(taken) + height * width > MAX_PLACES:
                height = width = 1
            taken |= {(number + y, column + x) for y in range(height) for x in range(width)}
            cells.append(Cell(number, column, height, width, tuple(blocks)))
            column += width
    # Where no cell begins there is no row and no column, only a span that claims them.
    begun = {cell.row for cell in cells}
    cells = _relaid(cells, begun, {cell.column for cell in cells})
    height = max((cell.row + cell.rows for cell in cells), default=0)
    width = max((cell.column + cell.columns for cell in cells), default=0)
    if height * width <= MAX_PLACES:
        cells += _missing(cells, height, width)
    above = sum(1 for row in begun if row < head)
    return _without_empty(Grid(height, width, tuple(cells), above))


def _free(taken: set[tuple[int, int]], row: int, column: int, wanted: int) -> int:
    """Give how many columns from a place on are free, up to those wanted."""
    for width in range(1, min(wanted, MAX_PLACES)):
        if (row, column + width) in taken:
            return width
    return min(wanted, MAX_PLACES)


def _missing(cells: list[Cell], height: int, width: int) -> list[Cell]:
    taken = {
        (row, column)
        for cell in cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    return [
        Cell(row, column, 1, 1, ())
        for row in range(height)
        for column in range(width)
        if (row, column) not in taken
    ]


def _without_empty(grid: Grid) -> Grid:
    full_rows: set[int] = set()
    full_columns: set[int] = set()
    for cell in grid.cells:
        if not cell.is_empty:
            full_rows.update(range(cell.row, cell.row + cell.rows))
            full_columns.update(range(cell.column, cell.column + cell.columns))
    kept = _relaid(list(grid.cells), full_rows, full_columns)
    head = sum(1 for row in full_rows if row < grid.head)
    return Grid(len(full_rows), len(full_columns), tuple(kept), head)


def _relaid(cells: list[Cell], rows: set[int], columns: set[int]) -> list[Cell]:
    """Give the cells that reach into these rows and columns, when there are no others."""
    all_rows, all_columns = sorted(rows), sorted(columns)
    kept = []
    for cell in cells:
        top = bisect_left(all_rows, cell.row)
        left = bisect_left(all_columns, cell.column)
        height = bisect_left(all_rows, cell.row + cell.rows) - top
        width = bisect_left(all_columns, cell.column + cell.columns) - left
        if height and width:
            kept.append(replace(cell, row=top, column=left, rows=height, columns=width))
    return kept
