"""The plan of the site: every page of every kind, in a fixed order."""

from collections.abc import Callable
from functools import partial
from typing import Final

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.config import Config
from generator.library.library import Library
from generator.pages.badges import badge_pages
from generator.pages.calendar import calendar_pages
from generator.pages.case import case_pages
from generator.pages.chapters import chapter_pages
from generator.pages.document import document_pages
from generator.pages.enterprise import enterprise_pages
from generator.pages.enterprises import enterprise_list_pages
from generator.pages.feeds.pages import feed_pages
from generator.pages.focus_area import focus_area_pages
from generator.pages.home import home_pages
from generator.pages.inputs import Inputs
from generator.pages.lists import case_list_pages
from generator.pages.method import method_pages
from generator.pages.notice import notice_pages
from generator.pages.notices import notice_list_pages
from generator.pages.planned import Pages, PlannedPage
from generator.pages.platform.hub import platform_pages
from generator.pages.recommender import recommender_pages
from generator.pages.revocations import revocation_list_pages
from generator.pages.run_sheet import run_sheet_pages
from generator.pages.search import search_pages
from generator.pages.service import redirect_pages, service_pages
from generator.pages.sessions import session_list_pages
from generator.pages.short_addresses import short_pages
from generator.pages.site_map import site_map_pages
from generator.pages.statistics import statistics_pages
from generator.pages.term import term_pages
from generator.pages.terms import term_list_pages
from generator.pages.videos import video_list_pages
from generator.pages.year import year_pages
from generator.pages.years import year_list_pages

_KINDS: Final[tuple[Callable[[Inputs], Pages], ...]] = (
    notice_list_pages,
    notice_pages,
    run_sheet_pages,
    badge_pages,
    calendar_pages,
    session_list_pages,
    video_list_pages,
    chapter_pages,
    revocation_list_pages,
    statistics_pages,
    document_pages,
    search_pages,
    platform_pages,
    site_map_pages,
    feed_pages,
    redirect_pages,
    short_pages,
)
"""The kinds of pages after cases and terms. A new kind is a module and a line here."""
_OF_TERM: Final[dict[Dimension, Callable[[Inputs, TermEntry], Pages]]] = {
    Dimension.YEAR: year_pages,
    Dimension.FOCUS_AREA: focus_area_pages,
    Dimension.METHOD: method_pages,
    Dimension.RECOMMENDER: recommender_pages,
    Dimension.ENTERPRISE: enterprise_pages,
}
_LIST_OF: Final[dict[Dimension, Callable[[Inputs], Pages]]] = {
    Dimension.YEAR: year_list_pages,
    Dimension.ENTERPRISE: enterprise_list_pages,
}
"""Dimensions whose list of terms is of a kind of its own."""


def plan(library: Library, catalogue: Catalogue, config: Config) -> tuple[PlannedPage, ...]:
    """Plan every page of the site, in a fixed order; no two have one address."""
    inputs = Inputs.of(library, catalogue, config)
    pages: dict[str, PlannedPage] = {}
    for page in _content(inputs):
        pages.setdefault(page.uri, page)
    for page in service_pages(config, tuple(pages.values())):
        pages.setdefault(page.uri, page)
    return tuple(pages.values())


def _content(inputs: Inputs) -> Pages:
    yield from home_pages(inputs)
    yield from case_list_pages(inputs)
    yield from case_pages(inputs)
    for dimension in Dimension:
        yield from _LIST_OF.get(dimension, partial(term_list_pages, dimension=dimension))(inputs)
        for entry in inputs.entries[dimension].values():
            yield from _OF_TERM.get(dimension, term_pages)(inputs, entry)
    for pages_of in _KINDS:
        yield from pages_of(inputs)
