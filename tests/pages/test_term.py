"""What the pages of all terms show, and the page of a region or an industry."""

from dataclasses import replace

from generator.catalogue.dimensions import Dimension
from generator.library.vocabulary import Term, Vocabulary, VocabularyName
from generator.pages.focus_area import FocusAreaView, focus_area_view
from generator.pages.inputs import Inputs
from generator.pages.lists import counted
from generator.pages.method import MethodView, method_view
from generator.pages.term import FEW, TermView, term_parts, term_view
from generator.strings import text
from tests.pages import toy


def region_or_industry(inputs: Inputs, dimension: Dimension, slug: str) -> TermView:
    entry = inputs.entries[dimension][slug]
    return term_view(inputs, entry, next(iter(term_parts(inputs, entry))))


def focus_area(inputs: Inputs, slug: str) -> FocusAreaView:
    entry = inputs.entries[Dimension.FOCUS_AREA][slug]
    return focus_area_view(inputs, entry, next(iter(term_parts(inputs, entry))))


def methods(inputs: Inputs, slug: str) -> list[MethodView]:
    entry = inputs.entries[Dimension.METHOD][slug]
    return [method_view(inputs, entry, part) for part in term_parts(inputs, entry)]


def with_vocabulary(name: VocabularyName, *terms: Term) -> Inputs:
    plain = toy.library()
    words = {**plain.vocabularies, name: Vocabulary(name=name, terms=terms)}
    return toy.inputs(replace(plain, vocabularies=words))


def test_a_term_says_what_it_is_on_its_first_page_only() -> None:
    inputs = toy.inputs(toy.many(5))
    first, second, third = methods(inputs, "spc")
    assert first.term.about == ("Charts of a process",)
    assert first.problem == ("Late discovery",)
    assert first.term.course is not None
    assert first.term.neighbours
    explained = (second.term.about, second.problem, second.term.neighbours, second.term.facts)
    assert explained == ((), (), (), ())
    assert (second.term.course, second.together, second.videos) == (None, None, ())
    assert [len(page.term.rows) for page in (first, second, third)] == [2, 2, 1]
    assert first.term.count == counted(inputs.entries[Dimension.METHOD]["spc"].counted)


def test_neighbours_are_counted_links_to_other_dimensions() -> None:
    page = focus_area(toy.inputs(), "digital")
    groups = {group.label: group.links for group in page.term.neighbours}
    found = groups[text("pages.dimension.method.short")]
    assert [(link.uri, link.count) for link in found] == [("methods/qc/", 2), ("methods/spc/", 1)]
    assert text("pages.dimension.focus_area.short") not in groups


def test_a_broader_term_leads_to_its_narrower_ones_and_says_whose_cases_count() -> None:
    inputs = toy.inputs()
    page = region_or_industry(inputs, Dimension.INDUSTRY, "section-c")
    assert [(link.label, link.count) for link in page.below] == [("Electrical", 1)]
    assert page.below_note == text("pages.term.includes.industry")
    below = region_or_industry(inputs, Dimension.INDUSTRY, "38")
    assert below.term.facts[0].values[0].uri == "industries/section-c/"
    assert below.below == ()
    assert below.below_note == text("pages.term.counted_above", name="Manufacturing")


def test_narrower_terms_without_cases_are_named_and_many_of_them_wait_behind_a_click() -> None:
    def of(count: int) -> TermView:
        empty = [Term(slug=f"d{n}", label=f"D{n}", parent="section-c") for n in range(count)]
        inputs = with_vocabulary(
            VocabularyName.INDUSTRIES,
            Term(slug="section-c", label="Manufacturing"),
            Term(slug="38", label="Electrical", parent="section-c"),
            *empty,
        )
        return region_or_industry(inputs, Dimension.INDUSTRY, "section-c")

    assert of(0).without == ()
    assert of(2).without == ("D0", "D1")
    assert of(FEW).without_title == ""
    assert of(FEW + 1).without_title == text("pages.term.without", count=FEW + 1)
    assert [link.label for link in of(2).below] == ["Electrical"]
