"""Editions, their groups and the way through their lists."""

from datetime import date
from itertools import permutations

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.counts import Count
from generator.catalogue.timeline import events_of
from generator.library.edition import EditionDeadline
from generator.library.ids import CaseId, EditionId
from generator.library.lifecycle import Level, NoticeKind
from generator.library.notice import Notice, ProgrammeItem, Publicity, Session
from tests.catalogue.samples import case, edition, library, notice, revoked

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


def session(notice_id: str, on: date, presented: str = "", **values: str) -> Notice:
    programme = (ProgrammeItem(title="Talk", case=presented),) if presented else ()
    held = Session(starts_on=on, place="Hall", programme=programme)
    return notice(notice_id, NoticeKind.SESSION, session=held, **values)


def test_events_run_from_the_earliest_on_and_those_without_a_date_come_last() -> None:
    deadline = EditionDeadline(on=date(2022, 7, 15), label="End")
    notices = [
        notice("2022-download", NoticeKind.DOWNLOAD),
        notice("2022-caq", NoticeKind.CALL),
        notice("2022-06-call", NoticeKind.CALL),
        notice("2022-07-15-late", NoticeKind.CALL),
        notice("2022-10-01-result", NoticeKind.RESULT),
        notice(
            "2022-09-30-publicity",
            NoticeKind.PUBLICITY,
            publicity=Publicity(starts_on=date(2022, 9, 1)),
        ),
        session("2022-11-01-session", date(2023, 3, 2)),
    ]
    found = events_of(edition("2022", deadlines=(deadline,)), notices)
    assert [(event.on, event.notice.id if event.notice else event.deadline) for event in found] == [
        ("2022-06", "2022-06-call"),
        ("2022-07-15", "2022-07-15-late"),
        ("2022-07-15", "End"),
        ("2022-09-01", "2022-09-30-publicity"),
        ("2022-10-01", "2022-10-01-result"),
        ("2023-03-02", "2022-11-01-session"),
        ("", "2022-caq"),
        ("", "2022-download"),
    ]


def test_the_order_of_events_does_not_depend_on_the_order_of_notices() -> None:
    notices = [
        notice("2022-a", NoticeKind.CALL),
        notice("2022-b", NoticeKind.CALL),
        notice("2022-06-01-c", NoticeKind.RESULT),
        notice("2022-06-01-d", NoticeKind.RESULT),
    ]
    deadlines = tuple(EditionDeadline(on=date(2022, 6, 1), label=label) for label in "yx")
    orders = {events_of(edition("2022", deadlines=deadlines), way) for way in permutations(notices)}
    assert len(orders) == 1
    assert [event.deadline for event in orders.pop() if not event.notice] == ["x", "y"]


def test_a_round_has_its_own_notices_and_the_sessions_of_no_edition_that_presented_its_cases() -> (
    None
):
    notices = [
        notice("2022-result", edition="2022"),
        notice("2021-result", edition="2021"),
        session("2023-01-01-ours", date(2023, 1, 1), "2022-001"),
        session("2023-02-02-theirs", date(2023, 2, 2), "2022-001", edition="2021"),
        session("2023-03-03-other", date(2023, 3, 3), "2021-001"),
    ]
    catalogue = Catalogue.of(library(CASES, notices, [EDITION]))
    events = catalogue.events(catalogue.editions[EditionId("2022")])
    assert [event.notice.id for event in events if event.notice] == [
        "2023-01-01-ours",
        "2022-result",
    ]
