"""The calendar file of a session, read back by a calendar library and compared with the notice.

What other notices set, and the calendar of the library: `test_calendar_events`.
"""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest

from generator.building.folder import SiteFolder, look
from generator.building.manifest import Manifest, Surroundings
from generator.building.pages import Pages
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice, ProgrammeItem, Session
from generator.pages.calendar import notice_calendar
from generator.progress import SILENT
from tests.pages import toy
from tests.pages.rendering import render

URL = "https://example.org/biaogan/"
HARD = '示例；逗号, 分号; 反斜\\杠\n换行 "引号" <b>&amp; BEGIN:VEVENT\r\nX-INJECTED:1'


def notice(session: Session | None = None, **front: object) -> Notice:
    known = session or Session(
        number=1,
        starts_on=date(2023, 12, 7),
        ends_on=date(2023, 12, 8),
        place="Hall, 1",
        hosts=("Host A", "Host B"),
        programme=(ProgrammeItem(time="09:00", title="Talk"), ProgrammeItem(title="Tea")),
    )
    given = {"title": "Session", "issued_on": date(2023, 11, 13), **front}
    return toy.notice("2023-12-07-session", NoticeKind.SESSION, session=known, **given)


def written(item: Notice, **settings: object) -> str:
    return notice_calendar(toy.inputs(None, **settings), item).content


def event(item: Notice, **settings: object) -> Any:
    calendar = icalendar.Calendar.from_ical(written(item, **settings))
    (found,) = calendar.events
    return found


def test_the_facts_come_back() -> None:
    item = event(notice(), site_url=URL)
    assert item["summary"] == "Session"
    assert item["location"] == "Hall, 1"
    assert item["uid"] == "2023-12-07-session@example.org"
    assert item["url"] == f"{URL}notices/2023-12-07-session/"
    assert item.decoded("dtstamp") == datetime(2023, 11, 12, 16, tzinfo=UTC)
    assert item["status"] == "CONFIRMED"
    assert "09:00 Talk\nTea" in item["description"]
    assert "Host A" in item["description"]


@pytest.mark.parametrize(
    ("last", "end"),
    [(date(2023, 12, 8), date(2023, 12, 9)), (None, date(2023, 12, 8))],
)
def test_days_are_whole_and_the_end_is_the_first_day_after(last: date | None, end: date) -> None:
    session = Session(starts_on=date(2023, 12, 7), ends_on=last, place="Hall")
    item = event(notice(session))
    assert (item.decoded("dtstart"), item.decoded("dtend")) == (date(2023, 12, 7), end)
    assert item["dtstart"].params["VALUE"] == "DATE"


def test_without_an_address_of_the_site_there_is_none_in_the_file() -> None:
    item = event(notice())
    assert "url" not in item
    assert item["uid"] == "2023-12-07-session@biaogan"


def test_a_notice_without_a_day_of_issue_is_stamped_with_its_first_day() -> None:
    item = event(notice(issued_on=None))
    assert item.decoded("dtstamp") == datetime(2023, 12, 6, 16, tzinfo=UTC)


def test_whatever_is_typed_stays_text() -> None:
    session = Session(starts_on=date(2023, 12, 7), place=HARD, hosts=(HARD,))
    item = event(notice(session, title=HARD))
    assert "X-INJECTED" not in item
    plain = HARD.replace("\r\n", "\n")
    assert str(item["summary"]).replace("\r\n", "\n") == plain
    assert str(item["location"]).replace("\r\n", "\n") == plain


def test_lines_end_with_crlf_and_are_folded_at_75_octets() -> None:
    session = Session(starts_on=date(2023, 12, 7), place="示例会议中心" * 30)
    content = written(notice(session))
    assert content.endswith("END:VCALENDAR\r\n")
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", content)
    assert max(len(line.encode()) for line in content.split("\r\n")) <= 75


def test_the_page_is_the_file_and_nothing_else() -> None:
    """What is put on the disk: the bytes of the template, CRLF included."""
    pages = toy.planned(site_url=URL)
    page = pages["notices/2023-session/session.ics"]
    assert not page.indexed
    shown = render(page)
    assert shown == page.make().content  # type: ignore[attr-defined]
    assert shown.startswith("BEGIN:VCALENDAR\r\n")
    assert "session.ics" not in render(pages["sitemap.xml"])


def test_the_engine_keeps_every_byte(tmp_path: Path) -> None:
    page = toy.planned(site_url=URL)["notices/2023-session/session.ics"]
    pages = Pages(
        planned=[page],
        bodies={},
        now=Surroundings(),
        before=Manifest(),
        found=look(tmp_path),
        folder=SiteFolder(tmp_path),
        render=lambda planned, _view: render(planned),
    )
    pages.folder.begin()
    (written,) = pages.write(1, SILENT)
    data = (tmp_path / "notices/2023-session/session.ics").read_bytes()
    assert data == page.make().content.encode()  # type: ignore[attr-defined]
    assert b"\r\nEND:VEVENT\r\n" in data
    assert written.bytes == len(data)


def test_a_fictional_session_says_that_it_is() -> None:
    item = event(notice(demonstration=True))
    assert item["summary"] == "〔演示〕Session"
    assert "演示" in item["description"]


def test_whoever_goes_to_a_session_is_busy() -> None:
    assert "transp" not in event(notice())
