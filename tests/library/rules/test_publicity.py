"""Publicity periods by the working days of the calendar."""

from datetime import date
from typing import Any

import pytest

from generator.library.edition import Edition
from generator.library.rules.publicity import check_publicity
from tests.library.rules.samples import context, edition, lines, notice


def found(of: Edition | None = None, **publicity: Any) -> list[str]:
    record = notice("2024-publicity", "publicity", edition=of.id if of else "", publicity=publicity)
    return lines(check_publicity(record, context(*filter(None, [of]))))


@pytest.mark.parametrize(
    ("starts_on", "ends_on"),
    [
        (date(2024, 9, 27), date(2024, 10, 16)),
        (date(2025, 1, 20), date(2025, 2, 8)),
        (date(2026, 2, 9), date(2026, 2, 28)),
    ],
)
def test_the_tenth_working_day_is_enough(starts_on: date, ends_on: date) -> None:
    assert found(starts_on=starts_on, ends_on=ends_on) == []
    assert found(starts_on=starts_on, ends_on=ends_on.replace(day=ends_on.day - 1)) == [
        "publicity-too-short publicity.ends_on"
    ]


def test_end_and_days_are_told() -> None:
    record = notice(
        "2024-publicity",
        "publicity",
        publicity={"starts_on": date(2024, 9, 27), "ends_on": date(2024, 10, 10)},
    )
    (fault,) = check_publicity(record, context())
    assert (fault.values["days"], fault.values["end"]) == (5, date(2024, 10, 16))


def test_edition_may_say_otherwise() -> None:
    five = edition("2024", publicity={"working_days": 5})
    assert found(five, starts_on=date(2024, 6, 3), ends_on=date(2024, 6, 11)) == []
    assert found(five, starts_on=date(2024, 6, 3), working_days=5) == []
    assert found(five, starts_on=date(2024, 6, 3), working_days=4) == [
        "publicity-too-short publicity.working_days days"
    ]


def test_first_day_counts_when_the_edition_says_so() -> None:
    first = edition("2024", publicity={"working_days": 10, "count_first_day": True})
    assert found(first, starts_on=date(2024, 9, 27), ends_on=date(2024, 10, 15)) == []


def test_longer_than_asked_must_last_as_long_as_it_says() -> None:
    assert found(starts_on=date(2024, 6, 3), working_days=15, ends_on=date(2024, 6, 18)) == [
        "publicity-too-short publicity.ends_on"
    ]


@pytest.mark.parametrize("starts_on", [date(2003, 6, 3), date(2099, 6, 3)])
def test_unknown_years_are_not_guessed(starts_on: date) -> None:
    assert found(starts_on=starts_on) == ["publicity-calendar publicity.starts_on"]


def test_no_period_no_fault() -> None:
    assert lines(check_publicity(notice("2024-call", "call"), context())) == []
