"""Dates in their order."""

from datetime import date, datetime
from typing import Any

import pytest

from generator.library.rules.dates import check_case_dates, check_notice_dates
from tests.library.rules.samples import case, edition, lines, notice

REVOKED = {"ground": "fraud", "notice": "2023-revocation"}


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"publicity_on": date(2022, 9, 16), "approved_on": date(2022, 9, 16)},
        {"approved_on": date(2023, 1, 5)},
        {"revocation": {**REVOKED, "revoked_on": date(2022, 1, 1)}},
        {"status": "publicity", "publicity_on": date(2022, 9, 16)},
        {"status": "approved"},
    ],
)
def test_good_cases(values: dict[str, Any]) -> None:
    assert lines(check_case_dates(case(**values), edition())) == []


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        (
            {"publicity_on": date(2022, 9, 16), "approved_on": date(2022, 9, 15)},
            ["date-order approved_on"],
        ),
        (
            {
                "publicity_on": date(2022, 9, 16),
                "revocation": {**REVOKED, "revoked_on": date(2022, 9, 1)},
            },
            ["date-order revocation.revoked_on"],
        ),
        ({"approved_on": date(2021, 12, 31)}, ["date-order approved_on edition"]),
        (
            {
                "videos": [
                    {
                        "title": "示例",
                        "provider": "bilibili",
                        "id": "BV1",
                        "published_on": date(2021, 1, 1),
                    }
                ]
            },
            ["date-order videos.0.published_on edition"],
        ),
        ({"status": "publicity"}, ["date-missing status"]),
    ],
)
def test_bad_cases(values: dict[str, Any], faults: list[str]) -> None:
    assert lines(check_case_dates(case(**values), edition())) == faults


def test_each_step_is_compared_with_the_one_before() -> None:
    record = case(
        publicity_on=date(2022, 9, 3),
        approved_on=date(2022, 9, 2),
        revocation={**REVOKED, "revoked_on": date(2022, 9, 1)},
    )
    assert lines(check_case_dates(record, None)) == [
        "date-order approved_on",
        "date-order revocation.revoked_on",
    ]


def test_deadline_may_be_a_day_or_a_moment() -> None:
    due = [
        {"label": "一", "at": date(2022, 6, 14)},
        {"label": "二", "at": datetime(2022, 6, 13, 17)},  # noqa: DTZ001 -- Shanghai's clock
    ]
    record = notice("2022-call", "call", issued_on=date(2022, 6, 14), deadlines=due)
    assert lines(check_notice_dates(record)) == ["date-order deadlines.1.at"]


def test_ends_follow_beginnings() -> None:
    begins, ends = date(2022, 6, 14), date(2022, 6, 13)
    session = {"starts_on": begins, "ends_on": ends, "place": "示例"}
    record = notice("2022-session", "session", session=session)
    assert lines(check_notice_dates(record)) == ["date-order session.ends_on"]
    record = notice("2022-publicity", "publicity", publicity={"starts_on": begins, "ends_on": ends})
    assert lines(check_notice_dates(record)) == ["date-order publicity.ends_on"]
