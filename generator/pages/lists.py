"""The list of all cases, and how counts are said."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.library.case import Case
from generator.pages import routes
from generator.pages.finder import FacetView, facets
from generator.pages.head import Head, head
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.modified import newest_case
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import CountedLink, CountSaid, Link, LinkGroup
from generator.strings import text

WAYS: Final = {
    Dimension.YEAR: 20,
    Dimension.FOCUS_AREA: 12,
    Dimension.METHOD: 10,
    Dimension.RECOMMENDER: 6,
    Dimension.INDUSTRY: 6,
    Dimension.REGION: 8,
    Dimension.ENTERPRISE: 0,
}
"""Terms of each dimension beside the list of all cases; each has a page with the rest."""
LINES: Final = 5
"""A page of one-line entries holds so many times the entries of a page of cases."""


@dataclass(frozen=True, slots=True)
class CaseListView:
    """One page of all cases (template cases.html)."""

    head: Head
    title: str
    count: CountSaid
    ways: tuple[LinkGroup, ...]
    """The ways in by dimension: its commonest terms, and the page that has all."""
    facets: tuple[FacetView, ...]
    """The same for readers with a script: terms to choose."""
    catalogues: tuple[Link, ...]
    total: str
    """共 26 项经验（含演示 7 项）: as many rows as the list has."""
    uri: str
    """Where the script shows what is chosen: the list's first page."""
    is_first: bool
    rows: tuple[CaseRow, ...]
    pager: Pager | None


def case_list_parts(inputs: Inputs) -> Iterator[Part[Case]]:
    """Cut the list of all cases into pages."""
    return parts(inputs.catalogue.cases, inputs.config.per_page, routes.CASES)


def case_list_view(
    inputs: Inputs,
    part: Part[Case],
    ways: tuple[LinkGroup, ...],
    facets: tuple[FacetView, ...],
) -> CaseListView:
    """Give one page of all cases."""
    count = counted(inputs.counted)
    title = titled(text("pages.cases.title"), part.number)
    return CaseListView(
        head=head(inputs, Location(part.uri, title), str(count)),
        title=title,
        count=count,
        ways=ways,
        facets=facets,
        catalogues=dimension_links(),
        total=_total(inputs.counted),
        uri=routes.CASES,
        is_first=part.number == 1,
        rows=tuple(inputs.row(case) for case in part.items),
        pager=part.pager,
    )


def _total(count: Count) -> str:
    """Say how many rows the list has, as the finder's script does."""
    among = text("finder.words.among", count=count.demonstration) if count.demonstration else ""
    return text("finder.words.total", count=count.real + count.demonstration) + among


def commonest(inputs: Inputs, dimension: Dimension, most: int) -> tuple[CountedLink, ...]:
    """Give the terms with the most cases, real ones first; the years in their own order.

    Broader terms are left out: they repeat what their narrower ones count.
    """
    known = inputs.entries[dimension].values() if most else ()
    found = [entry for entry in known if entry.count and not entry.children]
    if dimension is not Dimension.YEAR:
        found.sort(key=lambda entry: (-entry.counted.real, -entry.count, entry.place))
    return tuple(
        counted_link(inputs.term(dimension, entry.slug), entry.label, entry.counted)
        for entry in found[:most]
    )


def ways_in(inputs: Inputs) -> tuple[LinkGroup, ...]:
    """Give the ways in by dimension, the same for every page of the list."""
    return tuple(_way(inputs, name) for name in Dimension)


def _way(inputs: Inputs, dimension: Dimension) -> LinkGroup:
    name = text(f"pages.dimension.{dimension}.short")
    links = commonest(inputs, dimension, WAYS[dimension])
    known = how_many(inputs, dimension)
    unit = "firms" if dimension is Dimension.ENTERPRISE else "terms"
    more = Link(text(f"pages.cases.all_{unit}", count=known), routes.dimension(dimension))
    return LinkGroup(name, links, more)


def dimension_links() -> tuple[Link, ...]:
    """Give the links to the lists of terms."""
    return tuple(
        Link(text(f"pages.dimension.{name}.short"), routes.dimension(name)) for name in Dimension
    )


def counted_link(link: Link, label: str, count: Count) -> CountedLink:
    """Give a link with its number of cases, the fictional ones apart."""
    return CountedLink(label, link.uri, count.real, fictional(count))


def fictional(count: Count) -> str:
    """Say how many fictional cases come on top; nothing when there are none."""
    number = count.demonstration
    return text("pages.count.demonstration", demonstration=number) if number else ""


def fictional_beside(count: Count) -> str:
    """Say the same in brackets, for running text."""
    said = fictional(count)
    return text("pages.count.beside", demonstration=said) if said else ""


def counted(count: Count) -> CountSaid:
    """Say how many cases, the fictional ones apart."""
    return CountSaid(text("pages.count.cases", real=count.real), fictional_beside(count))


def how_many(inputs: Inputs, dimension: Dimension) -> str:
    """Say how many terms; only enterprises can themselves be fictional."""
    if dimension is not Dimension.ENTERPRISE:
        return str(len(inputs.entries[dimension]))
    return text("pages.count.firms", real=inputs.firms.real) + fictional_beside(inputs.firms)


def case_list_pages(inputs: Inputs) -> Pages:
    """Plan the list of all cases."""
    ways, chosen_from = ways_in(inputs), facets(inputs)
    for part in case_list_parts(inputs):
        title = titled(text("pages.cases.title"), part.number)
        make = partial(case_list_view, inputs, part, ways, chosen_from)
        on = newest_case(inputs, [case.id for case in part.items])
        yield PlannedPage(part.uri, "cases.html", title, make, modified_on=on)
