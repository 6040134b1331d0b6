"""What a page says of itself in its head: to search engines, to messengers, to archives."""

from dataclasses import dataclass

from generator.pages.inputs import Inputs
from generator.pages.structured import Addresses, Location, Thing, breadcrumbs, graph
from generator.pages.values import Link
from generator.strings import text


@dataclass(frozen=True, slots=True)
class Article:
    """The meta tags of a text on a Chinese public site: ArticleTitle, PubDate, ContentSource."""

    title: str
    published_on: str
    """As exact as known (2022, 2022-06, 2022-06-14), or empty."""
    source: str
    """The body that the text comes from, or empty."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page (field `head` of every view)."""

    description: str
    """One or two sentences; empty: the site's own description stands there."""
    crumbs: tuple[Link, ...] = ()
    """The way from the home page."""
    article: Article | None = None
    """Only for texts: cases, notices, hand-written pages."""
    structured: str = ""
    """JSON-LD, safe inside a script element, or empty."""


def addresses_of(inputs: Inputs, uri: str) -> Addresses:
    """Give the addresses that the page at `uri` names to machines."""
    return Addresses(inputs.config.site_url, uri)


def head(
    inputs: Inputs,
    location: Location,
    description: str,
    *things: Thing,
    article: Article | None = None,
) -> Head:
    """Give the head of a page: its breadcrumbs for machines too, and what else it tells them."""
    home = text("pages.shell.home")
    way = breadcrumbs(addresses_of(inputs, location.uri), location, home) if location.uri else None
    known = (*((way,) if way else ()), *things)
    return Head(description, location.crumbs, article, graph(known))
