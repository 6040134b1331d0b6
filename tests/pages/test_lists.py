"""Lists of cases and terms, and the page of a term."""

from dataclasses import replace

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.pages.inputs import Inputs
from generator.pages.lists import (
    case_list_parts,
    case_list_view,
    counted,
    term_list_parts,
    term_list_view,
)
from generator.pages.term import TermView, term_parts, term_view
from generator.strings import labels, text
from tests.pages import toy


def term_pages(inputs: Inputs, dimension: Dimension, slug: str) -> list[TermView]:
    entry = inputs.entries[dimension][slug]
    return [term_view(inputs, entry, part) for part in term_parts(inputs, entry)]


def test_all_cases_stand_on_pages_of_bounded_length() -> None:
    inputs = toy.inputs()
    pages = [case_list_view(inputs, part) for part in case_list_parts(inputs)]
    assert [len(page.rows) for page in pages] == [2, 2, 1]
    assert pages[1].title != pages[0].title
    uris = [row.uri for page in pages for row in page.rows]
    assert len(set(uris)) == len(uris)
    assert "cases/2022-009/" not in uris
    assert "" not in uris


def test_a_page_of_the_list_does_not_walk_all_cases_again() -> None:
    inputs = toy.inputs()
    part = next(iter(case_list_parts(inputs)))
    blind = replace(inputs, catalogue=replace(inputs.catalogue, cases=()))
    assert case_list_view(blind, part) == case_list_view(inputs, part)


def test_fictional_cases_are_counted_apart_and_marked() -> None:
    inputs = toy.inputs()
    part = next(iter(case_list_parts(inputs)))
    said = case_list_view(inputs, part).count
    assert said == counted(Count(4, 1))
    assert str(said).startswith(text("pages.count.cases", real=4))
    assert text("pages.count.demonstration", demonstration=1) in said.demonstration
    assert counted(Count(4)).demonstration == ""
    marks = {row.uri: row.mark for row in map(inputs.row, inputs.catalogue.cases)}
    assert [uri for uri, mark in marks.items() if mark] == ["cases/2022-d01/"]


def test_a_row_says_year_level_field_and_printed_recommender() -> None:
    inputs = toy.inputs()
    rows = {row.uri: row for row in map(inputs.row, inputs.catalogue.cases)}
    year = text("pages.format.year", year=2022)
    beside = text("pages.format.beside")
    assert rows["cases/2022-001/"].about == beside.join((year, "Digital", "Printed"))
    untitled = rows["cases/2021-shandong-003/"]
    assert labels("level")["provincial"] in untitled.about
    assert not untitled.is_titled


def test_narrower_terms_follow_their_broader_one() -> None:
    inputs = toy.inputs()
    (part,) = term_list_parts(inputs, Dimension.REGION)
    rows = term_list_view(inputs, Dimension.REGION, part).rows
    assert [(row.link.label, row.is_narrower, row.count) for row in rows] == [
        ("Province", False, 1),
        ("City", True, 1),
    ]


def test_enterprises_are_paginated() -> None:
    inputs = toy.inputs(toy.many(45), per_page=2)
    sizes = [len(part.items) for part in term_list_parts(inputs, Dimension.ENTERPRISE)]
    assert sizes == [10, 10, 10, 10, 5]


def test_a_term_says_what_it_is_on_its_first_page_only() -> None:
    inputs = toy.inputs(toy.many(5))
    first, second, third = term_pages(inputs, Dimension.METHOD, "spc")
    assert first.about == ("Charts of a process",)
    assert first.problem == ("Late discovery",)
    assert first.neighbours
    assert (second.about, second.problem, second.neighbours, second.facts) == ((), (), (), ())
    assert [len(page.rows) for page in (first, second, third)] == [2, 2, 1]
    assert first.count == counted(inputs.entries[Dimension.METHOD]["spc"].counted)


def test_a_focus_area_quotes_every_round_that_named_it() -> None:
    (page,) = term_pages(toy.inputs(), Dimension.FOCUS_AREA, "digital")
    (wording,) = page.wordings
    assert (wording.label, wording.wording) == ("Dig", "As is")
    assert wording.edition.uri == "years/2022/#edition-2022"


def test_a_recommender_lists_its_printed_names() -> None:
    (page,) = term_pages(toy.inputs(), Dimension.RECOMMENDER, "mech")
    assert [wording.label for wording in page.wordings] == ["Printed"]
    assert page.wordings_title == text("pages.term.printed")


def test_neighbours_are_counted_links_to_other_dimensions() -> None:
    (page,) = term_pages(toy.inputs(), Dimension.FOCUS_AREA, "digital")
    groups = {group.label: group.links for group in page.neighbours}
    methods = groups[text("pages.dimension.method.short")]
    assert [(link.uri, link.count) for link in methods] == [
        ("methods/qc/", 2),
        ("methods/spc/", 1),
    ]
    assert text("pages.dimension.focus_area.short") not in groups


def test_a_broader_term_leads_to_its_narrower_ones() -> None:
    (page,) = term_pages(toy.inputs(), Dimension.INDUSTRY, "section-c")
    assert [(link.label, link.count) for link in page.narrower] == [("Electrical", 1)]
    (below,) = term_pages(toy.inputs(), Dimension.INDUSTRY, "38")
    assert below.facts[0].values[0].uri == "industries/section-c/"


def test_a_method_without_cases_stands_apart_and_has_its_page() -> None:
    plain = toy.library()
    held = {key: item for key, item in plain.cases.items() if "spc" not in item.methods}
    inputs = toy.inputs(replace(plain, cases=held))
    pages = [
        term_list_view(inputs, Dimension.METHOD, part)
        for part in term_list_parts(inputs, Dimension.METHOD)
    ]
    assert "spc" not in {row.link.uri.split("/")[1] for page in pages for row in page.rows}
    assert "methods/spc/" in {row.link.uri for page in pages for row in page.empty}
    (page,) = term_pages(inputs, Dimension.METHOD, "spc")
    assert (page.about, page.problem, page.rows) == (
        ("Charts of a process",),
        ("Late discovery",),
        (),
    )


def test_fictional_enterprises_are_not_counted_among_the_real_ones() -> None:
    inputs = toy.inputs()
    part = next(iter(term_list_parts(inputs, Dimension.ENTERPRISE)))
    lead = term_list_view(inputs, Dimension.ENTERPRISE, part).lead
    assert inputs.firms == Count(4, 1)
    assert text("pages.count.firms", real=4) in lead
    assert text("pages.count.demonstration", demonstration=1) in lead
