"""The list of exchange sessions."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice, Session
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.notices import notice_link, notice_row
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import Link, span
from generator.strings import text


@dataclass(frozen=True, slots=True)
class SessionRow:
    """An exchange session as one entry of a list."""

    link: Link
    number: str
    """第 2 期, or empty."""
    days: str
    place: str
    hosts: str
    mark: str
    presented: tuple[Link, ...]
    """The cases of its programme."""


@dataclass(frozen=True, slots=True)
class SessionListView:
    """One page of the exchange sessions (template sessions.html)."""

    head: Head
    title: str
    rows: tuple[SessionRow, ...]
    pager: Pager | None


def session_list_parts(inputs: Inputs) -> Iterator[Part[Notice]]:
    """Cut the exchange sessions into pages."""
    sessions = inputs.catalogue.notices.by_kind[NoticeKind.SESSION]
    return parts(sessions, inputs.config.per_page, routes.SESSIONS)


def session_list_view(inputs: Inputs, part: Part[Notice]) -> SessionListView:
    """Give one page of the exchange sessions."""
    title = titled(text("pages.sessions.title"), part.number)
    return SessionListView(
        head=head(inputs, Location(part.uri, title), text("pages.sessions.lead")),
        title=title,
        rows=tuple(_session_row(inputs, notice) for notice in part.items),
        pager=part.pager,
    )


def session_number(session: Session | None) -> str:
    """Say which of the year's sessions it is, where that is known."""
    if session is None or session.number is None:
        return ""
    return text("pages.sessions.number", number=session.number)


def presented(inputs: Inputs, session: Session | None) -> tuple[Link, ...]:
    """Give the cases of a session's programme."""
    return (
        tuple(case for item in session.programme if (case := inputs.case_named(item.case)))
        if (session)
        else ()
    )


def _session_row(inputs: Inputs, notice: Notice) -> SessionRow:
    session = notice.front.session
    return SessionRow(
        link=notice_link(notice),
        number=session_number(session),
        days=span(session.starts_on, session.ends_on) if session else notice.dated,
        place=session.place if session else "",
        hosts=text("pages.format.comma").join(session.hosts) if session else "",
        mark=notice_row(notice).mark,
        presented=presented(inputs, session),
    )


def session_list_pages(inputs: Inputs) -> Pages:
    """Plan the list of exchange sessions."""
    for part in session_list_parts(inputs):
        title = titled(text("pages.sessions.title"), part.number)
        yield PlannedPage(
            part.uri, "sessions.html", title, partial(session_list_view, inputs, part)
        )
