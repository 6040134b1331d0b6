"""Ids that must exist."""

from datetime import date

import pytest

from generator.library.rules.references import check_references
from tests.library.rules.samples import case, context, library, lines, notice


def test_known_ids() -> None:
    records = library(
        case("2021-example-001"),
        case("2022-001", lineage=["2021-example-001"], notices=["2022-result"]),
        notice("2022-result", "result", cases=["2022-001"], forwards=["2022-call"]),
        notice("2022-call", "call"),
    )
    assert lines(check_references(records, context())) == []


def test_unknown_ids() -> None:
    session = {
        "starts_on": date(2022, 1, 1),
        "place": "示例",
        "programme": [{"title": "演讲", "case": "2022-008"}],
    }
    records = library(
        case("2022-001", lineage=["2022-009"], notices=["2022-result", "nonsense"]),
        notice("2022-s", "session", cases=["../x"], session=session, forwards=["2022-call"]),
    )
    assert lines(check_references(records, context())) == [
        "reference-unknown lineage.0 case",
        "reference-unknown notices.0 notice",
        "reference-unknown notices.1 notice",
        "reference-unknown cases.0 case",
        "reference-unknown session.programme.0.case case",
        "reference-unknown forwards.0 notice",
    ]


def test_oneself_is_no_reference() -> None:
    records = library(
        case("2022-001", lineage=["2022-001"]),
        notice("2022-call", "call", forwards=["2022-call"]),
    )
    assert lines(check_references(records, context())) == [
        "reference-self lineage.0 lineage",
        "reference-self forwards.0 forwards",
    ]


@pytest.mark.parametrize("path", ["cases/2021-example/2021-example-001.md", "notices/2022-call.md"])
def test_a_file_with_faults_of_its_own_is_not_reported_twice(path: str) -> None:
    records = library(case(lineage=["2021-example-001"], notices=["2022-call"]))
    found = lines(check_references(records, context(exists=lambda asked: asked == path)))
    assert len(found) == 1


def test_an_id_is_named_once() -> None:
    records = library(
        case("2021-example-001"),
        case("2022-001", lineage=["2021-example-001"] * 2, notices=["2022-call"] * 3),
        notice("2022-call", "call"),
        notice("2022-result", "result", cases=["2022-001"] * 2, forwards=["2022-call"] * 2),
    )
    assert lines(check_references(records, context())) == [
        "reference-repeated lineage.1",
        "reference-repeated notices.1",
        "reference-repeated notices.2",
        "reference-repeated cases.1",
        "reference-repeated forwards.1",
    ]
