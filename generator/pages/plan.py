"""The plan of the site: every page's address, template and title, and how to make its view."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.config import Config
from generator.library.case import Case
from generator.library.library import Library
from generator.library.lifecycle import NoticeKind
from generator.pages import (
    case,
    document,
    enterprise,
    home,
    lists,
    notice,
    notices,
    revocations,
    routes,
    service,
    sessions,
    statistics,
    term,
    videos,
    year,
)
from generator.pages.inputs import Inputs, full_title, has_page
from generator.pages.paging import titled
from generator.strings import text


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


def plan(library: Library, catalogue: Catalogue, config: Config) -> tuple[PlannedPage, ...]:
    """Plan every page of the site, in a fixed order; no two have one address."""
    inputs = Inputs.of(library, catalogue, config)
    pages: dict[str, PlannedPage] = {}
    for page in _content(inputs):
        pages.setdefault(page.uri, page)
    for page in (*_redirects(inputs), *_service(config, tuple(pages.values()))):
        pages.setdefault(page.uri, page)
    return tuple(pages.values())


def _content(inputs: Inputs) -> Pages:
    yield PlannedPage(
        routes.HOME, "home.html", text("pages.home.title"), partial(home.home_view, inputs)
    )
    yield from _cases(inputs)
    yield from _dimensions(inputs)
    yield from _notices(inputs)
    yield from _lists(inputs)
    yield PlannedPage(
        routes.STATISTICS,
        "statistics.html",
        text("pages.statistics.title"),
        partial(statistics.statistics_view, inputs),
    )
    yield from _documents(inputs)


def _cases(inputs: Inputs) -> Pages:
    for part in lists.case_list_parts(inputs):
        title = titled(text("pages.cases.title"), part.number)
        yield PlannedPage(
            part.uri, "cases.html", title, partial(lists.case_list_view, inputs, part)
        )
    for item in (*inputs.catalogue.cases, *inputs.catalogue.revoked):
        if has_page(item):
            yield PlannedPage(
                routes.case(item.id),
                "case.html",
                full_title(item),
                partial(case.case_view, inputs, item),
                source=item.path,
                modified_on=_modified_on(item),
            )


def _modified_on(item: Case) -> str:
    revocation = item.front.revocation
    on = revocation.revoked_on if revocation else item.front.approved_on
    return on.isoformat() if on else ""


def _dimensions(inputs: Inputs) -> Pages:
    for dimension in Dimension:
        for part in lists.term_list_parts(inputs, dimension):
            yield PlannedPage(
                part.uri,
                "terms.html",
                titled(text(f"pages.dimension.{dimension}.title"), part.number),
                partial(lists.term_list_view, inputs, dimension, part),
            )
        for entry in inputs.entries[dimension].values():
            yield from _TERM_PAGES.get(dimension, _term)(inputs, entry)


def _term(inputs: Inputs, entry: TermEntry) -> Pages:
    kind = text(f"pages.dimension.{entry.dimension}.short")
    name = text("pages.term.titled", kind=kind, label=entry.label)
    for part in term.term_parts(inputs, entry):
        make = partial(term.term_view, inputs, entry, part)
        yield PlannedPage(part.uri, "term.html", titled(name, part.number), make)


def _year(inputs: Inputs, entry: TermEntry) -> Pages:
    name = text("pages.year.title", year=entry.slug)
    for part in year.year_parts(inputs, entry):
        make = partial(year.year_view, inputs, entry, part)
        yield PlannedPage(part.uri, "year.html", titled(name, part.number), make)


def _enterprise(inputs: Inputs, entry: TermEntry) -> Pages:
    for part in enterprise.enterprise_parts(inputs, entry):
        make = partial(enterprise.enterprise_view, inputs, entry, part)
        yield PlannedPage(part.uri, "enterprise.html", titled(entry.label, part.number), make)


_TERM_PAGES: Final[dict[Dimension, Callable[[Inputs, TermEntry], Pages]]] = {
    Dimension.YEAR: _year,
    Dimension.ENTERPRISE: _enterprise,
}


def _notices(inputs: Inputs) -> Pages:
    kinds = (kind for kind, found in inputs.catalogue.notices.by_kind.items() if found)
    every: tuple[NoticeKind | None, ...] = (None, *kinds)
    for kind in every:
        for part in notices.notice_list_parts(inputs, kind):
            yield PlannedPage(
                part.uri,
                "notices.html",
                notices.notice_list_title(kind, part.number),
                partial(notices.notice_list_view, inputs, kind, part),
            )
    for item in inputs.catalogue.notices.notices:
        yield PlannedPage(
            routes.notice(item.id),
            "notice.html",
            notice.notice_title(item),
            partial(notice.notice_view, inputs, item),
            source=item.path,
            modified_on=item.front.issued_on.isoformat() if item.front.issued_on else "",
        )


def _lists(inputs: Inputs) -> Pages:
    for session_part in sessions.session_list_parts(inputs):
        yield PlannedPage(
            session_part.uri,
            "sessions.html",
            titled(text("pages.sessions.title"), session_part.number),
            partial(sessions.session_list_view, inputs, session_part),
        )
    for video_part in videos.video_list_parts(inputs):
        yield PlannedPage(
            video_part.uri,
            "videos.html",
            titled(text("pages.videos.title"), video_part.number),
            partial(videos.video_list_view, inputs, video_part),
        )
    for part in revocations.revocation_list_parts(inputs):
        yield PlannedPage(
            part.uri,
            "revocations.html",
            titled(text("pages.revocations.title"), part.number),
            partial(revocations.revocation_list_view, inputs, part),
        )


def _documents(inputs: Inputs) -> Pages:
    for path, item in inputs.library.documents.items():
        uri = routes.page_of_source(path)
        if uri:
            yield PlannedPage(
                uri,
                "document.html",
                item.front.title,
                partial(document.document_view, item),
                source=path,
            )


def _redirects(inputs: Inputs) -> Pages:
    """Lead old addresses to new ones: the redirects file's, then those of enterprises."""
    moved = dict(inputs.library.redirects)
    for entry in inputs.entries[Dimension.ENTERPRISE].values():
        for slug in entry.enterprise.former_slugs if entry.enterprise else ():
            there = routes.term(Dimension.ENTERPRISE, entry.slug)
            moved.setdefault(routes.term(Dimension.ENTERPRISE, slug), there)
    for old, target in moved.items():
        uri = routes.old_address(old)
        if uri is not None:
            yield PlannedPage(
                uri,
                "redirect.html",
                text("pages.redirect.title"),
                partial(service.redirect_view, inputs.config.site_url, target),
                indexed=False,
            )


def _service(config: Config, pages: tuple[PlannedPage, ...]) -> Pages:
    yield PlannedPage(
        routes.NOT_FOUND,
        "not_found.html",
        text("pages.not_found.title"),
        service.not_found_view,
        base=routes.base_of(config.site_url),
        indexed=False,
    )
    addresses = [(page.uri, page.modified_on) for page in pages if page.indexed]
    for number, (uri, view) in enumerate(service.sitemaps(config.site_url, addresses)):
        is_index = number == 0 and len(addresses) > service.SITEMAP_LIMIT
        template = "sitemap_index.html" if is_index else "sitemap.html"
        yield PlannedPage(uri, template, uri, partial(_same, view), indexed=False)
    yield PlannedPage(
        routes.ROBOTS,
        "robots.html",
        routes.ROBOTS,
        partial(service.robots_view, config.site_url),
        indexed=False,
    )


def _same(view: object) -> object:
    return view
