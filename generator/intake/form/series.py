"""Amounts of three years among the basic facts: `近三年主营业务收入（单位：万元）`."""

from collections.abc import Iterator
from typing import Final

from generator.intake.form.labels import SERIES, cut, label_key, shown, split
from generator.intake.form.measuring import Written, name_and_unit
from generator.intake.form.notes import Notes
from generator.intake.form.numbers import fold_width, is_blank, year_of, years_in
from generator.intake.form.tables import Cell, Table
from generator.intake.remarks import RemarkKind
from generator.intake.wordings import pattern

_ENOUGH: Final = 2
"""So many years, standing alone without the word, are years and no amounts."""


def series_of(table: Table, notes: Notes) -> Iterator[Written]:
    """Give the amounts that a table of basic facts holds."""
    for label in table.cells():
        if label_key(label.text) == SERIES:
            cells = _cells(table, label)
            yield from _written(table, label.text, _years(table, cells), notes)
            continue
        for part in split(label.text):
            if part.key == SERIES:
                yield from _written(table, part.label, dict(years_in(cut(part.value))), notes)


def _written(table: Table, title: str, years: dict[int, str], notes: Notes) -> Iterator[Written]:
    _, unit = name_and_unit("".join(title.split()).rstrip(":\uff1a"), "")
    name = pattern("intake_form.label.series_before").sub("", shown(title))
    unplaced = years.pop(0, "")
    row = Written(table.number, name, years, unit, is_series=True)
    if any(letter.isdecimal() for letter in unplaced):
        notes.look("year_unclear", row.place())
    elif unplaced:
        notes.add(RemarkKind.LOST, "row_text", row.place(), name=name)
    if years or not unplaced:
        yield row


def _cells(table: Table, label: Cell) -> list[Cell]:
    """Give the cells that belong to a title: beside it, and below where its column goes on."""
    last = label.row + label.height
    below = table.at(last, label.column)
    if label.height == 1 and below is not None and is_blank(below.text):
        last += 1
    found = []
    for row in range(label.row, last):
        for column in range(label.column + label.width, table.width):
            cell = table.at(row, column)
            if cell is None or label_key(cell.text):
                break
            if (cell.row, cell.column) == (row, column):
                found.append(cell)
    return found


def _years(table: Table, cells: list[Cell]) -> dict[int, str]:
    """Map years to what is typed for them; 0 stands for an amount without a year."""
    bare = sum(year_of(cell.text) is not None for cell in cells) >= _ENOUGH
    years: dict[int, str] = {}
    for cell in cells:
        if year_of(cell.text, needs_word=not bare) is not None or is_blank(cell.text):
            year = year_of(cell.text)
            if year is not None:
                years.setdefault(year, "")
            continue
        pairs = years_in(cell.text)
        if pairs and pattern("intake_form.pattern.years_in_text").match(fold_width(cell.text)):
            years |= {year: value for year, value in pairs if value or year not in years}
        else:
            years[_year_for(table, cell)] = cell.text
    return years


def _year_for(table: Table, cell: Cell) -> int:
    """Find the year of an amount: in the cell before it, or above in its column."""
    before = table.at(cell.row, cell.column - 1)
    found = year_of(before.text) if before else None
    for row in range(cell.row - 1, -1, -1):
        above = table.at(row, cell.column)
        if found is not None or above is None:
            break
        found = year_of(above.text)
    return found or 0
