"""The lists of terms."""

from dataclasses import replace

from generator.catalogue.dimensions import Dimension
from generator.library.vocabulary import Term, Vocabulary, VocabularyName
from generator.pages.inputs import Inputs
from generator.pages.terms import TermListView, term_list_parts, term_list_view
from generator.strings import text
from tests.pages import toy


def term_lists(inputs: Inputs, dimension: Dimension) -> list[TermListView]:
    parts = term_list_parts(inputs, dimension)
    return [term_list_view(inputs, dimension, part) for part in parts]


def with_terms(name: VocabularyName, *terms: Term) -> Inputs:
    plain = toy.library()
    words = {**plain.vocabularies, name: Vocabulary(name=name, terms=terms)}
    return toy.inputs(replace(plain, vocabularies=words))


VOCABULARIES = (
    Dimension.FOCUS_AREA,
    Dimension.METHOD,
    Dimension.RECOMMENDER,
    Dimension.INDUSTRY,
    Dimension.REGION,
)


def test_narrower_terms_follow_their_broader_one() -> None:
    (page,) = term_lists(toy.inputs(), Dimension.REGION)
    (group,) = page.groups
    assert [(row.link.label, row.is_narrower, row.count) for row in group.rows] == [
        ("Province", False, 1),
        ("City", True, 1),
    ]


def test_regions_stand_on_a_map_too_that_links_to_them() -> None:
    (page,) = term_lists(
        with_terms(
            VocabularyName.REGIONS,
            Term(slug="shandong", label="Shandong"),
            Term(slug="city", label="City", parent="shandong"),
        ),
        Dimension.REGION,
    )
    assert 'href="../regions/shandong/"' in page.map
    assert term_lists(toy.inputs(), Dimension.METHOD)[0].map == ""


def test_methods_stand_by_their_cases_and_those_without_any_apart() -> None:
    plain = toy.library()
    added = toy.case("2022-003", methods=("qc",))
    held = {key: item for key, item in plain.cases.items() if "spc" not in item.methods}
    (page,) = term_lists(
        toy.inputs(replace(plain, cases={**held, added.id: added})), Dimension.METHOD
    )
    (group,) = page.groups
    assert [(row.link.uri, row.count) for row in group.rows] == [("methods/qc/", 2)]
    (empty,) = page.empty
    assert [row.link.uri for row in empty.rows] == ["methods/spc/", "methods/retired/"]
    assert empty.rows[0].note == "Charts of a process"


def test_more_cases_come_first_among_methods() -> None:
    added = toy.case("2022-003", methods=("retired",))
    more = [toy.case(f"2022-{number:03}", methods=("retired",)) for number in (4, 5, 6)]
    cases = {**toy.library().cases, **{item.id: item for item in (added, *more)}}
    (page,) = term_lists(toy.inputs(replace(toy.library(), cases=cases)), Dimension.METHOD)
    counts = [row.count for group in page.groups for row in group.rows]
    assert counts == sorted(counts, reverse=True)
    assert page.groups[0].rows[0].link.label == "Retired"


def test_recommenders_are_grouped_by_kind_in_a_fixed_order() -> None:
    inputs = with_terms(
        VocabularyName.RECOMMENDERS,
        Term(slug="mech", label="Machinery", kind="association"),
        Term(slug="corps", label="Corps", kind="corps"),
        Term(slug="odd", label="Odd"),
        Term(slug="hubei", label="Hubei", kind="province"),
    )
    (page,) = term_lists(inputs, Dimension.RECOMMENDER)
    assert [group.label for group in page.groups] == [text("pages.terms.kind.association")]
    assert [(group.label, len(group.rows)) for group in page.empty] == [
        (text("pages.terms.kind.province"), 1),
        (text("pages.terms.kind.corps"), 1),
        ("", 1),
    ]


def test_a_section_of_the_industries_heads_its_divisions() -> None:
    inputs = with_terms(
        VocabularyName.INDUSTRIES,
        Term(slug="section-c", label="Manufacturing", code="C"),
        Term(slug="38", label="Electrical", parent="section-c", code="38"),
    )
    (page,) = term_lists(inputs, Dimension.INDUSTRY)
    (group,) = page.groups
    assert group.section is not None
    assert (group.section.code, group.section.count) == ("C", 1)
    assert [(row.code, row.link.label) for row in group.rows] == [("38", "Electrical")]


def test_a_page_that_begins_within_a_section_names_it_again() -> None:
    plain = toy.library()
    divisions = [f"{number:02}" for number in range(1, 13)]
    cases = [toy.case(f"2022-1{slug}", industry=slug) for slug in divisions]
    terms = (
        Term(slug="section-c", label="Manufacturing"),
        *(Term(slug=slug, label=slug, parent="section-c") for slug in divisions),
    )
    name = VocabularyName.INDUSTRIES
    words = {**plain.vocabularies, name: Vocabulary(name=name, terms=terms)}
    held = replace(plain, cases={item.id: item for item in cases}, vocabularies=words)
    first, second = term_lists(toy.inputs(held), Dimension.INDUSTRY)
    heads = [
        group.section.link.label
        for page in (first, second)
        for group in page.groups
        if group.section
    ]
    assert heads == ["Manufacturing", "Manufacturing"]
    rows = [
        row.link.label for page in (first, second) for group in page.groups for row in group.rows
    ]
    assert rows == divisions


def test_every_term_with_a_page_stands_in_its_list_once() -> None:
    inputs = toy.inputs()
    for dimension in VOCABULARIES:
        rows = [
            row.link.uri
            for page in term_lists(inputs, dimension)
            for group in (*page.groups, *page.empty)
            for row in (*((group.section,) if group.section else ()), *group.rows)
        ]
        assert sorted(rows) == sorted(link.uri for link in inputs.links[dimension].values())
