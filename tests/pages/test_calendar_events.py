"""Deadlines, publicity periods and sessions as events, and the calendar of the whole library."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import icalendar
import pytest

from generator.library.edition import Edition, EditionDeadline
from generator.library.ids import EditionId
from generator.library.library import Library
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Deadline, Notice, Publicity, Session
from generator.pages.calendar import calendar_pages, library_calendar, notice_calendar
from generator.pages.publicity import publicity_days
from tests.pages import toy
from tests.pages.rendering import render, shell

URL = "https://example.org/biaogan/"
HARD = '示例；逗号, 分号; 反斜\\杠\n换行 "引号" \x00\x07<b>&amp; BEGIN:VEVENT\r\nX-INJECTED:1'
SHANGHAI = timezone(timedelta(hours=8))


def call(*deadlines: Deadline, name: str = "2022-06-14-call", **front: Any) -> Notice:
    known = {"title": "Call", "issued_on": date(2022, 6, 14), "deadlines": deadlines}
    return toy.notice(name, NoticeKind.CALL, **{**known, **front})


def publicity(**stated: Any) -> Notice:
    period = Publicity.model_validate({"starts_on": date(2022, 9, 23), **stated})
    known = {"title": "List", "issued_on": date(2022, 9, 23)}
    return toy.notice("2022-09-23-list", NoticeKind.PUBLICITY, publicity=period, **known)


def library(*notices: Notice, editions: Iterable[Edition] = ()) -> Library:
    held = {item.id: item for item in notices}
    known = {EditionId(item.id): item for item in editions}
    return replace(toy.library(), notices=held, editions=known)


def events(*notices: Notice, editions: Iterable[Edition] = ()) -> list[Any]:
    """Give the events of the library's calendar, read back."""
    inputs = toy.inputs(library(*notices, editions=editions), site_url=URL)
    return list(icalendar.Calendar.from_ical(library_calendar(inputs).content).events)


def event(*notices: Notice) -> Any:
    (found,) = events(*notices)
    return found


def day(number: int, label: str = "Papers due") -> Deadline:
    return Deadline(label=label, at=date(2022, 7, number))


def test_a_deadline_of_a_day_is_that_whole_day_and_keeps_nobody_busy() -> None:
    item = event(call(day(15)))
    assert item["summary"] == "Papers due"
    assert item["uid"] == "2022-06-14-call-deadline-1@example.org"
    assert item.decoded("dtstart") == date(2022, 7, 15)
    assert item.decoded("dtend") == date(2022, 7, 16)
    assert item.decoded("dtstamp") == datetime(2022, 6, 13, 16, tzinfo=UTC)
    assert item["transp"] == "TRANSPARENT"
    assert item["url"] == f"{URL}notices/2022-06-14-call/"
    assert item["description"] == f"Call\n{URL}notices/2022-06-14-call/"
    assert "location" not in item


@pytest.mark.parametrize(
    "at",
    [
        datetime(2022, 7, 15, 17, 30),  # noqa: DTZ001 -- as an editor types it
        datetime(2022, 7, 15, 17, 30, tzinfo=SHANGHAI),
        datetime(2022, 7, 15, 9, 30, tzinfo=UTC),
    ],
)
def test_a_deadline_with_an_hour_is_a_moment_in_shanghai(at: datetime) -> None:
    notice = call(Deadline(label="Upload", at=at))
    item = event(notice)
    start = item.decoded("dtstart")
    assert start == datetime(2022, 7, 15, 17, 30, tzinfo=SHANGHAI)
    assert start.utcoffset() == timedelta(hours=8)
    assert item["dtstart"].params["TZID"] == "Asia/Shanghai"
    assert "dtend" not in item
    content = notice_calendar(toy.inputs(library(notice)), notice).content
    (zone,) = icalendar.Calendar.from_ical(content).walk("VTIMEZONE")
    assert zone["tzid"] == "Asia/Shanghai"
    assert content.index("END:VTIMEZONE") < content.index("BEGIN:VEVENT")
    assert "TZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\n" in content


def test_days_need_no_zone() -> None:
    inputs = toy.inputs(library(call(day(15))))
    assert "VTIMEZONE" not in library_calendar(inputs).content


def test_a_publicity_period_ends_after_its_last_working_day() -> None:
    """2022-09-23 is a Friday; ten working days lead over the national holiday to 10-12."""
    notice = publicity(working_days=10)
    known = publicity_days(toy.inputs(library(notice)), notice)
    assert known is not None
    assert known.last == date(2022, 10, 12)
    item = event(notice)
    assert item.decoded("dtstart") == date(2022, 9, 23)
    assert item.decoded("dtend") == date(2022, 10, 13)
    assert item["uid"] == "2022-09-23-list-publicity@example.org"
    assert item["summary"] == "公示期：List"
    assert "10 个工作日" in item["description"]


def test_a_printed_end_counts() -> None:
    item = event(publicity(ends_on=date(2022, 9, 30)))
    assert item.decoded("dtend") == date(2022, 10, 1)


def test_an_end_that_nobody_knows_is_not_guessed() -> None:
    item = event(publicity(starts_on=date(2090, 9, 22)))
    assert item.decoded("dtend") == date(2090, 9, 23)


def test_the_contact_of_a_period_stays_out() -> None:
    notice = publicity(opinions_to="Secret Office 010-5555")
    inputs = toy.inputs(library(notice))
    assert "Secret" not in library_calendar(inputs).content


def test_all_that_a_session_sets_stands_in_its_one_file() -> None:
    session = Session(starts_on=date(2022, 8, 1), place="Hall")
    notice = call(day(15), name="2022-s", session=session)
    content = notice_calendar(toy.inputs(library(notice)), notice).content
    found = icalendar.Calendar.from_ical(content).events
    assert [str(item["uid"]) for item in found] == ["2022-s@biaogan", "2022-s-deadline-1@biaogan"]


def test_ids_are_unique_and_stay() -> None:
    inputs = toy.inputs(site_url=URL)
    found = icalendar.Calendar.from_ical(library_calendar(inputs).content).events
    ids = [str(item["uid"]) for item in found]
    assert len(set(ids)) == len(ids) > 2
    later = events(call(day(15)), call(day(20), day(21), name="2022-07-01-other"))
    assert "2022-06-14-call-deadline-1@example.org" in {str(item["uid"]) for item in later}


def test_the_library_has_every_day_in_its_order() -> None:
    session = Session(starts_on=date(2022, 7, 16), place="Hall")
    meeting = toy.notice("2022-m", NoticeKind.SESSION, session=session)
    found = events(publicity(), meeting, call(day(20), day(15)))
    assert [item.decoded("dtstart") for item in found] == [
        date(2022, 7, 15),
        date(2022, 7, 16),
        date(2022, 7, 20),
        date(2022, 9, 23),
    ]


def test_an_edition_tells_the_deadlines_that_no_notice_of_it_tells() -> None:
    due = (
        EditionDeadline(on=date(2022, 7, 15), label="A"),
        EditionDeadline(on=date(2022, 7, 16), label="B"),
    )
    edition = Edition(id="2022", year=2022, title="Round", deadlines=due)
    told = events(call(day(15), edition="2022"), editions=[edition])
    assert [str(item["uid"]) for item in told] == [
        "2022-06-14-call-deadline-1@example.org",
        "edition-2022-deadline-2@example.org",
    ]
    assert told[1]["summary"] == "B"
    assert told[1]["description"].startswith("Round")
    fictional = call(day(15), edition="2022", demonstration=True)
    assert len(events(fictional, editions=[edition])) == 3


def test_what_is_fictional_says_so() -> None:
    item = event(call(day(15), demonstration=True))
    assert item["summary"] == "〔演示〕Papers due"
    assert "虚构" in item["description"]


def test_whatever_is_typed_stays_text() -> None:
    inputs = toy.inputs(library(call(day(15, HARD), title=HARD)), site_url=URL, site_name=HARD)
    content = library_calendar(inputs).content
    (item,) = icalendar.Calendar.from_ical(content).events
    assert "X-INJECTED" not in item
    plain = HARD.replace("\r\n", "\n").replace("\x00\x07", "")
    assert str(item["summary"]).replace("\r\n", "\n") == plain
    assert not re.search(r"(?<!\r)\n|\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f]", content)
    assert max(len(line.encode()) for line in content.split("\r\n")) <= 75


def test_a_program_shows_the_calendar_under_the_sites_name() -> None:
    inputs = toy.inputs(library(call(day(15))), site_name="Site")
    calendar = icalendar.Calendar.from_ical(library_calendar(inputs).content)
    assert calendar["x-wr-calname"] == calendar["name"] == "截止日期、公示期与交流活动 - Site"


def test_every_notice_that_sets_a_day_has_one_file() -> None:
    session = toy.notice(
        "2022-s", NoticeKind.SESSION, session=Session(starts_on=date(2022, 8, 1), place="")
    )
    plain = toy.notice("2022-p", NoticeKind.DOWNLOAD)
    inputs = toy.inputs(library(session, plain, call(day(15)), publicity()))
    assert [page.uri for page in calendar_pages(inputs)] == [
        "calendar.ics",
        "notices/2022-09-23-list/dates.ics",
        "notices/2022-06-14-call/dates.ics",
        "notices/2022-s/session.ics",
    ]


def test_without_days_there_is_no_calendar_and_no_link_to_one() -> None:
    held = library(toy.notice("2022-p", NoticeKind.DOWNLOAD))
    assert not list(calendar_pages(toy.inputs(held)))
    pages = toy.planned(held)
    for uri in ("notices/", "sessions/", "site-map/", "notices/2022-p/"):
        assert "text/calendar" not in render(pages[uri])
        assert "calendar.ics" not in render(pages[uri])


def test_a_notice_with_days_offers_its_file() -> None:
    page = toy.planned(library(call(day(15))))["notices/2022-06-14-call/"]
    assert 'href="../../notices/2022-06-14-call/dates.ics" type="text/calendar"' in render(page)


def test_lists_of_notices_and_sessions_offer_the_librarys_calendar() -> None:
    pages = toy.planned(library(call(day(15))))
    for uri in ("notices/", "notices/kind/call/", "sessions/", "site-map/"):
        assert f'href="{"../" * uri.count("/")}calendar.ics"' in render(pages[uri], shell())


def test_the_same_notices_give_the_same_bytes_on_any_day() -> None:
    made = [
        library_calendar(toy.inputs(today=today)).content
        for today in (date(2020, 1, 1), date(2026, 11, 22))
    ]
    assert made[0] == made[1]
