"""The page that compares cases, and the list of those that can be compared."""

import json
from dataclasses import replace

import html5lib

from generator.library.body import Body
from generator.library.case import Case
from generator.library.lifecycle import Status
from generator.pages import routes
from generator.pages.platform.compare import (
    COMPARABLE,
    COMPARE,
    comparison_with,
    is_comparable,
)
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render


def listed(*cases: Case) -> list[tuple[str, ...]]:
    """Give id, title, enterprise and mark of the listed cases."""
    held = replace(toy.library(), cases={case.id: case for case in cases}, notices={})
    found = json.loads(render(toy.planned(held)[COMPARABLE]))
    return [
        (case_id, title, found["enterprises"][place], *marks)
        for case_id, title, place, *marks in found["cases"]
    ]


def test_the_page_says_what_it_does_and_leads_to_the_cases_without_a_script() -> None:
    shown = render(toy.planned()[COMPARE])
    assert text("pages.platform.compare.no_script") in shown
    assert '<a href="../../cases/">' in shown
    assert 'data-compare="../../platform/compare/cases.json"' in shown


def test_every_word_that_the_script_says_is_on_the_page() -> None:
    shown = render(toy.planned()[COMPARE])
    for key in ("found_none", "unknown", "too_many", "failed", "units_differ", "value", "removed"):
        words = text(f"pages.platform.compare.{key}")
        assert f'data-{key.replace("_", "-")}="{words}"' in shown


def test_the_list_says_what_the_chooser_shows() -> None:
    mark = text("pages.mark.demonstration")
    lines = listed(
        toy.case("2022-001", enterprise="Firm", title="Real"),
        toy.case("2022-d01", enterprise='<b>"Firm"', title="实施 <经验>"),
        toy.case("2022-d02", enterprise='<b>"Firm"', title="Another"),
    )
    assert set(lines) == {
        ("2022-001", "Real", "Firm"),
        ("2022-d01", "实施 <经验>", '<b>"Firm"', mark),
        ("2022-d02", "Another", '<b>"Firm"', mark),
    }


def test_only_listed_cases_with_a_text_can_be_compared() -> None:
    good, bare = toy.case("2022-001"), toy.case("2022-002", body=Body(html=""))
    announced = toy.case("2022-003", status=Status.PUBLICITY)
    revoked = toy.case("2022-004", status=Status.REVOKED)
    assert [is_comparable(case) for case in (good, bare, announced, revoked)] == [
        True,
        False,
        False,
        False,
    ]
    assert [line[0] for line in listed(good, bare, announced, revoked)] == ["2022-001"]


def test_a_case_that_can_be_compared_leads_to_the_comparison() -> None:
    case = toy.case("2022-001")
    held = replace(toy.library(), cases={case.id: case}, notices={})
    assert comparison_with(case) == "platform/compare/?cases=2022-001"
    shown = render(toy.planned(held)[routes.case(case.id)])
    tree = html5lib.parse(shown, namespaceHTMLElements=False)
    links = tree.findall(".//nav[@class='further screen-only']/ul/li/a")
    assert "../../platform/compare/?cases=2022-001" in [link.get("href") for link in links]


def test_a_case_without_a_text_leads_nowhere() -> None:
    case = toy.case("2022-001", body=Body(html=""))
    held = replace(toy.library(), cases={case.id: case}, notices={})
    assert "?cases=" not in render(toy.planned(held)[routes.case(case.id)])
