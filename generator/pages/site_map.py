"""The map of the site for people: every column, every catalogue, every hand-written page."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.pages import routes
from generator.pages.calendar import calendar_uri
from generator.pages.document import document_links
from generator.pages.feeds.links import feed_links
from generator.pages.feeds.lists import FeedList, fixed_feeds, term_feed
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.modified import newest_of_all
from generator.pages.notices import kind_links
from generator.pages.planned import Pages, PlannedPage
from generator.pages.shell import footer, navigation
from generator.pages.structured import Location
from generator.pages.values import Link
from generator.strings import text

_LISTED: Final = (
    Dimension.YEAR,
    Dimension.FOCUS_AREA,
    Dimension.METHOD,
    Dimension.RECOMMENDER,
    Dimension.INDUSTRY,
    Dimension.REGION,
)
"""Dimensions whose terms are named one by one; enterprises are too many."""


@dataclass(frozen=True, slots=True)
class MapGroup:
    """A column of the site with the pages below it."""

    link: Link
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SiteMapView:
    """The map of the site (template site_map.html)."""

    head: Head
    title: str
    columns: tuple[Link, ...]
    groups: tuple[MapGroup, ...]


def site_map_pages(inputs: Inputs) -> Pages:
    """Plan the map of the site."""
    title = text("pages.site_map.title")
    make, on = partial(site_map_view, inputs), newest_of_all(inputs)
    yield PlannedPage(routes.SITE_MAP, "site_map.html", title, make, modified_on=on)


def site_map_view(inputs: Inputs) -> SiteMapView:
    """Give the map of the site."""
    title = text("pages.site_map.title")
    return SiteMapView(
        head=head(inputs, Location(routes.SITE_MAP, title), text("pages.site_map.lead")),
        title=title,
        columns=(*navigation(), *footer(inputs.library)),
        groups=(
            *(_terms(inputs, name) for name in _LISTED),
            _notices(inputs),
            _followed(inputs),
            _documents(inputs),
        ),
    )


def _terms(inputs: Inputs, dimension: Dimension) -> MapGroup:
    title = Link(text(f"pages.dimension.{dimension}.title"), routes.dimension(dimension))
    return MapGroup(title, tuple(inputs.links[dimension].values()))


def _notices(inputs: Inputs) -> MapGroup:
    kinds = tuple(Link(kind.label, kind.uri) for kind in kind_links(inputs))
    return MapGroup(Link(text("pages.notices.title"), routes.NOTICES), kinds)


def _followed(inputs: Inputs) -> MapGroup:
    """Give what can be subscribed to; the feeds of methods are many and stand on their pages."""
    areas = inputs.entries[Dimension.FOCUS_AREA].values()
    fixed = [link for listed in fixed_feeds(inputs) for link in _feed(inputs, listed)]
    of_areas = [link for entry in areas for link in _feed(inputs, term_feed(entry))]
    dates = calendar_uri(inputs)
    calendar = [Link(text("pages.feeds.dates"), dates)] if dates else []
    methods = [Link(text("pages.feeds.methods"))] if fixed else []
    return MapGroup(Link(text("pages.feeds.label")), (*fixed, *calendar, *of_areas, *methods))


def _feed(inputs: Inputs, listed: FeedList) -> tuple[Link, ...]:
    """Give the link to a feed in the form that every program reads, which stands first."""
    links = feed_links(inputs, listed)[:1]
    return tuple(Link(listed.label, link.uri) for link in links)


def _documents(inputs: Inputs) -> MapGroup:
    return MapGroup(Link(text("pages.site_map.pages")), document_links(inputs.library))
