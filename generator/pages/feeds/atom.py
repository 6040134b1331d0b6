"""A feed in Atom 1.0 (RFC 4287)."""

from functools import lru_cache
from html import escape
from typing import Final

from generator.pages.feeds.entries import FeedEntry
from generator.pages.feeds.feed import Feed, moment
from generator.strings import text

NAMESPACE: Final = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> str:
    """Give the document."""
    language = escape(text("pages.language"))
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<feed xmlns="{NAMESPACE}" xml:lang="{language}">',
            _element("id", feed.home),
            _element("title", feed.title),
            _element("updated", moment(feed.day)),
            _link("self", "application/atom+xml", feed.here),
            _link("alternate", "text/html", feed.home),
            _author(feed.author),
            *map(_entry, feed.entries),
            "</feed>\n",
        )
    )


@lru_cache(maxsize=4096)  # a case stands in the feeds of all its terms
def _entry(entry: FeedEntry) -> str:
    categories = (
        f'<category scheme="{escape(item.scheme)}" term="{escape(item.term)}"'
        f' label="{escape(item.label)}"/>'
        for item in entry.categories
    )
    lines = (
        "<entry>",
        _element("id", entry.address),
        _element("title", entry.title),
        # One day for both: the library states when a thing was made public, and no later change.
        _element("published", moment(entry.day)),
        _element("updated", moment(entry.day)),
        _author(entry.author) if entry.author else "",
        _link("alternate", "text/html", entry.address),
        *categories,
        _element("summary", entry.summary),
        "</entry>",
    )
    return "\n".join(line for line in lines if line)


def _element(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>"


def _author(name: str) -> str:
    return f"<author>{_element('name', name)}</author>"


def _link(relation: str, kind: str, address: str) -> str:
    return f'<link rel="{relation}" type="{kind}" href="{escape(address)}"/>'
