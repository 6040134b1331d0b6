"""Chapters: when each begins, and the WebVTT file that says so."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.case import Video, VideoPart
from generator.library.ids import CaseId
from generator.library.lifecycle import Status, VideoProvider
from generator.pages.chapters import chapters_file, chapters_of, clock, length_of, track_uri
from generator.strings import text
from tests.pages import toy
from tests.pages.rendering import render

CUE = re.compile(r"(\d\d+:\d\d:\d\d\.000) --> (\d\d+:\d\d:\d\d\.000)\n([^\n]+)\n")


def video(*parts: tuple[str, float], provider: VideoProvider = VideoProvider.FILE) -> Video:
    made = tuple(VideoPart(title=title, minutes=minutes) for title, minutes in parts)
    return Video(title="Film", provider=provider, file="2022-001/film.mp4", id="BV1", parts=made)


def test_each_chapter_begins_where_the_one_before_ends() -> None:
    chapters = chapters_of(video(("Film", 2), ("Talk", 28), ("End", 1)))
    assert [(c.title, c.start, c.end, c.minutes) for c in chapters] == [
        ("Film", 0, 120, 2),
        ("Talk", 120, 1800, 28),
        ("End", 1800, 1860, 1),
    ]
    assert chapters_of(video()) == ()


def test_fractions_of_a_minute_add_up_before_they_are_rounded() -> None:
    chapters = chapters_of(video(*(("x", 0.1),) * 10, ("y", 2.508)))
    assert [c.start for c in chapters] == [0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60]
    assert chapters[-1].end == 210  # 3.508 minutes are 210.48 seconds


def test_chapters_shorter_than_a_second_still_have_their_own_addresses() -> None:
    starts = [c.start for c in chapters_of(video(*(("x", 0.001),) * 4))]
    assert starts == [0, 1, 2, 3]


def test_a_part_without_a_title_is_counted() -> None:
    titles = [c.title for c in chapters_of(video(("A", 1), (" \n ", 1), ("two\nlines", 1)))]
    assert titles == ["A", text("pages.video.part", number=2), "two lines"]


def test_a_video_is_as_long_as_typed_or_else_as_its_parts() -> None:
    parts = video(("A", 0.1), ("B", 0.2), ("C", 2.5))
    assert length_of(parts) == 2.8
    assert length_of(parts.model_copy(update={"minutes": 30})) == 30
    assert length_of(video()) == 0


@pytest.mark.parametrize(
    ("second", "shown"),
    [(0, "00:00"), (59, "00:59"), (120, "02:00"), (3599, "59:59"), (3900, "1:05:00")],
)
def test_a_moment_is_shown_as_players_show_it(second: int, shown: str) -> None:
    assert clock(second) == shown


def test_the_file_is_webvtt() -> None:
    written = chapters_file(video(("Film", 2.5), ("Talk", 70))).content
    assert written == (
        "WEBVTT\n\n00:00:00.000 --> 00:02:30.000\nFilm\n\n00:02:30.000 --> 01:12:30.000\nTalk\n"
    )


def test_no_title_can_become_a_cue_or_markup() -> None:
    hostile = "a & b <c>x</c>\n\n00:00:00.000 --> 00:00:09.000\nmore"
    written = chapters_file(video((hostile, 1))).content
    assert written.count("-->") == 1
    assert "a &amp; b &lt;c&gt;x&lt;/c&gt; 00:00:00.000 --&gt; 00:00:09.000 more\n" in written


@given(
    st.lists(
        st.tuples(st.text(), st.floats(min_value=0.0001, max_value=600)), min_size=1, max_size=8
    )
)
def test_whatever_is_typed_there_is_one_cue_a_part_in_order(
    parts: list[tuple[str, float]],
) -> None:
    film = video(*parts)
    written = chapters_file(film).content
    cues = CUE.findall(written)
    assert "WEBVTT\n\n" + "\n".join(f"{a} --> {b}\n{title}\n" for a, b, title in cues) == written
    assert len(cues) == len(parts)
    chapters = chapters_of(film)
    assert all(c.start < c.end for c in chapters)
    assert [c.end for c in chapters[:-1]] == [c.start for c in chapters[1:]]


def test_only_a_video_that_we_play_has_its_chapters_published() -> None:
    case = toy.case("2022-001")
    film = video(("Film", 2))
    assert track_uri(case, 2, film) == "cases/2022-001/video-2-chapters.vtt"
    assert track_uri(case, 1, video()) == ""
    assert track_uri(case, 1, video(("Film", 2), provider=VideoProvider.BILIBILI)) == ""
    elsewhere = film.model_copy(update={"file": "https://example.org/film.mp4"})
    assert track_uri(case, 1, elsewhere) == ""


def test_the_files_of_listed_cases_are_planned_and_not_indexed() -> None:
    pages = toy.planned(site_url="https://example.org/")
    files = {uri: page for uri, page in pages.items() if uri.endswith(".vtt")}
    assert set(files) == {"cases/2022-001/video-1-chapters.vtt"}
    (page,) = files.values()
    assert not page.indexed
    assert render(page).startswith("WEBVTT\n\n00:00:00.000 --> 00:02:30.000\nPart\n")
    assert ".vtt" not in render(pages["sitemap.xml"])


def test_a_revoked_case_publishes_no_chapters() -> None:
    held = toy.library()
    gone = held.cases[CaseId("2022-009")]
    assert gone.front.status is Status.REVOKED
    films = gone.front.model_copy(update={"videos": (video(("Film", 2)),)})
    cases = {**held.cases, gone.id: replace(gone, front=films)}
    pages = toy.planned(replace(held, cases=cases))
    assert f"cases/{gone.id}/video-1-chapters.vtt" not in pages
