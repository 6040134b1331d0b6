"""The verification: its page, the names that can be asked, and what is said of their bearers."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.catalogue.dimensions import enterprise_slug
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.pages.platform import verification
from generator.pages.platform.verification import (
    NAMES,
    VERIFICATION,
    title_files,
    titles_uri,
    verification_view,
)
from generator.strings import labels, text
from tests.pages import toy
from tests.pages.rendering import render

TODAY = date(2026, 11, 22)
HOSTILE = "</script><b>\"'&"


def read(uri: str, library: Library | None = None) -> dict[str, Any]:
    page = toy.planned(library, today=TODAY)[uri]
    assert not page.indexed
    return dict(json.loads(render(page)))


def data(library: Library | None = None) -> dict[str, Any]:
    return read(titles_uri(""), library)


def firm(name: str, library: Library | None = None) -> dict[str, Any]:
    found = data(library)["enterprises"][enterprise_slug(name)]
    assert found["name"] == name
    return dict(found)


def named(name: str) -> dict[str, Any]:
    (found,) = [one for one in read(NAMES)["enterprises"] if one["name"] == name]
    return dict(found)


def test_the_file_knows_every_enterprise_with_its_names_and_titles() -> None:
    found = firm("Firm One")
    assert found["aliases"] == ["One"]
    assert found["uri"] == f"enterprises/{enterprise_slug('Firm One')}/"
    assert [case["id"] for case in found["cases"]] == ["2022-001", "2021-002"]
    assert "demonstration" not in found
    assert "2026-11-22" in found["said"]


def test_every_name_and_id_can_be_asked() -> None:
    assert named("Firm One") == {
        "slug": enterprise_slug("Firm One"),
        "name": "Firm One",
        "aliases": ["One"],
        "ids": ["2022-001", "2021-002"],
    }
    known = read(NAMES)
    assert known["built"] == "2026-11-22"
    assert known["digits"] == 0
    assert [one["slug"] for one in known["enterprises"]] == list(data()["enterprises"])


def test_what_is_made_up_is_told_in_the_names_too() -> None:
    found = named("Fictional")
    assert found["demonstrations"] == found["ids"]


@pytest.mark.parametrize(("count", "digits"), [(0, 0), (256, 0), (257, 1), (4096, 1), (4097, 2)])
def test_a_file_of_titles_stays_small(count: int, digits: int) -> None:
    slugs = [enterprise_slug(str(number)) for number in range(count)]
    parts = title_files(slugs)
    assert sorted(slug for part in parts.values() for slug in part) == sorted(slugs)
    assert max((len(part) for part in parts.values()), default=0) <= 320
    for mark, part in parts.items():
        assert len(mark) == digits
        assert all(slug[1:].startswith(mark) for slug in part)


def test_a_large_library_has_several_files_of_titles(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = data()["enterprises"]
    monkeypatch.setattr(verification, "_MOST", 1)
    names = read(NAMES)
    assert names["digits"] == 1
    for one in names["enterprises"]:
        part = read(titles_uri(one["slug"][1]))
        assert part["enterprises"][one["slug"]] == whole[one["slug"]]
        assert len(part["enterprises"]) < len(whole)
        named_by = [case.get("notices", []) for case in part["enterprises"][one["slug"]]["cases"]]
        assert {notice for notices in named_by for notice in notices} <= set(part["notices"])


def test_a_title_names_its_round_its_days_and_its_papers() -> None:
    first = firm("Firm One")["cases"][0]
    assert first["title"] == "Title"
    assert first["year"] == 2022
    assert first["edition"]
    assert first["level"] == labels("level")["national"]
    assert first["approved_on"] == "2022-10-01"
    assert first["status"] == "approved"
    assert first["notices"] == ["2022-result"]
    assert first["uri"] == "cases/2022-001/"
    assert "revoked_on" not in first
    paper = data()["notices"]["2022-result"]
    assert paper["uri"] == "notices/2022-result/"
    assert paper["title"]
    assert paper["kind"] == labels("kind")["result"]


def test_a_source_that_is_no_web_address_is_not_linked() -> None:
    sources = firm("Firm One")["cases"][0]["sources"]
    assert [source.get("url", "") for source in sources] == ["", "https://example.org/news", ""]


def test_a_lost_title_has_its_day_its_ground_and_both_papers() -> None:
    found = firm("Fallen")
    (lost,) = found["cases"]
    assert found["kind"] == "ended"
    assert lost["status"] == "revoked"
    assert lost["revoked_on"] == "2024-03-15"
    assert lost["ground"] == labels("ground")["fraud"]
    assert lost["notices"] == ["2022-result", "2024-revocation"]


def test_what_is_fictional_is_marked() -> None:
    found = firm("Fictional")
    assert found["demonstration"] is True
    assert all(case["demonstration"] for case in found["cases"])


def test_only_listed_and_revoked_cases_stand_in_it() -> None:
    library = toy.library()
    public = {case.id for case in library.cases.values() if case.is_listed or case.front.revocation}
    statuses = [status for status in Status if status not in (Status.APPROVED, Status.REVOKED)]
    hidden = [
        toy.case(f"2022-8{place}", enterprise="Hidden", status=status)
        for place, status in enumerate(statuses)
    ]
    assert hidden
    fuller = replace(library, cases={**library.cases, **{case.id: case for case in hidden}})
    firms = data(fuller)["enterprises"].values()
    shown = {case["id"] for one in firms for case in one["cases"]}
    assert shown == public
    assert {key for one in read(NAMES, fuller)["enterprises"] for key in one["ids"]} == public
    assert "Hidden" not in json.dumps([data(fuller), read(NAMES, fuller)])


def test_hostile_names_are_data() -> None:
    hostile = toy.library(HOSTILE)
    assert firm(f"Firm One{HOSTILE}", hostile)
    assert f"Firm One{HOSTILE}" in [one["name"] for one in read(NAMES, hostile)["enterprises"]]


def test_the_page_says_what_the_library_holds_of_each_round() -> None:
    inputs = toy.inputs(today=TODAY)
    view = verification_view(inputs)
    assert len(view.held) == len(inputs.catalogue.editions)
    assert all(line.said for line in view.held)
    shown = render(toy.planned(today=TODAY)[VERIFICATION])
    for line in view.held:
        assert line.round.label in shown
        assert line.said in shown


def test_without_a_script_the_page_says_so_and_leads_on() -> None:
    shown = render(toy.planned(today=TODAY)[VERIFICATION])
    assert f"<noscript><p>{text('pages.platform.verification.no_script')}</p></noscript>" in shown
    assert '<a href="../../enterprises/">' in shown
    assert '<a href="../../revocations/">' in shown
    assert 'data-verification="../../platform/verification/names.json"' in shown
    assert '<time class="built">2026-11-22</time>' in shown


def test_a_library_without_rounds_says_that() -> None:
    library = replace(toy.library(), editions={}, cases={}, notices={})
    shown = render(toy.planned(library)[VERIFICATION])
    assert text("pages.platform.verification.no_rounds") in shown
