"""The home page: what the library holds, the ways in, and what is new."""

from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.lists import counted, counted_link
from generator.pages.notices import NoticeRow, notice_row
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import CountedLink, CountSaid, Link, LinkGroup
from generator.strings import text

LATEST: Final = 6
"""Notices and cases shown as new."""
SHOWN: Final = 16
"""Terms shown of each dimension, most cases first."""
_WAYS_IN: Final = (
    Dimension.FOCUS_AREA,
    Dimension.METHOD,
    Dimension.INDUSTRY,
    Dimension.REGION,
    Dimension.RECOMMENDER,
)


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page (template home.html)."""

    head: Head
    count: CountSaid
    years: tuple[CountedLink, ...]
    """The earliest first: the divisions of the staff."""
    groups: tuple[LinkGroup, ...]
    latest: tuple[CaseRow, ...]
    notices: tuple[NoticeRow, ...]
    notices_uri: str
    cases_uri: str


def home_view(inputs: Inputs) -> HomeView:
    """Give the home page."""
    index = inputs.catalogue.notices
    return HomeView(
        head=head(inputs, Location(routes.HOME, ""), ""),
        count=counted(inputs.counted),
        years=tuple(reversed(_links(inputs, Dimension.YEAR))),
        groups=tuple(_group(inputs, name) for name in _WAYS_IN),
        latest=_latest(inputs),
        notices=tuple(notice_row(notice) for notice in index.notices[:LATEST]),
        notices_uri=routes.NOTICES,
        cases_uri=routes.CASES,
    )


def _latest(inputs: Inputs) -> tuple[CaseRow, ...]:
    """Give the latest cases that can be read, for a list entry is nothing to begin with."""
    readable = (case for case in inputs.catalogue.cases if not case.body.is_empty)
    return tuple(inputs.row(case) for case in islice(readable, LATEST))


def _links(inputs: Inputs, dimension: Dimension) -> tuple[CountedLink, ...]:
    return tuple(
        counted_link(inputs.term(dimension, entry.slug), entry.label, entry.counted)
        for entry in inputs.entries[dimension].values()
    )


def _group(inputs: Inputs, dimension: Dimension) -> LinkGroup:
    # Broader terms repeat what their narrower ones count; the list of terms shows both.
    known = inputs.entries[dimension]
    top = [entry for entry in known.values() if entry.count and not entry.children]
    ranked = sorted(top, key=lambda entry: (-entry.counted.real, -entry.count))[:SHOWN]
    links = tuple(
        counted_link(inputs.term(dimension, entry.slug), entry.label, entry.counted)
        for entry in ranked
    )
    title = text(f"pages.dimension.{dimension}.by")
    all_of_it = Link(text("pages.home.all", count=len(known)), routes.dimension(dimension))
    return LinkGroup(title, links, all_of_it)


def home_pages(inputs: Inputs) -> Pages:
    """Plan the home page."""
    title = text("pages.home.title")
    yield PlannedPage(routes.HOME, "home.html", title, partial(home_view, inputs))
