"""The facts of a case: each known one once, with its way into the catalogue."""

from dataclasses import replace
from datetime import date

from generator.library.case import Case
from generator.library.ids import CaseId
from generator.pages.case_facts import case_facts
from generator.pages.inputs import Inputs
from generator.strings import labels, text
from generator.workdays import add_working_days
from tests.pages import toy

Facts = dict[str, list[tuple[str, str]]]


def facts_in(inputs: Inputs, case: Case) -> Facts:
    return {
        fact.label: [(value.label, value.uri) for value in fact.values]
        for fact in case_facts(inputs, case)
    }


def facts_of(case_id: str) -> Facts:
    inputs = toy.inputs()
    return facts_in(inputs, inputs.library.cases[CaseId(case_id)])


def test_a_full_case_shows_its_facts_with_links() -> None:
    facts = facts_of("2022-001")
    assert facts[text("pages.facts.focus_area")] == [("Digital", "fields/digital/")]
    assert facts[text("pages.facts.method")] == [("SPC", "methods/spc/"), ("QC", "methods/qc/")]
    assert facts[text("pages.facts.region")] == [("City", "regions/city/"), ("City", "")]
    assert facts[text("pages.facts.number")] == [("3", "")]


def test_the_publicity_period_ends_as_its_notice_says() -> None:
    facts = facts_of("2022-001")
    ((said, _),) = facts[text("pages.facts.period")]
    ends_on = add_working_days(date(2022, 9, 1), 10)
    assert ends_on is not None
    assert said.startswith("2022-09-01")
    assert ends_on.isoformat() in said
    assert text("pages.facts.publicity_on") not in facts


def test_a_publicity_without_notice_shows_its_first_day() -> None:
    alone = toy.case("2022-002", publicity_on=date(2022, 9, 2))
    inputs = toy.inputs(replace(toy.library(), cases={alone.id: alone}, notices={}))
    facts = facts_in(inputs, alone)
    assert facts[text("pages.facts.publicity_on")] == [("2022-09-02", "")]
    assert text("pages.facts.period") not in facts


def test_a_recommender_has_the_name_that_its_edition_printed() -> None:
    facts = facts_of("2022-001")
    assert facts[text("pages.facts.recommender")] == [("Printed", "recommenders/mech/")]


def test_only_a_round_that_the_year_does_not_name_is_a_fact() -> None:
    label = text("pages.facts.edition")
    assert label not in facts_of("2022-001")
    (edition,) = facts_of("2021-shandong-003")[label]
    assert edition == ("Shandong 2021", "years/2021/#edition-2021-shandong")


def test_the_permanent_number_and_the_state_stand_among_the_facts() -> None:
    facts = facts_of("2022-001")
    assert facts[text("pages.facts.case_id")] == [("2022-001", "")]
    assert facts[text("pages.facts.status")] == [(labels("status")["approved"], "")]


def test_a_revoked_title_leads_to_the_list_of_revocations() -> None:
    facts = facts_of("2022-009")
    assert facts[text("pages.facts.status")] == [(labels("status")["revoked"], "revocations/")]


def test_what_is_not_known_is_left_out() -> None:
    known = {"year", "level", "edition", "status", "case_id"}
    assert set(facts_of("2021-shandong-003")) == {text(f"pages.facts.{key}") for key in known}
