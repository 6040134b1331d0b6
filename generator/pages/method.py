"""The page of a method: what it solves, what it is, who used it, and with what else."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.terms import TermEntry
from generator.catalogue.videos import VideoEntry
from generator.library.ids import CaseId
from generator.pages import routes
from generator.pages.chapters import length_of
from generator.pages.head import Head
from generator.pages.inputs import Inputs
from generator.pages.modified import newest_case
from generator.pages.paging import Part
from generator.pages.planned import Pages, PlannedPage
from generator.pages.term import (
    TermPart,
    defined_term,
    neighbour_group,
    page_title,
    term_head,
    term_part,
    term_parts,
)
from generator.pages.values import Link, LinkGroup, minutes, paragraphs
from generator.strings import text

MAX_VIDEOS: Final = 8
"""Videos shown; the rest stand on the pages of their cases."""


@dataclass(frozen=True, slots=True)
class VideoLine:
    """A video of a case that used the method."""

    watch: Link
    """To the video on the page of its case."""
    length: str
    """30 分钟, or empty where nobody said."""
    case: Link
    mark: str
    """演示 for a fictional case, else empty."""


@dataclass(frozen=True, slots=True)
class MethodView:
    """One page of a method (template method.html)."""

    head: Head
    term: TermPart
    problem: tuple[str, ...]
    """What it solves."""
    videos: tuple[VideoLine, ...]
    more_videos: str
    together: LinkGroup | None
    """Methods used with it, by number of cases."""


def method_view(inputs: Inputs, entry: TermEntry, part: Part[CaseId]) -> MethodView:
    """Give one page of a method."""
    is_first = part.number == 1
    videos = inputs.catalogue.videos_of(entry) if is_first else ()
    omitted = len(videos) - MAX_VIDEOS
    return MethodView(
        head=term_head(inputs, entry, part, *((defined_term(inputs, entry),) if is_first else ())),
        term=term_part(inputs, entry, part),
        problem=paragraphs(entry.term.problem) if entry.term and is_first else (),
        videos=_lines(inputs, videos[:MAX_VIDEOS]),
        more_videos=text("pages.term.more_videos", count=omitted) if omitted > 0 else "",
        together=_together(inputs, entry) if is_first else None,
    )


def _together(inputs: Inputs, entry: TermEntry) -> LinkGroup | None:
    found = inputs.catalogue.together(entry)
    return neighbour_group(inputs, found) if found.terms else None


def _lines(inputs: Inputs, videos: Iterable[VideoEntry]) -> tuple[VideoLine, ...]:
    return tuple(_line(inputs, item) for item in videos)


def _line(inputs: Inputs, item: VideoEntry) -> VideoLine:
    row = inputs.row(inputs.library.cases[item.case_id])
    there = f"{row.link.uri}#{routes.video_anchor(item.number)}"
    length = length_of(item.video)
    said = minutes(length) if length else ""
    return VideoLine(Link(item.video.title, there), said, row.link, row.mark)


def method_pages(inputs: Inputs, entry: TermEntry) -> Pages:
    """Plan the pages of a method."""
    for part in term_parts(inputs, entry):
        make = partial(method_view, inputs, entry, part)
        on = newest_case(inputs, part.items)
        title = page_title(entry, part)
        yield PlannedPage(part.uri, "method.html", title, make, modified_on=on)
