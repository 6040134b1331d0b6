"""The facets of a library: which terms there are, in which order, and who has them."""

from dataclasses import replace

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.library.case import Case
from generator.library.library import Library
from generator.library.vocabulary import Term, Vocabulary, VocabularyName
from generator.search.facets import FacetName, Node, Table
from generator.search.table import table_of
from tests.pages import toy
from tests.search.facet_reference import FACETS, FacetReference
from tests.search.facet_samples import sample_library
from tests.toy.library import GOOD, read_at


def table(library: Library) -> Table:
    return table_of(library, Catalogue.of(library))


def of_cases(*cases: Case, regions: tuple[Term, ...] = ()) -> Table:
    """Give the table of a library of these cases, if need be with other regions."""
    plain = toy.library()
    vocabularies = dict(plain.vocabularies)
    if regions:
        name = VocabularyName.REGIONS
        vocabularies[name] = Vocabulary(name=name, terms=regions)
    held = {case.id: case for case in cases}
    return table(replace(plain, cases=held, vocabularies=vocabularies))


def values(found: Table, name: FacetName) -> list[str]:
    return [node.value for node in found.facets[name].nodes]


def of_row(found: Table, name: FacetName, row: int) -> list[str]:
    facet = found.facets[name]
    return [facet.nodes[place].value for place in facet.of[row]]


def test_rows_are_the_listed_cases_the_oldest_first() -> None:
    found = table(toy.library())
    assert found.ids == ("2021-shandong-003", "2021-002", "2022-d01", "2022-002", "2022-001")
    assert found.newest == 2
    assert found.has_video == (False, False, False, False, True)
    assert found.has_text == (False, True, True, True, True)
    assert table(sample_library(0)).newest == 0
    assert of_cases(toy.case("2022-001"), toy.case("2022-002")).newest == 0


def test_every_facet_has_the_terms_of_some_case_and_those_above_them() -> None:
    found = table(toy.library())
    assert found.facets[FacetName.YEAR].nodes == (Node("2022", "2022 年"), Node("2021", "2021 年"))
    assert found.facets[FacetName.FIELD].nodes == (Node("digital", "Digital"),)
    assert found.facets[FacetName.METHOD].nodes == (
        Node("spc", "SPC", ("Charts",)),
        Node("qc", "QC"),
    )
    assert found.facets[FacetName.RECOMMENDER].nodes == (Node("mech", "Machinery", ("Printed",)),)
    assert found.facets[FacetName.LEVEL].nodes == (
        Node("national", "国家级"),
        Node("provincial", "省级"),
    )
    section, division = found.facets[FacetName.INDUSTRY].nodes
    assert section == Node("section-c", "Manufacturing")
    assert division == Node("38", "Electrical", parent=0)
    assert of_row(found, FacetName.METHOD, 4) == ["spc", "qc"]
    assert of_row(found, FacetName.METHOD, 0) == []


def test_a_case_of_a_narrower_term_does_not_repeat_the_broader_one() -> None:
    terms = (Term(slug="a", label="A"), Term(slug="b", label="B", parent="a"))
    library = toy.library()
    name = VocabularyName.METHODS
    vocabularies = {**library.vocabularies, name: Vocabulary(name=name, terms=terms)}
    case = toy.case("2022-001", methods=("a", "b"))
    found = table(replace(library, cases={case.id: case}, vocabularies=vocabularies))
    assert of_row(found, FacetName.METHOD, 0) == ["b"]
    assert next(iter(found.names_of_rows())).count("A") == 1


REGIONS = (
    Term(slug="shandong", label="山东", aliases=("山东省",)),
    Term(slug="hubei", label="湖北"),
    Term(slug="qingdao", label="青岛", aliases=("青岛市",), parent="shandong"),
)


@pytest.mark.parametrize(
    ("region", "city", "value", "label"),
    [
        ("hubei", "武汉", "hubei.武汉", "武汉"),
        ("hubei", "  武汉 ", "hubei.武汉", "武汉"),
        ("shandong", "山东省", "shandong", "山东"),
        ("qingdao", "青岛", "qingdao", "青岛"),
        ("shandong", "青岛市", "qingdao", "青岛"),
        ("hubei", "青岛", "hubei.青岛", "青岛"),
        ("", "武汉", "武汉", "武汉"),
        ("hubei", "", "hubei", "湖北"),
        ("qingdao", "即墨", "qingdao.即墨", "即墨"),
    ],
)
def test_a_city_stands_below_its_region(region: str, city: str, value: str, label: str) -> None:
    case = toy.case("2022-001", region=region, city=city)
    found = of_cases(case, regions=REGIONS)
    assert of_row(found, FacetName.REGION, 0) == [value]
    nodes = found.facets[FacetName.REGION].nodes
    node = next(node for node in nodes if node.value == value)
    assert node.label == label
    if "." in value:
        assert nodes[node.parent].value == region


def test_a_case_without_region_and_city_has_none() -> None:
    assert of_cases(toy.case("2022-001")).facets[FacetName.REGION].of == ((),)


def test_cities_follow_the_vocabulary_by_region_and_name() -> None:
    places = (("hubei", "武汉"), ("hubei", "鄂州"), ("shandong", "烟台"), ("qingdao", ""))
    cases = [
        toy.case(f"2022-{number:03}", region=region, city=city)
        for number, (region, city) in enumerate(places, start=1)
    ]
    assert values(of_cases(*cases, regions=REGIONS), FacetName.REGION) == [
        "shandong",
        "hubei",
        "qingdao",
        "shandong.烟台",
        "hubei.鄂州",
        "hubei.武汉",
    ]


def test_parents_that_go_round_in_a_ring_hang_nothing() -> None:
    ring = (
        Term(slug="a", label="A", parent="b"),
        Term(slug="b", label="B", parent="a"),
        Term(slug="c", label="C", parent="a"),
        Term(slug="self", label="Self", parent="self"),
    )
    cases = [toy.case(f"2022-{n:03}", region=term.slug) for n, term in enumerate(ring, start=1)]
    found = of_cases(*cases, regions=ring)
    nodes = {node.value: node.parent for node in found.facets[FacetName.REGION].nodes}
    assert nodes == {"a": -1, "b": -1, "c": 0, "self": -1}
    row = found.ids.index(cases[2].id)
    assert [*found.names_of_rows()][row][1:3] == ("C", "A")


def test_a_term_that_no_vocabulary_holds_is_its_own_label() -> None:
    found = of_cases(toy.case("2022-001", methods=("unheard",)))
    assert found.facets[FacetName.METHOD].nodes == (Node("unheard", "unheard"),)


def test_every_printed_name_of_an_office_is_another_name() -> None:
    library = sample_library(400)
    nodes = table(library).facets[FacetName.RECOMMENDER].nodes
    node = next(node for node in nodes if node.value == "o7")
    assert node.others == tuple(f"Office 7 of {year}" for year in range(2013, 2024, 2))


def test_the_good_library_counts_what_its_catalogue_counts() -> None:
    library = read_at(GOOD).library
    found = table(library)
    reference = FacetReference(Catalogue.of(library))
    counts = reference.answer({}).counts
    for name in FacetName:
        facet = found.facets[name]
        tally = dict.fromkeys(range(len(facet.nodes)), 0)
        for places in facet.of:
            for held in {up for place in places for up in _upwards(facet.nodes, place)}:
                tally[held] += 1
        assert {facet.nodes[place].value: n for place, n in tally.items()} == counts[name]
    assert set(FACETS) == {str(name) for name in FacetName}


def _upwards(nodes: tuple[Node, ...], place: int) -> list[int]:
    found = []
    while place >= 0:
        found.append(place)
        place = nodes[place].parent
    return found
