"""Focus areas and recommenders against the edition's lists, and the quota."""

from collections.abc import Iterator

import pytest

from generator.library.case import Case
from generator.library.rules.focus import check_focus_areas
from generator.library.rules.recommenders import check_quotas, check_recommender
from generator.library.vocabulary import Term
from tests.library.rules.samples import case, context, edition, library, lines, vocabularies

AREAS = [
    Term(slug="system", label="质量管理体系"),
    Term(slug="digital", label="数字化"),
    Term(slug="methods", label="质量管理方法", aliases=("方法应用",)),
]
WORDS = vocabularies(focus_areas=AREAS)
IN_2022 = edition(
    "2022",
    focus_areas=[{"number": 1, "area": "system", "label": "体系"}],
    directions=["方法应用"],
    quota={"standard": 2, "with_own_programme": 3},
    recommenders=[{"number": 1, "id": "beijing", "printed": "甲"}],
)


@pytest.mark.parametrize(
    ("typed", "slugs", "faults"),
    [
        (["体系"], ("system",), []),
        (["质量管理方法"], ("methods",), []),
        (["体系", "数字化"], ("system", "digital"), ["focus-area-not-in-edition field.1"]),
        (["体系、数字化"], ("system", "digital"), ["focus-area-not-in-edition field"]),
        ([], (), []),
    ],
)
def test_focus_areas(typed: list[str], slugs: tuple[str, ...], faults: list[str]) -> None:
    record = case(field=typed, fields=slugs)
    assert lines(check_focus_areas(record, IN_2022, context(IN_2022, words=WORDS))) == faults


def test_an_edition_without_focus_areas_takes_all() -> None:
    record = case(field=["数字化"], fields=("digital",))
    assert lines(check_focus_areas(record, edition("2022"), context(words=WORDS))) == []


def test_recommender_is_on_the_list() -> None:
    assert lines(check_recommender(case(recommender="beijing"), IN_2022)) == []
    assert lines(check_recommender(case(recommender="hubei"), IN_2022)) == [
        "recommender-not-in-edition recommender"
    ]
    assert lines(check_recommender(case(recommender="hubei"), edition("2022"))) == []
    assert lines(check_recommender(case(), IN_2022)) == []


def several(count: int, mark: str = "", status: str = "approved") -> Iterator[Case]:
    for number in range(1, count + 1):
        case_id = f"2022-{mark}{number:02d}"
        yield case(case_id, recommender="beijing", status=status, demonstration=bool(mark))


@pytest.mark.parametrize(
    ("count", "found"),
    [
        (2, []),
        (3, [("2022-03", 2, "own")]),
        (4, [("2022-04", 3, "")]),
        (6, [("2022-04", 3, "")]),
    ],
)
def test_quota_and_its_hard_bound(count: int, found: list[tuple[str, int, str]]) -> None:
    faults = check_quotas(library(*several(count)), context(IN_2022))
    assert [
        (fault.path.rpartition("/")[2][:-3], fault.values["limit"], fault.values["variant"])
        for fault in faults
    ] == found


def test_real_and_fictional_cases_are_counted_apart() -> None:
    records = library(*several(2), *several(2, "d"))
    assert lines(check_quotas(records, context(IN_2022))) == []


def test_drafts_are_not_counted() -> None:
    assert lines(check_quotas(library(*several(9, status="draft")), context(IN_2022))) == []
    assert lines(check_quotas(library(*several(9, status="publicity")), context(IN_2022))) == [
        "recommender-quota recommender"
    ]


def test_quota_without_widening() -> None:
    of = edition("2022", quota={"standard": 3})
    (fault,) = check_quotas(library(*several(4)), context(of))
    assert (fault.values["limit"], fault.values["variant"]) == (3, "")
    assert lines(check_quotas(library(*several(9)), context(edition("2022")))) == []
