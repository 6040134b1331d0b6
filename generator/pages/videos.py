"""The list of all videos."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue.videos import VideoEntry
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import Link
from generator.pages.video import VideoView, video_view
from generator.strings import text


@dataclass(frozen=True, slots=True)
class VideoRow:
    """A video and its case."""

    video: VideoView
    case: Link
    row: CaseRow


@dataclass(frozen=True, slots=True)
class VideoListView:
    """One page of all videos (template videos.html)."""

    head: Head
    title: str
    rows: tuple[VideoRow, ...]
    pager: Pager | None


def video_list_parts(inputs: Inputs) -> Iterator[Part[VideoEntry]]:
    """Cut the videos into pages."""
    return parts(inputs.catalogue.videos, inputs.config.per_page, routes.VIDEOS)


def video_list_view(inputs: Inputs, part: Part[VideoEntry]) -> VideoListView:
    """Give one page of the videos; they play on the pages of their cases."""
    title = titled(text("pages.videos.title"), part.number)
    return VideoListView(
        head=head(inputs, Location(part.uri, title), text("pages.videos.lead")),
        title=title,
        rows=tuple(_video_row(inputs, entry) for entry in part.items),
        pager=part.pager,
    )


def _video_row(inputs: Inputs, entry: VideoEntry) -> VideoRow:
    case = inputs.library.cases[entry.case_id]
    link = inputs.case(case.id)
    there = Link(link.label, f"{link.uri}#{routes.VIDEO_ANCHOR}-{entry.number}")
    return VideoRow(video_view(case.path, entry.video), there, inputs.row(case))


def video_list_pages(inputs: Inputs) -> Pages:
    """Plan the list of videos."""
    for part in video_list_parts(inputs):
        title = titled(text("pages.videos.title"), part.number)
        yield PlannedPage(part.uri, "videos.html", title, partial(video_list_view, inputs, part))
