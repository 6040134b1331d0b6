"""The line of time of a case."""

from dataclasses import replace
from datetime import date

from generator.library.case import Case, Revocation
from generator.library.ids import CaseId
from generator.library.lifecycle import Level, NoticeKind, RevocationGround, Status
from generator.pages.events import EventView
from generator.pages.provenance import provenance
from generator.pages.values import Link
from generator.strings import labels, text
from tests.pages import toy


def steps_of(case_id: str) -> tuple[EventView, ...]:
    inputs = toy.inputs()
    return provenance(inputs, inputs.library.cases[CaseId(case_id)])


def alone(case: Case) -> tuple[EventView, ...]:
    """Give the line of a case in a library that holds nothing else."""
    return provenance(toy.inputs(replace(toy.library(), cases={case.id: case}, notices={})), case)


def test_forerunner_and_notices_stand_on_one_line() -> None:
    steps = steps_of("2022-001")
    assert [(step.date, step.what.uri) for step in steps] == [
        ("2021", "cases/2021-002/"),
        ("2022-09-01", "notices/2022-publicity/"),
        ("2022-10-01", "notices/2022-result/"),
    ]
    assert [step.kind for step in steps] == [
        text("pages.provenance.forerunner", level=labels("level")["national"]),
        *(labels("kind")[kind] for kind in ("publicity", "result")),
    ]


def test_a_forerunner_shows_what_it_grew_into() -> None:
    (step,) = steps_of("2021-002")
    assert (step.date, step.what) == ("2022-10-01", Link("Title", "cases/2022-001/"))
    assert step.kind == text("pages.provenance.successor", level=labels("level")["national"])


def test_a_provincial_forerunner_is_called_so() -> None:
    province = toy.case("2021-shandong-004", level=Level.PROVINCIAL)
    grown = toy.case("2022-003", lineage=(province.id,))
    held = replace(toy.library(), cases={case.id: case for case in (province, grown)}, notices={})
    (step,) = provenance(toy.inputs(held), grown)
    assert step.kind.startswith(labels("level")["provincial"])


def test_a_day_without_a_notice_is_told_without_a_link() -> None:
    (step,) = alone(toy.case("2022-003", approved_on=date(2022, 10, 1)))
    assert step == EventView("2022-10-01", labels("status")["approved"], Link(""))


def test_a_day_that_a_notice_tells_is_not_told_twice() -> None:
    kinds = [step.kind for step in steps_of("2022-001")]
    assert labels("status")["approved"] not in kinds
    assert kinds.count(labels("kind")["result"]) == 1


def test_a_revocation_is_told_even_when_its_notice_is_not_held() -> None:
    ended = Revocation(revoked_on=date(2024, 3, 15), ground=RevocationGround.FRAUD, notice="lost")
    (step,) = alone(toy.case("2022-003", status=Status.REVOKED, revocation=ended))
    assert (step.date, step.note) == ("2024-03-15", labels("ground")["fraud"])
    last = steps_of("2022-009")[-1]
    assert last.kind == labels("kind")["revocation"]


def test_what_has_no_date_stands_last() -> None:
    undated = toy.notice("undated", NoticeKind.RESULT, cases=("2022-003",))
    dated = toy.notice("2023-x", NoticeKind.CALL, cases=("2022-003",), issued_on=date(2023, 1, 1))
    case = toy.case("2022-003")
    held = replace(
        toy.library(), cases={case.id: case}, notices={item.id: item for item in (undated, dated)}
    )
    assert [step.date for step in provenance(toy.inputs(held), case)] == ["2023-01-01", ""]


def test_cases_without_a_page_are_not_named() -> None:
    draft = toy.case("2021-003", status=Status.DRAFT)
    grown = toy.case("2022-003", lineage=(draft.id, "2020-999"))
    held = replace(toy.library(), cases={case.id: case for case in (draft, grown)}, notices={})
    assert provenance(toy.inputs(held), grown) == ()
