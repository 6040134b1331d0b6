"""A selection of cases as a book: what is a chapter, in which order, and what the indexes name."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.catalogue.dimensions import Dimension
from generator.errors import BiaoganError
from generator.library.case import Case
from generator.library.ids import CaseId
from generator.pages.inputs import Inputs
from generator.publication.manuscripts.book import (
    BookManuscript,
    BookWording,
    book,
    contents_title,
)
from generator.publication.manuscripts.case import has_text, outline
from generator.site import prepare
from tests.toy.library import GOOD, config

_CONFIG = config(GOOD)
_SITE = prepare(_CONFIG)
_INPUTS = Inputs.of(_SITE.library, _SITE.catalogue, _CONFIG)
_CASES = _SITE.library.cases


def made(*ids: str) -> BookManuscript:
    return of([_CASES[CaseId(one)] for one in ids])


def of(cases: list[Case]) -> BookManuscript:
    return book(_INPUTS, cases, BookWording("汇编", ("2022 年",)), partial(outline, _INPUTS))


def test_chapters_stand_in_the_order_of_the_lists() -> None:
    manuscript = of(list(_CASES.values()))
    assert [chapter.number for chapter in manuscript.chapters] == [
        "2022-001",
        "2022-005",
        "2022-d01",
        "2021-example-001",
        "2020-001",
        "2020-003",
    ]


def test_order_does_not_depend_on_the_order_of_the_selection() -> None:
    assert of(list(_CASES.values())) == of(list(_CASES.values())[::-1])


def test_a_listed_case_without_a_text_is_counted_and_named() -> None:
    manuscript = made("2022-001", "2022-002", "2022-d01")
    assert manuscript.counts == (
        "全文收录经验 2 项（含演示 1 项）",
        "另有 1 项已列入名单，全文尚未公布，篇名附于书后",
    )
    (line,) = manuscript.unread
    assert line.startswith("2022 年　示例船舶集团有限公司")


def test_a_book_without_gaps_says_nothing_of_any() -> None:
    manuscript = made("2022-001")
    assert manuscript.counts == ("全文收录经验 1 项",)
    assert manuscript.unread == ()
    assert manuscript.mark == ""


@pytest.mark.parametrize("number", ["2020-004", "2022-003", "2022-004"])
def test_what_is_not_listed_is_never_in_a_book(number: str) -> None:
    manuscript = made("2022-001", number)
    said = repr(manuscript)
    assert _CASES[CaseId(number)].front.enterprise not in said
    assert [chapter.number for chapter in manuscript.chapters] == ["2022-001"]


def test_an_enterprise_is_indexed_once_with_all_its_chapters() -> None:
    manuscript = of(list(_CASES.values()))
    places = {entry.name: entry.chapters for entry in manuscript.enterprises}
    assert places["示例小微电器有限公司"] == (2, 4)
    assert len(places) == 5


def test_methods_are_indexed_by_label() -> None:
    manuscript = made("2022-001", "2020-003")
    label = _INPUTS.term(Dimension.METHOD, "spc").label
    assert {entry.name: entry.chapters for entry in manuscript.methods}[label] == (1, 2)


def test_fictional_cases_are_marked_on_the_cover_and_in_the_contents() -> None:
    some, every = made("2022-001", "2022-d01"), made("2022-d01")
    assert some.mark == "书中标有〔演示〕的案例均为虚构，仅供演示。"
    assert every.mark == "本书所收均为虚构的演示案例，仅供演示。"
    assert [contents_title(one).startswith("〔演示〕") for one in some.chapters] == [False, True]


def test_the_book_is_dated_with_its_newest_case() -> None:
    days = [chapter.issued_on for chapter in of(list(_CASES.values())).chapters]
    assert of(list(_CASES.values())).issued_on == max(days) != min(days)


def test_the_colophon_says_from_when_the_cases_are() -> None:
    said = repr(of(list(_CASES.values())).colophon)
    assert "所收经验公布于" in said


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        ((), "没有选中任何已公布的经验"),
        (("2020-004", "2022-003", "2022-004"), "没有选中任何已公布的经验"),
        (("2022-002", "2020-002"), "选中的 2 项经验都还没有公布全文"),
    ],
)
def test_a_selection_without_a_text_is_a_clear_error(ids: tuple[str, ...], words: str) -> None:
    with pytest.raises(BiaoganError, match=words):
        made(*ids)


@given(st.sets(st.sampled_from(sorted(_CASES))))
@settings(max_examples=40)
def test_any_selection_is_wholly_accounted_for(ids: set[CaseId]) -> None:
    cases = [_CASES[one] for one in ids]
    listed = [case for case in cases if case.is_listed]
    if not any(map(has_text, cases)):
        with pytest.raises(BiaoganError):
            of(cases)
        return
    manuscript = of(cases)
    assert len(manuscript.chapters) + len(manuscript.unread) == len(listed)
    for entries, wanted in (
        (manuscript.enterprises, lambda chapter: (chapter.byline,)),
        (manuscript.methods, lambda chapter: chapter.methods),
    ):
        found = {(entry.name, number) for entry in entries for number in entry.chapters}
        assert found == {
            (name, number)
            for number, chapter in enumerate(manuscript.chapters, 1)
            for name in wanted(chapter)
        }
