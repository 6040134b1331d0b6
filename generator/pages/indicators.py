"""The indicators of a case, as a reader sees them: a chart each, and a table of all."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from generator.charts.indicator import IndicatorPlot, Level, Point, axis_of, indicator
from generator.library.case import Indicator
from generator.library.lifecycle import Direction
from generator.pages.values import number
from generator.strings import labels, text

_LONGEST: Final = 8
"""Characters that a number in a chart may have; a longer one is rounded to four digits."""


class IndicatorRow(NamedTuple):
    """One indicator; numbers are written out."""

    name: str
    unit: str
    values: tuple[str, ...]
    average: str
    best: str
    rank: str
    direction: str
    note: str
    heading: str
    """Name and unit, above the chart."""
    reading: str
    """How to read the chart: which way is better, the rank, where the axis begins."""
    chart: str
    """SVG, safe; empty when no year has a value."""


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """Indicators against years, written out and drawn when the page is rendered.

    Two fifths of the time of a case's view went into its charts.
    """

    indicators: tuple[Indicator, ...]

    @property
    def years(self) -> tuple[str, ...]:
        """Give the years, the earliest first."""
        return tuple([str(year) for year in self._years()])

    @property
    def rows(self) -> tuple[IndicatorRow, ...]:
        """Give a row for each indicator, with its chart."""
        years = self._years()
        return tuple([_indicator_row(indicator, years) for indicator in self.indicators])

    def _years(self) -> list[int]:
        return sorted({year for indicator in self.indicators for year in indicator.values})


def indicator_table(indicators: tuple[Indicator, ...]) -> IndicatorTable | None:
    """Give the table of a case's indicators, or None when it has none."""
    return IndicatorTable(indicators) if indicators else None


def _indicator_row(row: Indicator, years: list[int]) -> IndicatorRow:
    written = {year: number(value) for year, value in sorted(row.values.items())}
    average, best = number(row.industry_average), number(row.industry_best)
    plot = _plot(row, written, (average, best))
    unit, none = row.unit, text("pages.format.none")
    is_cut = bool(plot.points) and axis_of(plot).is_cut
    return IndicatorRow(
        name=row.name,
        unit=unit,
        values=tuple([written.get(year, none) for year in years]),
        average=average,
        best=best,
        rank=number(row.rank),
        direction=labels("direction")[row.direction],
        note=row.note,
        heading=text("pages.indicator.heading", name=row.name, unit=unit) if unit else row.name,
        reading=_reading(row.direction, row.rank, is_cut),
        chart=indicator(row.name, _said(plot), plot) if plot.points else "",
    )


def _plot(row: Indicator, written: dict[int, str], compared: tuple[str, str]) -> IndicatorPlot:
    """Give the chart's values; what is written of them is known: average and best are compared."""
    values = row.values
    points = [
        Point(str(year), value := values[year], _short(value, shown))
        for year, shown in written.items()
    ]
    known = zip(
        ("average", "best"), (row.industry_average, row.industry_best), compared, strict=True
    )
    levels = [
        Level(_level(name, _short(value, shown)), value, name == "best")
        for name, value, shown in known
        if value is not None
    ]
    return IndicatorPlot(tuple(points), tuple(levels))


def _short(value: float, written: str) -> str:
    return written if len(written) <= _LONGEST else f"{value:.4g}"


@lru_cache(maxsize=1024)  # values of an industry: a library has the same few hundred
def _level(name: str, value: str) -> str:
    return text(f"pages.indicator.{name}", value=value)


def _said(plot: IndicatorPlot) -> str:
    """Say the chart's numbers in one sentence."""
    said = text("pages.indicator.year").format
    years = [said(year=year, value=shown) for year, _, shown in plot.points]
    return text("pages.format.comma").join([*years, *[level.label for level in plot.levels]])


@lru_cache(maxsize=1024)
def _reading(direction: Direction, rank: int | None, is_cut: bool) -> str:
    parts = [text(f"pages.indicator.{direction}")]
    if rank:
        parts.append(text("pages.indicator.rank", rank=rank))
    if is_cut:
        parts.append(text("pages.indicator.cut"))
    return text("pages.format.beside").join(parts)
