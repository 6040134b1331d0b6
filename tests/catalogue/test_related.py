"""Related cases: reasons, weights, order and bounds."""

from datetime import date

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.related import MAX_RELATED, REACH, WEIGHTS, Reason, Shared
from generator.library.ids import CaseId
from tests.catalogue.samples import case, library, revoked, synthetic


def test_reasons_and_score_of_a_pair() -> None:
    cases = [
        case("2022-001", methods=("spc", "lean"), fields=("a",), industry="34", enterprise="A"),
        case("2021-001", methods=("lean", "spc"), fields=("a", "b"), industry="34", enterprise="A"),
    ]
    (related,) = Catalogue.of(library(cases)).related(CaseId("2022-001"))
    assert related.case_id == "2021-001"
    assert [shared.reason for shared in related.reasons] == [
        Reason.ENTERPRISE,
        Reason.METHOD,
        Reason.INDUSTRY,
        Reason.FOCUS_AREA,
    ]
    assert related.reasons[1:] == (
        Shared(Reason.METHOD, ("spc", "lean")),
        Shared(Reason.INDUSTRY, ("34",)),
        Shared(Reason.FOCUS_AREA, ("a",)),
    )
    assert related.score == WEIGHTS[Reason.ENTERPRISE] + 2 * WEIGHTS[Reason.METHOD] + 4 + 3


def test_lineage_leads_both_ways_and_before_everything_else() -> None:
    cases = [
        case("2022-001", lineage=("2020-hubei-001",), methods=("spc",), industry="34"),
        case("2022-002", methods=("spc",), industry="34", enterprise="A"),
        case("2020-hubei-001", enterprise="A"),
    ]
    catalogue = Catalogue.of(library(cases))
    down = catalogue.related(CaseId("2022-001"))
    up = catalogue.related(CaseId("2020-hubei-001"))
    assert [item.case_id for item in down] == ["2020-hubei-001", "2022-002"]
    assert down[0].reasons == (Shared(Reason.ANCESTOR),)
    assert [item.case_id for item in up] == ["2022-001", "2022-002"]
    assert up[0].reasons == (Shared(Reason.DESCENDANT),)


def test_real_and_fictional_revoked_and_unknown_cases_do_not_mix() -> None:
    cases = [
        case("2022-001", methods=("spc",), lineage=("2022-d01", "2021-009", "2022-003")),
        case("2022-d01", methods=("spc",), demonstration=True),
        revoked("2022-003", date(2023, 1, 1), methods=("spc",)),
    ]
    catalogue = Catalogue.of(library(cases))
    assert [catalogue.related(item.id) for item in cases] == [(), (), ()]


def test_at_most_six_and_ties_in_catalogue_order() -> None:
    cases = [case(f"2022-{number:03}", methods=("spc",)) for number in range(1, 12)]
    related = Catalogue.of(library(cases)).related(CaseId("2022-009"))
    assert [item.case_id for item in related] == [f"2022-{number:03}" for number in range(1, 7)]
    assert len(related) == MAX_RELATED


def test_order_does_not_depend_on_the_order_of_reading() -> None:
    one = synthetic(300)
    other = library(
        list(one.cases.values())[::-1], (), one.editions.values(), dict(one.vocabularies)
    )
    first, second = Catalogue.of(one), Catalogue.of(other)
    assert [first.related(item.id) for item in first.cases] == [
        second.related(item.id) for item in second.cases
    ]


def test_a_long_posting_list_is_looked_at_only_around_the_case() -> None:
    cases = [case(f"2022-{number:03}", methods=("spc",)) for number in range(1, 200)]
    related = Catalogue.of(library(cases)).related(CaseId("2022-100"))
    assert next(item.case_id for item in related) == f"2022-{100 - REACH:03}"


def test_a_method_weighs_more_than_an_industry_and_that_more_than_a_focus_area() -> None:
    cases = [
        case("2022-001", methods=("spc",), industry="34", fields=("a",)),
        case("2022-002", fields=("a",)),
        case("2022-003", industry="34"),
        case("2022-004", methods=("spc",)),
        case("2022-005", industry="34", fields=("a",)),
    ]
    related = Catalogue.of(library(cases)).related(CaseId("2022-001"))
    assert [item.case_id for item in related] == ["2022-005", "2022-004", "2022-003", "2022-002"]
