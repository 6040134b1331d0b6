"""A video of a case: as a reader sees it, and as machines read it."""

from dataclasses import dataclass, replace
from typing import Final

from generator.library.case import Case, Video
from generator.library.lifecycle import VideoProvider
from generator.pages import routes
from generator.pages.chapters import Chapter, chapters_of, clock, length_of, track_uri
from generator.pages.head import addresses_of
from generator.pages.inputs import Inputs, summary_line
from generator.pages.providers import (
    PROVIDERS,
    player_address,
    player_at,
    watch_address,
    watch_at,
)
from generator.pages.structured import Addresses, Thing, thing
from generator.pages.transcripts import TranscriptView, transcript_view
from generator.pages.values import day, host_of, minutes, number
from generator.strings import labels, text

_STAFF: Final = 1000
"""Units of the staff that shows how long the chapters are."""


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter: where it begins, and where it plays without a script."""

    anchor: str
    start: int
    """Seconds."""
    time: str
    title: str
    minutes: str
    uri: str
    """The file inside the site from there on, or empty."""
    url: str
    """The provider's page from there on, or empty."""
    x: str
    """Its band of the staff, in thousandths of the whole."""
    width: str


@dataclass(frozen=True, slots=True)
class FrameView:
    """The player of another host: a script loads it after a click that names the host."""

    url: str
    at: str
    """What is added, before the second, to begin there; empty: it always begins at the start."""
    warning: str
    """What the click will do."""
    button: str


@dataclass(frozen=True, slots=True)
class VideoView:
    """A video: played from this site, framed after a click, or a link to where it is."""

    number: int
    """Position among the case's videos, from 1."""
    anchor: str
    title: str
    minutes: str
    """Whole length, or empty."""
    chapters: tuple[ChapterView, ...]
    uri: str
    """The file inside the site, or empty."""
    captions: str
    track: str
    """The chapters as WebVTT, or empty."""
    poster: str
    url: str
    """http(s) address elsewhere, or empty."""
    watch: str
    """Words of the link to it."""
    note: str
    """Where the chapters lead when it is not this site, or empty."""
    frame: FrameView | None
    provider: str
    """Its name; of a file on another host that host."""
    host: str
    published_on: str
    transcript: TranscriptView | None = None
    """What is said, on the page of its case."""


def video_views(case: Case) -> tuple[VideoView, ...]:
    """Give the videos of a case, in order."""
    return tuple(
        video_view(case, place, video) for place, video in enumerate(case.front.videos, start=1)
    )


def told_videos(inputs: Inputs, case: Case) -> tuple[VideoView, ...]:
    """Give the videos of a case with all that is said in them."""
    return tuple(
        replace(view, transcript=transcript_view(inputs.library, case, video, view.uri, view.url))
        for view, video in zip(video_views(case), case.front.videos, strict=True)
    )


def video_view(case: Case, place: int, video: Video) -> VideoView:
    """Give the video that stands at `place` (from 1) in a case."""
    inside, url = _place(case, video)
    length = length_of(video)
    chapters = _chapters(place, video, inside, url)
    host = host_of(url)
    is_hosted = video.provider in PROVIDERS
    name = host if url and not is_hosted else labels("provider")[video.provider]
    return VideoView(
        number=place,
        anchor=routes.video_anchor(place),
        title=video.title,
        minutes=minutes(length) if length else "",
        chapters=chapters,
        uri=inside,
        captions=_beside(case.path, video.captions),
        track=track_uri(case, place, video),
        poster=_beside(case.path, video.poster),
        url=url,
        watch=text("pages.video.watch", provider=name) if is_hosted else text("pages.video.file"),
        note=_note(chapters, name),
        frame=_frame(video, name),
        provider=name,
        host=host,
        published_on=day(video.published_on),
    )


def video_things(inputs: Inputs, case: Case) -> tuple[Thing, ...]:
    """Give the videos of a case to machines; none of a case that does not show them."""
    if not case.is_listed or not case.front.videos:
        return ()
    addresses = addresses_of(inputs, routes.case(case.id))
    return tuple(
        _thing(addresses, case, place, video)
        for place, video in enumerate(case.front.videos, start=1)
    )


def _chapters(place: int, video: Video, uri: str, url: str) -> tuple[ChapterView, ...]:
    chapters = chapters_of(video)
    return tuple(
        ChapterView(
            anchor=routes.moment(place, chapter.start),
            start=chapter.start,
            time=clock(chapter.start),
            title=chapter.title,
            minutes=minutes(chapter.minutes),
            uri=watch_at(video, uri, chapter.start),
            url=watch_at(video, url, chapter.start),
            x=_share(chapter.start, chapters[-1].end),
            width=_share(chapter.end - chapter.start, chapters[-1].end),
        )
        for chapter in chapters
    )


def _place(case: Case, video: Video) -> tuple[str, str]:
    """Give where a video is: the file inside the site, or the address elsewhere; one is empty."""
    inside = _beside(case.path, video.file) if video.provider is VideoProvider.FILE else ""
    return inside, "" if inside else watch_address(video)


def _share(seconds: int, whole: int) -> str:
    return number(round(seconds * _STAFF / whole, 1))


def _beside(path: str, target: str) -> str:
    inside = routes.beside(path, target)
    return routes.encoded(inside) if inside else ""


def _note(chapters: tuple[ChapterView, ...], place: str) -> str:
    leaves = any(chapter.url for chapter in chapters)
    return text("pages.video.leaving", place=place) if leaves else ""


def _frame(video: Video, name: str) -> FrameView | None:
    url = player_address(video)
    if not url:
        return None
    host = host_of(url)
    return FrameView(
        url=url,
        at=player_at(video),
        warning=text("pages.video.warning", provider=name, host=host),
        button=text("pages.video.connect", host=host),
    )


def _thing(addresses: Addresses, case: Case, place: int, video: Video) -> Thing:
    chapters = chapters_of(video)
    inside, url = _place(case, video)
    is_file = video.provider is VideoProvider.FILE
    poster = _beside(case.path, video.poster)
    return thing(
        "VideoObject",
        name=video.title,
        description=summary_line(case) or _called(case),
        thumbnailUrl=addresses.to(poster) if poster else "",
        uploadDate=day(video.published_on),
        duration=_duration(round(length_of(video) * 60)),
        contentUrl=addresses.to(inside) if inside else url if is_file else "",
        embedUrl=player_address(video),
        url=f"{addresses.here}#{routes.video_anchor(place)}",
        hasPart=[_clip(addresses, place, chapter) for chapter in chapters],
    )


def _clip(addresses: Addresses, place: int, chapter: Chapter) -> Thing:
    return thing(
        "Clip",
        name=chapter.title,
        startOffset=chapter.start,
        endOffset=chapter.end,
        url=f"{addresses.here}#{routes.moment(place, chapter.start)}",
    )


def _called(case: Case) -> str:
    title = case.front.title or text("pages.case.no_title")
    return text("pages.video.of", enterprise=case.front.enterprise, title=title)


def _duration(seconds: int) -> str:
    """Give a length as ISO 8601 writes it: PT30M, PT2M30S; "" for none."""
    whole, rest = divmod(seconds, 60)
    written = (f"{whole}M" if whole else "") + (f"{rest}S" if rest else "")
    return f"PT{written}" if written else ""
