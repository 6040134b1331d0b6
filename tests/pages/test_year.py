"""The page of a year and its rounds."""

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.pages.edition import held_of
from generator.pages.inputs import Inputs
from generator.pages.lists import fictional_beside
from generator.pages.year import YearView, year_parts, year_view
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render


def pages_of(inputs: Inputs, slug: str) -> list[YearView]:
    entry = inputs.entries[Dimension.YEAR][slug]
    return [year_view(inputs, entry, part) for part in year_parts(inputs, entry)]


def test_held_and_announced_are_said_with_fictional_cases_apart() -> None:
    said = held_of(Count(3, 2), 58, "")
    assert "3" in said
    assert "58" in said
    assert said.endswith(fictional_beside(Count(3, 2)))
    assert held_of(Count(3), 58, "") + fictional_beside(Count(3, 2)) == said
    assert "58" not in held_of(Count(3, 0), None, "")


def test_the_list_is_grouped_as_printed_and_numbered() -> None:
    (page,) = pages_of(toy.inputs(), "2022")
    assert [(roster.label, len(roster.rows)) for roster in page.rosters] == [
        ("Industry", 1),
        ("Small", 2),
    ]
    first = page.rosters[0].rows[0]
    assert (first.number, first.recommender.label) == ("3", "Printed")


def test_every_round_of_the_year_is_shown_with_its_rules() -> None:
    (page,) = pages_of(toy.inputs(), "2022")
    (edition,) = page.editions
    assert edition.held == held_of(Count(2, 1), 58, "")
    facts = {fact.label: [value.label for value in fact.values] for fact in edition.facts}
    assert facts[text("pages.facts.title_rule")][0] == text("pages.year.limit", count=30)
    assert facts[text("pages.facts.sections")] == [
        text("pages.year.section", title="Section", count=500),
        "Open",
    ]
    assert facts[text("pages.facts.quota")] == [text("pages.year.quota_own", count=3, own=5)]
    assert facts[text("pages.facts.publicity")] == [text("pages.year.publicity", days=10)]
    (area,) = edition.focus_areas
    assert (area.edition.uri, area.wording) == ("fields/digital/", "As is")
    assert [row.link.uri for row in edition.notices] == [
        "notices/2022-06-call/",
        "notices/2022-publicity/",
        "notices/2022-result/",
    ]


def test_a_round_that_says_nothing_has_no_empty_facts() -> None:
    (page,) = pages_of(toy.inputs(), "2021")
    national = next(edition for edition in page.editions if edition.anchor == "edition-2021")
    assert national.facts == ()
    assert national.focus_areas == ()


def test_a_year_with_rules_and_no_case_has_a_page() -> None:
    (page,) = pages_of(toy.inputs(), "2023")
    assert page.rosters == ()
    assert [edition.title for edition in page.editions] == ["Round 2023"]


def test_years_lead_to_their_neighbours() -> None:
    (page,) = pages_of(toy.inputs(), "2022")
    assert page.previous is not None
    assert page.next is not None
    assert (page.previous.uri, page.next.uri) == ("years/2021/", "years/2023/")
    (latest,) = pages_of(toy.inputs(), "2023")
    assert latest.next is None


def test_a_long_list_is_cut_and_rules_stand_on_the_first_page() -> None:
    inputs = toy.inputs(toy.many(25), per_page=2)
    first, second, third = pages_of(inputs, "2022")
    assert [
        sum(len(roster.rows) for roster in page.rosters) for page in (first, second, third)
    ] == [
        10,
        10,
        5,
    ]
    assert first.editions
    assert not second.editions
    assert not third.neighbours


def test_cases_of_no_round_are_listed_all_the_same() -> None:
    library = toy.library()
    stray = toy.case("2016-jiangsu-001")
    inputs = toy.inputs(type(library)({stray.id: stray}, {}, {}, library.vocabularies, {}))
    (page,) = pages_of(inputs, "2016")
    (roster,) = page.rosters
    assert [row.uri for row in roster.rows] == ["cases/2016-jiangsu-001/"]


def test_a_list_that_names_no_recommender_has_no_column_for_one() -> None:
    (page,) = pages_of(toy.inputs(), "2022")
    assert [roster.has_recommenders for roster in page.rosters] == [True, False]
    shown = render(toy.planned(per_page=20)["years/2022/"])
    assert shown.count(f'<th scope="col">{text("pages.year.recommender")}</th>') == 1
