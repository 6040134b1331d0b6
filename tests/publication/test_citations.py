"""Citations of a selection: one record a case, whole in every form, nothing that is not listed."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import BiaoganError
from generator.library.case import Case
from generator.library.lifecycle import Status
from generator.pages.citations import citation
from generator.pages.inputs import Inputs
from generator.publication.citations import (
    BIBTEX,
    CSL_JSON,
    ENDINGS,
    GBT7714,
    RIS,
    citations,
)
from tests.pages import toy
from tests.pages.rendering import render

SITE = {"site_name": "示例标杆库", "site_url": "https://example.org/b/"}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type", "author", "title", "issued"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string", "minLength": 1},
            "type": {"const": "webpage"},
            "author": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "required": ["literal"],
                    "additionalProperties": False,
                    "properties": {"literal": {"type": "string", "minLength": 1}},
                },
            },
            "title": {"type": "string", "minLength": 1},
            "container-title": {"type": "string"},
            "issued": {
                "type": "object",
                "required": ["date-parts"],
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "items": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 3,
                            "items": {"type": "integer"},
                        },
                    }
                },
            },
            "number": {"type": "string"},
            "URL": {"type": "string", "format": "uri"},
            "language": {"type": "string"},
        },
    },
}
"""What CSL-JSON 1.0 asks of an item, as far as we write any of it."""


def library(count: int = 3, title: str = "题目") -> Inputs:
    return toy.inputs(
        replace(
            toy.library(),
            cases={item.id: item for item in numbered(count, title)},
        ),
        **SITE,
    )


def numbered(count: int, title: str) -> list[Case]:
    return [
        toy.case(f"2022-{number:03}", title=f"{title}{number}", enterprise="示例有限公司")
        for number in range(1, count + 1)
    ]


def written(form: str, count: int = 3, title: str = "题目") -> str:
    inputs = library(count, title)
    return citations(inputs, inputs.catalogue.cases, form)


def bibtex_entries(content: str) -> list[str]:
    """Cut a file as BibTeX does: an entry ends where its braces are balanced."""
    entries, place = [], 0
    while (start := content.find("@", place)) >= 0:
        depth, place = 1, content.index("{", start) + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(content[place], 0)
            place += 1
        entries.append(content[start:place])
    return entries


def ris_records(content: str) -> list[list[str]]:
    """Cut a file as reference managers do: TY begins a record and ER ends it."""
    records: list[list[str]] = []
    is_open = False
    for line in filter(None, content.split("\n")):
        assert re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line), line
        assert is_open is not line.startswith("TY")
        if line.startswith("TY"):
            records.append([])
            is_open = True
        records[-1].append(line)
        is_open = is_open and not line.startswith("ER")
    assert not is_open
    return records


def records_of(form: str, content: str) -> Sequence[object]:
    if form == GBT7714:
        return content.splitlines()
    if form == BIBTEX:
        return bibtex_entries(content)
    if form == RIS:
        return ris_records(content)
    items = json.loads(content)
    assert isinstance(items, list)
    return items


@pytest.mark.parametrize("form", ENDINGS)
@pytest.mark.parametrize("count", [0, 1, 7])
def test_so_many_cases_so_many_records(form: str, count: int) -> None:
    content = written(form, count)
    assert len(records_of(form, content)) == count
    assert not content or content.endswith("\n")


def test_references_are_numbered_and_leave_the_readers_day_open() -> None:
    assert written(GBT7714, 2).splitlines() == [
        "[1] 示例有限公司. 题目1[EB/OL]. 2022[引用日期]. https://example.org/b/cases/2022-001/.",
        "[2] 示例有限公司. 题目2[EB/OL]. 2022[引用日期]. https://example.org/b/cases/2022-002/.",
    ]


def test_a_reference_is_the_one_on_the_page() -> None:
    held = toy.library()
    inputs = toy.inputs(held, **SITE)
    for case in inputs.catalogue.cases:
        page = render(toy.planned(held, **SITE)[f"cases/{case.id}/"])
        (shown,) = re.findall(r'<p id="cite-text">(.*?)</p>', page)
        plain = re.sub(r"<[^>]+>", "", shown)
        assert citations(inputs, [case], GBT7714) == f"[1] {plain}\n"


@pytest.mark.parametrize(("form", "anchor"), [(BIBTEX, "cite-bibtex"), (RIS, "cite-ris")])
def test_a_record_is_the_one_on_the_page(form: str, anchor: str) -> None:
    inputs = library(2)
    content = citations(inputs, inputs.catalogue.cases, form)
    for case in inputs.catalogue.cases:
        (there,) = (one for one in citation(inputs, case).records if one.anchor == anchor)
        assert f"{there.content}\n" in content


def test_bibtex_entries_have_keys_of_their_own() -> None:
    entries = bibtex_entries(written(BIBTEX, 20))
    keys = [re.match(r"@online\{([a-z0-9-]+),", entry) for entry in entries]
    assert len({key[1] for key in keys if key}) == 20


def test_csl_is_one_array_that_its_schema_takes() -> None:
    items = json.loads(written(CSL_JSON, 5))
    jsonschema.validate(items, CSL, format_checker=jsonschema.FormatChecker())
    assert [item["id"] for item in items] == [f"2022-00{number}" for number in range(1, 6)]


@pytest.mark.parametrize("form", ENDINGS)
@pytest.mark.parametrize("status", [status for status in Status if status != Status.APPROVED])
def test_what_is_not_listed_is_not_cited(form: str, status: Status) -> None:
    inputs = library(1)
    hidden = toy.case("2022-002", status=status)
    with pytest.raises(BiaoganError, match="2022-002"):
        citations(inputs, [*inputs.catalogue.cases, hidden], form)


def test_a_form_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(BiaoganError, match=r"endnote.*gbt7714.*bibtex.*ris.*csl-json"):
        written("endnote")


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_title_breaks_a_file(title: str) -> None:
    for form in ENDINGS:
        assert len(records_of(form, written(form, 3, f"x{title}"))) == 3
