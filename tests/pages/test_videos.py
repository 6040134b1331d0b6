"""The list of all videos."""

import json
from dataclasses import replace

from generator.pages.videos import video_list_parts, video_list_view, videos_held
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render
from tests.pages.toy_cases import videos


def test_every_video_leads_to_its_place_on_the_page_of_its_case() -> None:
    inputs = toy.inputs(per_page=50)
    view = video_list_view(inputs, next(video_list_parts(inputs)), videos_held(inputs))
    assert [(item.row.uri, item.video.anchor) for item in view.rows] == [
        ("cases/2022-001/", f"video-{number}") for number in (1, 2, 3)
    ]
    assert [item.uri for item in view.rows] == [
        f"cases/2022-001/#video-{number}" for number in (1, 2, 3)
    ]
    assert [chapter.uri for item in view.rows for chapter in item.chapters] == [
        "cases/2022-001/#t=0"
    ]
    assert view.holds == text("pages.videos.holds", count=3, chapters=1)


def test_chapters_can_be_read_and_lead_to_their_second() -> None:
    shown = render(toy.planned(per_page=50)["videos/"])
    assert '<a href="../cases/2022-001/#t=0"><span class="at">00:00</span> Part</a>' in shown
    assert '<a href="../cases/2022-001/#video-2">Elsewhere</a>' in shown


def test_stills_are_small_and_wait_until_they_are_seen() -> None:
    shown = render(toy.planned(per_page=50)["videos/"])
    assert shown.count("<img") - shown.count('loading="lazy"') == _images_of_the_shell()
    assert 'src="../cases/2022-001/film.png" alt="" width="320" height="180"' in shown


def _images_of_the_shell() -> int:
    return render(toy.planned()["revocations/"]).count("<img")


def test_the_list_is_paged_and_machines_count_on() -> None:
    held = toy.library()
    many = {case.id: case for case in (toy.case(f"2022-{n:03}", videos=videos("")) for n in (1, 2))}
    inputs = toy.inputs(replace(held, cases=many, notices={}), per_page=4)
    holds = videos_held(inputs)
    pages = [video_list_view(inputs, part, holds) for part in video_list_parts(inputs)]
    assert [len(page.rows) for page in pages] == [4, 2]
    graphs = [json.loads(page.head.structured)["@graph"] for page in pages]
    listed = [
        [(entry["position"], entry["url"]) for entry in node["itemListElement"]]
        for graph in graphs
        for node in graph
        if node["@type"] == "ItemList"
    ]
    assert [[position for position, _ in page] for page in listed] == [[1, 2, 3, 4], [5, 6]]
    assert listed[1][0][1] == "../../../cases/2022-002/#video-2"


def test_a_library_without_videos_says_so() -> None:
    held = replace(toy.library(), cases={}, notices={})
    shown = render(toy.planned(held)["videos/"])
    assert text("pages.videos.none") in shown
    assert "ItemList" not in shown
