"""Working days around the holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.workdays import add_working_days, working_days_between


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2024-09-27", "2024-10-16"),
        ("2025-01-20", "2025-02-08"),
        ("2025-09-24", "2025-10-14"),
        ("2026-02-09", "2026-02-28"),
        ("2026-09-21", "2026-10-12"),
    ],
)
def test_ten_days_over_the_holidays(start: str, end: str) -> None:
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    assert add_working_days(first, 10) == last
    assert working_days_between(first, last) == 10


def test_first_day_counts_only_if_it_is_worked() -> None:
    friday, saturday = date(2024, 6, 14), date(2024, 6, 15)
    assert add_working_days(friday, 1, count_first=True) == friday
    assert add_working_days(saturday, 1, count_first=True) == date(2024, 6, 17)


def test_days_worked_instead_count() -> None:
    assert add_working_days(date(2024, 9, 28), 1) == date(2024, 9, 29)


@pytest.mark.parametrize("start", [date.min, date(2003, 12, 1), date(2099, 1, 1), date.max])
def test_unknown_years_give_none(start: date) -> None:
    assert add_working_days(start, 10) is None
    assert working_days_between(start, start + timedelta(0)) in (None, 0)


def test_a_period_that_leaves_the_calendar_gives_none() -> None:
    assert add_working_days(date(2026, 12, 28), 10) is None
    assert working_days_between(date(2026, 12, 28), date(2027, 1, 15)) is None


def test_end_before_start_holds_no_day() -> None:
    assert working_days_between(date(2024, 6, 14), date(2024, 6, 3)) == 0


@given(st.dates(date(2004, 1, 1), date(2026, 6, 1)), st.integers(1, 60), st.booleans())
def test_counting_undoes_adding(start: date, days: int, count_first: bool) -> None:
    end = add_working_days(start, days, count_first)
    assert end is not None
    assert working_days_between(start, end, count_first) == days
    assert working_days_between(start, end - timedelta(1), count_first) == days - 1
