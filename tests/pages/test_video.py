"""A video as a reader sees it, and as machines read it."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import html5lib
import pytest

from generator.library.case import Case, Video, VideoPart
from generator.library.lifecycle import VideoProvider
from generator.pages.video import video_things, video_view, video_views
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render

PARTS = (VideoPart(title="Film", minutes=2), VideoPart(title="Talk", minutes=28))


def case(*videos: Video, **front: object) -> Case:
    return toy.case("2022-001", toy.BODY, videos=videos, **front)


def film(**known: object) -> Video:
    first: dict[str, object] = {
        "title": "Film",
        "provider": VideoProvider.FILE,
        "file": "2022-001/a b.mp4",
    }
    return Video.model_validate({**first, "parts": PARTS, **known})


def hosted(provider: VideoProvider, id_: str = "BV1xx", **known: object) -> Video:
    return film(provider=provider, id=id_, file="", **known)


def shown(*videos: Video) -> Any:
    """Give the element of each video on the page of a case."""
    made = case(*videos)
    pages = toy.planned(replace(toy.library(), cases={made.id: made}, notices={}))
    tree = html5lib.parse(render(pages["cases/2022-001/"]), namespaceHTMLElements=False)
    return [node for node in tree.iter() if re.fullmatch(r"video-\d+", node.get("id", ""))]


def said(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def test_chapters_of_a_file_lead_into_the_file() -> None:
    (view,) = video_views(case(film()))
    assert [(c.anchor, c.time, c.title, c.uri, c.url) for c in view.chapters] == [
        ("t=0", "00:00", "Film", "cases/2022-001/a%20b.mp4#t=0", ""),
        ("t=120", "02:00", "Talk", "cases/2022-001/a%20b.mp4#t=120", ""),
    ]
    assert view.track == "cases/2022-001/video-1-chapters.vtt"
    assert view.frame is None


def test_anchors_of_further_videos_name_their_video() -> None:
    first, second = video_views(case(film(), film()))
    assert (first.anchor, second.anchor) == ("video-1", "video-2")
    assert [c.anchor for c in second.chapters] == ["video-2-t=0", "video-2-t=120"]


def test_the_bands_of_the_staff_fill_it_in_proportion() -> None:
    (view,) = video_views(case(film(parts=(*PARTS, VideoPart(title="End", minutes=10)))))
    assert [(c.x, c.width) for c in view.chapters] == [
        ("0", "50"),
        ("50", "700"),
        ("750", "250"),
    ]


def test_chapters_elsewhere_lead_to_the_provider_where_it_can_begin_at_a_second() -> None:
    bilibili, tencent = video_views(
        case(hosted(VideoProvider.BILIBILI), hosted(VideoProvider.TENCENT))
    )
    assert bilibili.chapters[1].url == "https://www.bilibili.com/video/BV1xx?t=120"
    assert bilibili.note == text("pages.video.leaving", place=bilibili.provider)
    assert [(c.uri, c.url) for c in tencent.chapters] == [("", "")] * 2
    assert tencent.note == ""
    assert (bilibili.track, tencent.track) == ("", "")


def test_the_button_and_the_warning_name_the_host_that_will_be_contacted() -> None:
    view = video_view(case(), 1, hosted(VideoProvider.YOUKU, "XNDk"))
    assert view.frame is not None
    assert view.frame.url == "https://player.youku.com/embed/XNDk"
    assert "player.youku.com" in view.frame.button
    assert "player.youku.com" in view.frame.warning
    assert view.provider in view.frame.warning


def test_a_file_on_another_host_is_a_link_and_nothing_else() -> None:
    view = video_view(case(), 1, film(file="https://example.org/f.mp4"))
    assert (view.uri, view.url, view.frame) == ("", "https://example.org/f.mp4", None)
    assert view.watch == text("pages.video.file")
    assert view.chapters[1].url == "https://example.org/f.mp4#t=120"
    assert view.note == text("pages.video.leaving", place="example.org")


def test_the_page_plays_a_file_with_its_tracks() -> None:
    (box,) = shown(film(captions="2022-001/f.vtt", poster="2022-001/p.png"))
    (player,) = box.iter("video")
    assert {"controls", "playsinline", "width", "height"} <= set(player.attrib)
    assert player.get("preload") == "metadata"
    assert player.get("poster") == "../../cases/2022-001/p.png"
    tracks = {track.get("kind"): track for track in player.iter("track")}
    assert tracks["captions"].get("src") == "../../cases/2022-001/f.vtt"
    assert tracks["chapters"].get("src") == "../../cases/2022-001/video-1-chapters.vtt"
    assert "default" in tracks["chapters"].attrib
    assert [a.get("href") for a in player.iter("a")] == ["../../cases/2022-001/a%20b.mp4"]


def test_every_chapter_is_a_link_that_needs_no_script() -> None:
    (box,) = shown(film())
    lines = [line for line in box.iter("li") if "data-start" in line.attrib]
    assert [(line.get("id"), line.get("data-start")) for line in lines] == [
        ("t=0", "0"),
        ("t=120", "120"),
    ]
    links = [link for line in lines for link in line.iter("a")]
    assert [link.get("href") for link in links][1] == "../../cases/2022-001/a%20b.mp4#t=120"
    assert said(lines[1]).split() == ["02:00", "Talk", "28", *said(lines[1]).split()[3:]]


@pytest.mark.parametrize("provider", [p for p in VideoProvider if p is not VideoProvider.FILE])
def test_no_player_of_another_host_is_in_the_page(provider: VideoProvider) -> None:
    (box,) = shown(hosted(provider, poster="2022-001/p.png"))
    assert not list(box.iter("iframe"))
    loaded = [n.get("src") for n in box.iter() if "src" in n.attrib]
    assert loaded == ["../../cases/2022-001/p.png"]
    (link,) = [a for a in box.iter("a") if a.get("href", "").count("?") == 0]
    assert link.get("rel") == "noopener noreferrer external"
    (button,) = box.iter("button")
    above = next(p for p in box.iter("p") if button in list(p))
    assert "needs-js" in above.get("class", "")


def test_an_id_that_is_none_leaves_only_the_words() -> None:
    (box,) = shown(hosted(VideoProvider.BILIBILI, '"><script>'))
    assert not [n for n in box.iter() if "href" in n.attrib or "data-frame" in n.attrib]
    assert "Talk" in said(box)


def things(*videos: Video, site_url: str = "", **front: object) -> Sequence[dict[str, Any]]:
    inputs = toy.inputs(site_url=site_url)
    return json.loads(json.dumps(video_things(inputs, case(*videos, **front))))  # type: ignore[no-any-return]


def test_machines_read_a_video_with_its_clips() -> None:
    site = "https://example.org/lib/"
    whole = film(
        minutes=30, poster="2022-001/p.png", published_on="2022-11-18", captions="2022-001/c.vtt"
    )
    (node,) = things(whole, site_url=site, summary="What it tells.\n\nMore.")
    page = f"{site}cases/2022-001/"
    assert node == {
        "@type": "VideoObject",
        "name": "Film",
        "description": "What it tells. More.",
        "thumbnailUrl": f"{page}p.png",
        "uploadDate": "2022-11-18",
        "duration": "PT30M",
        "contentUrl": f"{page}a%20b.mp4",
        "url": f"{page}#video-1",
        "hasPart": [
            {
                "@type": "Clip",
                "name": name,
                "startOffset": start,
                "endOffset": end,
                "url": f"{page}#t={start}",
            }
            for name, start, end in (("Film", 0, 120), ("Talk", 120, 1800))
        ],
    }


def test_machines_read_where_a_video_is_embedded_from() -> None:
    (node,) = things(hosted(VideoProvider.BILIBILI), summary="")
    assert node["embedUrl"].startswith("https://player.bilibili.com/")
    assert "contentUrl" not in node
    assert "Firm" in node["description"]


@pytest.mark.parametrize(
    ("minutes", "written"), [(30, "PT30M"), (2.5, "PT2M30S"), (0.5, "PT30S"), (90, "PT90M")]
)
def test_a_length_is_written_as_iso_8601(minutes: float, written: str) -> None:
    (node,) = things(film(minutes=minutes, parts=()))
    assert node["duration"] == written


def test_a_length_that_is_not_typed_is_that_of_the_parts_or_unknown() -> None:
    measured, unknown = things(film(), film(parts=()))
    assert measured["duration"] == "PT30M"
    assert "duration" not in unknown


def test_a_case_that_does_not_show_its_videos_tells_none() -> None:
    assert things(film(), status="revoked") == []
