"""The pages that serve machines and lost readers: 404, redirects, sitemap, robots."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.config import Config
from generator.pages import routes
from generator.pages.head import Head
from generator.pages.inputs import Inputs
from generator.pages.planned import Pages, PlannedPage
from generator.strings import text

SITEMAP_LIMIT: Final = 50_000
"""Addresses in one sitemap: as many as the protocol allows."""


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
    lead: str
    """What stands before the new address."""


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


def redirect_view(site_url: str, target: str, *, is_short: bool = False) -> RedirectView:
    """Give the page at an old address, or at a short one; `target` is the new uri."""
    uri = routes.encoded(target.strip().lstrip("/"))
    lead = text(f"pages.{'short' if is_short else 'redirect'}.lead")
    return RedirectView(uri, f"{site_url}{uri}" if site_url else "", lead)


def robots_view(site_url: str) -> RobotsView:
    """Give robots.txt."""
    return RobotsView(routes.absolute(site_url, routes.SITEMAP))


def sitemaps(site_url: str, pages: Sequence[tuple[str, str]]) -> Iterator[tuple[str, SitemapView]]:
    """Give (uri, view) of each sitemap; `pages` are (uri, date). None without a site address.

    A sitemap holds absolute addresses only, so a site that does not know its own has none.
    """
    if not site_url:
        return
    entries = tuple(SitemapEntry(routes.absolute(site_url, uri), on) for uri, on in pages)
    if len(entries) <= SITEMAP_LIMIT:
        yield routes.SITEMAP, SitemapView(entries)
        return
    chunks = [
        entries[start : start + SITEMAP_LIMIT] for start in range(0, len(entries), SITEMAP_LIMIT)
    ]
    names = [routes.sitemap_part(number) for number in range(1, len(chunks) + 1)]
    whole = [
        SitemapEntry(routes.absolute(site_url, name), max(entry.modified_on for entry in chunk))
        for name, chunk in zip(names, chunks, strict=True)
    ]
    yield routes.SITEMAP, SitemapView(tuple(whole))
    for name, chunk in zip(names, chunks, strict=True):
        yield name, SitemapView(chunk)


def redirect_pages(inputs: Inputs) -> Pages:
    """Lead old addresses to new ones: the redirects file's, then those of enterprises."""
    moved = dict(inputs.library.redirects)
    for entry in inputs.entries[Dimension.ENTERPRISE].values():
        for slug in entry.enterprise.former_slugs if entry.enterprise else ():
            there = routes.term(Dimension.ENTERPRISE, entry.slug)
            moved.setdefault(routes.term(Dimension.ENTERPRISE, slug), there)
    title = text("pages.redirect.title")
    for old, target in moved.items():
        uri = routes.old_address(old)
        if uri is not None:
            make = partial(redirect_view, inputs.config.site_url, target)
            yield PlannedPage(uri, "redirect.html", title, make, indexed=False)


def service_pages(config: Config, pages: Sequence[PlannedPage]) -> Pages:
    """Plan the page for lost addresses, the sitemap of all other pages, and robots.txt."""
    yield PlannedPage(
        routes.NOT_FOUND,
        "not_found.html",
        text("pages.not_found.title"),
        not_found_view,
        base=routes.base_of(config.site_url),
        indexed=False,
    )
    addresses = [(page.uri, page.modified_on) for page in pages if page.indexed]
    for number, (uri, view) in enumerate(sitemaps(config.site_url, addresses)):
        is_index = number == 0 and len(addresses) > SITEMAP_LIMIT
        make = partial(_same, view)
        if is_index:
            yield PlannedPage(uri, "sitemap_index.html", uri, make, indexed=False)
        else:
            yield PlannedPage(uri, "sitemap.html", uri, make, indexed=False)
    robots = partial(robots_view, config.site_url)
    yield PlannedPage(routes.ROBOTS, "robots.html", routes.ROBOTS, robots, indexed=False)


def _same(view: object) -> object:
    return view
