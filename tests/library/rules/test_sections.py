"""Sections: missing, out of order, too long, unknown; the summary's two places."""

import pytest

from generator.library.body import Body
from generator.library.edition import Edition
from generator.library.rules.sections import check_sections
from tests.library.rules.samples import body, case, edition, lines, source

IN_2022 = edition(
    "2022",
    sections=[
        {"title": "企业概况", "max_characters": 20},
        {"title": "实施背景"},
        {"title": "实施过程", "aliases": ["推进过程"]},
        {"title": "附录", "required": False},
        {"title": "实施成效"},
    ],
)
IN_2020 = edition(
    "2020",
    sections=[{"title": "摘要", "max_characters": 10}, {"title": "“企业”概况（简）"}],
)
GOOD = ["企业概况", "实施背景", "实施过程", "实施成效"]


def found(titles: list[str], of: Edition = IN_2022, text: str = "", summary: str = "") -> list[str]:
    sections = body(*((title, text) for title in titles))
    record = case(f"{of.id}-001", sections, summary=summary)
    return lines(check_sections(record, source(), of))


@pytest.mark.parametrize(
    "titles",
    [
        GOOD,
        ["企业概况", "实施背景", "推进过程", "实施成效"],
        ["企业概况", "实施背景", "实施过程", "附录", "实施成效"],
        [" 企业 概况", "实施背景", "实施过程", "实施成效　"],
    ],
)
def test_good_structures(titles: list[str]) -> None:
    assert found(titles) == []


@pytest.mark.parametrize(
    ("titles", "faults"),
    [
        (GOOD[1:], ["section-missing 10:1"]),
        (GOOD[:1], ["section-missing 10:1"] * 3),
        (["企业概况", "实施过程", "实施背景", "实施成效"], ["section-order 14:1"]),
        (["实施成效", "企业概况", "实施背景", "实施过程"], ["section-order 12:1"]),
        ([*GOOD, "实施成效"], ["section-order 18:1 repeated"]),
        ([*GOOD, "体会"], ["section-unknown 18:1"]),
        (["概况", *GOOD[1:]], ["section-missing 10:1", "section-unknown 10:1"]),
    ],
)
def test_bad_structures(titles: list[str], faults: list[str]) -> None:
    assert found(titles) == faults


def test_the_limit_itself_is_allowed() -> None:
    assert found(GOOD, text="数" * 16) == []
    assert found(GOOD, text="数" * 17) == ["section-too-long 10:1"]


def test_headings_are_compared_without_width() -> None:
    assert found(["摘要", "“企业”概况(简)"], IN_2020) == []


def test_summary_may_stand_in_the_front_matter() -> None:
    assert found(["“企业”概况（简）"], IN_2020, summary="摘要。") == []
    assert found(["“企业”概况（简）"], IN_2020) == ["section-missing 10:1 summary"]


def test_summary_obeys_the_limit_of_its_section() -> None:
    assert found(["“企业”概况（简）"], IN_2020, summary="摘" * 11) == ["summary-too-long summary"]
    assert found(GOOD, summary="摘" * 11) == []


def test_list_entry_has_no_structure() -> None:
    assert lines(check_sections(case(body=Body()), source(), IN_2022)) == []


def test_nothing_documented_nothing_checked() -> None:
    assert found(["随意"], edition("2022")) == []
