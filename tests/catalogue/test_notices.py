"""Notices by kind, by case, and along the chain of forwards."""

from datetime import date

from generator.catalogue.catalogue import Catalogue
from generator.library.ids import CaseId, NoticeId
from generator.library.lifecycle import NoticeKind, Status
from generator.library.notice import ProgrammeItem, Session
from tests.catalogue.samples import case, edition, library, notice, revoked


def test_notices_stand_newest_first_by_kind() -> None:
    notices = [
        notice("2014-a", NoticeKind.CALL),
        notice("2022-06-b", NoticeKind.CALL),
        notice("2022-c", NoticeKind.CALL, issued_on=date(2022, 6, 14)),
        notice("2022-a", NoticeKind.CALL, issued_on=date(2022, 6, 14)),
        notice("2023-z", NoticeKind.RESULT),
    ]
    index = Catalogue.of(library(notices=notices)).notices
    assert [item.id for item in index.by_kind[NoticeKind.CALL]] == [
        "2022-a",
        "2022-c",
        "2022-06-b",
        "2014-a",
    ]
    assert index.notices[0].id == "2023-z"
    assert index.by_kind[NoticeKind.DOWNLOAD] == ()


def test_a_case_is_named_by_the_notice_or_names_it_itself_once_each_oldest_first() -> None:
    session = Session(
        starts_on=date(2023, 4, 1),
        place="X",
        programme=(ProgrammeItem(title="X", case="2022-001"),),
    )
    notices = [
        notice("2022-10-25-result", cases=("2022-001",)),
        notice("2022-09-01-publicity", NoticeKind.PUBLICITY, cases=("2022-001", "2022-001")),
        notice("2023-04-01-session", NoticeKind.SESSION, session=session),
        notice("2023-05-01-other"),
    ]
    cases = [case("2022-001", notices=("2022-10-25-result", "2023-05-01-other", "2099-no"))]
    catalogue = Catalogue.of(library(cases, notices))
    assert [item.id for item in catalogue.naming(CaseId("2022-001"))] == [
        "2022-09-01-publicity",
        "2022-10-25-result",
        "2023-05-01-other",
    ]
    assert [item.id for item in catalogue.sessions(CaseId("2022-001"))] == ["2023-04-01-session"]
    assert catalogue.naming(CaseId("2022-002")) == ()


def test_the_chain_of_forwards_goes_both_ways() -> None:
    notices = [
        notice("2022-national"),
        notice("2022-city", forwards=("2022-national",)),
        notice("2022-district", forwards=("2022-city", "2022-unknown")),
    ]
    index = Catalogue.of(library(notices=notices)).notices
    whole = (("2022-national",), ("2022-city",), ("2022-district",))
    for shown in ("2022-national", "2022-city", "2022-district"):
        assert index.steps(NoticeId(shown)) == whole


def test_a_circle_of_forwards_ends() -> None:
    notices = [
        notice("2022-a", forwards=("2022-b",)),
        notice("2022-b", forwards=("2022-a", "2022-b")),
    ]
    index = Catalogue.of(library(notices=notices)).notices
    assert index.steps(NoticeId("2022-a")) == (("2022-b",), ("2022-a",))


def test_a_list_is_grouped_as_the_edition_groups_it_without_drafts() -> None:
    cases = [
        case("2022-001", group="SME"),
        case("2022-002", status=Status.PUBLICITY),
        case("2022-003", status=Status.DRAFT),
        revoked("2022-004", date(2023, 1, 1), group="SME"),
    ]
    result = notice("2022-r", edition="2022", cases=[item.id for item in cases] + ["2022-999"])
    catalogue = Catalogue.of(library(cases, [result], [edition("2022", {"Other": 1, "SME": 2})]))
    found = [(group.label, group.case_ids) for group in catalogue.roster(result)]
    assert found == [("SME", ("2022-001", "2022-004")), ("", ("2022-002",))]


def test_years_come_newest_first_and_hold_each_notice_once() -> None:
    notices = [
        notice("2014-a"),
        notice("2022-06-b"),
        notice("2021-c", issued_on=date(2022, 1, 4)),
    ]
    by_year = Catalogue.of(library(notices=notices)).notices.by_year
    found = {year: [item.id for item in held] for year, held in by_year.items()}
    assert found == {"2022": ["2022-06-b", "2021-c"], "2014": ["2014-a"]}
    assert list(by_year) == ["2022", "2014"]


def test_the_steps_of_a_chain_lead_from_the_issuer_to_the_last_office() -> None:
    notices = [
        notice("2022-national"),
        notice("2022-east", forwards=("2022-national",)),
        notice("2022-west", forwards=("2022-national",)),
        notice("2022-district", forwards=("2022-east", "2022-national")),
    ]
    index = Catalogue.of(library(notices=notices)).notices
    assert index.steps(NoticeId("2022-national")) == (
        ("2022-national",),
        ("2022-district", "2022-east", "2022-west"),
    )
    assert index.steps(NoticeId("2022-east")) == (
        ("2022-national",),
        ("2022-east",),
        ("2022-district",),
    )
