"""The list of sessions: those to come first, the next one at the top."""

from dataclasses import replace
from datetime import date

import html5lib

from generator.library.case import Attachment
from generator.library.library import Library
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice, Session
from generator.pages.sessions import session_list_parts, session_list_view, sessions_in_order
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render


def session(name: str, first: date, last: date | None = None, **front: object) -> Notice:
    days = Session(starts_on=first, ends_on=last, place=f"Hall {name}")
    return toy.notice(f"2023-{name}", NoticeKind.SESSION, session=days, **front)


HELD = (
    session("may", date(2023, 5, 10)),
    session("june", date(2023, 6, 1), date(2023, 6, 3)),
    session("july", date(2023, 7, 1)),
    session("august", date(2023, 8, 1)),
    toy.notice("2023-blank", NoticeKind.SESSION, title="Blank"),
)


def library(*notices: Notice) -> Library:
    return replace(toy.library(), notices={item.id: item for item in notices})


def order_on(today: date) -> list[str]:
    inputs = toy.inputs(library(*HELD), today=today)
    return [item.id.removeprefix("2023-") for item in sessions_in_order(inputs)]


def test_those_to_come_stand_first_the_next_at_the_top_then_the_latest_past() -> None:
    assert order_on(date(2023, 6, 3)) == ["june", "july", "august", "may", "blank"]
    assert order_on(date(2023, 6, 4)) == ["july", "august", "june", "may", "blank"]
    assert order_on(date(2024, 1, 1)) == ["august", "july", "june", "may", "blank"]


def test_sessions_of_one_day_have_one_order() -> None:
    same = [session(name, date(2023, 5, 1)) for name in ("b", "a", "c")]
    inputs = toy.inputs(library(*same), today=date(2023, 4, 1))
    assert [item.id for item in sessions_in_order(inputs)] == ["2023-a", "2023-b", "2023-c"]


def test_an_entry_says_state_place_materials_and_calendar() -> None:
    papers = (Attachment(title="Slides", file="2023-may/slides.pdf"),)
    held = library(session("may", date(2023, 5, 10), attachments=papers))
    page = toy.planned(held, today=date(2023, 5, 8))["sessions/"]
    shown = render(page)
    tree = html5lib.parse(shown, namespaceHTMLElements=False)
    addresses = {node.get("href") for node in tree.iter("a")}
    assert "../notices/2023-may/session.ics" in addresses
    assert "../notices/2023-may/slides.pdf" in addresses
    assert "Hall may" in shown
    assert f"<b>{text('pages.state.session_of_a_day.before', days=2)}</b>" in shown


def test_a_session_that_says_nothing_is_listed_under_its_title() -> None:
    inputs = toy.inputs(library(HELD[-1]))
    (row,) = session_list_view(inputs, next(session_list_parts(inputs))).rows
    assert (row.link.label, row.date, row.session) == ("Blank", "2023", None)
    assert text("pages.sessions.none") not in render(toy.planned(library(HELD[-1]))["sessions/"])


def test_without_sessions_the_page_says_so() -> None:
    assert text("pages.sessions.none") in render(toy.planned(library())["sessions/"])
