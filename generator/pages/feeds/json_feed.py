"""A feed in JSON Feed 1.1 (jsonfeed.org)."""

import json
from functools import lru_cache
from typing import Final

from generator.pages.feeds.entries import FeedEntry
from generator.pages.feeds.feed import Feed, moment
from generator.strings import text

VERSION: Final = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> str:
    """Give the document: one line of the file an item."""
    head = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.here,
        "language": text("pages.language"),
        "authors": _authors(feed.author),
    }
    begun = _written(head).removesuffix("}")
    items = ",\n".join(map(_item, feed.entries))
    return f'{begun}, "items": [\n{items}\n]}}\n'


@lru_cache(maxsize=4096)  # a case stands in the feeds of all its terms
def _item(entry: FeedEntry) -> str:
    said = {
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": moment(entry.day),
        "authors": _authors(entry.author),
        "tags": [item.label for item in entry.categories],
    }
    return _written({name: value for name, value in said.items() if value})


def _authors(name: str) -> list[dict[str, str]]:
    return [{"name": name}] if name else []


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
