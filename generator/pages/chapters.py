"""The chapters of a video: when each begins, and the WebVTT file that tells a player."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from math import fsum
from typing import Final

from generator.library.case import Case, Video
from generator.library.lifecycle import VideoProvider
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.planned import Pages, PlannedPage
from generator.pages.verbatim import Verbatim
from generator.strings import text

_DECIMALS: Final = 6


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a video with its place in it, in whole seconds: an address names no less."""

    title: str
    start: int
    end: int
    """Where the next one begins; always after `start`."""
    minutes: float
    """Length as typed."""


def length_of(video: Video) -> float:
    """Give the minutes of a video: as typed, else those of its parts; 0 where nobody said."""
    # A sum of tenths must not show the dust of binary fractions.
    return video.minutes or round(fsum(part.minutes for part in video.parts), _DECIMALS)


def chapters_of(video: Video) -> tuple[Chapter, ...]:
    """Give the parts of a video, each beginning where the one before it ends."""
    return tuple(_chapters(video))


def _chapters(video: Video) -> Iterator[Chapter]:
    minutes, end = 0.0, 0
    for number, part in enumerate(video.parts, start=1):
        minutes += part.minutes
        # Two chapters of one second would have one address.
        start, end = end, max(round(minutes * 60), end + 1)
        title = " ".join(part.title.split()) or text("pages.video.part", number=number)
        yield Chapter(title, start, end, part.minutes)


def clock(second: int) -> str:
    """Give a moment as players show it: 02:00, 1:05:00."""
    hours, rest = divmod(second, 3600)
    short = f"{rest // 60:02}:{rest % 60:02}"
    return f"{hours}:{short}" if hours else short


def track_uri(case: Case, number: int, video: Video) -> str:
    """Give the address of a video's chapters; "" for one without, or that we do not play."""
    is_ours = video.provider is VideoProvider.FILE and routes.beside(case.path, video.file)
    return routes.video_chapters(case.id, number) if is_ours and video.parts else ""


def chapter_pages(inputs: Inputs) -> Pages:
    """Plan the chapters of every video that a page of ours plays."""
    for case in inputs.catalogue.cases:
        for number, video in enumerate(case.front.videos, start=1):
            uri = track_uri(case, number, video)
            if uri:
                yield PlannedPage(
                    uri, "verbatim.html", uri, partial(chapters_file, video), indexed=False
                )


def chapters_file(video: Video) -> Verbatim:
    """Give the chapters of a video as WebVTT (https://www.w3.org/TR/webvtt1/)."""
    cues = (
        f"{_timestamp(chapter.start)} --> {_timestamp(chapter.end)}\n{_escaped(chapter.title)}\n"
        for chapter in chapters_of(video)
    )
    return Verbatim("\n".join(("WEBVTT\n", *cues)))


def _timestamp(second: int) -> str:
    hours, rest = divmod(second, 3600)
    return f"{hours:02}:{rest // 60:02}:{rest % 60:02}.000"


def _escaped(title: str) -> str:
    # With > written as &gt; no title holds the arrow that would begin a cue.
    return title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
