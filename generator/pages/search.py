"""The search page, whose script asks the finder's index, and its description for browsers.

Without a script the page offers the catalogues.
"""

from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Final

from generator.config import Config
from generator.pages import routes
from generator.pages.finder import FacetView, empty_facets
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.lists import dimension_links
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import Link
from generator.pages.verbatim import Verbatim
from generator.strings import text

_NAMESPACE: Final = "http://a9.com/-/spec/opensearch/1.1/"
_SHORT: Final = 16
"""Characters of a short name, by OpenSearch 1.1."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page (template search.html)."""

    head: Head
    title: str
    catalogues: tuple[Link, ...]
    facets: tuple[FacetView, ...]
    """The panel of the finder, whose script fills in the terms."""


def search_pages(inputs: Inputs) -> Pages:
    """Plan the search page, and where the site has an address its description for browsers."""
    title = text("pages.search.title")
    yield PlannedPage(routes.SEARCH, "search.html", title, partial(search_view, inputs))
    if inputs.config.site_url:
        uri = routes.OPENSEARCH
        make = partial(opensearch, inputs.config)
        yield PlannedPage(uri, "verbatim.html", uri, make, indexed=False)


def search_view(inputs: Inputs) -> SearchView:
    """Give the search page."""
    title = text("pages.search.title")
    return SearchView(
        head=head(inputs, Location(routes.SEARCH, title), text("pages.search.lead")),
        title=title,
        catalogues=(Link(text("pages.navigation.cases"), routes.CASES), *dimension_links()),
        facets=empty_facets(),
    )


def opensearch(config: Config) -> Verbatim:
    """Describe the search for browsers (OpenSearch 1.1); the site must know its own address."""
    name, address = escape(config.site_name), escape(config.site_url)
    return Verbatim(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<OpenSearchDescription xmlns="{_NAMESPACE}">\n'
        f"<ShortName>{escape(config.site_name[:_SHORT])}</ShortName>\n"
        f"<LongName>{name}</LongName>\n"
        f"<Description>{escape(text('pages.search.label'))}</Description>\n"
        f"<Language>{escape(text('pages.language'))}</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Image type="image/svg+xml">{address}assets/biaogan.svg</Image>\n'
        f'<Url type="text/html" template="{address}{routes.SEARCH}?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )
