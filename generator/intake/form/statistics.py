"""The tables of results that have a row for an indicator and columns for its years."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.intake.form.labels import plain
from generator.intake.form.measuring import Written, clean_name, is_nameable, name_and_unit
from generator.intake.form.notes import Notes, place
from generator.intake.form.numbers import fold_width, is_blank
from generator.intake.form.tables import Table
from generator.intake.remarks import RemarkKind
from generator.intake.wordings import pattern, words
from generator.library.vocabulary import fold
from generator.strings import text

_HEAD_ROWS: Final = 4
"""So far down the years of the columns may stand."""


@dataclass(slots=True)
class _Columns:
    """Which column is what."""

    first_row: int
    unit: str = ""
    """Unit of the whole table, from its title or that of the names."""
    names: list[int] = field(default_factory=list)
    years: dict[int, int] = field(default_factory=dict)
    """Column → year."""
    single: dict[str, int] = field(default_factory=dict)
    """Number, unit, average, best, rank → column."""


def rows_of(table: Table, notes: Notes) -> Iterator[Written]:
    """Give the rows of an economic or social table, filled or not."""
    columns = _columns(table)
    if columns is None:
        if any(not is_blank(cell.text) for cell in table.cells()):
            notes.look("columns_unclear", place("part", number=table.number))
        return
    for row in range(columns.first_row, len(table.rows)):
        years = {year: _cell(table, row, column) for column, year in columns.years.items()}
        name, unit = _name(table, row, columns)
        unit = unit or columns.unit
        if _is_private(name):
            notes.add(
                RemarkKind.PRIVATE, "row_private", place("part", number=table.number), name=name
            )
        elif is_nameable(name):
            average, best, rank = (
                _cell(table, row, columns.single[key]) if key in columns.single else ""
                for key in ("average", "best", "rank")
            )
            yield Written(table.number, name, years, unit, average, best, rank)
        elif any(not is_blank(cell) for cell in years.values()):
            notes.look("row_nameless", place("part", number=table.number))


def _is_private(name: str) -> bool:
    is_label = plain(name) in map(fold, words("intake_form.private.labels"))
    return is_label or any(word in name for word in words("intake_form.private.row_words"))


def _columns(table: Table) -> _Columns | None:
    """Find the columns by their titles; nothing when the years cannot be told for certain."""
    heads = [row for row in range(min(_HEAD_ROWS, len(table.rows))) if _names_years(table, row)]
    if not heads:
        return None
    first_row = 1 + max(
        cell.row + cell.height - 1 if cell.height < len(table.rows) - cell.row else heads[0]
        for cell in table.rows[heads[0]]
    )
    columns = _Columns(first_row)
    for column in range(table.width):
        _sort(_title(table, column, first_row), column, columns)
    heads_text = [_title(table, column, first_row) for column in columns.names]
    columns.unit = _unit(table, heads_text)
    taken = {*columns.years, *columns.single.values()}
    if not columns.names:
        columns.names = [column for column in range(table.width) if column not in taken][:1]
    is_certain = len(set(columns.years.values())) == len(columns.years) > 0 and columns.names
    return columns if is_certain else None


def _names_years(table: Table, row: int) -> bool:
    """Tell whether a row names years that follow each other; numbers of a row may look like one."""
    titles = (fold_width("".join(cell.text.split())) for cell in table.rows[row])
    found = filter(None, map(pattern("intake_form.pattern.column_year").match, titles))
    years = sorted({int(match["year"]) for match in found})
    return len(years) > 1 and years[-1] - years[0] == len(years) - 1


def _sort(title: str, column: int, columns: _Columns) -> None:
    """Put a column where its title says."""
    year = pattern("intake_form.pattern.column_year").match(title)
    if year:
        columns.years[column] = int(year["year"])
        return
    for key in ("rank", "average", "best", "number", "unit"):
        if pattern(f"intake_form.pattern.column_{key}").search(title):
            columns.single.setdefault(key, column)
            return
    if pattern("intake_form.pattern.foreign").search(title):
        return
    if pattern("intake_form.pattern.column_name").search(title):
        columns.names.append(column)


def _title(table: Table, column: int, first_row: int) -> str:
    """Give a column's title, put together from the rows of the head."""
    parts: list[str] = []
    for row in range(first_row):
        cell = table.at(row, column)
        if cell and cell.row == row and not table.is_whole_row(cell):
            parts.append("".join(cell.text.split()))
    title = fold_width("".join(parts))
    return pattern("intake_form.pattern.head_before").sub("", title)


def _name(table: Table, row: int, columns: _Columns) -> tuple[str, str]:
    """Give a row's name with its group before it, and its unit."""
    names = list(dict.fromkeys(_cell(table, row, column) for column in columns.names))
    parts = [clean_name(name) for name in names if not is_blank(name)]
    unit = _cell(table, row, columns.single["unit"]) if "unit" in columns.single else ""
    unit = "" if is_blank(unit) else fold_width("".join(unit.split()))
    if not parts:
        return "", unit
    name, unit = name_and_unit(parts[-1], unit)
    if len(parts) > 1:
        name = text("intake_form.what.group", group=parts[0], name=name)
    return name, unit


def _unit(table: Table, heads: list[str]) -> str:
    """Find a unit of the whole table: `单位：万元` before it, or in the title of its names."""
    before = fold_width("".join(table.caption.split()))
    named = pattern("intake_form.pattern.unit_named").search(before)
    if named and pattern("intake_form.pattern.unit_sure").match(named["unit"]):
        return named["unit"]
    return next((unit for head in heads if (unit := name_and_unit(head, "")[1])), "")


def _cell(table: Table, row: int, column: int) -> str:
    cell = table.at(row, column)
    return cell.text if cell else ""
