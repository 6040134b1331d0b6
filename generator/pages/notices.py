"""The lists of notices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.catalogue.counts import Count
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.lists import counted_link
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import CountedLink, Link
from generator.strings import labels, text


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice as one line of a list."""

    date: str
    """As exact as known: 2014, 2022-06, 2022-06-14."""
    kind: str
    link: Link
    issuer: str
    mark: str
    """演示, or empty."""


@dataclass(frozen=True, slots=True)
class NoticeListView:
    """One page of all notices or of one kind (template notices.html)."""

    head: Head
    title: str
    kinds: tuple[CountedLink, ...]
    rows: tuple[NoticeRow, ...]
    pager: Pager | None


def notice_link(notice: Notice) -> Link:
    """Give the link to a notice under its title."""
    return Link(notice.front.title, routes.encoded(routes.notice(notice.id)))


def notice_row(notice: Notice) -> NoticeRow:
    """Give a notice as one line of a list."""
    front = notice.front
    mark = text("pages.mark.demonstration") if front.demonstration else ""
    kind = labels("kind")[front.kind]
    return NoticeRow(notice.dated, kind, notice_link(notice), front.issuer, mark)


def notice_list_parts(inputs: Inputs, kind: NoticeKind | None) -> Iterator[Part[Notice]]:
    """Cut the notices of one kind, or all, into pages."""
    index = inputs.catalogue.notices
    notices = index.by_kind[kind] if kind else index.notices
    uri = routes.notice_kind(kind) if kind else routes.NOTICES
    return parts(notices, inputs.config.per_page, uri)


def notice_list_title(kind: NoticeKind | None, number: int) -> str:
    """Give the title of a list of notices."""
    known = text("pages.notices.of_kind", kind=labels("kind")[kind]) if kind else ""
    return titled(known or text("pages.notices.title"), number)


def notice_list_view(inputs: Inputs, kind: NoticeKind | None, part: Part[Notice]) -> NoticeListView:
    """Give one page of the notices."""
    title = notice_list_title(kind, part.number)
    return NoticeListView(
        head=head(
            inputs,
            Location(part.uri, title, _crumbs(kind)),
            text("pages.notices.lead"),
        ),
        title=title,
        kinds=kind_links(inputs),
        rows=tuple(notice_row(notice) for notice in part.items),
        pager=part.pager,
    )


def _crumbs(kind: NoticeKind | None) -> tuple[Link, ...]:
    return (Link(text("pages.notices.title"), routes.NOTICES),) if kind else ()


def kind_links(inputs: Inputs) -> tuple[CountedLink, ...]:
    """Give the kinds of notices that occur."""
    return tuple(
        counted_link(Link("", routes.notice_kind(kind)), labels("kind")[kind], _count(notices))
        for kind, notices in inputs.catalogue.notices.by_kind.items()
        if notices
    )


def _count(notices: Sequence[Notice]) -> Count:
    fictional = sum(notice.front.demonstration for notice in notices)
    return Count(len(notices) - fictional, fictional)


def notice_list_pages(inputs: Inputs) -> Pages:
    """Plan the list of all notices and the list of each kind that occurs."""
    kinds = (kind for kind, found in inputs.catalogue.notices.by_kind.items() if found)
    every: tuple[NoticeKind | None, ...] = (None, *kinds)
    for kind in every:
        for part in notice_list_parts(inputs, kind):
            title = notice_list_title(kind, part.number)
            make = partial(notice_list_view, inputs, kind, part)
            yield PlannedPage(part.uri, "notices.html", title, make)
