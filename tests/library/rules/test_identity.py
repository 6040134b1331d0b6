"""Ids, folders, years, levels, and what is fictional."""

from typing import Any

import pytest

from generator.library.case import Case
from generator.library.ids import CaseId, EditionId
from generator.library.rules.identity import (
    check_demonstration,
    check_identities,
    check_identity,
    check_notice_edition,
)
from tests.library.rules.samples import case, context, edition, lines, notice


def moved(record: Case, folder: str) -> Case:
    return Case(CaseId(record.id), EditionId(folder), f"cases/{folder}/x.md", record.front)


@pytest.mark.parametrize(
    ("record", "faults"),
    [
        (case("2022-001"), []),
        (case("2021-example-001", level="provincial"), []),
        (case("2021-example-001"), ["level-edition-mismatch level provincial"]),
        (case("2022-001", level="municipal"), ["level-edition-mismatch level national"]),
        (case("2022-001", year=2021), ["year-edition-mismatch year"]),
        (case("2023-001"), ["edition-missing 1:1 case"]),
        (moved(case("2022-001", year=2022), "2022"), []),
        (moved(case("2023-001", year=2022), "2022"), ["id-edition-mismatch 1:1"]),
    ],
)
def test_identity(record: Case, faults: list[str]) -> None:
    editions = (edition("2022"), edition("2021-example", level="provincial"))
    assert lines(check_identity(record, context(*editions))) == faults


@pytest.mark.parametrize(
    ("case_id", "values", "faults"),
    [
        ("2022-001", {}, []),
        ("2022-001", {"enterprise": "某某公司"}, []),
        ("2022-d01", {"demonstration": True}, []),
        ("2022-d01", {}, ["demonstration-mark 1:1 flag"]),
        ("2022-001", {"demonstration": True}, ["demonstration-mark demonstration id"]),
        (
            "2022-d01",
            {"demonstration": True, "enterprise": "某某公司"},
            ["demonstration-mark enterprise name"],
        ),
    ],
)
def test_demonstration(case_id: str, values: dict[str, Any], faults: list[str]) -> None:
    assert lines(check_demonstration(case(case_id, **values))) == faults


def test_notice_names_an_edition_that_there_is() -> None:
    known = context(edition("2022"))
    assert lines(check_notice_edition(notice("2022-a", "call"), known)) == []
    assert lines(check_notice_edition(notice("2022-a", "call", edition="2022"), known)) == []
    assert lines(check_notice_edition(notice("2022-a", "call", edition="2023"), known)) == [
        "edition-missing edition notice"
    ]


def test_ids_differ_in_more_than_case() -> None:
    files = [("a/2022-d01.md", "2022-d01"), ("b/2022-D01.md", "2022-D01"), ("c/x.md", "2022-d02")]
    found = list(check_identities(files))
    assert [(fault.path, fault.code) for fault in found] == [("b/2022-D01.md", "id-duplicate")]
    assert found[0].values["other"] == "a/2022-d01.md"
