"""A page that will be written: its address, template and title, and how to make its view."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page that will be written; its view is made when it is written, and not kept."""

    uri: str
    """Address relative to the site's root, not encoded."""
    template: str
    title: str
    """For the window's bar; tells this page from all others."""
    make: Callable[[], object]
    """Makes the frozen view."""
    source: str = ""
    """Path of the Markdown file, or empty."""
    modified_on: str = ""
    """ISO date for the sitemap, or empty: a date that the content states, never the file's."""
    base: str = ""
    """The way to the site's root where it cannot be relative: on the page for lost addresses."""
    indexed: bool = True
    """False: search engines shall leave it out, and so does the sitemap."""


Pages = Iterator[PlannedPage]
"""Each module of a page kind gives its pages by a function `…_pages(inputs)`."""
