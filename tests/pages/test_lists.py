"""The list of all cases, and how counts are said."""

from dataclasses import replace

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.pages.finder import facets
from generator.pages.inputs import Inputs
from generator.pages.lists import (
    CaseListView,
    case_list_parts,
    case_list_view,
    commonest,
    counted,
    ways_in,
)
from generator.strings import labels, text
from tests.pages import toy


def page_of(inputs: Inputs, number: int = 0) -> CaseListView:
    part = tuple(case_list_parts(inputs))[number]
    return case_list_view(inputs, part, ways_in(inputs), facets(inputs))


def test_all_cases_stand_on_pages_of_bounded_length() -> None:
    inputs = toy.inputs()
    pages = [page_of(inputs, number) for number in range(len(list(case_list_parts(inputs))))]
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
    shared = ways_in(inputs), facets(inputs)
    assert case_list_view(blind, part, *shared) == case_list_view(inputs, part, *shared)


def test_fictional_cases_are_counted_apart_and_marked() -> None:
    inputs = toy.inputs()
    said = page_of(inputs).count
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


def test_the_ways_in_count_fictional_cases_apart_and_name_the_page_with_all() -> None:
    inputs = toy.inputs()
    pages = toy.planned()
    ways = {way.label: way for way in page_of(inputs).ways}
    assert list(ways) == [text(f"pages.dimension.{name}.short") for name in Dimension]
    methods = ways[text("pages.dimension.method.short")]
    assert [(link.label, link.count) for link in methods.links] == [("QC", 2), ("SPC", 2)]
    assert methods.links[0].demonstration == text("pages.count.demonstration", demonstration=1)
    years = ways[text("pages.dimension.year.short")]
    assert [link.label for link in years.links] == ["2022", "2021"]
    for way in ways.values():
        assert way.more is not None
        assert {way.more.uri, *(link.uri for link in way.links)} <= set(pages)


def test_the_ways_in_are_the_same_few_however_many_terms_there_are() -> None:
    inputs = toy.inputs(toy.many(200))
    way = page_of(inputs).ways[-1]
    assert way.links == ()
    assert way.more is not None
    assert "200" in way.more.label


def test_broader_terms_do_not_repeat_what_their_narrower_ones_count() -> None:
    labels_shown = [link.label for link in commonest(toy.inputs(), Dimension.REGION, 9)]
    assert labels_shown == ["City"]
