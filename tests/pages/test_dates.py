"""The days that a notice sets, and the one state that says where it stands."""

from datetime import UTC, date, datetime, timedelta

import pytest

from generator.library.lifecycle import NoticeKind
from generator.library.notice import Deadline, Notice, Publicity, Session
from generator.pages.dates import notice_dates, notice_state
from generator.pages.states import Phase, State
from generator.strings import text
from generator.today import SHANGHAI
from generator.workdays import add_working_days
from tests.pages import toy

DAY = timedelta(days=1)


def publicity(**values: object) -> Notice:
    period = Publicity.model_validate({"starts_on": date(2022, 9, 1), **values})
    return toy.notice("2022-p", NoticeKind.PUBLICITY, edition="2022", publicity=period)


def session(first: date, last: date | None = None) -> Notice:
    front = Session(starts_on=first, ends_on=last, place="Hall")
    return toy.notice("2023-s", NoticeKind.SESSION, session=front)


def call(*ends: date) -> Notice:
    deadlines = tuple(Deadline(label=f"Due {number}", at=at) for number, at in enumerate(ends))
    return toy.notice("2022-c", NoticeKind.CALL, deadlines=deadlines)


def state_on(today: date, notice: Notice) -> State:
    state = notice_state(toy.inputs(today=today), notice)
    assert state is not None
    return state


def test_a_computed_end_is_the_tenth_working_day() -> None:
    last = add_working_days(date(2022, 9, 1), 10)
    assert last == date(2022, 9, 16)  # the Mid-Autumn Festival of 2022 lies between
    notice = publicity()
    assert state_on(date(2022, 8, 31), notice).phase is Phase.BEFORE
    assert state_on(date(2022, 9, 1), notice).phase is Phase.DURING
    assert state_on(last - DAY, notice).label == text("pages.state.publicity.during", days=1)
    assert state_on(last, notice).phase is Phase.LAST
    assert state_on(last + DAY, notice).phase is Phase.OVER


def test_a_printed_end_goes_before_a_computed_one() -> None:
    notice = publicity(ends_on=date(2022, 9, 20))
    assert state_on(date(2022, 9, 20), notice).phase is Phase.LAST
    assert state_on(date(2022, 9, 21), notice).phase is Phase.OVER


def test_an_end_beyond_the_calendar_is_not_guessed() -> None:
    state = state_on(date(2099, 9, 2), publicity(starts_on=date(2099, 9, 1)))
    assert state.label == text("pages.state.open_publicity.during")


@pytest.mark.parametrize(
    ("last", "today", "key"),
    [
        (date(2023, 12, 8), date(2023, 12, 6), "session.before"),
        (date(2023, 12, 8), date(2023, 12, 7), "session.during"),
        (date(2023, 12, 8), date(2023, 12, 8), "session.last"),
        (date(2023, 12, 8), date(2023, 12, 9), "session.over"),
        (None, date(2023, 12, 6), "session_of_a_day.before"),
        (None, date(2023, 12, 7), "session_of_a_day.last"),
        (None, date(2023, 12, 8), "session_of_a_day.over"),
    ],
)
def test_a_session_is_to_come_then_runs_then_is_over(
    last: date | None, today: date, key: str
) -> None:
    state = state_on(today, session(date(2023, 12, 7), last))
    assert state.label == text(f"pages.state.{key}", days=1)


def test_an_hour_falls_on_its_day_in_shanghai() -> None:
    late = datetime(2022, 6, 24, 17, 0, tzinfo=UTC)  # one o'clock of the 25th in Shanghai
    plain = datetime(2022, 6, 24, 17, 0)  # noqa: DTZ001 -- as a document writes it
    assert state_on(date(2022, 6, 25), call(late)).phase is Phase.LAST
    assert state_on(date(2022, 6, 24), call(late.astimezone(SHANGHAI))).phase is Phase.DURING
    assert state_on(date(2022, 6, 24), call(plain)).phase is Phase.LAST
    assert state_on(date(2022, 6, 25), call(plain)).phase is Phase.OVER


def test_a_notice_that_sets_no_day_has_no_state() -> None:
    notice = toy.notice("2022-r", NoticeKind.RESULT)
    assert notice_state(toy.inputs(), notice) is None
    assert notice_dates(toy.inputs(), notice) == ()


def test_each_of_several_deadlines_has_its_own_state_and_a_lone_one_the_notices() -> None:
    inputs = toy.inputs(today=date(2022, 7, 1))
    two = notice_dates(inputs, call(date(2022, 6, 27), date(2022, 7, 15)))
    assert [(item.what, item.when) for item in two] == [
        ("Due 0", "2022-06-27"),
        ("Due 1", "2022-07-15"),
    ]
    assert [item.state.phase for item in two if item.state] == [Phase.OVER, Phase.DURING]
    (one,) = notice_dates(inputs, call(date(2022, 7, 15)))
    assert one.state is None
