"""The page of a method."""

import json
from dataclasses import replace

from generator.catalogue.dimensions import Dimension
from generator.library.case import Video
from generator.library.lifecycle import VideoProvider
from generator.pages.focus_area import FocusAreaView, focus_area_view
from generator.pages.inputs import Inputs
from generator.pages.method import MAX_VIDEOS, MethodView, method_view
from generator.pages.term import term_parts
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render


def focus_area(inputs: Inputs, slug: str) -> FocusAreaView:
    entry = inputs.entries[Dimension.FOCUS_AREA][slug]
    return focus_area_view(inputs, entry, next(iter(term_parts(inputs, entry))))


def methods(inputs: Inputs, slug: str) -> list[MethodView]:
    entry = inputs.entries[Dimension.METHOD][slug]
    return [method_view(inputs, entry, part) for part in term_parts(inputs, entry)]


def test_methods_used_together_are_counted_without_the_method_itself() -> None:
    (page, _) = methods(toy.inputs(), "qc")
    assert page.together is not None
    assert [(link.uri, link.count) for link in page.together.links] == [("methods/spc/", 1)]
    lonely = toy.library()
    held = {key: item for key, item in lonely.cases.items() if key == "2022-002"}
    (alone,) = methods(toy.inputs(replace(lonely, cases=held)), "spc")
    assert alone.together is None


def test_videos_of_a_method_lead_to_the_pages_of_their_cases() -> None:
    (page,) = methods(toy.inputs(), "spc")
    first, second, _ = page.videos
    assert (first.watch.label, first.watch.uri) == ("Film", "cases/2022-001/#video-1")
    assert first.length == text("pages.format.minutes", minutes="30")
    assert first.case.label == "Title"
    assert (second.watch.uri, second.length) == ("cases/2022-001/#video-2", "")
    assert page.more_videos == ""


def test_many_videos_are_cut_and_the_rest_is_counted() -> None:
    film = Video(title="Film", provider=VideoProvider.FILE, file="v.mp4")
    case = toy.case("2022-001", methods=("spc",), videos=(film,) * (MAX_VIDEOS + 3))
    (page,) = methods(toy.inputs(replace(toy.library(), cases={case.id: case})), "spc")
    assert len(page.videos) == MAX_VIDEOS
    assert page.more_videos == text("pages.term.more_videos", count=3)


def test_a_method_without_cases_says_what_it_solves_and_draws_nothing() -> None:
    plain = toy.library()
    held = {key: item for key, item in plain.cases.items() if "spc" not in item.methods}
    library = replace(plain, cases=held)
    (page,) = methods(toy.inputs(library), "spc")
    assert (page.problem, page.term.rows) == (("Late discovery",), ())
    shown = render(toy.planned(library)["methods/spc/"])
    assert text("pages.term.none") in shown
    assert text("pages.course.title") not in shown
    assert "<svg" not in shown.partition('id="content"')[2].partition("</main>")[0]


def test_machines_learn_what_methods_and_focus_areas_mean() -> None:
    inputs = toy.inputs(site_url="https://example.org/")
    first, *_ = methods(inputs, "spc")
    (term,) = [
        node
        for node in json.loads(first.head.structured)["@graph"]
        if node["@type"] == "DefinedTerm"
    ]
    assert (term["name"], term["description"]) == ("SPC", "Charts of a process")
    assert term["alternateName"] == ["Charts"]
    assert term["url"] == "https://example.org/methods/spc/"
    assert term["inDefinedTermSet"]["url"] == "https://example.org/methods/"
    area = focus_area(inputs, "digital")
    assert '"DefinedTerm"' in area.head.structured
