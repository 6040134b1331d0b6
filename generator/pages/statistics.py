"""The library in numbers: charts, and under each the table that it is drawn from."""

from dataclasses import dataclass
from functools import partial

from generator.catalogue.dimensions import Dimension
from generator.pages import routes
from generator.pages.head import Head, addresses_of, head
from generator.pages.inputs import Inputs
from generator.pages.lists import counted
from generator.pages.modified import newest_of_all
from generator.pages.planned import Pages, PlannedPage
from generator.pages.statistics_charts import (
    ChartView,
    by_focus_area,
    by_industry,
    by_level,
    by_method,
    by_rank,
    by_region,
    by_year,
)
from generator.pages.statistics_tables import TableView, table_of_levels, table_of_terms
from generator.pages.structured import Location, Thing, thing
from generator.pages.values import CountSaid
from generator.strings import text


@dataclass(frozen=True, slots=True)
class SectionView:
    """One question: its charts, and the tables that they are drawn from."""

    anchor: str
    title: str
    charts: tuple[ChartView, ...]
    tables: tuple[TableView, ...]


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """The page of statistics (template statistics.html)."""

    head: Head
    title: str
    count: CountSaid
    sections: tuple[SectionView, ...]


def statistics_view(inputs: Inputs) -> StatisticsView:
    """Give the page of statistics."""
    count = counted(inputs.counted)
    title = text("pages.statistics.title")
    sections = (_years(inputs), _methods(inputs), _offices(inputs), _industries(inputs))
    place = Location(routes.STATISTICS, title)
    about = text("pages.statistics.description", count=count)
    return StatisticsView(
        head=head(inputs, place, about, _data_set(inputs, place, sections)),
        title=title,
        count=count,
        sections=sections,
    )


def _years(inputs: Inputs) -> SectionView:
    levels = inputs.catalogue.statistics_by_level()
    areas = inputs.catalogue.statistics(Dimension.FOCUS_AREA)
    charts = (*by_year(inputs, levels), *by_focus_area(inputs, areas), *by_level(levels))
    tables = (
        table_of_terms(inputs, Dimension.FOCUS_AREA, areas),
        table_of_levels(inputs, levels),
    )
    return SectionView("year", text("pages.statistics.section.year"), charts, tables)


def _methods(inputs: Inputs) -> SectionView:
    methods = inputs.catalogue.statistics(Dimension.METHOD)
    tables = (table_of_terms(inputs, Dimension.METHOD, methods),)
    title = text("pages.statistics.section.method")
    return SectionView("method", title, by_method(inputs, methods), tables)


def _offices(inputs: Inputs) -> SectionView:
    offices = inputs.catalogue.statistics(Dimension.RECOMMENDER)
    regions = inputs.catalogue.statistics(Dimension.REGION)
    charts = (
        *by_rank(inputs, Dimension.RECOMMENDER, offices.rows),
        *by_region(inputs, regions),
    )
    tables = (
        table_of_terms(inputs, Dimension.RECOMMENDER, offices),
        table_of_terms(inputs, Dimension.REGION, regions),
    )
    return SectionView("office", text("pages.statistics.section.office"), charts, tables)


def _industries(inputs: Inputs) -> SectionView:
    industries = inputs.catalogue.statistics(Dimension.INDUSTRY)
    tables = (table_of_terms(inputs, Dimension.INDUSTRY, industries),)
    title = text("pages.statistics.section.industry")
    return SectionView("industry", title, by_industry(inputs, industries), tables)


def _data_set(inputs: Inputs, place: Location, sections: tuple[SectionView, ...]) -> Thing:
    """Describe the tables as one set of data."""
    addresses = addresses_of(inputs, place.uri)
    tables = [table for section in sections for table in section.tables]
    years = tables[0].years
    return thing(
        "Dataset",
        id_=f"{addresses.here}#data",
        name=f"{inputs.config.site_name}{text('pages.shell.separator')}{place.title}",
        description=text("pages.statistics.data_set", count=counted(inputs.counted)),
        url=addresses.here,
        inLanguage=text("pages.language"),
        isAccessibleForFree=True,
        temporalCoverage=f"{years[-1].label}/{years[0].label}" if years else "",
        variableMeasured=[table.title for table in tables],
    )


def statistics_pages(inputs: Inputs) -> Pages:
    """Plan the page of statistics."""
    title = text("pages.statistics.title")
    make = partial(statistics_view, inputs)
    on = newest_of_all(inputs)
    yield PlannedPage(routes.STATISTICS, "statistics.html", title, make, modified_on=on)
