"""States of periods on their boundary days."""

from datetime import date, timedelta

import pytest

from generator.pages.states import Phase, Subject, state_of
from generator.strings import text

FIRST = date(2026, 11, 16)
LAST = date(2026, 11, 27)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("today", "phase", "days"),
    [
        (FIRST - 3 * DAY, Phase.BEFORE, 3),
        (FIRST - DAY, Phase.BEFORE, 1),
        (FIRST, Phase.DURING, 11),
        (LAST - DAY, Phase.DURING, 1),
        (LAST, Phase.LAST, 0),
        (LAST + DAY, Phase.OVER, 0),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(today: date, phase: Phase, days: int) -> None:
    state = state_of(Subject.PUBLICITY, today, FIRST, (LAST,))
    assert state.phase is phase
    assert state.label == text(f"pages.state.publicity.{phase}", days=days)
    assert "{" not in state.label


def test_what_is_over_stays_over_and_carries_nothing() -> None:
    state = state_of(Subject.PUBLICITY, LAST + DAY, FIRST, (LAST,))
    assert (state.clock, state.as_of) == (None, "")


def test_what_may_change_says_its_day_and_carries_days_and_words() -> None:
    state = state_of(Subject.PUBLICITY, FIRST, FIRST, (LAST,))
    assert state.as_of == "2026-11-16"
    assert state.clock is not None
    assert (state.clock.first, state.clock.last) == ("2026-11-16", "2026-11-27")
    assert "{days}" in state.clock.before
    assert "{days}" in state.clock.during
    assert state.clock.over == text("pages.state.publicity.over")
    assert state.clock.ends == text("pages.state.publicity.last")


def test_of_several_deadlines_the_next_one_counts() -> None:
    lasts = (date(2022, 7, 15), date(2022, 6, 27))
    expected = {
        date(2022, 6, 20): (Phase.DURING, 7),
        date(2022, 6, 27): (Phase.LAST, 0),
        date(2022, 6, 28): (Phase.DURING, 17),
        date(2022, 7, 15): (Phase.LAST, 0),
        date(2022, 7, 16): (Phase.OVER, 0),
    }
    for today, (phase, days) in expected.items():
        state = state_of(Subject.DEADLINE, today, None, lasts)
        assert (state.phase, state.label) == (
            phase,
            text(f"pages.state.deadline.{phase}", days=days),
        )
    clock = state_of(Subject.DEADLINE, date(2022, 6, 20), None, lasts).clock
    assert clock is not None
    assert (clock.first, clock.last) == ("", "2022-06-27 2022-07-15")


def test_a_period_without_a_known_end_is_never_called_over() -> None:
    state = state_of(Subject.OPEN_PUBLICITY, FIRST + 999 * DAY, FIRST, ())
    assert state.phase is Phase.DURING
    assert state.clock is not None
    assert state.clock.last == ""
