"""The indicators of a case, as a reader sees them: a chart each, and a table of all."""

from dataclasses import dataclass
from typing import Final

from generator.charts.indicator import IndicatorPlot, Level, Point, axis_of, indicator
from generator.library.case import Indicator
from generator.pages.values import number
from generator.strings import labels, text

_LONGEST: Final = 8
"""Characters that a number in a chart may have; a longer one is rounded to four digits."""


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
    plot = _plot(row)
    unit = row.unit
    return IndicatorRow(
        name=row.name,
        unit=unit,
        values=tuple([number(row.values.get(year)) for year in years]),
        average=number(row.industry_average),
        best=number(row.industry_best),
        rank=number(row.rank),
        direction=labels("direction")[row.direction],
        note=row.note,
        heading=text("pages.indicator.heading", name=row.name, unit=unit) if unit else row.name,
        reading=_reading(row, plot),
        chart=indicator(row.name, _said(plot), plot) if plot.points else "",
    )


def _plot(row: Indicator) -> IndicatorPlot:
    known = sorted(row.values.items())
    points = tuple([Point(str(year), value, _short(value)) for year, value in known])
    compared = (("average", row.industry_average), ("best", row.industry_best))
    levels = tuple(
        [
            Level(text(f"pages.indicator.{name}", value=_short(value)), value, name == "best")
            for name, value in compared
            if value is not None
        ]
    )
    return IndicatorPlot(points, levels)


def _short(value: float) -> str:
    written = number(value)
    return written if len(written) <= _LONGEST else f"{value:.4g}"


def _said(plot: IndicatorPlot) -> str:
    """Say the chart's numbers in one sentence."""
    years = [text("pages.indicator.year", year=p.year, value=p.shown) for p in plot.points]
    comma = text("pages.format.comma")
    return comma.join([*years, *(level.label for level in plot.levels)])


def _reading(row: Indicator, plot: IndicatorPlot) -> str:
    parts = [text(f"pages.indicator.{row.direction}")]
    if row.rank:
        parts.append(text("pages.indicator.rank", rank=row.rank))
    if plot.points and axis_of(plot).is_cut:
        parts.append(text("pages.indicator.cut"))
    return text("pages.format.beside").join(parts)
