"""The library in numbers: tables of years against terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.catalogue.statistics import StatisticsRow, YearTable
from generator.library.lifecycle import Level
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.lists import counted, fictional
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import CountSaid, Link
from generator.strings import labels, text

_TABLES: Final = (
    Dimension.FOCUS_AREA,
    Dimension.METHOD,
    Dimension.REGION,
    Dimension.INDUSTRY,
    Dimension.RECOMMENDER,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of cases; an empty cell stands for none: the eye finds the numbers."""

    real: str
    """A nought only where there are fictional cases."""
    demonstration: str
    """演示 5, or empty when none of them is fictional."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A term, its cases in each year, and in all."""

    head: Link
    counts: tuple[Cell, ...]
    total: Cell


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of years against terms."""

    anchor: str
    title: str
    years: tuple[Link, ...]
    rows: tuple[TableRow, ...]
    without: TableRow | None
    """Cases without a term; None when there is no such case."""
    totals: TableRow


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """The page of statistics (template statistics.html)."""

    head: Head
    title: str
    count: CountSaid
    tables: tuple[TableView, ...]


def statistics_view(inputs: Inputs) -> StatisticsView:
    """Give the page of statistics, the table of focus areas first."""
    count = counted(inputs.counted)
    title = text("pages.statistics.title")
    return StatisticsView(
        head=head(inputs, Location(routes.STATISTICS, title), str(count)),
        title=title,
        count=count,
        tables=(
            *(_by_term(inputs, name) for name in _TABLES[:1]),
            _by_level(inputs),
            *(_by_term(inputs, name) for name in _TABLES[1:]),
        ),
    )


def _by_term(inputs: Inputs, dimension: Dimension) -> TableView:
    table = inputs.catalogue.statistics(dimension)
    heads = tuple(inputs.term(dimension, row.slug) for row in table.rows)
    title = text("pages.statistics.by", name=text(f"pages.dimension.{dimension}.short"))
    return _table(inputs, (dimension.replace("_", "-"), title), table, heads)


def _by_level(inputs: Inputs) -> TableView:
    table = inputs.catalogue.statistics_by_level()
    heads = tuple(Link(labels("level")[Level(row.slug)]) for row in table.rows)
    title = text("pages.statistics.by", name=text("pages.facts.level"))
    return _table(inputs, ("level", title), table, heads)


def _table(
    inputs: Inputs, naming: tuple[str, str], table: YearTable, heads: Sequence[Link]
) -> TableView:
    without = _row(Link(text("pages.statistics.without")), table.without)
    return TableView(
        anchor=naming[0],
        title=naming[1],
        years=tuple(inputs.term(Dimension.YEAR, str(year)) for year in table.years),
        rows=tuple(_counted_row(head, row) for head, row in zip(heads, table.rows, strict=True)),
        without=without if any(count.total for count in table.without) else None,
        totals=TableRow(
            Link(text("pages.statistics.total")),
            tuple(_cell(count) for count in table.totals),
            _cell(table.total),
        ),
    )


def _counted_row(head: Link, row: StatisticsRow) -> TableRow:
    return TableRow(head, tuple(_cell(count) for count in row.counts), _cell(row.total))


def _row(head: Link, counts: Sequence[Count]) -> TableRow:
    total = Count(sum(count.real for count in counts), sum(count.demonstration for count in counts))
    return TableRow(head, tuple(_cell(count) for count in counts), _cell(total))


def _cell(count: Count) -> Cell:
    return Cell(str(count.real) if count.total else "", fictional(count))


def statistics_pages(inputs: Inputs) -> Pages:
    """Plan the page of statistics."""
    title = text("pages.statistics.title")
    make = partial(statistics_view, inputs)
    yield PlannedPage(routes.STATISTICS, "statistics.html", title, make)
