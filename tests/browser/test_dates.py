"""States said anew in the browser: on any later day a page says what a build of that day would."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from generator.library.lifecycle import NoticeKind
from generator.library.notice import Deadline, Notice, Publicity, Session
from generator.pages.dates import notice_state
from tests.pages import toy
from tests.pages.rendering import THEME, environment

pytestmark = pytest.mark.needs("chromium")

BUILT: Final = date(2022, 8, 30)
DAY: Final = timedelta(days=1)
NOTICES: Final[tuple[Notice, ...]] = (
    toy.notice("2022-p", NoticeKind.PUBLICITY, publicity=Publicity(starts_on=date(2022, 9, 1))),
    toy.notice("2099-p", NoticeKind.PUBLICITY, publicity=Publicity(starts_on=date(2099, 9, 1))),
    toy.notice(
        "2022-c",
        NoticeKind.CALL,
        deadlines=[Deadline(label="A", at=date(2022, 9, on)) for on in (20, 2)],
    ),
    toy.notice(
        "2022-s",
        NoticeKind.SESSION,
        session=Session(starts_on=date(2022, 9, 3), ends_on=date(2022, 9, 5), place="Hall"),
    ),
    toy.notice("2022-d", NoticeKind.SESSION, session=Session(starts_on=date(2022, 9, 4), place="")),
)
MARKUP: Final = (
    '{% import "macros.html" as m %}{% for state in states %}<p>{{ m.state(t, state) }}</p>'
    "{% endfor %}"
)
SHOWN: Final = "phases => phases.map(each => [each.className, each.innerText.trim()])"


def shown_on(page: Page, built: date, moment: datetime) -> list[tuple[str, str]]:
    """Give (class, words) of each state on a page built on one day and read at a moment."""
    page.clock.set_fixed_time(moment)
    page.set_content(markup(built))
    page.add_script_tag(path=THEME / "scripts/30-dates.js")
    shown = page.locator(".phase").evaluate_all(SHOWN)
    return [(classes, words) for classes, words in shown]


@cache
def markup(built: date) -> str:
    inputs = toy.inputs(today=built)
    states = [notice_state(inputs, notice) for notice in NOTICES]
    words = {"state": {"label": "", "as_of": "as of ", "built": ""}}
    return environment().from_string(MARKUP).render(states=states, t=words)


def built_on(day: date) -> list[tuple[str, str]]:
    inputs = toy.inputs(today=day)
    states = [notice_state(inputs, notice) for notice in NOTICES]
    return [(f"phase {state.phase}", state.label) for state in states if state]


def noon(day: date) -> datetime:
    return datetime.combine(day, time(4), UTC)


def test_every_later_day_is_said_as_a_build_of_that_day_would(browser: Browser) -> None:
    page = browser.new_page()
    wrong = {}
    for number in range(26):
        day = BUILT + number * DAY
        if (shown := shown_on(page, BUILT, noon(day))) != built_on(day):
            wrong[day.isoformat()] = shown
    page.close()
    assert wrong == {}


def test_a_day_begins_at_midnight_in_shanghai_wherever_the_reader_is(browser: Browser) -> None:
    midnight = datetime(2022, 9, 2, 16, tzinfo=UTC)
    for zone in ("America/Los_Angeles", "Pacific/Auckland", "Asia/Shanghai"):
        page = browser.new_page(timezone_id=zone)
        before = shown_on(page, BUILT, midnight - timedelta(seconds=1))
        after = shown_on(page, BUILT, midnight)
        page.close()
        assert before == built_on(date(2022, 9, 2)), zone
        assert after == built_on(date(2022, 9, 3)), zone


def test_a_clock_that_is_behind_the_build_changes_nothing(browser: Browser) -> None:
    page = browser.new_page()
    shown = shown_on(page, date(2022, 9, 1), noon(date(2022, 8, 1)))
    page.close()
    said = [f"{words} as of 2022-09-01" for _, words in built_on(date(2022, 9, 1))]
    assert [words for _, words in shown] == said
