"""The self-evaluation: its questionnaire, its page without a script, what it recommends."""

import copy
import json
from typing import Any

import html5lib
import pytest

from generator.errors import ConfigurationError
from generator.pages import routes
from generator.pages.platform import evaluation
from generator.pages.platform.questionnaire import (
    GENERAL,
    LEVELS,
    EvaluationDimension,
    Question,
    Questionnaire,
    questionnaire,
    read_questionnaire,
)
from generator.strings import table
from tests.pages import toy
from tests.pages.rendering import render, shell
from tests.safety import unsafe_things

PAGE = "platform/evaluation/"
DATA = "platform/evaluation/data.json"
FIVE = {"quality-management-system", "digitalization", "reliability", "process-control", "sme"}


def source() -> dict[str, Any]:
    return copy.deepcopy(dict(table("evaluation")))


def of_the_toy(_own: str = "") -> Questionnaire:
    question = Question("q", "asks", ("1", "2", "3", "4", "5"))
    slugs = (GENERAL, "digital", "empty", "unknown")
    return Questionnaire(
        1,
        ("a", "b", "c", "d", "e"),
        tuple(EvaluationDimension(slug, slug, "about", (question,)) for slug in slugs),
    )


def test_the_questionnaire_asks_about_the_criteria_and_the_five_focus_areas() -> None:
    known = questionnaire()
    assert {item.slug for item in known.dimensions} == FIVE | {GENERAL}
    assert [len(item.questions) for item in known.dimensions] == [4] * 6
    said = [
        level
        for item in known.dimensions
        for question in item.questions
        for level in question.levels
    ]
    assert len(said) == len(set(said)) == 24 * LEVELS


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda found: found.update(version="1"), "version"),
        (lambda found: found.update(version=True), "version"),
        (lambda found: found.update(levels=["x"]), "levels"),
        (lambda found: found.update(dimensions=[]), "dimensions"),
        (lambda found: found["dimensions"].append("x"), "dimensions[7]"),
        (lambda found: found["dimensions"].append(found["dimensions"][0]), "dimensions[7].slug"),
        (lambda found: found["dimensions"][1].pop("label"), "dimensions[2].label"),
        (lambda found: found["dimensions"][1].update(slug="A b"), "dimensions[2].slug"),
        (
            lambda found: found["dimensions"][0]["questions"][2].update(levels=["x"] * 4),
            "dimensions[1].questions[3].levels",
        ),
        (
            lambda found: found["dimensions"][0]["questions"][2]["levels"].__setitem__(4, " "),
            "dimensions[1].questions[3].levels[5]",
        ),
    ],
)
def test_a_mistake_in_the_questionnaire_is_told_by_its_place(change: Any, place: str) -> None:
    wrong = source()
    change(wrong)
    with pytest.raises(ConfigurationError, match=r"evaluation\.toml") as told:
        read_questionnaire(wrong)
    assert f"：{place}：" in str(told.value)


def test_without_a_script_the_page_is_a_form_on_paper() -> None:
    shown = render(toy.planned()[PAGE])
    tree = html5lib.parse(shown, namespaceHTMLElements=False)
    names = [
        element.get("name") for element in tree.iter("input") if element.get("type") == "radio"
    ]
    assert len(names) == 24 * LEVELS
    assert len(set(names)) == 24
    for item in questionnaire().dimensions:
        for question in item.questions:
            assert question.asks in shown
            assert all(level in shown for level in question.levels)
    assert "<noscript>" in shown
    assert tree.find(".//main//form") is None, "a form could be sent"
    assert unsafe_things(shown, shell=True) == []


def test_only_this_page_loads_the_script() -> None:
    site = shell()
    address = ("evaluation", "assets/service-evaluation.js")
    known = {field: getattr(site, field) for field in site.__slots__}
    site = type(site)(**{**known, "services": (address,)})
    loads = '<script src="../../assets/service-evaluation.js" defer></script>'
    pages = toy.planned()
    assert loads in render(pages[PAGE], site)
    assert "service-evaluation.js" not in render(pages[routes.HOME], site)


def test_it_recommends_readable_listed_cases_and_their_methods(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(evaluation, "questionnaire", of_the_toy)
    inputs = toy.inputs()
    areas = json.loads(evaluation.recommendations(inputs).content)["areas"]
    assert set(areas) == {"digital", "empty"}
    assert areas["empty"] == {"cases": [], "methods": []}
    cases = areas["digital"]["cases"]
    assert 0 < len(cases) <= 6
    by_uri = {routes.encoded(routes.case(case.id)): case for case in inputs.library.cases.values()}
    for one in cases:
        case = by_uri[one["uri"]]
        assert case.is_listed
        assert not case.body.is_empty
        assert one["enterprise"] == case.front.enterprise
        assert bool(one["mark"]) is case.is_demonstration
    marks = [bool(one["mark"]) for one in cases]
    assert marks == sorted(marks), "real ones first"
    assert all(method["label"] and method["count"] for method in areas["digital"]["methods"])


def test_an_area_has_the_librarys_own_name_and_a_link_to_its_cases(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(evaluation, "questionnaire", of_the_toy)
    shown = {item.slug: item for item in evaluation.evaluation_view(toy.inputs()).dimensions}
    assert shown["digital"].more.uri == "fields/digital/"
    assert shown["digital"].label == "Digital"
    assert shown["unknown"].more.uri == ""
    assert shown[GENERAL].is_general


def test_the_data_is_a_file_that_search_engines_leave_out() -> None:
    page = toy.planned()[DATA]
    assert not page.indexed
    assert json.loads(render(page)) == {"areas": {}}
