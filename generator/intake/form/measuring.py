"""A row of numbers as an indicator: values of years, in one unit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from generator.intake.form.facts import Measured
from generator.intake.form.notes import Notes, is_private, joined, place, quoted_number, what
from generator.intake.form.numbers import (
    Number,
    fold_width,
    is_blank,
    read_number,
    read_rank,
    same_unit,
)
from generator.intake.remarks import RemarkKind
from generator.intake.wordings import pattern
from generator.strings import text

_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Written:
    """A row, as it stands in the form."""

    table: int
    name: str
    years: Mapping[int, str]
    unit: str = ""
    average: str = ""
    best: str = ""
    rank: str = ""
    is_series: bool = False

    def place(self, column: str = "") -> str:
        """Say where it stands."""
        return place("cell", number=self.table, name=self.name, column=column)


def clean_name(written: str) -> str:
    """Give a name without the breaks that its column forced on it."""
    return pattern("intake_form.pattern.inner_space").sub("", " ".join(written.split()))


def name_and_unit(written: str, unit: str) -> tuple[str, str]:
    """Give the name of a row and its unit, which may stand in brackets after the name."""
    name = clean_name(written)
    found = pattern("intake_form.pattern.unit_in_name").match(name)
    if not found:
        return name, unit
    inside = fold_width(found["unit"])
    if unit and not same_unit(unit, inside):
        return name, unit
    is_unit = pattern("intake_form.pattern.unit_sure").match(found["unit"])
    return (found["name"], unit or inside) if unit or is_unit else (name, unit)


def measured(row: Written, notes: Notes) -> Measured | None:
    """Give a row as an indicator, or nothing when it holds no certain number."""
    given = {year: cell for year, cell in row.years.items() if not is_blank(cell)}
    numbers = {year: read_number(cell) for year, cell in given.items()}
    if given and not any(numbers.values()) and not any(map(_looks_numeric, given.values())):
        notes.add(RemarkKind.LOST, "row_text", row.place(), name=row.name)
        return None
    for year, cell in given.items():
        if numbers[year] is None:
            column = text("intake_form.what.year", year=year)
            notes.look("number_unclear", row.place(column), value=quoted_number(cell))
    certain = {year: number for year, number in numbers.items() if number}
    unit = _common_unit(row.unit, certain.values())
    if unit is None:
        notes.look("units_differ", row.place())
    if not certain or unit is None:
        return None
    missing = [str(year) for year in row.years if year not in given]
    if missing:
        notes.look("years_missing", row.place(), name=row.name, years=joined(missing))
    return Measured(
        row.name,
        row.place(),
        unit,
        {year: number.value for year, number in sorted(certain.items())},
        _beside(row, "average", unit, notes),
        _beside(row, "best", unit, notes),
        _rank(row, notes),
        row.is_series,
    )


def is_nameable(name: str) -> bool:
    """Tell whether words can be the name of an indicator."""
    return 0 < len(name) <= _LONGEST_NAME and not is_private(name)


def _looks_numeric(cell: str) -> bool:
    return pattern("intake_form.pattern.shown").fullmatch(cell.strip()) is not None


def _common_unit(unit: str, numbers: Iterable[Number]) -> str | None:
    """Give the unit of all values; a unit in the cells goes before that of the table's column."""
    found = [number.unit for number in numbers]
    others = [one for one in found if not same_unit(one, unit)]
    written = [one for one in others if one]
    if not written:
        return unit
    if any(not same_unit(one, written[0]) for one in written) or len(written) < len(found):
        return None
    return written[0]


def _beside(row: Written, key: str, unit: str, notes: Notes) -> int | float | None:
    """Give the industry's average or best value."""
    cell = row.average if key == "average" else row.best
    if is_blank(cell):
        return None
    number = read_number(cell)
    if number is None:
        notes.look("number_unclear", row.place(what(key)), value=quoted_number(cell))
    elif not same_unit(number.unit or row.unit, unit):
        notes.look("unit_differs", row.place(what(key)))
    else:
        return number.value
    return None


def _rank(row: Written, notes: Notes) -> int | None:
    if is_blank(row.rank):
        return None
    rank = read_rank(row.rank)
    if rank is None:
        notes.look("number_unclear", row.place(what("rank")), value=quoted_number(row.rank))
    return rank
