"""The list of all videos."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue.videos import VideoEntry
from generator.pages import routes
from generator.pages.head import Head, addresses_of, head
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.modified import newest_case
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location, Thing, thing
from generator.pages.video import VideoView, video_view
from generator.strings import text


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """A chapter in the list of videos."""

    uri: str
    """Its second on the page of the case."""
    time: str
    title: str
    minutes: str


@dataclass(frozen=True, slots=True)
class VideoRow:
    """A video and its case, on whose page it plays."""

    uri: str
    """Its place on the page of the case."""
    video: VideoView
    chapters: tuple[ChapterRow, ...]
    row: CaseRow


@dataclass(frozen=True, slots=True)
class VideoListView:
    """One page of all videos (template videos.html)."""

    head: Head
    title: str
    holds: str
    """How many videos and chapters there are."""
    rows: tuple[VideoRow, ...]
    pager: Pager | None
    course: str
    """Uri of the same videos as lessons."""


def video_list_parts(inputs: Inputs) -> Iterator[Part[VideoEntry]]:
    """Cut the videos into pages."""
    return parts(inputs.catalogue.videos, inputs.config.per_page, routes.VIDEOS)


def video_list_view(inputs: Inputs, part: Part[VideoEntry], holds: str) -> VideoListView:
    """Give one page of the videos; they play on the pages of their cases."""
    title = titled(text("pages.videos.title"), part.number)
    rows = tuple(_video_row(inputs, entry) for entry in part.items)
    return VideoListView(
        head=head(
            inputs, Location(part.uri, title), text("pages.videos.lead"), *_list(inputs, part, rows)
        ),
        title=title,
        holds=holds,
        rows=rows,
        pager=part.pager,
        course=routes.service("learning"),
    )


def video_list_pages(inputs: Inputs) -> Pages:
    """Plan the list of videos."""
    holds = videos_held(inputs)
    for part in video_list_parts(inputs):
        title = titled(text("pages.videos.title"), part.number)
        make = partial(video_list_view, inputs, part, holds)
        on = newest_case(inputs, [entry.case_id for entry in part.items])
        yield PlannedPage(part.uri, "videos.html", title, make, modified_on=on)


def _video_row(inputs: Inputs, entry: VideoEntry) -> VideoRow:
    case = inputs.library.cases[entry.case_id]
    row, video = inputs.row(case), video_view(case, entry.number, entry.video)
    chapters = tuple(
        ChapterRow(f"{row.uri}#{chapter.anchor}", chapter.time, chapter.title, chapter.minutes)
        for chapter in video.chapters
    )
    return VideoRow(f"{row.uri}#{video.anchor}", video, chapters, row)


def videos_held(inputs: Inputs) -> str:
    """Say how many videos and chapters there are, for every page of the list; "" for none."""
    videos = inputs.catalogue.videos
    if not videos:
        return ""
    chapters = sum(len(entry.video.parts) for entry in videos)
    return text("pages.videos.holds", count=len(videos), chapters=chapters)


def _list(inputs: Inputs, part: Part[VideoEntry], rows: tuple[VideoRow, ...]) -> tuple[Thing, ...]:
    """Give the videos of a page to machines: where each is told of in full."""
    addresses = addresses_of(inputs, part.uri)
    first = (part.number - 1) * inputs.config.per_page + 1
    entries = [
        thing(
            "ListItem",
            position=place,
            name=item.video.title,
            url=addresses.to(item.uri),
        )
        for place, item in enumerate(rows, start=first)
    ]
    return (thing("ItemList", itemListElement=entries),) if entries else ()
