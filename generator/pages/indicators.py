"""The indicators of a case, as a reader sees them."""

from dataclasses import dataclass

from generator.library.case import Indicator
from generator.pages.values import number
from generator.strings import labels


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator; numbers are written out."""

    name: str
    unit: str
    values: tuple[str, ...]
    average: str
    best: str
    rank: str
    direction: str
    note: str


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """Indicators against years."""

    years: tuple[str, ...]
    """The earliest first."""
    rows: tuple[IndicatorRow, ...]


def indicator_table(indicators: tuple[Indicator, ...]) -> IndicatorTable | None:
    """Give the table of a case's indicators, or None when it has none."""
    if not indicators:
        return None
    years = sorted({year for indicator in indicators for year in indicator.values})
    return IndicatorTable(
        tuple(str(year) for year in years),
        tuple(_indicator_row(indicator, years) for indicator in indicators),
    )


def _indicator_row(indicator: Indicator, years: list[int]) -> IndicatorRow:
    return IndicatorRow(
        name=indicator.name,
        unit=indicator.unit,
        values=tuple([number(indicator.values.get(year)) for year in years]),
        average=number(indicator.industry_average),
        best=number(indicator.industry_best),
        rank=number(indicator.rank),
        direction=labels("direction")[indicator.direction],
        note=indicator.note,
    )
