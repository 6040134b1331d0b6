"""The list of enterprises."""

from dataclasses import replace
from datetime import date

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.library.case import Revocation
from generator.library.lifecycle import RevocationGround, Status
from generator.pages.answer import Verdict
from generator.pages.enterprise import enterprise_parts, enterprise_view
from generator.pages.enterprises import EnterpriseRow, enterprise_list_parts, enterprise_list_view
from generator.pages.inputs import Inputs
from generator.pages.values import day
from generator.strings import text
from tests.pages import toy


def firms(inputs: Inputs) -> dict[str, EnterpriseRow]:
    views = [enterprise_list_view(inputs, part) for part in enterprise_list_parts(inputs)]
    return {row.link.label: row for view in views for row in view.rows}


def test_enterprises_are_paginated() -> None:
    inputs = toy.inputs(toy.many(45), per_page=2)
    sizes = [len(part.items) for part in enterprise_list_parts(inputs)]
    assert sizes == [10, 10, 10, 10, 5]


def test_fictional_enterprises_are_not_counted_among_the_real_ones() -> None:
    inputs = toy.inputs()
    lead = enterprise_list_view(inputs, next(iter(enterprise_list_parts(inputs)))).lead
    assert inputs.firms == Count(4, 1)
    assert text("pages.count.firms", real=4) in lead
    assert text("pages.count.demonstration", demonstration=1) in lead
    assert [label for label, row in firms(inputs).items() if row.mark] == ["Fictional"]


def test_an_enterprise_says_whether_its_titles_are_valid() -> None:
    plain = toy.library()
    ending = Revocation(
        revoked_on=date(2024, 3, 15), ground=RevocationGround.FRAUD, notice="2024-revocation"
    )
    lost = toy.case("2022-020", enterprise="Firm Two", status=Status.REVOKED, revocation=ending)
    found = firms(toy.inputs(replace(plain, cases={**plain.cases, lost.id: lost})))
    assert found["Firm One"].state == text("pages.terms.state.valid")
    assert [year.label for year in found["Firm One"].years] == ["2022", "2021"]
    assert found["Firm One"].titles == text("pages.terms.titles", count=2)
    assert found["Firm Two"].state == text("pages.terms.state.some", count=1)
    assert found["Firm Two"].titles == text("pages.terms.titles", count=1)
    fallen = found["Fallen"]
    assert (fallen.state, fallen.is_holder) == (text("pages.terms.state.revoked"), False)
    assert fallen.titles == text("pages.terms.former_titles", count=1)


def test_the_list_agrees_with_the_page_where_a_real_firm_has_a_fictional_title() -> None:
    ending = Revocation(
        revoked_on=date(2024, 3, 15), ground=RevocationGround.FRAUD, notice="2024-revocation"
    )
    real = toy.case("2022-001", enterprise="Mixed", status=Status.REVOKED, revocation=ending)
    made_up = toy.case("2022-d01", enterprise="Mixed", demonstration=True)
    held = {item.id: item for item in (real, made_up)}
    inputs = toy.inputs(replace(toy.library(), cases=held, notices={}))
    (entry,) = inputs.entries[Dimension.ENTERPRISE].values()
    page = enterprise_view(inputs, entry, next(enterprise_parts(inputs, entry)))
    row = firms(inputs)["Mixed"]
    assert page.answer.kind is Verdict.ENDED
    assert (row.is_holder, row.state) == (False, text("pages.terms.state.revoked"))
    assert row.titles == text("pages.terms.former_titles", count=1)
    assert (row.mark, page.mark) == ("", "")
    assert inputs.firms == Count(1, 0)


def test_a_fictional_title_that_was_revoked_is_held_against_no_real_firm() -> None:
    ending = Revocation(
        revoked_on=date(2024, 3, 15), ground=RevocationGround.FRAUD, notice="2024-revocation"
    )
    lost = toy.case(
        "2022-d01",
        enterprise="Mixed",
        demonstration=True,
        status=Status.REVOKED,
        revocation=ending,
    )
    held = {item.id: item for item in (toy.case("2022-001", enterprise="Mixed"), lost)}
    inputs = toy.inputs(replace(toy.library(), cases=held, notices={}))
    (entry,) = inputs.entries[Dimension.ENTERPRISE].values()
    page = enterprise_view(inputs, entry, next(enterprise_parts(inputs, entry)))
    assert page.answer.kind is Verdict.REPORTED
    assert firms(inputs)["Mixed"].state == text("pages.terms.state.valid")
    none = text("pages.enterprise.check.revocation.none", on=day(inputs.config.today), revoked=0)
    assert none in [check.say for check in page.checks]
