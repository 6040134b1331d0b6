"""Video learning: groups, lessons, what comes next, and which pages load the script."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from generator.catalogue.dimensions import Dimension
from generator.library.case import Case, Video, VideoPart
from generator.library.edition import VideoPartRule, VideoRule
from generator.library.ids import CaseId, EditionId
from generator.library.library import Library
from generator.library.lifecycle import Status, VideoProvider
from generator.pages.platform.learning import DATA, all_groups_view, view_uri
from generator.pages.platform.lessons import LEARNING, UNSTATED, groups_of, lesson_view
from generator.pages.platform.next_lessons import next_lessons
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render, shell

FIELDS, METHODS = Dimension.FOCUS_AREA, Dimension.METHOD


def words(key: str, **values: object) -> str:
    return text(f"pages.platform.learning.{key}", **values)


def film(title: str = "Film", *minutes: float, **values: object) -> Video:
    parts = tuple(VideoPart(title=f"Part {at}", minutes=one) for at, one in enumerate(minutes))
    known = {"title": title, "provider": VideoProvider.FILE, "file": "x/film.mp4", "parts": parts}
    return Video.model_validate({**known, **values})


def lesson_case(case_id: str, *videos: Video, **values: object) -> Case:
    return toy.case(case_id, toy.BODY, videos=videos or (film(case_id),), **values)


def held(*cases: Case) -> Library:
    return replace(toy.library(), cases={case.id: case for case in cases}, notices={})


def many(count: int) -> Library:
    return held(
        *(
            lesson_case(f"2022-{number:04}", methods=("spc",), fields=("digital",))
            for number in range(1, count + 1)
        )
    )


def loading(*names: str) -> Any:
    site = shell()
    known = {field: getattr(site, field) for field in site.__slots__}
    scripts, sheets = (
        tuple((name, f"assets/service-{name}.{ending}") for name in names)
        for ending in ("js", "css")
    )
    return type(site)(**{**known, "services": scripts, "sheets": sheets})


def test_a_lesson_stands_once_in_each_of_its_groups() -> None:
    inputs = toy.inputs(
        held(
            lesson_case(
                "2022-001", film("a"), film("b"), methods=("spc", "qc"), fields=("digital",)
            ),
            lesson_case("2022-002", methods=("spc",)),
            lesson_case("2022-003", status=Status.PUBLICITY, methods=("spc",)),
            toy.case("2022-004", methods=("qc",)),
        )
    )
    keys = {
        slug: [f"{one.case_id}.{one.number}" for one in group.entries]
        for slug, group in groups_of(inputs, METHODS).items()
    }
    assert keys == {
        "spc": ["2022-001.1", "2022-001.2", "2022-002.1"],
        "qc": ["2022-001.1", "2022-001.2"],
    }
    fields = groups_of(inputs, FIELDS)
    assert [one.case_id for one in fields[UNSTATED].entries] == ["2022-002"]
    assert list(fields) == ["digital", UNSTATED]


def test_every_lesson_is_in_both_views() -> None:
    inputs = toy.inputs()
    every = {(one.case_id, one.number) for one in inputs.catalogue.videos}
    assert every
    for dimension in (FIELDS, METHODS):
        groups = groups_of(inputs, dimension).values()
        assert {(one.case_id, one.number) for group in groups for one in group.entries} == every


def test_the_page_of_all_groups_shows_the_first_lessons_and_leads_to_all() -> None:
    inputs = toy.inputs(many(8))
    (group,) = all_groups_view(inputs, METHODS).groups
    assert (group.count, len(group.lessons), group.key) == (8, 3, "methods/spc")
    assert group.more == words("more", count=8, label="SPC")
    shown = render(toy.planned(many(8))[view_uri(METHODS)])
    assert '<a href="../../../platform/learning/methods/spc/">' in shown
    assert f'aria-current="page">{text("pages.dimension.method.by")}<' in shown
    assert '<a href="../../../platform/learning/">' in shown


def test_a_thousand_videos_stand_on_pages_of_bounded_length() -> None:
    pages = toy.planned(many(1000), per_page=20)
    ours = {uri: page for uri, page in pages.items() if uri.startswith(LEARNING)}
    groups = [uri for uri in ours if "/spc/" in uri]
    assert len(groups) == 50
    lengths = [
        len(render(ours[uri])) for uri in (LEARNING, view_uri(METHODS), groups[0], groups[-1])
    ]
    assert max(lengths) < 60_000
    seen = [
        key for uri in groups for key in re.findall(r'data-lesson="([^"]+)"', render(ours[uri]))
    ]
    assert len(seen) == len(set(seen)) == 1000


def test_methods_with_the_most_lessons_come_first() -> None:
    library = held(
        lesson_case("2022-001", methods=("qc",)),
        lesson_case("2022-002", methods=("qc", "spc")),
        lesson_case("2022-003"),
    )
    view = all_groups_view(toy.inputs(library), METHODS)
    assert [group.key for group in view.groups] == [
        "methods/qc",
        "methods/spc",
        f"methods/{UNSTATED}",
    ]
    assert view.groups[-1].link.label == words(f"{UNSTATED}.method")
    assert view.groups[-1].term.uri == ""


def test_fictional_lessons_are_counted_apart() -> None:
    library = held(
        lesson_case("2022-001", methods=("qc",)),
        lesson_case("2022-d01", methods=("qc",), demonstration=True),
    )
    view = all_groups_view(toy.inputs(library), METHODS)
    assert view.groups[0].said == words("count_with_demonstration", count=2, demonstration=1)
    assert view.holds == words("holds", said=view.groups[0].said)


def with_rule(library: Library, *titles: str) -> Library:
    parts = tuple(VideoPartRule(title=title, minutes=at + 1) for at, title in enumerate(titles))
    rule = VideoRule(total_minutes=30, parts=parts)
    known = library.editions[EditionId("2022")]
    edition = known.model_copy(update={"video": rule})
    return replace(library, editions={**library.editions, EditionId("2022"): edition})


@pytest.mark.parametrize(
    ("asked", "called"),
    [
        (("Part 0", "Official"), ["", "Official"]),
        (("One", "Two", "Three"), ["", ""]),
        ((), ["", ""]),
    ],
)
def test_a_part_is_called_as_typed_and_as_the_edition_calls_it(
    asked: tuple[str, ...], called: list[str]
) -> None:
    library = with_rule(held(lesson_case("2022-001", film("Film", 2, 28))), *asked)
    inputs = toy.inputs(library)
    lesson = lesson_view(inputs, inputs.catalogue.videos[0])
    assert [(part.title, part.time, part.uri) for part in lesson.parts] == [
        ("Part 0", "00:00", "cases/2022-001/#t=0"),
        ("Part 1", "02:00", "cases/2022-001/#t=120"),
    ]
    assert [part.rule for part in lesson.parts] == called
    assert lesson.unmarked == ""


def test_of_a_video_without_parts_the_edition_says_of_what_it_consists() -> None:
    library = with_rule(held(lesson_case("2022-001", methods=("spc",))), "Film", "Talk")
    inputs = toy.inputs(library)
    lesson = lesson_view(inputs, inputs.catalogue.videos[0])
    assert lesson.parts == ()
    assert "Film" in lesson.unmarked
    assert "Talk" in lesson.unmarked
    assert lesson.unmarked in render(toy.planned(library)[f"{LEARNING}methods/spc/"])
    (round_,) = all_groups_view(inputs, FIELDS).rounds
    assert "Talk" in round_.said
    assert round_.round.uri.startswith("years/2022/#")


def test_the_list_for_the_script_knows_every_lesson_with_its_groups() -> None:
    page = toy.planned()[DATA]
    assert not page.indexed
    first, *others = json.loads(render(page))
    assert first == {
        "key": "2022-001.1",
        "title": "Film",
        "enterprise": "Firm One",
        "mark": "",
        "uri": "cases/2022-001/",
        "anchor": "video-1",
        "groups": ["fields/digital", "methods/spc", "methods/qc"],
    }
    assert [one["key"] for one in others] == ["2022-001.2", "2022-001.3"]


def test_a_video_that_does_not_play_from_here_is_marked_by_hand() -> None:
    shown = render(toy.planned(per_page=9)[f"{LEARNING}methods/spc/"])
    by_hand = re.findall(r'data-lesson="([^"]+)"( data-by-hand)?', shown)
    assert by_hand == [
        ("2022-001.1", ""),
        ("2022-001.2", " data-by-hand"),
        ("2022-001.3", " data-by-hand"),
    ]


def test_what_comes_next_shares_a_method_or_a_focus_area_and_says_which() -> None:
    cases = (
        lesson_case("2022-001", methods=("spc",), fields=("digital",)),
        lesson_case("2022-002", fields=("digital",)),
        lesson_case("2022-003", methods=("spc",), fields=("digital",)),
        lesson_case("2022-004", methods=("qc",)),
        toy.case("2022-005", methods=("spc",)),
    )
    inputs = toy.inputs(held(*cases))
    found = list(next_lessons(inputs, cases[0]))
    assert [one.key for one in found] == ["2022-003.1", "2022-002.1"]
    assert text("pages.reason.method", names="SPC") in found[0].about
    assert text("pages.reason.focus_area", names="Digital") in found[1].about
    assert found[0].link.uri == "cases/2022-003/#video-1"


def test_what_comes_next_goes_on_from_here_and_is_short() -> None:
    inputs = toy.inputs(many(9))
    order = [str(one.case_id) for one in inputs.catalogue.videos]
    here = order[6]
    found = list(next_lessons(inputs, inputs.library.cases[inputs.catalogue.videos[6].case_id]))
    expected = [case_id for case_id in (*order[7:], *order) if case_id != here][:4]
    assert [one.key for one in found] == [f"{case_id}.1" for case_id in expected]


def test_a_case_with_a_video_of_ours_loads_the_script_and_no_other_does() -> None:
    hosted = film("Hosted", provider=VideoProvider.BILIBILI, id="BV1xx", file="")
    library = held(lesson_case("2022-001"), lesson_case("2022-002", hosted), toy.case("2022-003"))
    pages, site = toy.planned(library), loading("learning", "compare")
    script = "service-learning.js"
    loads = {uri for uri, page in pages.items() if script in render(page, site)}
    learning = {uri for uri in pages if uri.startswith(LEARNING) and uri.endswith("/")}
    assert loads == {"cases/2022-001/", *learning}
    assert "service-compare.js" not in render(pages["cases/2022-001/"], site)
    assert 'data-learning="2022-002"' in render(pages["cases/2022-002/"], site)
    assert "data-learning" not in render(pages["cases/2022-003/"], site)


def test_a_revoked_case_teaches_nothing() -> None:
    revoked = toy.library().cases[CaseId("2022-009")]
    front = revoked.front.model_copy(update={"videos": (film(),)})
    pages = toy.planned(held(replace(revoked, front=front)))
    assert "data-learning" not in render(pages["cases/2022-009/"])
    assert json.loads(render(pages[DATA])) == []


def test_a_library_without_videos_says_so() -> None:
    shown = render(toy.planned(held(toy.case("2022-001")))[LEARNING])
    assert words("none") in shown
    assert "data-wipe" not in shown


def test_without_a_script_the_page_says_what_it_would_do() -> None:
    shown = render(toy.planned()[LEARNING])
    assert f"<noscript><p>{words('no_script')}</p></noscript>" in shown
    assert '<a href="../../cases/2022-001/#video-1">Film</a>' in shown
