"""Captions files: cues as they are said, and whatever is no cue."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.captions import Cue
from generator.reading.webvtt import MOST_CUES, read_webvtt

LONG = """\ufeffWEBVTT - made by hand
Kind: captions

STYLE
::cue { color: red }

REGION
id:fred

NOTE nothing to hear

intro
00:00:01.000 --> 00:00:02.500 align:start position:10%
First line
second <b>line</b>

00:03.000 --> 01:00:04.000
<v Speaker>Said &lt;softly&gt; <c.yellow.loud>&amp;</c> <00:00:03.500>slowly
"""


def said(text: str) -> list[str]:
    return [cue.text for cue in read_webvtt(text).cues]


def test_cues_are_read_and_all_else_is_left_out() -> None:
    read = read_webvtt(LONG)
    assert read.cues == (
        Cue(1.0, 2.5, "First line second line"),
        Cue(3.0, 3604.0, "Said <softly> & slowly"),
    )
    assert read.skipped == ()


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_every_line_end_is_one(end: str) -> None:
    assert read_webvtt(LONG.replace("\n", end)) == read_webvtt(LONG)


@pytest.mark.parametrize("head", ["", "WEBVTTX", "webvtt", " WEBVTT", "1", "\ufeff\ufeffWEBVTT"])
def test_what_has_no_header_is_none(head: str) -> None:
    read = read_webvtt(f"{head}\n\n00:00.000 --> 00:01.000\nx\n")
    assert not read.is_webvtt
    assert read.cues == ()


@pytest.mark.parametrize(
    "timing",
    [
        "00:02.000 --> 00:01.000",
        "00:01.000 --> 00:01.000",
        "00:00,000 --> 00:01,000",
        "00:60.000 --> 01:01.000",
        "0:00.000 --> 0:01.000",
        "00:00.000 -> 00:01.000",
        "00:00.000 --> 00:01.000x",
        "-->",
        "\u0660\u0660:00.000 --> 00:01.000",
        "9999:00:00.000 --> 99999:00:00.000",
    ],
)
def test_a_malformed_cue_is_skipped_and_the_next_is_read(timing: str) -> None:
    read = read_webvtt(f"WEBVTT\n\n{timing}\nbad\n\n00:05.000 --> 00:06.000\ngood\n")
    assert [cue.text for cue in read.cues] == ["good"]
    assert read.skipped == (3,)


def test_an_empty_cue_is_no_fault() -> None:
    read = read_webvtt("WEBVTT\n\n00:00.000 --> 00:01.000\n\n00:01.000 --> 00:02.000\n<i></i>\n")
    assert (read.cues, read.skipped) == ((), ())


def test_cues_stand_in_the_order_in_which_they_begin() -> None:
    assert said("WEBVTT\n\n00:05.000 --> 00:06.000\nb\n\n00:01.000 --> 00:09.000\na\n") == [
        "a",
        "b",
    ]


def test_a_cue_that_rolls_on_is_one() -> None:
    text = "WEBVTT\n\n00:00.000 --> 00:01.000\na\n\n00:01.100 --> 00:02.000\na\n"
    assert read_webvtt(text).cues == (Cue(0, 2, "a"),)
    apart = "WEBVTT\n\n00:00.000 --> 00:01.000\na\n\n00:05.000 --> 00:06.000\na\n"
    assert len(read_webvtt(apart).cues) == 2


def test_what_would_mislead_the_eye_is_taken_out() -> None:
    text = "WEBVTT\n\n00:00.000 --> 00:01.000\na\u202eb\x00c &#x202e;d\n"
    assert said(text) == ["a b c d"]


def test_how_a_sign_is_read_is_not_said_twice() -> None:
    assert said("WEBVTT\n\n00:00.000 --> 00:01.000\n<ruby>A<rt>ei</rt></ruby>B\n") == ["AB"]


def test_a_tag_that_never_ends_takes_the_rest_of_its_cue_only() -> None:
    text = "WEBVTT\n\n00:00.000 --> 00:01.000\na <b\nc\n\n00:01.000 --> 00:02.000\nd\n"
    assert said(text) == ["a", "d"]


def test_a_file_holds_no_more_than_can_be_said() -> None:
    cues = "".join(
        f"\n{at // 60:02}:{at % 60:02}.000 --> 90:00:00.000\n{turn}{at}\n"
        for turn in "ab"
        for at in range(3600)
    )
    read = read_webvtt(f"WEBVTT\n{cues}")
    assert len(read.cues) == MOST_CUES
    assert len(read.skipped) == 7200 - MOST_CUES


@given(
    st.lists(
        st.sampled_from(["WEBVTT", "", "00:00.000 --> 00:01.000", "-->", "<", "&", "NOTE", "x"])
    )
)
def test_nothing_that_a_file_says_stops_the_reading(lines: list[str]) -> None:
    read = read_webvtt("\n".join(lines))
    assert all(cue.text and cue.start < cue.end for cue in read.cues)
    assert all(one.start <= other.start for one, other in pairwise(read.cues))
