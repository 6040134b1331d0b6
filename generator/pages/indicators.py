"""The indicators of a case, as a reader sees them: a chart each, and a table of all."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from generator.charts.indicator import IndicatorPlot, axis_of, indicator
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
    values, name, unit = row.values, row.name, row.unit
    written = {year: _number(values[year]) for year in years if year in values}
    average, best = _number(row.industry_average), _number(row.industry_best)
    plot = _plot(row, written, (average, best))
    axis, none = axis_of(plot), text("pages.format.none")
    return IndicatorRow(
        name=name,
        unit=unit,
        values=tuple([written.get(year, none) for year in years]),
        average=average,
        best=best,
        rank=_number(row.rank),
        direction=labels("direction")[row.direction],
        note=row.note,
        heading=text("pages.indicator.heading", name=name, unit=unit) if unit else name,
        reading=_reading(row.direction, row.rank, bool(written) and axis.is_cut),
        chart=indicator(name, _said(plot), plot, axis) if written else "",
    )


def _number(value: float | None) -> str:
    # Zero has a sign, which equal keys would not tell apart.
    return _written(value) if value else number(value)


@lru_cache(maxsize=4096, typed=True)  # the same few thousand in the charts of 10,000 cases
def _written(value: float) -> str:
    return number(value)


def _plot(row: Indicator, written: dict[int, str], compared: tuple[str, str]) -> IndicatorPlot:
    """Give the chart's values; what is written of them is known: average and best are compared."""
    values = [row.values[year] for year in written]
    levels = [
        (_level(name, _short(value, shown)), value, name == "best")
        for name, value, shown in zip(
            ("average", "best"), (row.industry_average, row.industry_best), compared, strict=True
        )
        if value is not None
    ]
    shown = map(_short, values, written.values())
    return IndicatorPlot(tuple(zip(map(str, written), values, shown, strict=True)), levels)


def _short(value: float, written: str) -> str:
    return written if len(written) <= _LONGEST else f"{value:.4g}"


@lru_cache(maxsize=1024)  # values of an industry: a library has the same few hundred
def _level(name: str, value: str) -> str:
    return text(f"pages.indicator.{name}", value=value)


def _said(plot: IndicatorPlot) -> str:
    """Say the chart's numbers in one sentence."""
    said = text("pages.indicator.year").format
    years = [said(year=year, value=shown) for year, _, shown in plot.points]
    return text("pages.format.comma").join([*years, *[label for label, _, _ in plot.levels]])


@lru_cache(maxsize=1024)
def _reading(direction: Direction, rank: int | None, is_cut: bool) -> str:
    parts = [text(f"pages.indicator.{direction}")]
    if rank:
        parts.append(text("pages.indicator.rank", rank=rank))
    if is_cut:
        parts.append(text("pages.indicator.cut"))
    return text("pages.format.beside").join(parts)
