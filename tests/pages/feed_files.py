"""What the tests of feeds share: a library of few records, and its feeds read back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from generator.library.case import Case
from generator.library.library import Library
from generator.library.notice import Notice
from generator.pages.feeds.pages import feed_pages
from generator.pages.planned import PlannedPage
from generator.pages.shell import SiteView
from tests.pages import toy
from tests.pages.rendering import render, shell

URL = "https://example.org/biaogan/"
ATOM = "{http://www.w3.org/2005/Atom}"
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "home_page_url", "feed_url"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "format": "uri"},
        "feed_url": {"type": "string", "format": "uri"},
        "language": {"type": "string"},
        "authors": {"$ref": "#/$defs/authors"},
        "items": {
            "type": "array",
            "maxItems": 50,
            "items": {
                "type": "object",
                # 1.1: an item has an id and one of content_text and content_html.
                "required": ["id", "content_text"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": {"type": "string", "format": "uri"},
                    "title": {"type": "string"},
                    "content_text": {"type": "string", "minLength": 1},
                    "date_published": {"type": "string", "format": "date-time"},
                    "authors": {"$ref": "#/$defs/authors"},
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
            },
        },
    },
    "$defs": {
        "authors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name"],
                "properties": {"name": {"type": "string", "minLength": 1}},
            },
        }
    },
}
"""JSON Feed 1.1 (jsonfeed.org/version/1.1), as far as we write any of it."""


@cache
def schema() -> etree.RelaxNG:
    """Give the schema of an Atom feed."""
    path = Path(__file__).with_name("atom.rng")
    return etree.RelaxNG(etree.parse(path))


def library(cases: Iterable[Case] = (), notices: Iterable[Notice] = ()) -> Library:
    """Make a library of these cases and notices alone."""
    return replace(
        toy.library(),
        cases={item.id: item for item in cases},
        notices={item.id: item for item in notices},
    )


def planned(held: Library | None = None, **settings: Any) -> dict[str, PlannedPage]:
    """Give the plan of a site that knows its address."""
    return toy.planned(held, **{"site_url": URL, "site_name": "Site", **settings})


def of_library(held: Library, ending: str) -> dict[str, str]:
    """Give the feeds of a library by address, without planning the rest of its site."""
    inputs = toy.inputs(held, site_url=URL, site_name="Site")
    return feeds({page.uri: page for page in feed_pages(inputs)}, ending)


@cache
def site() -> SiteView:
    """Give the shell of a site that knows its address."""
    return shell(site_url=URL)


def feeds(pages: Mapping[str, PlannedPage], ending: str) -> dict[str, str]:
    """Give the feeds of a site by address, as they are written."""
    return {
        uri: render(page, site())
        for uri, page in pages.items()
        if uri.rpartition("/")[2] == f"feed.{ending}"
    }


def root(content: str) -> etree._Element:
    """Read an Atom feed as strictly as XML asks."""
    return etree.fromstring(content.encode())


def texts(node: etree._Element, name: str) -> list[str]:
    """Give the texts of the elements of a name right below an element."""
    return [found.text or "" for found in node.findall(f"{ATOM}{name}")]


def titles(content: str) -> list[str]:
    """Give the titles of the entries of an Atom feed."""
    return [texts(entry, "title")[0] for entry in root(content).findall(f"{ATOM}entry")]


def items(content: str) -> list[dict[str, Any]]:
    """Give the items of a JSON Feed."""
    found: list[dict[str, Any]] = json.loads(content)["items"]
    return found
