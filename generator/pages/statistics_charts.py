"""The charts of the page of statistics, each from the table that stands below it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.catalogue.statistics import StatisticsRow, YearTable
from generator.charts.drawing import Columns, Drawing, Lines, Ranking, Squares
from generator.charts.values import Bar, Row, Series
from generator.library.lifecycle import Level
from generator.pages import routes
from generator.pages.drawn_terms import href, region_tiles
from generator.pages.inputs import Inputs
from generator.strings import labels, text

LINES: Final = 6
"""Methods whose courses are drawn: more lines than that nobody tells apart."""
BARS: Final = 12
"""Bars of a ranking; the table has the rest."""
_NAMED: Final = 3
"""Terms that the words of a chart name."""


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart and what one must know to read it."""

    title: str
    drawing: Drawing | None
    """None where there is nothing to draw, and the caption says why."""
    caption: str
    is_tall: bool = False
    """True: two charts stand beside it."""

    @property
    def chart(self) -> str:
        """Draw it: SVG, safe, or ""."""
        return str(self.drawing or "")


def by_year(inputs: Inputs, table: YearTable) -> tuple[ChartView, ...]:
    """Draw the cases of every year, the years without any too."""
    counted = dict(zip(table.years, table.totals, strict=True))
    bars = tuple(
        Bar(str(year), count.real, count.demonstration, _address(inputs, Dimension.YEAR, str(year)))
        if (count := counted.get(year))
        else Bar(str(year), 0)
        for year in _all_years(table)
    )
    if not bars:
        return ()
    title = text("pages.statistics.chart.year")
    named = [(text("pages.format.year", year=year), count) for year, count in counted.items()]
    return (ChartView(title, Columns(title, _most(named), bars), _caption("year", named)),)


def by_level(table: YearTable) -> tuple[ChartView, ...]:
    """Draw the levels in their order; they have no pages."""
    named = [(labels("level")[Level(row.slug)], row.total) for row in table.rows]
    bars = tuple(
        Bar(label, count.real, count.demonstration) for label, count in named if count.total
    )
    if not bars:
        return ()
    title = text("pages.statistics.chart.level")
    chart = Ranking(title, _most(named), bars)
    return (ChartView(title, chart, _caption("level", named)),)


def by_focus_area(inputs: Inputs, table: YearTable) -> tuple[ChartView, ...]:
    """Draw years against focus areas: a square for each number."""
    if not table.years:
        return ()
    rows = tuple(
        Row(
            row.label,
            _address(inputs, Dimension.FOCUS_AREA, row.slug),
            tuple((count.real, count.demonstration) for count in row.counts),
        )
        for row in table.rows
    )
    title, named = text("pages.statistics.chart.focus_area"), _totals(table.rows)
    chart = Squares(title, _most(named), tuple(str(year) for year in table.years), rows)
    return (ChartView(title, chart, _caption("focus_area", named), is_tall=True),)


def by_method(inputs: Inputs, table: YearTable) -> tuple[ChartView, ...]:
    """Draw the courses of the commonest methods, real cases only, and rank more of them."""
    return (*_courses(table), *by_rank(inputs, Dimension.METHOD, table.rows))


def _courses(table: YearTable) -> tuple[ChartView, ...]:
    years = _all_years(table)
    top = [row for row in _ranked(table.rows)[:LINES] if row.total.real]
    series = []
    for row in top:
        held = dict(zip(table.years, row.counts, strict=True))
        values = tuple(held.get(year, Count()).real for year in years)
        series.append(Series(row.label, values))
    title = text("pages.statistics.chart.course", count=len(series) or LINES)
    if not series:
        return (ChartView(title, None, text("pages.statistics.caption.no_course")),)
    named = _most(_totals(top))
    chart = Lines(title, named, tuple(str(year) for year in years), tuple(series))
    return (ChartView(title, chart, text("pages.statistics.caption.course")),)


def by_region(inputs: Inputs, table: YearTable) -> tuple[ChartView, ...]:
    """Draw the regions as tiles."""
    title, named = text("pages.statistics.chart.region"), _totals(table.rows)
    tiles = region_tiles(inputs, routes.STATISTICS, title, _most(named))
    return (ChartView(title, tiles, _caption("region", named)),)


def by_industry(inputs: Inputs, table: YearTable) -> tuple[ChartView, ...]:
    """Rank the sections of the classification, then their divisions."""
    known = inputs.catalogue.entries[Dimension.INDUSTRY]
    sections = [row for row in table.rows if not known[row.slug].parent]
    divisions = [row for row in table.rows if known[row.slug].parent]
    return (
        *by_rank(inputs, Dimension.INDUSTRY, sections, "section"),
        *by_rank(inputs, Dimension.INDUSTRY, divisions, "division"),
    )


def by_rank(
    inputs: Inputs, dimension: Dimension, rows: Sequence[StatisticsRow], name: str = ""
) -> tuple[ChartView, ...]:
    """Rank terms by their cases, the real ones first; nothing where no term has a case."""
    held = [row for row in _ranked(rows) if row.total.total]
    if not held:
        return ()
    bars = tuple(
        Bar(
            row.label,
            row.total.real,
            row.total.demonstration,
            _address(inputs, dimension, row.slug),
        )
        for row in held[:BARS]
    )
    title, named = text(f"pages.statistics.chart.{name or dimension}"), _totals(held[:BARS])
    kind = "all" if len(held) <= BARS else "first"
    caption = _caption(kind, named, count=len(held), shown=len(bars))
    return (ChartView(title, Ranking(title, _most(named), bars), caption),)


def _address(inputs: Inputs, dimension: Dimension, slug: str) -> str:
    return href(routes.STATISTICS, inputs.term(dimension, slug))


def _all_years(table: YearTable) -> range:
    """Give every year from the first to the last: a gap in time stays a gap in a chart."""
    return range(table.years[-1], table.years[0] + 1) if table.years else range(0)


def _ranked(rows: Iterable[StatisticsRow]) -> list[StatisticsRow]:
    """Order rows by their cases; rows alike stay in the vocabulary's order."""
    return sorted(rows, key=lambda row: (-row.total.real, -row.total.total))


def _totals(rows: Iterable[StatisticsRow]) -> list[tuple[str, Count]]:
    return [(row.label, row.total) for row in rows]


def _most(named: Sequence[tuple[str, Count]]) -> str:
    """Say in words what has the most cases; fictional ones do not compete."""
    top = sorted(named, key=lambda item: -item[1].real)[:_NAMED]
    said = [
        text("pages.statistics.named", label=label, real=count.real)
        for label, count in top
        if count.real
    ]
    if not said:
        return text("pages.statistics.none")
    return text("pages.statistics.most", named=text("pages.format.comma").join(said))


def _caption(kind: str, named: Sequence[tuple[str, Count]], **values: object) -> str:
    """Give how to read a chart, and what the second number means where there is one."""
    caption = text(f"pages.statistics.caption.{kind}", **values)
    if any(count.demonstration for _, count in named):
        caption += text("pages.statistics.caption.demonstration")
    return caption
