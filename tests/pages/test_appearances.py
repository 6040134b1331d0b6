"""Where a case is shown, what is left of a session, and how lists mark it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from generator.library.case import Attachment
from generator.library.ids import CaseId, NoticeId
from generator.library.library import Library
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Session
from generator.pages.appearances import appearances
from generator.pages.inputs import Inputs
from generator.pages.session import SessionView, session_view
from generator.pages.states import Phase
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render

SESSION = NoticeId("2023-session")
CASE = CaseId("2022-001")


def held_with(**changes: object) -> Library:
    held = toy.library()
    notice = held.notices[SESSION]
    assert notice.front.session is not None
    session = notice.front.session.model_copy(update=changes)
    changed = replace(notice, front=notice.front.model_copy(update={"session": session}))
    return replace(held, notices={**held.notices, SESSION: changed})


def view_of(**changes: object) -> SessionView:
    inputs = toy.inputs(held_with(**changes))
    notice = inputs.library.notices[SESSION]
    assert notice.front.session is not None
    return session_view(inputs, notice, notice.front.session)


def seen_by(inputs: Inputs) -> Mapping[str, str]:
    return {item.link.uri: item.state.label for item in appearances(inputs, CASE)}


@pytest.mark.parametrize(
    ("today", "phase"),
    [
        (date(2023, 12, 1), Phase.BEFORE),
        (date(2023, 12, 7), Phase.DURING),
        (date(2023, 12, 8), Phase.LAST),
        (date(2023, 12, 9), Phase.OVER),
    ],
)
def test_a_session_to_come_will_show_it_and_a_past_one_has(today: date, phase: Phase) -> None:
    (found,) = appearances(toy.inputs(today=today), CASE)
    assert found.state.phase is phase
    assert found.state.label == text(f"pages.state.showing.{phase}", days=6)
    assert (found.link.uri, found.place) == ("notices/2023-session/", "Hall")
    assert found.number == text("pages.sessions.number", number=1)


def test_the_earliest_session_stands_first() -> None:
    held = toy.library()
    early = Session(starts_on=date(2022, 12, 1), place="")
    other = toy.notice("2024-later", NoticeKind.SESSION, session=early, cases=(CASE,))
    inputs = toy.inputs(replace(held, notices={**held.notices, other.id: other}))
    assert list(seen_by(inputs)) == ["notices/2024-later/", "notices/2023-session/"]


def test_a_case_that_was_not_shown_after_all_did_not_appear() -> None:
    held = held_with(shown=("2022-002",))
    assert appearances(toy.inputs(held), CASE) == ()
    (other,) = appearances(toy.inputs(held), CaseId("2022-002"))
    assert other.link.uri == "notices/2023-session/"
    after = view_of(shown=("2022-002",)).after
    assert after is not None
    assert [link.uri for link in after.shown] == ["cases/2022-002/"]
    assert [link.uri for link in after.not_shown] == ["cases/2022-001/"]
    presented = view_of(shown=("2022-002", "2022-001")).presented
    assert [row.what.label for row in presented] == ["Title 2022-002", "Talk"]


def test_a_case_leads_to_the_recording() -> None:
    pages = toy.planned(held_with(recording="https://video.example.org/7"))
    shown = render(pages["cases/2022-001/"])
    assert 'href="../../notices/2023-session/#afterwards"' in shown
    assert "video.example.org" in shown
    assert 'id="afterwards"' in render(pages["notices/2023-session/"])


def test_sessions_are_not_told_a_second_time_in_the_line_of_time() -> None:
    shown = render(toy.planned()["cases/2022-001/"])
    assert shown.count('href="../../notices/2023-session/"') == 1


@pytest.mark.parametrize(
    ("recording", "expected"),
    [
        ("2023-session/film.mp4", ("notices/2023-session/film.mp4", True, "", "")),
        ("2023-session/film.avi", ("notices/2023-session/film.avi", False, "", "")),
        ("https://a.example/v.mp4", ("", False, "https://a.example/v.mp4", "a.example")),
    ],
)
def test_recordings(recording: str, expected: tuple[str, bool, str, str]) -> None:
    after = view_of(recording=recording).after
    assert after is not None
    film = after.recording
    assert film is not None
    assert (film.uri, film.plays, film.url, film.host) == expected


@pytest.mark.parametrize("recording", ["javascript:alert(1)", "data:text/html,x", "//a/b.mp4"])
def test_what_is_no_web_address_is_no_recording(recording: str) -> None:
    after = view_of(recording=recording).after
    assert after is not None
    assert after.recording is None
    assert "script" not in str(view_of(recording=recording).marks)


def test_a_recording_is_played_or_leads_to_a_named_host() -> None:
    def shown(recording: str) -> str:
        return render(toy.planned(held_with(recording=recording))["notices/2023-session/"])

    assert 'src="../../notices/2023-session/film.mp4"' in shown("2023-session/film.mp4")
    assert "<video" not in shown("2023-session/film.avi")
    away = shown("https://a.example/v.mp4")
    assert "<video" not in away
    assert "a.example" in away


def test_without_anything_written_afterwards_there_is_no_such_section() -> None:
    assert view_of().after is None
    assert 'id="afterwards"' not in render(toy.planned()["notices/2023-session/"])


def test_the_list_marks_what_is_left() -> None:
    assert view_of().marks == ()
    held = held_with(recording="https://a.example/v")
    files = (Attachment(title="Slides", url="https://a.example/slides"),)
    notice = held.notices[SESSION]
    front = notice.front.model_copy(update={"attachments": files})
    held = replace(held, notices={**held.notices, SESSION: replace(notice, front=front)})
    shown = render(toy.planned(held)["sessions/"])
    assert text("pages.sessions.recorded") in shown
    assert text("pages.sessions.has_materials", count=1) in shown
