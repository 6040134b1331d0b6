"""The tables of the page of statistics: years against terms, or against levels."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.catalogue.statistics import StatisticsRow, YearTable
from generator.library.lifecycle import Level
from generator.pages.inputs import Inputs
from generator.pages.lists import fictional
from generator.pages.values import Link
from generator.strings import labels, text


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

    title: str
    years: tuple[Link, ...]
    rows: tuple[TableRow, ...]
    without: TableRow | None
    """Cases without a term; None when there is no such case."""
    totals: TableRow


def table_of_terms(inputs: Inputs, dimension: Dimension, table: YearTable) -> TableView:
    """Give the table of a dimension's terms."""
    title = text("pages.statistics.by", name=text(f"pages.dimension.{dimension}.short"))
    heads = [inputs.term(dimension, row.slug) for row in table.rows]
    return _table(inputs, title, table, heads)


def table_of_levels(inputs: Inputs, table: YearTable) -> TableView:
    """Give the table of the levels."""
    title = text("pages.statistics.by", name=text("pages.facts.level"))
    heads = [Link(labels("level")[Level(row.slug)]) for row in table.rows]
    return _table(inputs, title, table, heads)


def _table(inputs: Inputs, title: str, table: YearTable, heads: Sequence[Link]) -> TableView:
    without = _row(Link(text("pages.statistics.without")), table.without)
    return TableView(
        title=title,
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
