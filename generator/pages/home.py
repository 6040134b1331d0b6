"""The home page: search, the staff of years, the ways in, how to use it, what is new."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.charts.drawing import Tiles
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.drawn_terms import region_tiles
from generator.pages.feeds.links import feed_links
from generator.pages.feeds.lists import library_feed
from generator.pages.head import Head, head
from generator.pages.holdings import Holding, holdings
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.lists import commonest, counted, counted_link
from generator.pages.modified import newest_of_all
from generator.pages.notices import NoticeRow, notice_row
from generator.pages.planned import Pages, PlannedPage
from generator.pages.staff import Band, staff
from generator.pages.structured import Location
from generator.pages.values import CountedLink, Link, LinkGroup, span
from generator.strings import text

COMMON: Final = 6
"""Methods named under the search box, the most used first."""
LATEST: Final = 6
"""Notices and cases shown as new."""
LATEST_SESSIONS: Final = 3
DOORS: Final = {Dimension.FOCUS_AREA: 12, Dimension.METHOD: 16}
"""Terms shown of each dimension, most cases first, beside the map of the regions."""
MORE_DOORS: Final = {Dimension.INDUSTRY: 8, Dimension.RECOMMENDER: 8}
_STEPS: Final = {
    "find": (Dimension.METHOD, Dimension.INDUSTRY, "evaluation", "benchmarking"),
    "study": (routes.CASES, "learning", "compare"),
    "meet": (routes.SESSIONS, "application"),
    "verify": (Dimension.ENTERPRISE, routes.REVOCATIONS, "verification"),
}
"""How an enterprise uses the library: each step with the pages that it is done on."""
_NAMED: Final = {
    routes.CASES: "cases",
    routes.SESSIONS: "sessions",
    routes.REVOCATIONS: "revocations",
}
"""Pages of no dimension → their names in `pages.navigation`."""


@dataclass(frozen=True, slots=True)
class UseStep:
    """One step of using the library."""

    title: str
    say: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SessionBrief:
    """An exchange session in short."""

    row: NoticeRow
    days: str
    place: str
    """Empty where the notice does not say."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page (template home.html)."""

    head: Head
    search_uri: str
    scope: str
    """Which years the library covers."""
    common: tuple[Link, ...]
    """Methods worth a try, under the search box."""
    holdings: tuple[Holding, ...]
    years: tuple[Band, ...]
    """The earliest first: the divisions of the staff."""
    doors: tuple[LinkGroup, ...]
    """Focus areas and methods."""
    tiles: Tiles
    """The regions on their map."""
    regions: LinkGroup
    """The same numbers as a list."""
    more_doors: tuple[LinkGroup, ...]
    """Industries and recommenders."""
    steps: tuple[UseStep, ...]
    notices: tuple[NoticeRow, ...]
    notices_uri: str
    sessions: tuple[SessionBrief, ...]
    sessions_uri: str
    latest: tuple[CaseRow, ...]
    cases_uri: str

    @property
    def map(self) -> str:
        """Draw the regions as tiles: SVG, safe."""
        return str(self.tiles)


def home_view(inputs: Inputs) -> HomeView:
    """Give the home page."""
    index = inputs.catalogue.notices
    papers = (notice for notice in index.notices if notice.front.kind is not NoticeKind.SESSION)
    years = staff(inputs)
    return HomeView(
        head=head(
            inputs,
            Location(routes.HOME, ""),
            _description(inputs, years),
            feeds=feed_links(inputs, library_feed(inputs)),
        ),
        search_uri=routes.SEARCH,
        scope=_scope(years),
        common=_common(inputs),
        holdings=holdings(inputs),
        years=years,
        doors=_groups(inputs, DOORS),
        tiles=_tiles(inputs),
        regions=_group(inputs, Dimension.REGION, _regions(inputs)),
        more_doors=_groups(inputs, MORE_DOORS),
        steps=tuple(_step(key) for key in _STEPS),
        notices=tuple(notice_row(inputs, notice) for notice in islice(papers, LATEST)),
        notices_uri=routes.NOTICES,
        sessions=tuple(
            _session(inputs, notice)
            for notice in islice(index.by_kind[NoticeKind.SESSION], LATEST_SESSIONS)
        ),
        sessions_uri=routes.SESSIONS,
        latest=_latest(inputs),
        cases_uri=routes.CASES,
    )


def _scope(years: tuple[Band, ...]) -> str:
    if not years:
        return text("pages.home.scope_empty")
    return text("pages.home.scope", first=years[0].label, last=years[-1].label)


def _description(inputs: Inputs, years: tuple[Band, ...]) -> str:
    if not years:
        return text("pages.home.scope_empty")
    return text(
        "pages.home.description",
        slogan=text("pages.home.slogan"),
        first=years[0].label,
        last=years[-1].label,
        cases=counted(inputs.counted),
    )


def _common(inputs: Inputs) -> tuple[Link, ...]:
    methods = commonest(inputs, Dimension.METHOD, COMMON)
    return tuple(Link(link.label, link.uri) for link in methods)


def _latest(inputs: Inputs) -> tuple[CaseRow, ...]:
    """Give the latest cases that can be read, for a list entry is nothing to begin with."""
    readable = (case for case in inputs.catalogue.cases if not case.body.is_empty)
    return tuple(inputs.row(case) for case in islice(readable, LATEST))


def _session(inputs: Inputs, notice: Notice) -> SessionBrief:
    session = notice.front.session
    if session is None:
        return SessionBrief(notice_row(inputs, notice), notice.dated, "")
    days = span(session.starts_on, session.ends_on)
    return SessionBrief(notice_row(inputs, notice), days, session.place)


def _groups(inputs: Inputs, shown: Mapping[Dimension, int]) -> tuple[LinkGroup, ...]:
    return tuple(
        _group(inputs, name, commonest(inputs, name, most)) for name, most in shown.items()
    )


def _group(inputs: Inputs, dimension: Dimension, links: tuple[CountedLink, ...]) -> LinkGroup:
    known = len(inputs.entries[dimension])
    all_of_it = Link(text(f"pages.home.all_{dimension}", count=known), routes.dimension(dimension))
    return LinkGroup(text(f"pages.dimension.{dimension}.by"), links, all_of_it)


def _regions(inputs: Inputs) -> tuple[CountedLink, ...]:
    """Give the regions in their own order, the same as on the map."""
    return tuple(
        counted_link(inputs.term(Dimension.REGION, entry.slug), entry.label, entry.counted)
        for entry in inputs.entries[Dimension.REGION].values()
        if entry.count
    )


def _tiles(inputs: Inputs) -> Tiles:
    title, description = text("pages.home.map"), text("pages.home.map_description")
    return region_tiles(inputs, routes.HOME, title, description)


def _step(key: str) -> UseStep:
    return UseStep(
        text(f"pages.home.step.{key}.title"),
        text(f"pages.home.step.{key}.say"),
        tuple(_door(target) for target in _STEPS[key]),
    )


def _door(target: str) -> Link:
    """Give the link to a list of terms, to a page of the navigation, or to a service."""
    if isinstance(target, Dimension):
        return Link(text(f"pages.dimension.{target}.by"), routes.dimension(target))
    if target in _NAMED:
        return Link(text(f"pages.navigation.{_NAMED[target]}"), target)
    return Link(text(f"pages.platform.{target}.title"), routes.service(target))


def home_pages(inputs: Inputs) -> Pages:
    """Plan the home page."""
    title = text("pages.home.title")
    make, on = partial(home_view, inputs), newest_of_all(inputs)
    yield PlannedPage(routes.HOME, "home.html", title, make, modified_on=on)
