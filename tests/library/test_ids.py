"""Ids: what is one, what its parts say, how they sort."""

import pytest

from generator.library.ids import (
    CaseId,
    case_sort_key,
    edition_of,
    is_demonstration_id,
    is_slug,
    parse_case_id,
    parse_edition_id,
    parse_notice_id,
)
from tests.library.rules.samples import notice


@pytest.mark.parametrize(
    ("text", "edition", "demonstration"),
    [
        ("2022-015", "2022", False),
        ("2022-d01", "2022", True),
        ("2021-shandong-003", "2021-shandong", False),
        ("2021-shandong-d12345", "2021-shandong", True),
        ("2021-a1-b2-01", "2021-a1-b2", False),
    ],
)
def test_case_ids(text: str, edition: str, demonstration: bool) -> None:
    case_id = parse_case_id(text)
    assert case_id is not None
    assert edition_of(case_id) == edition
    assert is_demonstration_id(case_id) is demonstration


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022",
        "2022-1",
        "2022-123456",
        "2022-D01",
        "22-015",
        "2022-015 ",
        "2022-015\n",
        "2022-山东-015",
        "2022-015.md",
        "../2022-015",
        "2022--015",
        "2022-Shandong-015",
        "２０２２-015",
    ],
)
def test_no_case_ids(text: str) -> None:
    assert parse_case_id(text) is None


@pytest.mark.parametrize("text", ["2014-miit-call", "2022-06-call", "2022-06-14-wuhan-call"])
def test_notice_ids(text: str) -> None:
    assert parse_notice_id(text) == text


@pytest.mark.parametrize(
    "text", ["2022", "2022-06-14", "call", "2022-06-14-Call", "2022-06-14-call.md"]
)
def test_no_notice_ids(text: str) -> None:
    assert parse_notice_id(text) is None


@pytest.mark.parametrize("text", ["2024-13-06-a", "2024-00-a", "2023-02-29-a", "2024-04-31-a-b"])
def test_no_notice_is_of_a_day_that_there_is_not(text: str) -> None:
    assert parse_notice_id(text) is None


def test_a_leap_day_is_a_day() -> None:
    assert parse_notice_id("2024-02-29-call") == "2024-02-29-call"


@pytest.mark.parametrize("text", ["2022", "2021-shandong", "2021-a1-b2"])
def test_edition_ids(text: str) -> None:
    assert parse_edition_id(text) == text


@pytest.mark.parametrize("text", ["", "22", "2021-", "2021-1", "vocabulary", "2021-A"])
def test_no_edition_ids(text: str) -> None:
    assert parse_edition_id(text) is None


def test_numbers_sort_as_numbers_and_real_cases_first() -> None:
    ids = [CaseId(text) for text in ("2022-d01", "2022-100", "2022-99", "2021-d02", "2022-d11")]
    assert sorted(ids, key=case_sort_key) == [
        "2021-d02",
        "2022-99",
        "2022-100",
        "2022-d01",
        "2022-d11",
    ]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("six-sigma", True),
        ("34", True),
        ("5s", True),
        ("", False),
        ("-a", False),
        ("a--b", False),
        ("A", False),
        ("a_b", False),
        ("六", False),
    ],
)
def test_slugs(text: str, fits: bool) -> None:
    assert is_slug(text) is fits


@pytest.mark.parametrize(
    ("notice_id", "dated"),
    [("2014-miit-call", "2014"), ("2022-06-call", "2022-06"), ("2022-06-14-call", "2022-06-14")],
)
def test_a_notice_is_dated_as_exactly_as_its_id(notice_id: str, dated: str) -> None:
    assert notice(notice_id, "call").dated == dated
