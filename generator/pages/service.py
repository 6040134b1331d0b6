"""The pages that serve machines and lost readers: 404, redirects, sitemap, robots."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.pages import routes
from generator.pages.head import Head
from generator.strings import text

SITEMAP_LIMIT: Final = 40_000
"""Addresses in one sitemap; the protocol allows 50,000."""


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that leads nowhere (template not_found.html)."""

    head: Head


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A page that names its new address (template redirect.html)."""

    uri: str
    """The new address, percent-encoded, relative to the site's root."""
    canonical: str
    """Absolute, or empty when the site's address is not known."""


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """One address for search engines."""

    location: str
    """Absolute."""
    modified_on: str
    """ISO date, or empty."""


@dataclass(frozen=True, slots=True)
class SitemapView:
    """A sitemap (template sitemap.html), or the index of several (sitemap_index.html)."""

    entries: tuple[SitemapEntry, ...]


@dataclass(frozen=True, slots=True)
class RobotsView:
    """What robots may read (template robots.html)."""

    sitemap: str
    """Absolute address of the sitemap, or empty: the protocol knows no relative one."""


def not_found_view() -> NotFoundView:
    """Give the 404 page."""
    return NotFoundView(Head(text("pages.not_found.lead")))


def redirect_view(site_url: str, target: str) -> RedirectView:
    """Give the page at an old address; `target` is the new uri."""
    uri = routes.encoded(target.strip().lstrip("/"))
    return RedirectView(uri, f"{site_url}{uri}" if site_url else "")


def robots_view(site_url: str) -> RobotsView:
    """Give robots.txt."""
    return RobotsView(f"{site_url}{routes.SITEMAP}" if site_url else "")


def sitemaps(site_url: str, pages: Sequence[tuple[str, str]]) -> Iterator[tuple[str, SitemapView]]:
    """Give (uri, view) of each sitemap; `pages` are (uri, date). None without a site address.

    A sitemap holds absolute addresses only, so a site that does not know its own has none.
    """
    if not site_url:
        return
    entries = tuple(SitemapEntry(f"{site_url}{routes.encoded(uri)}", on) for uri, on in pages)
    if len(entries) <= SITEMAP_LIMIT:
        yield routes.SITEMAP, SitemapView(entries)
        return
    chunks = [
        entries[start : start + SITEMAP_LIMIT] for start in range(0, len(entries), SITEMAP_LIMIT)
    ]
    names = [routes.sitemap_part(number) for number in range(1, len(chunks) + 1)]
    yield (
        routes.SITEMAP,
        SitemapView(tuple(SitemapEntry(f"{site_url}{name}", "") for name in names)),
    )
    for name, chunk in zip(names, chunks, strict=True):
        yield name, SitemapView(chunk)
