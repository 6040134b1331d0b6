"""Neighbouring terms of a term."""

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.catalogue.neighbours import MAX_NEIGHBOURS, Neighbour
from generator.library.vocabulary import Term
from tests.catalogue.samples import case, library, synthetic, vocabularies

METHODS = [Term(slug=f"m{number}", label=f"M{number}") for number in range(12)]


def test_neighbours_count_within_the_term_commonest_first_then_in_order() -> None:
    words = vocabularies(methods=METHODS)
    cases = [
        case("2022-001", fields=("a",), methods=("m3",)),
        case("2022-002", fields=("a",), methods=("m3", "m1")),
        case("2022-003", fields=("a",), methods=("m2",)),
        case("2022-004", fields=("b",), methods=("m2",)),
    ]
    catalogue = Catalogue.of(library(cases, words=words))
    entry = catalogue.term(Dimension.FOCUS_AREA, "a")
    assert entry is not None
    found = {item.dimension: item for item in catalogue.neighbours(entry)}
    assert Dimension.FOCUS_AREA not in found
    assert Dimension.RECOMMENDER not in found
    assert found[Dimension.METHOD].terms == (
        Neighbour("m3", "M3", Count(2)),
        Neighbour("m1", "M1", Count(1)),
        Neighbour("m2", "M2", Count(1)),
    )


def test_neighbours_are_bounded_and_say_how_many_are_left_out() -> None:
    slugs = tuple(term.slug for term in METHODS)
    words = vocabularies(methods=METHODS)
    catalogue = Catalogue.of(library([case("2022-001", methods=slugs)], words=words))
    (year,) = catalogue.terms(Dimension.YEAR)
    methods = next(
        item for item in catalogue.neighbours(year) if item.dimension is Dimension.METHOD
    )
    assert len(methods.terms) == MAX_NEIGHBOURS
    assert methods.omitted == len(METHODS) - MAX_NEIGHBOURS


def test_a_term_without_cases_has_no_neighbours() -> None:
    words = vocabularies(focus_areas=[Term(slug="empty", label="Empty")])
    catalogue = Catalogue.of(library([case("2022-001")], words=words))
    entry = catalogue.term(Dimension.FOCUS_AREA, "empty")
    assert entry is not None
    assert catalogue.neighbours(entry) == ()


def test_neighbours_of_real_cases_come_before_those_of_fictional_ones() -> None:
    cases = [
        case("2022-001", fields=("a",), methods=("m3",)),
        case("2022-d01", fields=("a",), methods=("m1",), demonstration=True),
        case("2022-d02", fields=("a",), methods=("m1",), demonstration=True),
    ]
    catalogue = Catalogue.of(library(cases, words=vocabularies(methods=METHODS)))
    entry = catalogue.term(Dimension.FOCUS_AREA, "a")
    assert entry is not None
    methods = next(
        item for item in catalogue.neighbours(entry) if item.dimension is Dimension.METHOD
    )
    assert methods.terms == (
        Neighbour("m3", "M3", Count(1, 0)),
        Neighbour("m1", "M1", Count(0, 2)),
    )


def test_methods_used_together_are_counted_by_case_without_the_method_itself() -> None:
    cases = [
        case("2022-001", methods=("m0", "m3", "m1")),
        case("2022-002", methods=("m3", "m0")),
        case("2022-003", methods=("m0",)),
        case("2022-004", methods=("m3", "m2")),
        case("2022-d01", methods=("m0", "m2"), demonstration=True),
    ]
    catalogue = Catalogue.of(library(cases, words=vocabularies(methods=METHODS)))
    entry = catalogue.term(Dimension.METHOD, "m0")
    assert entry is not None
    found = catalogue.together(entry)
    assert found.dimension is Dimension.METHOD
    assert found.terms == (
        Neighbour("m3", "M3", Count(2)),
        Neighbour("m1", "M1", Count(1)),
        Neighbour("m2", "M2", Count(0, 1)),
    )


def test_two_methods_are_used_together_equally_often_from_both_sides() -> None:
    catalogue = Catalogue.of(synthetic(400))
    entries = catalogue.terms(Dimension.METHOD)
    counts = {
        (entry.slug, other.slug): other.count
        for entry in entries
        for other in catalogue.together(entry).terms
    }
    both = [(here, there) for here, there in counts if (there, here) in counts]
    assert both
    assert all(counts[here, there] == counts[there, here] for here, there in both)
