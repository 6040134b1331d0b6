"""The page of a notice, and the lists of notices, sessions, videos and revocations."""

from datetime import date

import pytest

from generator.library.ids import NoticeId
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Publicity
from generator.pages.notice import NoticeView, notice_view
from generator.pages.notices import kind_links, notice_list_parts, notice_list_view
from generator.pages.revocations import revocation_list_parts, revocation_list_view
from generator.pages.sessions import session_list_parts, session_list_view
from generator.pages.videos import video_list_parts, video_list_view
from generator.strings import labels, text
from generator.workdays import add_working_days
from tests.pages import toy


def view_of(notice_id: str) -> NoticeView:
    inputs = toy.inputs()
    return notice_view(inputs, inputs.library.notices[NoticeId(notice_id)])


def facts_of(view: NoticeView) -> dict[str, list[str]]:
    return {fact.label: [value.label for value in fact.values] for fact in view.facts}


def test_a_call_shows_what_a_document_shows() -> None:
    view = view_of("2022-06-call")
    assert (view.issuer, view.addressee, view.document_number) == ("City", "All", "No. 1")
    assert view.date == text("pages.format.day", year=2022, month=6, day=14)
    assert view.html == "<p>text of the notice</p>"
    assert view.attachments[0].uri == "notices/2022-06-call/form.docx"
    assert facts_of(view)[text("pages.facts.deadlines")] == [
        "2022-06-24 17:00 Send",
        "2022-06-27 Later",
    ]


def test_forwarding_is_shown_up_and_down() -> None:
    assert [row.link.uri for row in view_of("2022-06-call").forwards] == ["notices/2022-national/"]
    assert [row.link.uri for row in view_of("2022-national").forwarded_by] == [
        "notices/2022-06-call/"
    ]


def test_the_end_of_a_publicity_period_is_computed() -> None:
    ends_on = add_working_days(date(2022, 9, 1), 10, count_first=False)
    assert ends_on is not None
    (said,) = facts_of(view_of("2022-publicity"))[text("pages.facts.period")]
    assert ends_on.isoformat() in said
    assert "10" in said


@pytest.mark.parametrize(
    ("publicity", "key"),
    [
        (Publicity(starts_on=date(2022, 9, 1), ends_on=date(2022, 9, 20)), "printed_end"),
        (Publicity(starts_on=date(2099, 9, 1)), "open_period"),
    ],
)
def test_a_printed_end_is_kept_and_an_unknown_calendar_is_admitted(
    publicity: Publicity, key: str
) -> None:
    view = notice_view(
        toy.inputs(), toy.notice("2022-publicity", NoticeKind.PUBLICITY, publicity=publicity)
    )
    (said,) = facts_of(view)[text("pages.facts.period")]
    tail = text(f"pages.notice.{key}", span="", first="")
    assert tail.strip() in said


def test_a_case_in_publicity_stands_on_its_notice_without_a_page() -> None:
    rows = [row for group in view_of("2022-publicity").groups for row in group.rows]
    states = {row.title: (row.uri, row.status) for row in rows}
    assert states["Title 2022-010"] == ("", labels("status")["publicity"])
    assert states["Title"] == ("cases/2022-001/", "")
    assert "Title 2022-011" not in states


def test_a_result_measures_its_list_and_keeps_the_revoked() -> None:
    groups = view_of("2022-result").groups
    assert [group.label for group in groups] == ["Industry", ""]
    assert "46" in groups[0].held
    assert groups[1].rows[0].status == labels("status")["revoked"]


def test_a_programme_links_only_to_cases_with_a_page() -> None:
    first, second = view_of("2023-session").programme
    assert first.case is not None
    assert first.case.uri == "cases/2022-001/"
    assert second.case is None


def test_notices_are_listed_by_kind_newest_first() -> None:
    inputs = toy.inputs(per_page=50)
    (part,) = notice_list_parts(inputs, None)
    dates = [row.date for row in notice_list_view(inputs, None, part).rows]
    assert dates == sorted(dates, reverse=True)
    (calls,) = notice_list_parts(inputs, NoticeKind.CALL)
    assert len(notice_list_view(inputs, NoticeKind.CALL, calls).rows) == 2
    kinds = kind_links(inputs)
    assert [link.count for link in kinds] == [2, 1, 1, 1, 1, 0]
    assert kinds[-1].demonstration == text("pages.count.demonstration", demonstration=1)


def test_sessions_videos_and_revocations_have_their_lists() -> None:
    inputs = toy.inputs(per_page=50)
    (session,) = session_list_view(inputs, next(session_list_parts(inputs))).rows
    assert (session.number, session.place) == (text("pages.sessions.number", number=1), "Hall")
    assert [link.uri for link in session.presented] == ["cases/2022-001/"]
    videos = video_list_view(inputs, next(video_list_parts(inputs))).rows
    assert [row.case.uri for row in videos] == [
        f"cases/2022-001/#video-{number}" for number in (1, 2, 3)
    ]
    (revoked,) = revocation_list_view(inputs, next(revocation_list_parts(inputs))).rows
    assert (revoked.row.uri, revoked.revoked_on) == ("cases/2022-009/", "2024-03-15")
