"""Editions and vocabularies as data."""

from typing import Any

import pytest

from generator.library.rules.editions import check_announced_counts, check_edition_data
from generator.library.rules.vocabularies import check_vocabulary_data
from generator.library.vocabulary import Term, Vocabulary, VocabularyName
from tests.library.rules.samples import case, edition, library, lines, vocabularies

WORDS = vocabularies(
    focus_areas=[Term(slug="system", label="体系")],
    recommenders=[Term(slug="beijing", label="甲"), Term(slug="hubei", label="乙")],
    regions=[Term(slug="hubei", label="湖北")],
)


def announced(total: int, *counts: int | None) -> dict[str, Any]:
    return {"total": total, "groups": [{"label": "组", "count": count} for count in counts]}


def printed(number: int, slug: str) -> dict[str, Any]:
    return {"number": number, "id": slug, "printed": "名"}


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({"announced": announced(58, 46, 5, 7)}, []),
        ({"announced": announced(58)}, []),
        ({"announced": announced(58, 46, None)}, []),
        ({"announced": announced(58, 46, 5)}, ["edition-count announced.total"]),
        ({"announced": announced(58, 59, None)}, ["edition-count announced.total"]),
        (
            {"video": {"total_minutes": 30, "parts": [{"title": "一", "minutes": 28}]}},
            ["edition-count video.total_minutes video"],
        ),
        ({"recommenders": [printed(1, "beijing"), printed(2, "hubei")]}, []),
        ({"recommenders": [printed(1, "hunan")]}, ["value-unknown recommenders.0.id slug"]),
        (
            {"recommenders": [printed(1, "beijing"), printed(1, "hubei")]},
            ["vocabulary-duplicate recommenders.1.number edition"],
        ),
        (
            {"recommenders": [printed(1, "beijing"), printed(2, "beijing")]},
            ["vocabulary-duplicate recommenders.1.id edition"],
        ),
        (
            {"focus_areas": [{"number": 1, "area": "x", "label": "新"}]},
            ["value-unknown focus_areas.0.area slug"],
        ),
        (
            {"sections": [{"title": "概况"}, {"title": "概况"}]},
            ["vocabulary-duplicate sections.1.title edition"],
        ),
        ({"region": "hubei"}, []),
        ({"region": "hunan"}, ["value-unknown region slug"]),
        ({"sources": [{"title": "甲", "url": "javascript:x"}]}, ["address-unsafe sources.0.url"]),
        ({"year": 2023}, ["year-edition-mismatch year"]),
    ],
)
def test_editions(values: dict[str, Any], faults: list[str]) -> None:
    record = edition("2022", **values)
    assert lines(check_edition_data(record, "cases/2022/edition.yml", WORDS)) == faults


def test_no_more_cases_than_announced() -> None:
    of = edition("2022", announced={"total": 1})
    real = [case(f"2022-00{number}", status="approved") for number in (1, 2)]
    others = [
        case("2022-d01", status="approved", demonstration=True),
        case("2022-009", status="draft"),
    ]
    assert lines(check_announced_counts(library(of, real[0], *others))) == []
    assert lines(check_announced_counts(library(of, *real))) == [
        "announced-exceeded announced.total"
    ]


def term(slug: str, label: str, *aliases: str, parent: str = "") -> Term:
    return Term(slug=slug, label=label, aliases=aliases, parent=parent)


@pytest.mark.parametrize(
    ("terms", "faults"),
    [
        ([term("a", "甲", "乙"), term("b", "丙", parent="a")], []),
        ([term("b", "丙", parent="a"), term("a", "甲")], []),
        ([term("a", "甲"), term("a", "乙")], ["vocabulary-duplicate 1.slug slug"]),
        ([term("a", "甲"), term("b", "甲")], ["vocabulary-duplicate 1.label"]),
        ([term("a", "SPC"), term("b", "乙", "ｓｐｃ")], ["vocabulary-duplicate 1.aliases.0"]),
        ([term("a", "甲", "乙", "甲")], ["vocabulary-duplicate 0.aliases.1 own"]),
        ([term("a", "甲", parent="b")], ["value-unknown 0.parent slug"]),
        ([term("a", "甲", parent="a")], ["value-unknown 0.parent slug"]),
        ([term("A b", "甲")], ["value-invalid 0.slug slug"]),
    ],
)
def test_vocabularies(terms: list[Term], faults: list[str]) -> None:
    vocabulary = Vocabulary(name=VocabularyName.METHODS, terms=tuple(terms))
    assert lines(check_vocabulary_data(vocabulary, "x.yml")) == faults
