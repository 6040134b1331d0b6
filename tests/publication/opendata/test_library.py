"""`library.json`: every listed case once and no other, nothing of people, counts of the site."""

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from generator.catalogue.dimensions import Dimension
from generator.library.ids import CaseId, NoticeId
from generator.pages.holdings import holdings
from generator.pages.inputs import Inputs
from generator.publication.opendata.library import library_json
from generator.publication.opendata.schema import library_schema
from tests.pages import toy
from tests.publication.sheets.samples import DRAFT, IN_PUBLICITY, REVOKED, SITE


@pytest.fixture(scope="module")
def data(inputs: Inputs) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(library_json(inputs, "CC-BY-4.0"))
    return found


def valid(found: object) -> None:
    schema = json.loads(library_schema())
    checker = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    checker.validate(found)


def test_it_is_as_the_published_schema_says(data: dict[str, Any]) -> None:
    valid(data)
    assert data["schema_version"] == "1.0"
    assert data["schema_address"] == f"{SITE}schema/library.schema.json"
    assert data["license"] == "CC-BY-4.0"


@pytest.mark.parametrize("word", ["", "=1+1", '"}]', "<script>", "示例\n二"])
def test_whatever_is_written_in_the_library_it_stays_valid(word: str) -> None:
    valid(json.loads(library_json(toy.inputs(toy.library(word)), word)))


def test_every_listed_case_stands_in_it_once_and_no_other(
    inputs: Inputs, data: dict[str, Any]
) -> None:
    listed = [case.id for case in inputs.library.cases.values() if case.is_listed]
    found = [case["id"] for case in data["cases"]]
    assert sorted(found) == sorted(listed)
    assert {case["status"] for case in data["cases"]} == {"approved"}


@pytest.mark.parametrize("hidden", [REVOKED, IN_PUBLICITY, DRAFT])
def test_no_other_case_is_named_anywhere(inputs: Inputs, data: dict[str, Any], hidden: str) -> None:
    """Nor by its id, in a notice, in a lineage or in a session."""
    assert CaseId(hidden) in inputs.library.cases
    found = [
        *(one for notice in data["notices"] for one in notice["cases"]),
        *(one for case in data["cases"] for one in case["lineage"]),
        *(
            one
            for notice in data["notices"]
            if notice["session"]
            for one in notice["session"]["cases"]
        ),
    ]
    assert found
    assert hidden not in found
    addresses = {case["address"] for case in data["cases"]}
    assert f"{SITE}cases/{hidden}/" not in addresses


def test_a_session_names_the_cases_that_were_really_shown() -> None:
    held = toy.library()
    notice = held.notices[NoticeId("2023-session")]
    assert notice.front.session is not None
    session = notice.front.session.model_copy(update={"shown": ("2022-002",)})
    told = replace(notice, front=notice.front.model_copy(update={"session": session}))
    changed = replace(held, notices={told.id: told})
    found = json.loads(library_json(toy.inputs(changed), ""))
    assert [one["session"]["cases"] for one in found["notices"]] == [["2022-002"]]


def test_counts_are_those_of_the_site(inputs: Inputs, data: dict[str, Any]) -> None:
    counts = data["counts"]
    shown = {holding.uri: holding.count for holding in holdings(inputs) if holding.uri}
    assert counts["cases"]["real"] == shown["cases/"] == inputs.counted.real
    assert counts["cases"]["demonstration"] == inputs.counted.demonstration
    assert counts["notices"]["real"] == shown["notices/"]
    assert counts["enterprises"]["real"] == shown["enterprises/"]
    assert counts["revoked"]["real"] == len(inputs.catalogue.revoked) == 1
    for edition in data["editions"]:
        held = inputs.catalogue.editions[edition["id"]]
        of_it = [case for case in data["cases"] if case["edition"] == edition["id"]]
        assert edition["held"]["real"] == held.counted.real
        assert len(of_it) == held.counted.total
    for term in data["vocabularies"]["methods"]:
        entry = inputs.catalogue.term(Dimension.METHOD, term["id"])
        assert entry is not None
        assert term["count"]["real"] + term["count"]["demonstration"] == entry.count


def test_there_is_no_person_and_no_contact_in_it(data: dict[str, Any]) -> None:
    keys = set(_keys(data))
    assert not keys & {"contact_office", "contact_address", "contact", "phone", "mail", "programme"}


def _keys(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(key for below in value.values() for key in _keys(below))]
    return [key for below in value for key in _keys(below)] if isinstance(value, list) else []


def test_a_fictional_case_says_so(inputs: Inputs, data: dict[str, Any]) -> None:
    marked = {case["id"] for case in data["cases"] if case["demonstration"]}
    assert marked == set(inputs.catalogue.fictional) != set()


def test_a_video_of_the_site_has_its_address(inputs: Inputs) -> None:
    held = toy.inputs(site_url=SITE)
    videos = [
        video
        for case in json.loads(library_json(held, ""))["cases"]
        for video in case["videos"]
        if video["provider"] == "file"
    ]
    assert videos
    assert inputs.config.site_url == SITE
    assert all(video["address"].startswith("http") for video in videos if video["address"])


def test_without_an_address_pages_are_named_from_the_root(inputs: Inputs) -> None:
    bare = replace(inputs, config=replace(inputs.config, site_url=""))
    found = json.loads(library_json(bare, ""))
    assert {case["address"] for case in found["cases"]} == {
        f"cases/{case['id']}/" for case in found["cases"]
    }
    valid(found)


def test_another_day_of_building_changes_nothing(inputs: Inputs) -> None:
    later = replace(
        inputs, config=replace(inputs.config, today=inputs.config.today.replace(year=2030))
    )
    assert library_json(later, "") == library_json(inputs, "")
