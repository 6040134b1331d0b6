"""What the page of a case tells machines: only what it shows."""

import json
from dataclasses import replace
from typing import Any

from generator.library.ids import CaseId
from generator.pages.case_head import case_head
from generator.pages.head import Article
from tests.pages import toy


def things_of(case_id: str, **settings: object) -> dict[str, dict[str, Any]]:
    inputs = toy.inputs(None, **settings)
    head = case_head(inputs, inputs.library.cases[CaseId(case_id)])
    return {thing["@type"]: thing for thing in json.loads(head.structured)["@graph"]}


def test_an_article_says_whose_it_is_and_what_it_is_about() -> None:
    article = things_of("2022-001", site_url="https://example.org/")["Article"]
    assert article["headline"] == "Title"
    assert article["identifier"] == "2022-001"
    assert article["author"] == {"@type": "Organization", "name": "Firm One"}
    assert article["datePublished"] == "2022-10-01"
    assert article["temporalCoverage"] == "2022"
    assert article["keywords"] == ["SPC", "QC"]
    (area,) = article["about"]
    assert (area["name"], area["url"]) == ("Digital", "https://example.org/fields/digital/")
    assert article["isPartOf"]["url"] == "https://example.org/years/2022/"


def test_what_is_not_known_is_not_said() -> None:
    article = things_of("2021-shandong-003")["Article"]
    assert {"datePublished", "keywords", "about"}.isdisjoint(article)


def test_a_revoked_case_is_no_article() -> None:
    assert set(things_of("2022-009")) == {"BreadcrumbList"}
    inputs = toy.inputs()
    head = case_head(inputs, inputs.library.cases[CaseId("2022-009")])
    assert head.article is None
    assert "forgotten" not in head.description


def test_the_meta_tags_name_title_day_and_source() -> None:
    inputs = toy.inputs()
    heads = {
        case_id: case_head(inputs, inputs.library.cases[CaseId(case_id)]).article
        for case_id in ("2022-001", "2021-shandong-003")
    }
    assert heads == {
        "2022-001": Article("Title", "2022-10-01", "Firm One"),
        "2021-shandong-003": Article("Firm Three（经验名称未公布）", "2021", "Firm Three"),
    }


def test_the_description_is_the_summary_else_the_facts() -> None:
    inputs = toy.inputs()
    case = inputs.library.cases[CaseId("2022-001")]
    assert case_head(inputs, case).description == "First line Second line"
    plain = replace(case, front=case.front.model_copy(update={"summary": ""}))
    said = case_head(inputs, plain).description
    assert all(word in said for word in ("2022", "Firm One", "Title"))
