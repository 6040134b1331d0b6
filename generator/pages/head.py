"""What a page says of itself in its head: to search engines, to messengers, to archives."""

from dataclasses import dataclass
from typing import Final

from generator.pages.feeds.links import FeedLink
from generator.pages.inputs import Inputs
from generator.pages.structured import (
    Addresses,
    Described,
    Location,
    Thing,
    breadcrumbs,
    graph,
)
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


_NOWHERE: Final = Location("", "")
"""Of a page for which machines have no use."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page (field `head` of every view)."""

    description: str
    """One or two sentences; empty: the site's own description stands there."""
    location: Location = _NOWHERE
    site_url: str = ""
    article: Article | None = None
    """Only for texts: cases, notices, hand-written pages."""
    things: tuple[Thing | Described, ...] = ()
    """What machines are told beside the way from the home page."""
    feeds: tuple[FeedLink, ...] = ()
    """Where a program asks what is new in the list of this page."""

    @property
    def crumbs(self) -> tuple[Link, ...]:
        """Give the way from the home page."""
        return self.location.crumbs

    @property
    def structured(self) -> str:
        """Give JSON-LD, safe inside a script element, or "".

        Written when the page is rendered: a tenth of a case's view was this text.
        """
        location = self.location
        addresses = Addresses(self.site_url, location.uri)
        known = [one.thing(addresses) if isinstance(one, Described) else one for one in self.things]
        if location.uri:
            known.insert(0, breadcrumbs(addresses, location, text("pages.shell.home")))
        return graph(known)


def addresses_of(inputs: Inputs, uri: str) -> Addresses:
    """Give the addresses that the page at `uri` names to machines."""
    return Addresses(inputs.config.site_url, uri)


def head(
    inputs: Inputs,
    location: Location,
    description: str,
    *things: Thing | Described,
    article: Article | None = None,
    feeds: tuple[FeedLink, ...] = (),
) -> Head:
    """Give the head of a page: its breadcrumbs for machines too, and what else it tells them."""
    return Head(description, location, inputs.config.site_url, article, things, feeds)
