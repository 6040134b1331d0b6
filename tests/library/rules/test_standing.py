"""States of cases against the notices."""

from datetime import date
from typing import Any

import pytest

from generator.library.notice import Notice
from generator.library.rules.standing import check_standing
from tests.library.rules.samples import case, library, lines, notice

RESULT = notice("2022-result", "result", cases=["2022-001"])
REVOCATION = notice("2023-revocation", "revocation", cases=["2022-001"])
REVOKED = {"revoked_on": date(2023, 1, 1), "ground": "accident", "notice": "2023-revocation"}


@pytest.mark.parametrize(
    ("status", "values", "notices", "faults"),
    [
        ("draft", {}, [], []),
        ("approved", {}, [RESULT], []),
        ("approved", {}, [], ["result-notice-missing status"]),
        ("publicity", {}, [notice("2022-pub", "publicity", cases=["2022-001"])], []),
        ("publicity", {}, [], ["publicity-notice-missing status"]),
        ("revoked", {"revocation": REVOKED}, [RESULT, REVOCATION], []),
        ("revoked", {}, [], ["revocation-incomplete status"]),
        (
            "revoked",
            {"revocation": REVOKED},
            [],
            ["revocation-incomplete revocation.notice unknown"],
        ),
        (
            "revoked",
            {"revocation": {**REVOKED, "notice": "2022-result"}},
            [RESULT],
            ["revocation-incomplete revocation.notice kind"],
        ),
        (
            "revoked",
            {"revocation": REVOKED},
            [notice("2023-revocation", "revocation", cases=[])],
            ["revocation-incomplete revocation.notice unnamed"],
        ),
        ("draft", {"revocation": REVOKED}, [], ["revocation-unexpected revocation"]),
    ],
)
def test_cases(
    status: str, values: dict[str, Any], notices: list[Notice], faults: list[str]
) -> None:
    record = case(status=status, **values)
    assert lines(check_standing(library(record, *notices))) == faults


ALLOWED = {
    "publicity": {"publicity", "approved", "revoked"},
    "result": {"approved", "revoked"},
    "revocation": {"revoked"},
    "call": {"approved", "revoked"},
    "session": {"approved", "revoked"},
    "download": {"approved", "revoked"},
}


@pytest.mark.parametrize("kind", ALLOWED)
@pytest.mark.parametrize("status", ["draft", "publicity", "approved", "revoked"])
def test_which_states_a_notice_may_name(kind: str, status: str) -> None:
    records = library(case(status=status), notice("2022-x", kind, cases=["2022-001"]))
    found = [line for line in lines(check_standing(records)) if line.startswith("notice-")]
    expected = [] if status in ALLOWED[kind] else [f"notice-case-status cases.0 {kind}-{status}"]
    assert found == expected


def test_programme_names_cases_too() -> None:
    session = {
        "starts_on": date(2022, 1, 1),
        "place": "示例",
        "programme": [{"title": "开场"}, {"title": "演讲", "case": "2022-001"}],
    }
    records = library(case(status="draft"), notice("2022-s", "session", session=session))
    assert lines(check_standing(records)) == [
        "notice-case-status session.programme.1.case session-draft"
    ]
