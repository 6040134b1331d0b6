"""The run sheet: minutes only where the times say them, what is ready and what is missing."""

from dataclasses import replace

import pytest

from generator.library.case import Attachment
from generator.library.ids import NoticeId
from generator.library.library import Library
from generator.library.notice import Notice, ProgrammeItem
from generator.pages.preparation import PreparationLine
from generator.pages.run_sheet import RunSheetView, run_sheet_view
from generator.pages.session_times import has_time, lengths
from generator.pages.values import minutes
from generator.strings import table, text
from tests.pages import toy
from tests.pages.rendering import render

SESSION = NoticeId("2023-session")
HANDOUT = frozenset({"handout.docx"})


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([], ()),
        (["09:00", "09:30", "11:00"], (30, 90, None)),
        (["7 日 09:00", "10:30", "7日 11:00", "8 日 09:00"], (90, 30, None, None)),
        (["09:00—10:15", "10:30 - 11:00"], (75, 30)),
        (["9：05", "09：10"], (5, None)),
        (["下午 2:00", "下午 3:30"], (90, None)),
        (["上午 11:00", "下午 2:00"], (None, None)),
        (["09:00", "", "11:00"], (None, None, None)),
        (["09:00", "晚些时候", "11:00"], (None, None, None)),
        (["10:00", "09:00"], (None, None)),
        (["10:00", "10:00"], (None, None)),
        (["08:00", "17:00"], (None, None)),
        (["25:00", "26:00"], (None, None)),
        (["09:75", "10:00"], (None, None)),
        (["09:00:30", "10:00:30"], (None, None)),
    ],
)
def test_minutes(times: list[str], expected: tuple[int | None, ...]) -> None:
    assert lengths(times) == expected


def test_a_text_without_an_hour_is_no_time() -> None:
    assert [has_time(said) for said in ("", "上午", "7 日", "09:00")] == [False] * 3 + [True]


def held_with(**changes: object) -> tuple[Library, Notice]:
    """Give the toy library with another session, or another front matter of its notice."""
    held = toy.library()
    notice = held.notices[SESSION]
    front = notice.front
    if changes.keys() <= {"attachments"}:
        front = front.model_copy(update=changes)
    else:
        assert front.session is not None
        front = front.model_copy(update={"session": front.session.model_copy(update=changes)})
    changed = replace(notice, front=front)
    return replace(held, notices={**held.notices, SESSION: changed}), changed


def view_of(settings: dict[str, object] | None = None, **changes: object) -> RunSheetView:
    held, notice = held_with(**changes)
    assert notice.front.session is not None
    return run_sheet_view(toy.inputs(held, **(settings or {})), notice, notice.front.session)


def line(view: RunSheetView, key: str) -> PreparationLine:
    label = text(f"pages.preparation.{key}.what")
    (found,) = [item for item in (*view.before, *view.after) if item.what.label == label]
    return found


def test_an_item_says_its_case_its_short_address_and_what_to_open() -> None:
    items = (
        ProgrammeItem(time="09:00", title="Talk", case="2022-001"),
        ProgrammeItem(time="09:45", title="Tea"),
    )
    talk, tea = view_of(programme=items).rows
    assert (talk.minutes, tea.minutes) == ("45", "")
    assert talk.case is not None
    assert talk.case.short is not None
    assert talk.case.short.uri == "s/2023-1/1/"
    assert talk.case.video is not None
    assert talk.case.video.uri == "cases/2022-001/#video"
    assert talk.case.video.label.endswith(minutes(30))
    assert tea.case is None


def test_what_is_missing_is_said() -> None:
    bare = view_of()
    for key in ("programme", "handout", "materials", "codes", "recording", "shown", "summary"):
        assert line(bare, key).is_missing, key
        assert line(bare, key).state == text("pages.preparation.is_missing")
    assert line(view_of(programme=()), "programme").note == text("pages.preparation.programme.none")


def test_what_is_there_is_ready() -> None:
    settings: dict[str, object] = {"site_url": "https://example.org/", "documents": HANDOUT}
    known = {"recording": "https://example.org/film", "shown": ("2022-001",), "summary": "Good"}
    items = (ProgrammeItem(time="09:00", title="Talk", case="2022-001"),)
    ready = view_of(settings, programme=items, **known)
    for key in ("programme", "handout", "codes", "recording", "shown", "summary"):
        assert not line(ready, key).is_missing, key
    files = (Attachment(title="Slides", file="2023-session/slides.pdf"),)
    assert line(view_of(attachments=files), "materials").note.startswith("1")


def test_each_case_is_a_line_and_one_without_a_page_is_missing() -> None:
    items = [
        ProgrammeItem(title=f"Talk {one}", case=one)
        for one in ("2022-001", "2021-shandong-003", "2022-009", "2022-011")
    ]
    lines = {item.what.label: item for item in view_of(programme=tuple(items)).before}
    assert not lines["Title"].is_missing
    notes = {text(f"pages.preparation.case.{key}") for key in ("no_text", "withdrawn", "no_page")}
    assert {item.note for item in lines.values() if item.is_missing} >= notes
    assert "Talk 2022-011" in lines
    assert not any("Unwritten" in repr(item) for item in lines.values())


def test_lines_for_the_hand_have_no_state() -> None:
    said = [item for item in view_of().before if not item.state]
    assert [item.what.label for item in said] == table("preparation")["by_hand"]


def test_the_page_is_for_the_room_and_not_for_search_engines() -> None:
    page = toy.planned(site_url="https://example.org/")["notices/2023-session/run-sheet/"]
    assert not page.indexed
    shown = render(page)
    assert 'name="robots" content="noindex"' in shown
    assert shown.count('<td class="blank"></td>') == 2 * len(view_of().rows)
    assert 'href="../../../s/2023-1/1/">example.org/s/2023-1/1/</a>' in shown


def test_only_sessions_have_one() -> None:
    sheets = [uri for uri in toy.planned() if uri.endswith("/run-sheet/")]
    assert sheets == ["notices/2023-session/run-sheet/"]
