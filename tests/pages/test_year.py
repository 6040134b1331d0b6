"""The page of a year and its rounds."""

import json
from dataclasses import replace

import html5lib

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.library.edition import Edition
from generator.library.ids import EditionId
from generator.library.lifecycle import Level, NoticeKind
from generator.pages.edition import EditionView
from generator.pages.held import held_of
from generator.pages.inputs import Inputs
from generator.pages.lists import fictional_beside
from generator.pages.roster import RosterView
from generator.pages.year import YearView, year_parts, year_view
from generator.strings import labels, text
from tests.pages import toy
from tests.pages.rendering import render


def pages_of(inputs: Inputs, slug: str) -> list[YearView]:
    entry = inputs.entries[Dimension.YEAR][slug]
    return [year_view(inputs, entry, part) for part in year_parts(inputs, entry)]


def rosters_of(page: YearView) -> list[RosterView]:
    return [roster for item in page.rounds for roster in item.rosters]


def about_2022(inputs: Inputs) -> EditionView:
    (page,) = pages_of(inputs, "2022")
    about = page.rounds[0].about
    assert about is not None
    return about


def test_held_and_announced_are_said_with_fictional_cases_apart() -> None:
    said = held_of(Count(3, 2), 58, "")
    assert "3" in said
    assert "58" in said
    assert said.endswith(fictional_beside(Count(3, 2)))
    assert held_of(Count(3), 58, "") + fictional_beside(Count(3, 2)) == said
    assert "58" not in held_of(Count(3, 0), None, "")


def test_the_list_is_grouped_as_printed_and_numbered() -> None:
    (page,) = pages_of(toy.inputs(), "2022")
    assert [(roster.label, len(roster.rows)) for roster in rosters_of(page)] == [
        ("Industry", 1),
        ("Small", 2),
    ]
    first = rosters_of(page)[0].rows[0]
    assert (first.number, first.recommender.label) == ("3", "Printed")


def test_the_groups_in_numbers_add_up_to_what_is_held_and_announced() -> None:
    lines = about_2022(toy.inputs()).groups
    *groups, total = lines
    assert [(line.label, line.announced) for line in groups] == [
        ("Industry", "46"),
        ("Small", text("pages.format.none")),
    ]
    assert total.announced == "58"
    assert sum(int(line.real) for line in groups) == int(total.real) == 2
    assert sum(int(line.demonstration or 0) for line in groups) == int(total.demonstration) == 1


def test_fictional_cases_colour_nothing_of_the_announced_staff() -> None:
    plain = toy.library()
    fictional = {key: item for key, item in plain.cases.items() if item.is_demonstration}
    held = about_2022(toy.inputs(replace(plain, cases=fictional))).held
    assert "holds" not in held.staff
    assert "holds" in about_2022(toy.inputs()).held.staff


def test_every_round_of_the_year_is_shown_with_its_rules() -> None:
    about = about_2022(toy.inputs())
    assert about.held.said == held_of(Count(2, 1), 58, "")
    facts = {
        fact.label: [value.label for value in fact.values] for fact in (*about.brief, *about.rules)
    }
    assert facts[text("pages.facts.title_rule")] == [
        text("pages.year.limit", count=30),
        labels("name_rule")["forbidden"],
        text("pages.year.example", example="Ex"),
        "Rule",
    ]
    assert facts[text("pages.facts.sections")] == [
        text("pages.year.section", title="Section", count=500),
        "Open",
    ]
    assert facts[text("pages.facts.quota")] == [
        text("pages.year.quota", count=3),
        text("pages.year.quota_own", own=5),
    ]
    assert facts[text("pages.facts.publicity")] == [text("pages.year.publicity", days=10)]
    (area,) = about.areas
    assert (area.area.label, area.area.uri) == ("Dig", "fields/digital/")
    assert (area.kept_as, area.quote) == ("Digital", "As is")
    assert about.quotes_title == text("pages.year.quotes", count=1)
    assert [(link.label, link.uri) for link in about.recommenders] == [
        ("Printed", "recommenders/mech/")
    ]


def test_the_line_of_time_runs_from_call_to_result_with_deadlines_and_undated_last() -> None:
    plain = toy.library()
    undated = toy.notice("2022-x", NoticeKind.CALL, edition="2022")
    about = about_2022(toy.inputs(replace(plain, notices={**plain.notices, undated.id: undated})))
    kinds = labels("kind")
    assert [(event.date, event.kind) for event in about.events] == [
        ("2022-06-14", kinds["call"]),
        ("2022-07-15", text("pages.year.due")),
        ("2022-09-01", kinds["publicity"]),
        ("2022-10-01", kinds["result"]),
        ("2023-12-07", kinds["session"]),
    ]
    assert [event.what.uri for event in about.undated] == ["notices/2022-x/"]
    deadline = about.events[1]
    assert (deadline.what.label, deadline.what.uri) == ("End", "")


def test_the_line_of_time_is_an_ordered_list_with_machine_readable_dates() -> None:
    tree = html5lib.parse(
        render(toy.planned(per_page=20)["years/2022/"]), namespaceHTMLElements=False
    )
    (line,) = tree.findall(".//ol[@class='upright']")
    times = [node.text for node in line.iter("time")]
    assert times == sorted(times, key=str)
    assert len(times) == 5


def test_a_round_that_says_nothing_has_no_empty_facts() -> None:
    (page,) = pages_of(toy.inputs(), "2021")
    national = page.rounds[0]
    assert (national.anchor, national.is_national) == ("edition-2021", True)
    assert national.about is not None
    assert (national.about.brief, national.about.rules, national.about.areas) == ((), (), ())
    assert (national.about.events, national.about.groups) == ((), ())
    assert text("pages.year.no_rules") in render(toy.planned()["years/2021/"])


def test_rounds_of_one_year_are_told_apart_by_level_and_stand_national_first() -> None:
    (page,) = pages_of(toy.inputs(), "2021")
    assert [(item.title, item.level) for item in page.rounds] == [
        ("Round 2021", labels("level")["national"]),
        ("Shandong 2021", labels("level")["provincial"]),
    ]
    shown = render(toy.planned()["years/2021/"])
    assert shown.count('class="round"') == 1
    assert shown.count('class="round lesser"') == 1


def test_a_year_with_rules_and_no_case_has_a_page() -> None:
    (page,) = pages_of(toy.inputs(), "2023")
    assert rosters_of(page) == []
    assert [item.title for item in page.rounds] == ["Round 2023"]
    assert text("pages.year.empty_roster") in render(toy.planned()["years/2023/"])


def test_years_lead_to_their_neighbours_and_stand_on_an_axis() -> None:
    (page,) = pages_of(toy.inputs(), "2022")
    assert page.previous is not None
    assert page.next is not None
    assert (page.previous.uri, page.next.uri) == ("years/2021/", "years/2023/")
    assert [(band.year.label, band.is_current) for band in page.axis] == [
        ("2021", False),
        ("2022", True),
        ("2023", False),
    ]
    (latest,) = pages_of(toy.inputs(), "2023")
    assert latest.next is None


def test_a_long_list_is_cut_and_rules_stand_on_the_first_page() -> None:
    inputs = toy.inputs(toy.many(25), per_page=2)
    first, second, third = pages_of(inputs, "2022")
    sizes = [
        sum(len(roster.rows) for roster in rosters_of(page)) for page in (first, second, third)
    ]
    assert sizes == [10, 10, 5]
    assert first.rounds[0].about is not None
    assert second.rounds[0].about is None
    assert not third.neighbours


def test_a_list_that_begins_on_a_later_page_is_linked_from_the_first() -> None:
    plain = toy.many(25)
    extra = toy.case("2022-hubei-001", level=Level.PROVINCIAL)
    province = Edition(id="2022-hubei", year=2022, title="Hubei 2022", level=Level.PROVINCIAL)
    library = replace(
        plain,
        cases={**plain.cases, extra.id: extra},
        editions={**plain.editions, EditionId("2022-hubei"): province},
    )
    first, _, third = pages_of(toy.inputs(library, per_page=2), "2022")
    link = first.rounds[1].elsewhere
    assert link is not None
    assert link.uri == "years/2022/page/3/"
    assert first.rounds[0].elsewhere is None
    assert [item.title for item in third.rounds] == ["Round 2022", "Hubei 2022"]


def test_cases_of_no_round_are_listed_all_the_same() -> None:
    library = toy.library()
    stray = toy.case("2016-jiangsu-001")
    inputs = toy.inputs(type(library)({stray.id: stray}, {}, {}, library.vocabularies, {}))
    (page,) = pages_of(inputs, "2016")
    (roster,) = rosters_of(page)
    assert page.rounds[0].title == text("pages.year.no_edition")
    assert [row.uri for row in roster.rows] == ["cases/2016-jiangsu-001/"]


def test_a_list_has_no_column_for_what_no_row_says() -> None:
    (page,) = pages_of(toy.inputs(), "2022")
    assert [roster.has_recommenders for roster in rosters_of(page)] == [True, False]
    shown = render(toy.planned(per_page=20)["years/2022/"])
    assert shown.count(f'<th scope="col">{text("pages.year.recommender")}</th>') == 1
    (other,) = pages_of(toy.inputs(), "2021")
    assert not any(roster.has_numbers for roster in rosters_of(other))
    assert text("pages.year.number") not in render(toy.planned()["years/2021/"])


def test_machines_are_told_the_real_cases_of_the_page_only() -> None:
    (page,) = pages_of(toy.inputs(site_url="https://example.org/"), "2022")
    nodes = json.loads(page.head.structured)["@graph"]
    (collection,) = [node for node in nodes if node["@type"] == "CollectionPage"]
    listed = collection["mainEntity"]
    assert listed["numberOfItems"] == 2
    assert [item["url"] for item in listed["itemListElement"]] == [
        "https://example.org/cases/2022-001/",
        "https://example.org/cases/2022-002/",
    ]
