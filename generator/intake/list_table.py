"""A list as an office keeps it, read into rows with known columns.

The header is found by its titles, wherever it stands; titles above it and notes below it are no
rows. Columns with personal data are dropped at once and only counted, unknown ones too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest
from pathlib import Path
from typing import Final

from generator.intake.list_words import column_names, pattern, words
from generator.intake.problems import Problem
from generator.intake.spreadsheet import Grid, Sheet, read_sheets
from generator.library.vocabulary import fold

MAX_HEADER_ROW: Final = 30
"""A header further down is not looked for."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of the list."""

    row: int
    """As the spreadsheet numbers it, from 1."""
    cells: Mapping[str, str]
    """Column key → text; empty cells are left out."""
    columns: Mapping[str, int]
    """Column key → column from 1."""
    sheet: str = ""
    """Name of the sheet, when the file has several."""

    def problem(self, code: str, key: str = "", **values: object) -> Problem:
        """Make a problem of this row, at a column when the table has it."""
        return Problem(code, values, self.row, self.columns.get(key, 0), self.sheet)


@dataclass(frozen=True, slots=True)
class ListTable:
    """All rows of a file."""

    rows: tuple[ListRow, ...] = ()
    private: tuple[str, ...] = ()
    """Titles of the columns dropped because they hold personal data."""
    ignored: tuple[str, ...] = ()
    """Titles of the columns that nobody knows."""
    problem: Problem | None = None
    """Why nothing could be read."""


@dataclass(frozen=True, slots=True)
class _Header:
    place: int
    columns: Mapping[str, int]
    """Column key → index from 0."""
    private: tuple[str, ...]
    ignored: tuple[str, ...]


def completed(table: ListTable, values: Mapping[str, str]) -> ListTable:
    """Give a table with the cells that its rows leave empty, by column key: a source for all."""
    known = {key: value for key, value in values.items() if value}
    rows = tuple(replace(row, cells={**known, **row.cells}) for row in table.rows)
    return replace(table, rows=rows)


def read_list(path: Path) -> ListTable:
    """Read a .csv, .xlsx, .xls or .et file; sheets without a header are passed over."""
    sheets = read_sheets(path)
    if isinstance(sheets, Problem):
        return ListTable(problem=sheets)
    named = len(sheets) > 1
    tables = [found for sheet in sheets if (found := _table(sheet, named=named))]
    if not tables:
        return ListTable(problem=Problem("no_header", {"path": path.name}))
    return ListTable(
        tuple(chain.from_iterable(table.rows for table in tables)),
        tuple(dict.fromkeys(chain.from_iterable(table.private for table in tables))),
        tuple(dict.fromkeys(chain.from_iterable(table.ignored for table in tables))),
    )


def _table(sheet: Sheet, *, named: bool) -> ListTable | None:
    for grid in sheet.grids:
        header = _find_header(grid)
        if header:
            rows = tuple(_rows(grid, header, sheet.name if named else ""))
            table = ListTable(rows, header.private, header.ignored)
            return completed(table, {"recommender": _recommender_above(grid, header.place)})
    return None


def _recommender_above(grid: Grid, place: int) -> str:
    """Give the recommender that the head of the table names for all its rows.

    So the 统计表 of the 2021 pack (附件3) is filled in: one recommender sends one table.
    """
    cells = [cell for row in grid[:place] for cell in row if cell]
    for cell, following in zip_longest(cells, cells[1:], fillvalue=""):
        found = pattern("rows", "recommender").match(cell)
        if found:
            beside = "" if pattern("rows", "labelled").match(following) else following
            return found["name"].strip() or beside
    return ""


def _find_header(grid: Grid) -> _Header | None:
    for place, row in enumerate(grid[:MAX_HEADER_ROW]):
        header = _header(place, row)
        if "enterprise" in header.columns and len(header.columns) > 1:
            return header
    return None


def _header(place: int, row: Sequence[str]) -> _Header:
    columns: dict[str, int] = {}
    private, ignored = [], []
    for index, title in enumerate(row):
        name = _title(title)
        key = column_names().get(name)
        if any(word in name for word in words("private", "words")):
            private.append(title)
        elif key and key not in columns:
            columns[key] = index
        elif title:
            ignored.append(title)
    return _Header(place, columns, tuple(private), tuple(ignored))


def _title(cell: str) -> str:
    """Fold a title and drop what stands in brackets after it."""
    return fold(cell).partition("(")[0]


def _rows(grid: Grid, header: _Header, sheet: str) -> Iterator[ListRow]:
    group = ""
    columns = {key: index + 1 for key, index in header.columns.items()}
    for place, row in enumerate(grid[header.place + 1 :], start=header.place + 1):
        filled = [cell for cell in row if cell]
        if not filled or _header(place, row).columns.keys() == columns.keys():
            continue
        if fold(filled[0]).startswith(words("rows", "notes")):
            return
        heading = pattern("rows", "group").match(filled[0]) if len(filled) == 1 else None
        if heading:
            group = heading["label"]
            continue
        cells = {key: row[index] for key, index in header.columns.items() if row[index : index + 1]}
        known = {key: cell for key, cell in cells.items() if cell}
        if known:
            yield ListRow(place + 1, {"group": group} | known if group else known, columns, sheet)
