"""The list of exchange sessions: those to come, then those that were."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.calendar import calendar_uri
from generator.pages.feeds.links import feed_links
from generator.pages.feeds.lists import kind_feed
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.modified import newest_notice
from generator.pages.notices import notice_link
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.session import SessionView, session_view
from generator.pages.structured import Location
from generator.pages.values import AttachmentView, Link, attachment_views, mark
from generator.strings import text


@dataclass(frozen=True, slots=True)
class SessionRow:
    """An exchange session as one entry of a list."""

    link: Link
    date: str
    """Its first day, else as exact as the notice is dated."""
    mark: str
    """演示, or empty."""
    session: SessionView | None
    """None: the notice says nothing of the session itself."""
    materials: tuple[AttachmentView, ...]


@dataclass(frozen=True, slots=True)
class SessionListView:
    """One page of the exchange sessions (template sessions.html)."""

    head: Head
    title: str
    rows: tuple[SessionRow, ...]
    pager: Pager | None
    calendar_uri: str
    """Of the calendar of all sessions and deadlines; empty where there are none."""


def sessions_in_order(inputs: Inputs) -> Sequence[Notice]:
    """Give the sessions not over yet, the next one first; then the others, the latest first."""
    found = sorted(inputs.catalogue.notices.by_kind[NoticeKind.SESSION], key=_first_day)
    today = inputs.config.today
    coming = [notice for notice in found if _last_day(notice) >= today]
    past = [notice for notice in found if _last_day(notice) < today]
    return (*coming, *reversed(past))


def _first_day(notice: Notice) -> tuple[str, str]:
    session = notice.front.session
    return (session.starts_on.isoformat() if session else notice.dated), notice.id


def _last_day(notice: Notice) -> date:
    session = notice.front.session
    return session.last_day if session else date.min


def session_list_parts(inputs: Inputs) -> Iterator[Part[Notice]]:
    """Cut the exchange sessions into pages."""
    return parts(sessions_in_order(inputs), inputs.config.per_page, routes.SESSIONS)


def session_list_view(inputs: Inputs, part: Part[Notice]) -> SessionListView:
    """Give one page of the exchange sessions."""
    title = titled(text("pages.sessions.title"), part.number)
    return SessionListView(
        head=head(
            inputs,
            Location(part.uri, title),
            text("pages.sessions.lead"),
            feeds=feed_links(inputs, kind_feed(inputs, NoticeKind.SESSION)),
        ),
        title=title,
        rows=tuple(session_row(inputs, notice) for notice in part.items),
        pager=part.pager,
        calendar_uri=calendar_uri(inputs),
    )


def session_row(inputs: Inputs, notice: Notice) -> SessionRow:
    """Give a session as one entry of a list."""
    front = notice.front
    first, _ = _first_day(notice)
    return SessionRow(
        link=notice_link(notice),
        date=first,
        mark=mark(front.demonstration),
        session=session_view(inputs, notice, front.session) if front.session else None,
        materials=attachment_views(notice.path, front.attachments),
    )


def session_list_pages(inputs: Inputs) -> Pages:
    """Plan the list of exchange sessions."""
    for part in session_list_parts(inputs):
        title = titled(text("pages.sessions.title"), part.number)
        make, on = partial(session_list_view, inputs, part), newest_notice(part.items)
        yield PlannedPage(part.uri, "sessions.html", title, make, modified_on=on)
