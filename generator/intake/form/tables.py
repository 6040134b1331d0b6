"""The tables and lines of a form, merged cells put together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.intake.form.seen import Element, is_on, is_unseen, name, seen_text
from generator.intake.wordings import pattern

MAX_TABLES: Final = 400
MAX_ROWS: Final = 300
"""Of one table; the longest table of a form, with rows added by its author, has a few dozen."""
MAX_COLUMNS: Final = 63
"""Word's own limit."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, at the row and column where it begins."""

    text: str
    row: int
    column: int
    width: int = 1
    height: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or the part of one below a title of its own."""

    number: int
    """Which table of the document it is, from one."""
    caption: str
    """What stands before it."""
    rows: tuple[tuple[Cell, ...], ...]
    """The cells that begin in each row."""
    places: Mapping[tuple[int, int], Cell] = field(repr=False)
    """Row and column → the cell that covers it."""

    @property
    def width(self) -> int:
        """Give the number of columns."""
        return max((column for _, column in self.places), default=-1) + 1

    def at(self, row: int, column: int) -> Cell | None:
        """Give the cell that covers a place."""
        return self.places.get((row, column))

    def right_of(self, cell: Cell) -> Cell | None:
        """Give the next cell in the row."""
        return self.at(cell.row, cell.column + cell.width)

    def below(self, cell: Cell) -> Cell | None:
        """Give the cell under it."""
        return self.at(cell.row + cell.height, cell.column)

    def cells(self) -> Iterator[Cell]:
        """Give all cells, row by row."""
        for row in self.rows:
            yield from row

    def is_whole_row(self, cell: Cell) -> bool:
        """Tell whether a cell takes its whole row."""
        return len(self.rows[cell.row]) == 1 and cell.width == self.width


@dataclass(frozen=True, slots=True)
class Pages:
    """What a form consists of."""

    lines: tuple[tuple[int, str], ...]
    """The text outside of tables, each line with the number of tables before it."""
    tables: tuple[Table, ...]


def read_pages(root: Element) -> Pages:
    """Read the tables and lines of a document, in their order."""
    lines: list[tuple[int, str]] = []
    tables: list[Table] = []
    before: dict[Element | None, str] = {}
    count = 0
    for node in root.iter(name("p"), name("tbl")):
        if is_unseen(node):
            continue
        owner = next(node.iterancestors(name("tbl")), None)
        if node.tag == name("p"):
            text = seen_text(node)
            before[owner] = text or before.get(owner, "")
            if owner is None:
                lines += [(count, line) for line in text.splitlines() if line.strip()]
        elif count < MAX_TABLES:
            count += 1
            tables.extend(_sections(_read_table(node, count, before.pop(owner, ""))))
    return Pages(tuple(lines), tuple(tables))


def _read_table(node: Element, number: int, caption: str) -> Table:
    raw: list[list[_Raw]] = []
    above: dict[int, _Raw] = {}
    for row in _rows(node):
        raw.append([])
        covered: dict[int, _Raw] = {}
        for cell in _raw_cells(row, len(raw) - 1):
            origin = above.get(cell.column) if cell.continues else None
            if origin is not None and origin.column == cell.column:
                origin.height = cell.row - origin.row + 1
                covered[cell.column] = origin
            else:
                raw[-1].append(cell)
                covered[cell.column] = cell
        above = covered
    rows = tuple(
        tuple(Cell(one.text, one.row, one.column, one.width, one.height) for one in row)
        for row in raw
    )
    return Table(number, caption, rows, _places(rows))


@dataclass(slots=True)
class _Raw:
    text: str
    row: int
    column: int
    width: int
    continues: bool
    """It goes on from the cell above."""
    height: int = 1


def _rows(node: Element) -> Iterator[Element]:
    count = 0
    for row in _own(node, "tr"):
        if row.find(f"{name('trPr')}/{name('del')}") is None:
            count += 1
            if count > MAX_ROWS:
                return
            yield row


def _own(node: Element, local: str) -> Iterator[Element]:
    """Give the rows or cells of a table or row, those in content controls too."""
    for child in node:
        if child.tag == name(local):
            yield child
        elif child.tag in (name("sdt"), name("sdtContent"), name("customXml"), name("ins")):
            yield from _own(child, local)


def _raw_cells(row: Element, number: int) -> Iterator[_Raw]:
    column = _count(row.find(f"{name('trPr')}/{name('gridBefore')}"), 0)
    last: _Raw | None = None
    for cell in _own(row, "tc"):
        properties = cell.find(name("tcPr"))
        width = _count(_property(properties, "gridSpan"), 1)
        if column + width > MAX_COLUMNS:
            break
        beside = _property(properties, "hMerge")
        if last and beside is not None and beside.get(name("val"), "continue") == "continue":
            last.width += width
        elif not is_on(_property(properties, "cellDel")):
            merged = _property(properties, "vMerge")
            goes_on = merged is not None and merged.get(name("val"), "continue") == "continue"
            last = _Raw(seen_text(cell), number, column, width, goes_on)
            column += width
            yield last
            continue
        column += width


def _property(properties: Element | None, local: str) -> Element | None:
    return properties.find(name(local)) if properties is not None else None


def _count(node: Element | None, otherwise: int) -> int:
    written = node.get(name("val"), "") if node is not None else ""
    is_number = written.isascii() and written.isdecimal() and len(written) < 6
    return min(int(written), MAX_COLUMNS + 1) if is_number else otherwise


def _places(rows: tuple[tuple[Cell, ...], ...]) -> dict[tuple[int, int], Cell]:
    return {
        (row, column): cell
        for cells in rows
        for cell in cells
        for row in range(cell.row, cell.row + cell.height)
        for column in range(cell.column, cell.column + max(cell.width, 1))
    }


def _sections(table: Table) -> Iterator[Table]:
    """Take a table apart that holds several tables of the form, each below its title."""
    starts = [
        cell.row
        for cell in table.cells()
        if table.is_whole_row(cell) and pattern("intake_form.pattern.section").search(cell.text)
    ]
    if not starts:
        yield table
        return
    caption = table.caption
    for start, end in zip([-1, *starts], [*starts, len(table.rows)], strict=True):
        if start >= 0:
            caption = table.rows[start][0].text
        if end > start + 1:
            yield _part(table, caption, start + 1, end)


def _part(table: Table, caption: str, start: int, end: int) -> Table:
    rows = tuple(
        tuple(
            Cell(one.text, one.row - start, one.column, one.width, min(one.height, end - one.row))
            for one in row
        )
        for row in table.rows[start:end]
    )
    return Table(table.number, caption, rows, _places(rows))
