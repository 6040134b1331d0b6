"""What is said in a video: chapters, paragraphs, and times that lead into the video."""

from dataclasses import replace

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from generator.library.captions import Captions, Cue
from generator.library.case import Case, Video, VideoPart
from generator.library.lifecycle import VideoProvider
from generator.pages.chapters import chapters_of
from generator.pages.transcripts import (
    TranscriptView,
    by_chapter,
    has_transcript,
    paragraphs_of,
    transcript_view,
)
from generator.pages.video import told_videos
from tests.pages import toy
from tests.pages.rendering import render

PARTS = (VideoPart(title="Film", minutes=2), VideoPart(title="Talk", minutes=28))
FILE = "cases/2022/2022-001/said.vtt"


def film(**values: object) -> Video:
    known: dict[str, object] = {
        "title": "Film",
        "provider": VideoProvider.FILE,
        "file": "2022-001/film.mp4",
        "captions": "2022-001/said.vtt",
        "parts": PARTS,
    }
    return Video.model_validate({**known, **values})


def told(*cues: Cue, video: Video | None = None, uri: str = "f.mp4") -> TranscriptView | None:
    library = replace(toy.library(), captions={FILE: Captions(b"", lambda: cues)})
    return transcript_view(library, toy.case("2022-001"), video or film(), uri, "")


def spoken(count: int, text: str, pause: float = 0) -> list[Cue]:
    return [Cue(at * (1 + pause), at * (1 + pause) + 1, text) for at in range(count)]


def test_cues_stand_in_the_chapter_in_which_they_begin() -> None:
    cues = (Cue(0, 2, "a"), Cue(119.9, 121, "b"), Cue(120, 122, "c"), Cue(5000, 5001, "d"))
    shared = list(by_chapter(cues, chapters_of(film())))
    assert [(title, [cue.text for cue in said]) for title, said in shared] == [
        ("Film", ["a", "b"]),
        ("Talk", ["c", "d"]),
    ]


def test_a_chapter_in_which_nobody_speaks_is_left_out() -> None:
    shared = list(by_chapter((Cue(200, 201, "x"),), chapters_of(film())))
    assert [title for title, _ in shared] == ["Talk"]


def test_a_video_without_chapters_is_one_text() -> None:
    view = told(*spoken(2, "x"), video=film(parts=()))
    assert view is not None
    assert [(part.title, len(part.paragraphs)) for part in view.chapters] == [("", 1)]


def test_a_pause_ends_a_paragraph() -> None:
    assert [len(part) for part in paragraphs_of(spoken(3, "x", pause=2.5))] == [1, 1, 1]
    assert [len(part) for part in paragraphs_of(spoken(3, "x", pause=1.5))] == [3]


def test_after_enough_a_sentence_ends_a_paragraph_and_a_long_one_ends_anyhow() -> None:
    assert [len(part) for part in paragraphs_of(spoken(6, "x" * 29 + "."))] == [3, 3]
    assert [len(part) for part in paragraphs_of(spoken(12, "x" * 30))] == [6, 6]


@given(st.lists(st.tuples(st.floats(0, 3600), st.floats(0.1, 9), st.text(min_size=1, max_size=99))))
def test_nothing_that_is_said_is_lost_or_moved(said: list[tuple[float, float, str]]) -> None:
    cues = tuple(
        sorted((Cue(at, at + long, text) for at, long, text in said), key=lambda c: c.start)
    )
    shared = by_chapter(cues, chapters_of(film()))
    shown = [cue for _, part in shared for lines in paragraphs_of(part) for cue in lines]
    assert shown == list(cues)


def test_times_lead_into_the_video() -> None:
    view = told(Cue(61.25, 62, "x"))
    assert view is not None
    (paragraph,) = view.chapters[0].paragraphs
    assert (paragraph.time, paragraph.uri, paragraph.url) == ("01:01", "f.mp4#t=61", "")
    assert [(cue.start, cue.text) for cue in paragraph.cues] == [("61.25", "x")]


def test_times_of_a_hosted_video_lead_to_its_host() -> None:
    video = film(provider=VideoProvider.BILIBILI, id="BV1xx")
    library = replace(toy.library(), captions={FILE: Captions(b"", lambda: (Cue(61, 62, "x"),))})
    case = toy.case("2022-001", videos=(video,))
    (view,) = told_videos(replace(toy.inputs(), library=library), case)
    assert view.transcript is not None
    (paragraph,) = view.transcript.chapters[0].paragraphs
    assert paragraph.url == "https://www.bilibili.com/video/BV1xx?t=61"


def test_captions_of_which_nothing_can_be_read_give_no_text() -> None:
    assert told() is None
    library, case = toy.library(), toy.case("2022-001")
    for captions in ("", "2022-001/other.vtt", "https://example.org/x.vtt", "../../../x.vtt"):
        video = film(captions=captions)
        assert transcript_view(library, case, video, "f.mp4", "") is None
        assert not has_transcript(library, case, video)
    assert has_transcript(library, case, film(captions="2022-001/film.vtt"))


def page(case: Case | None = None) -> str:
    held = toy.library()
    if case:
        held = replace(held, cases={case.id: case}, notices={})
    return render(toy.planned(held)["cases/2022-001/"])


def test_the_page_shows_what_is_said_without_a_script() -> None:
    tree = html5lib.parse(page(), namespaceHTMLElements=False)
    (box,) = (node for node in tree.iter("div") if node.get("class") == "cues")
    lines = [" ".join("".join(node.itertext()).split()) for node in box.iter("p")]
    assert lines == ["00:00 Said and more", "02:50 at the end"]
    assert [node.get("href") for node in box.iter("a")] == [
        "../../cases/2022-001/film%201.mp4#t=0",
        "../../cases/2022-001/film%201.mp4#t=170",
    ]
    assert [node.get("data-from") for node in box.iter("span")] == ["0", "2", "170"]


def test_a_page_without_captions_has_no_text_beside_its_video() -> None:
    shown = page(toy.case("2022-001", videos=(film(captions=""),)))
    assert 'data-video="1"' in shown
    assert "transcript" not in shown
