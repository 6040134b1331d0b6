"""The plan of the site: every page of every kind, in a fixed order."""

from collections.abc import Callable
from typing import Final

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.config import Config
from generator.library.library import Library
from generator.pages.case import case_pages
from generator.pages.document import document_pages
from generator.pages.enterprise import enterprise_pages
from generator.pages.home import home_pages
from generator.pages.inputs import Inputs
from generator.pages.lists import case_list_pages, term_list_pages
from generator.pages.notice import notice_pages
from generator.pages.notices import notice_list_pages
from generator.pages.planned import Pages, PlannedPage
from generator.pages.revocations import revocation_list_pages
from generator.pages.service import redirect_pages, service_pages
from generator.pages.sessions import session_list_pages
from generator.pages.statistics import statistics_pages
from generator.pages.term import term_pages
from generator.pages.videos import video_list_pages
from generator.pages.year import year_pages

_KINDS: Final[tuple[Callable[[Inputs], Pages], ...]] = (
    notice_list_pages,
    notice_pages,
    session_list_pages,
    video_list_pages,
    revocation_list_pages,
    statistics_pages,
    document_pages,
    redirect_pages,
)
"""The kinds of pages after cases and terms. A new kind is a module and a line here."""
_OF_TERM: Final[dict[Dimension, Callable[[Inputs, TermEntry], Pages]]] = {
    Dimension.YEAR: year_pages,
    Dimension.ENTERPRISE: enterprise_pages,
}


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
        yield from term_list_pages(inputs, dimension)
        for entry in inputs.entries[dimension].values():
            yield from _OF_TERM.get(dimension, term_pages)(inputs, entry)
    for pages_of in _KINDS:
        yield from pages_of(inputs)
