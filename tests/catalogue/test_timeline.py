"""Editions, their groups and the way through their lists."""

from datetime import date

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.counts import Count
from generator.library.ids import CaseId, EditionId
from generator.library.lifecycle import Level
from tests.catalogue.samples import case, edition, library, revoked

EDITION = edition("2022", {"Industry": 46, "SME": 5, "Services": None})
CASES = [
    case("2022-001", group="SME", number=2),
    case("2022-002", group="SME", number=1),
    case("2022-003"),
    case("2022-d01", group="SME", number=1, demonstration=True),
    case("2022-004", group="Industry"),
    revoked("2022-005", date(2023, 1, 1), group="SME", number=3),
]


def test_groups_are_the_announced_ones_then_the_rest() -> None:
    entry = Catalogue.of(library(CASES, editions=[EDITION])).editions[EditionId("2022")]
    found = [(group.label, group.announced, group.case_ids) for group in entry.groups]
    assert found == [
        ("Industry", 46, ("2022-004",)),
        ("SME", 5, ("2022-002", "2022-001", "2022-d01")),
        ("Services", None, ()),
        ("", None, ("2022-003",)),
    ]


def test_held_against_announced_counts_real_cases_only() -> None:
    entry = Catalogue.of(library(CASES, editions=[EDITION])).editions[EditionId("2022")]
    assert entry.counted == Count(real=4, demonstration=1)
    assert entry.announced is not None
    assert entry.announced.total == 51


def test_previous_and_next_follow_the_list_of_the_edition() -> None:
    catalogue = Catalogue.of(library(CASES, editions=[EDITION]))
    walked, here = [], CaseId("2022-004")
    while True:
        walked.append(here)
        following = catalogue.previous_next(here)[1]
        if following is None:
            break
        assert catalogue.previous_next(following)[0] == here
        here = following
    assert tuple(walked) == catalogue.editions[EditionId("2022")].case_ids
    assert catalogue.previous_next(CaseId("2022-004"))[0] is None
    assert catalogue.previous_next(CaseId("2022-005")) == (None, None)


def test_editions_stand_newest_first_and_the_national_one_before_others() -> None:
    editions = [
        edition("2021"),
        edition("2022-anhui", level=Level.PROVINCIAL),
        edition("2022"),
        edition("2014"),
    ]
    catalogue = Catalogue.of(library(editions=editions))
    assert list(catalogue.editions) == ["2022", "2022-anhui", "2021", "2014"]
    assert [entry.id for entry in catalogue.editions_of_year(2022)] == ["2022", "2022-anhui"]


def test_an_edition_without_announcement_has_one_unnamed_group_or_none() -> None:
    editions = [edition("2022"), edition("2021")]
    catalogue = Catalogue.of(library([case("2022-001", group="X")], editions=editions))
    (group,) = catalogue.editions[EditionId("2022")].groups
    assert (group.label, group.case_ids) == ("", ("2022-001",))
    assert catalogue.editions[EditionId("2021")].groups == ()


def test_a_case_whose_edition_is_missing_has_no_neighbours_in_a_list() -> None:
    assert Catalogue.of(library([case("2022-001")])).previous_next(CaseId("2022-001")) == (
        None,
        None,
    )
