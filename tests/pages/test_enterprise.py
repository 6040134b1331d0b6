"""The page of an enterprise: its titles and their papers, how to verify, what machines are told."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import html5lib

from generator.catalogue.dimensions import Dimension, enterprise_slug
from generator.library.library import Library
from generator.pages import routes
from generator.pages.enterprise import EnterpriseView, enterprise_parts, enterprise_view
from generator.strings import labels, text
from tests.pages import toy
from tests.pages.rendering import render

TODAY = date(2026, 11, 21)


def view_of(name: str, library: Library | None = None, **settings: object) -> EnterpriseView:
    inputs = toy.inputs(library, today=TODAY, **settings)
    entry = inputs.entries[Dimension.ENTERPRISE][enterprise_slug(name)]
    part = next(iter(enterprise_parts(inputs, entry)))
    return enterprise_view(inputs, entry, part)


def page_of(name: str) -> str:
    uri = routes.term(Dimension.ENTERPRISE, enterprise_slug(name))
    return render(toy.planned(today=TODAY)[uri])


def organization(view: EnterpriseView) -> dict[str, Any]:
    nodes = json.loads(view.head.structured)["@graph"]
    (found,) = [node for node in nodes if node["@type"] == "Organization"]
    return dict(found)


def facts_of(view: EnterpriseView, place: int) -> dict[str, list[str]]:
    return {fact.label: [value.label for value in fact.values] for fact in view.titles[place].facts}


def test_titles_stand_newest_first_with_their_years() -> None:
    view = view_of("Firm One")
    assert [held.row.uri for held in view.titles] == ["cases/2022-001/", "cases/2021-002/"]
    assert [held.year.label for held in view.titles] == ["2022", "2021"]
    assert [held.year.uri for held in view.titles] == ["years/2022/", "years/2021/"]
    assert all(held.is_valid for held in view.titles)
    assert view.other_names == ("One",)


def test_a_title_names_the_place_in_the_printed_list() -> None:
    facts = facts_of(view_of("Firm One"), 0)
    assert facts[text("pages.facts.approved_on")] == ["2022-10-01"]
    assert facts[text("pages.facts.group")] == ["Industry"]
    assert facts[text("pages.facts.number")] == ["3"]
    assert facts[text("pages.facts.recommender")] == ["Printed"]
    assert facts[text("pages.facts.level")] == [labels("level")["national"]]


def test_an_unknown_day_is_said_to_be_unknown() -> None:
    facts = facts_of(view_of("Firm One"), 1)
    assert facts[text("pages.facts.approved_on")] == [text("pages.enterprise.undated")]
    assert text("pages.facts.number") not in facts


def test_a_title_names_its_papers() -> None:
    held = view_of("Firm One").titles[0]
    assert [row.link.uri for row in held.notices] == ["notices/2022-result/"]
    assert [source.url for source in held.sources] == ["", "https://example.org/news", ""]


def test_a_lost_title_is_ended_with_day_ground_and_paper() -> None:
    view = view_of("Fallen")
    (lost,) = view.titles
    assert not lost.is_valid
    assert lost.state == text("pages.enterprise.withdrawn")
    facts = facts_of(view, 0)
    assert facts[text("pages.facts.revoked_on")] == ["2024-03-15"]
    assert facts[text("pages.facts.ground")] == [labels("ground")["fraud"]]
    assert [row.link.uri for row in lost.notices] == [
        "notices/2022-result/",
        "notices/2024-revocation/",
    ]
    assert '<li class="ended">' in page_of("Fallen")
    assert '<li class="ended">' not in page_of("Firm One")


def test_the_answer_comes_before_everything_else() -> None:
    tree = html5lib.parse(page_of("Firm One"), namespaceHTMLElements=False)
    (section,) = [node for node in tree.iter("section") if "standing" in node.get("class", "")]
    assert section.get("class") == "standing valid"
    said = "".join(section.itertext())
    assert text("pages.enterprise.word.valid") in said
    assert text("pages.enterprise.validity.valid", on="2026-11-21") in said
    first = next(node for node in tree.iter("section"))
    assert first is section


def test_checks_say_what_the_list_of_revocations_holds() -> None:
    clean, fallen = view_of("Firm One").checks, view_of("Fallen").checks
    none = text("pages.enterprise.check.revocation.none", on="2026-11-21")
    found = text("pages.enterprise.check.revocation.found", on="2026-11-21", revoked=1)
    assert [check.say for check in clean].count(none) == 1
    assert [check.say for check in fallen].count(found) == 1
    pages = toy.planned()
    assert {check.link.uri for check in clean if check.link} <= set(pages)


def test_the_printed_sheet_says_that_it_is_no_certificate() -> None:
    shown = page_of("Firm One")
    assert text("pages.enterprise.no_certificate") in shown
    assert text("pages.enterprise.sheet_foot", on="2026-11-21") in shown


def test_machines_are_told_the_titles_that_a_notice_announced() -> None:
    told = organization(view_of("Firm One"))
    assert told["name"] == "Firm One"
    assert told["alternateName"] == ["One"]
    assert len(told["award"]) == 1
    assert "Title" in told["award"][0]
    assert "award" not in organization(view_of("Fallen"))


def test_machines_are_told_that_a_fictional_enterprise_is_fictional() -> None:
    told = organization(view_of("Fictional"))
    assert "award" not in told
    assert told["disambiguatingDescription"] == text("pages.enterprise.about_fictional")
    assert "disambiguatingDescription" not in organization(view_of("Firm One"))


def test_a_fictional_enterprise_is_marked() -> None:
    assert view_of("Fictional").mark == text("pages.mark.demonstration")
    assert view_of("Firm Two").mark == ""


def test_many_titles_stand_on_several_pages_with_one_answer() -> None:
    held = [toy.case(f"{year}-001", enterprise="Often") for year in range(2012, 2017)]
    often = replace(toy.library(), cases={item.id: item for item in held}, notices={})
    inputs = toy.inputs(often, per_page=2)
    entry = inputs.entries[Dimension.ENTERPRISE][enterprise_slug("Often")]
    views = [enterprise_view(inputs, entry, part) for part in enterprise_parts(inputs, entry)]
    assert [len(view.titles) for view in views] == [2, 2, 1]
    assert {view.answer for view in views} == {views[0].answer}
    assert [bool(view.neighbours) for view in views] == [True, False, False]
