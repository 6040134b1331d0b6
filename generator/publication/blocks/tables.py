"""Tables of HTML as grids in which every row adds up."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from generator.publication.blocks.markup import Element
from generator.publication.blocks.tree import Alignment, Blocks, Cell, Row

Read: TypeAlias = Callable[[Element], Blocks]
_MOST: Final = 1000
"""Columns that a cell may span in HTML."""
_ALIGNMENTS: Final = frozenset(Alignment)


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the place where HTML's algorithm puts it."""

    row: int
    column: int
    rows: int
    columns: int
    cell: Cell


@dataclass(frozen=True, slots=True)
class Grid:
    """Head and body of a table."""

    columns: int
    head: tuple[Row, ...]
    body: tuple[Row, ...]


def read_grid(table: Element, read: Read) -> Grid:
    """Give the cells of a table: no cell spans beyond an edge, and every row adds up.

    Columns and rows in which no cell begins are no more, and a row that is too short is filled up.
    """
    sections = [_placed(rows, read) for rows in _sections(table)]
    starts = sorted({placed.column for section in sections for placed in section})
    done = [_rows(section, starts) for section in sections]
    heads = _head_count(table)
    head = [row for rows in done[:heads] for row in rows]
    body = [row for rows in done[heads:] for row in rows]
    if not heads:
        head, body = _parted(body)
    return Grid(len(starts), tuple(head), tuple(body))


def _sections(table: Element) -> list[list[Element]]:
    """Give the rows of each part of a table as it is shown: heads, bodies, the foot."""
    parts = [part for part in table if part.tag in ("thead", "tbody", "tfoot")]
    first = [part for part in parts if part.tag == "thead"]
    last = [part for part in parts if part.tag == "tfoot"]
    between = [part for part in parts if part.tag == "tbody"]
    sections = [part.findall("tr") for part in (*first, *between)]
    bare = table.findall("tr")
    return [*sections, *([bare] if bare else []), *(part.findall("tr") for part in last)]


def _head_count(table: Element) -> int:
    return len(table.findall("thead"))


def _placed(rows: Sequence[Element], read: Read) -> list[Placed]:
    """Put the cells of one part of a table into columns, as HTML 4.9.12 does."""
    taken: set[tuple[int, int]] = set()
    found: list[Placed] = []
    for number, row in enumerate(rows):
        column = 0
        for element in row:
            if element.tag not in ("td", "th"):
                continue
            while (number, column) in taken:
                column += 1
            height = _span(element, "rowspan", len(rows) - number)
            width = _free(taken, number, column, _span(element, "colspan", _MOST))
            height = _high(taken, (number, column), width, height)
            taken.update((number + y, column + x) for y in range(height) for x in range(width))
            found.append(Placed(number, column, height, width, _cell(element, read)))
            column += width
    return found


def _span(element: Element, name: str, most: int) -> int:
    """Give how far a cell spans; no rows means all that are left."""
    try:
        span = int(element.get(name, "1"))
    except ValueError:
        return 1
    if span == 0 and name == "rowspan":
        return most
    return min(max(span, 1), most)


def _free(taken: set[tuple[int, int]], row: int, column: int, most: int) -> int:
    """Give how many columns from here are free: cells of HTML may overlap, ours do not."""
    width = 1
    while width < most and (row, column + width) not in taken:
        width += 1
    return width


def _high(taken: set[tuple[int, int]], at: tuple[int, int], width: int, most: int) -> int:
    row, column = at
    for height in range(1, most):
        if any((row + height, column + x) in taken for x in range(width)):
            return height
    return most


def _rows(section: Sequence[Placed], starts: Sequence[int]) -> list[Row]:
    """Give a part's rows with spans that count only columns and rows in which a cell begins."""
    begun = sorted({placed.row for placed in section})
    rows: list[dict[int, Cell]] = [{} for _ in begun]
    free = [set(range(len(starts))) for _ in begun]
    for placed in section:
        top, below = _range(begun, placed.row, placed.rows)
        left, right = _range(starts, placed.column, placed.columns)
        rows[top][left] = replace(placed.cell, columns=right - left, rows=below - top)
        for row in free[top:below]:
            row.difference_update(range(left, right))
    for cells, columns in zip(rows, free, strict=True):
        cells.update(dict.fromkeys(columns, Cell(())))
    return [tuple(cells[column] for column in sorted(cells)) for cells in rows]


def _range(marks: Sequence[int], start: int, length: int) -> tuple[int, int]:
    """Give which of the sorted marks lie in a span: the first, and the one behind the last."""
    return bisect_left(marks, start), bisect_left(marks, start + length)


def _cell(element: Element, read: Read) -> Cell:
    align = element.get("align", "").lower()
    alignment = Alignment(align) if align in _ALIGNMENTS else Alignment.NONE
    return Cell(read(element), alignment=alignment, is_header=element.tag == "th")


def _parted(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Take rows of nothing but header cells at the top as the head, unless nothing is left."""
    count = 0
    while count < len(rows) and _all(cell.is_header for cell in rows[count]):
        count += 1
    spans_out = any(number + cell.rows > count for number in range(count) for cell in rows[number])
    if count == len(rows) or spans_out:
        return [], list(rows)
    return list(rows[:count]), list(rows[count:])


def _all(values: Iterable[bool]) -> bool:
    found = list(values)
    return bool(found) and all(found)
