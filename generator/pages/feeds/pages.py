"""The files of all feeds."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from generator.pages import routes
from generator.pages.feeds.atom import atom
from generator.pages.feeds.entries import Shelf
from generator.pages.feeds.feed import Feed, feed_of
from generator.pages.feeds.json_feed import json_feed
from generator.pages.feeds.links import ATOM, ENDINGS, JSON
from generator.pages.feeds.lists import FeedList, feed_lists
from generator.pages.inputs import Inputs
from generator.pages.planned import Pages, PlannedPage
from generator.pages.verbatim import Verbatim

_WRITERS: Final[Mapping[str, Callable[[Feed], str]]] = {ATOM: atom, JSON: json_feed}


def feed_pages(inputs: Inputs) -> Pages:
    """Plan the feeds of all lists in both forms; none for a site without an address."""
    if not inputs.config.site_url:
        return
    shelf = Shelf(inputs)
    for listed in feed_lists(inputs):
        for form, ending in ENDINGS.items():
            uri = routes.feed(listed.uri, ending)
            make = partial(feed_file, shelf, listed, form)
            yield PlannedPage(uri, "verbatim.html", uri, make, indexed=False)


def feed_file(shelf: Shelf, listed: FeedList, form: str) -> Verbatim:
    """Give the file of a feed; `form` is ATOM or JSON."""
    return Verbatim(_WRITERS[form](feed_of(shelf, listed, ENDINGS[form])))
