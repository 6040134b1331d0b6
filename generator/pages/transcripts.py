"""What is said in a video, as a text beside it: chapters, paragraphs, and when each begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.library.addresses import source_target
from generator.library.captions import Cue
from generator.library.case import Case, Video
from generator.library.library import Library
from generator.pages.chapters import Chapter, chapters_of, clock
from generator.pages.providers import watch_at
from generator.pages.values import number

_PAUSE: Final = 2.0
"""Seconds of silence that end a paragraph."""
_ENOUGH: Final = 90
"""Characters after which a paragraph ends with a sentence."""
_MOST: Final = 180
"""Characters after which it ends in any case: many captions have no full stop at all."""
_STOPS: Final = ("\u3002", "\uff01", "\uff1f", "\u2026", ".", "!", "?")
_CENTISECONDS: Final = 2


@dataclass(frozen=True, slots=True)
class CueView:
    """What is said at once."""

    start: str
    """Seconds."""
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """What is said without a pause."""

    time: str
    uri: str
    """The file inside the site from there on, or empty."""
    url: str
    """The provider's page from there on, or empty."""
    cues: tuple[CueView, ...]


@dataclass(frozen=True, slots=True)
class SpokenChapter:
    """What is said in a chapter."""

    title: str
    """Empty where the video has no chapters."""
    paragraphs: tuple[ParagraphView, ...]


@dataclass(frozen=True, slots=True)
class TranscriptView:
    """All that is said in a video."""

    chapters: tuple[SpokenChapter, ...]


def transcript_view(
    library: Library, case: Case, video: Video, uri: str, url: str
) -> TranscriptView | None:
    """Give the text of a video that plays at `uri` or `url`; None where nobody wrote it down."""
    target = source_target(case.path, video.captions) if video.captions else None
    captions = library.captions.get(target[0]) if target else None
    cues = captions.load() if captions else ()
    if not cues:
        return None
    spoken = (
        SpokenChapter(
            title,
            tuple(_paragraph(video, uri, url, part) for part in paragraphs_of(said)),
        )
        for title, said in by_chapter(cues, chapters_of(video))
    )
    return TranscriptView(tuple(spoken))


def has_transcript(library: Library, case: Case, video: Video) -> bool:
    """Tell whether the page of a case shows what is said in its video."""
    target = source_target(case.path, video.captions) if video.captions else None
    return target is not None and target[0] in library.captions


def by_chapter(
    cues: Sequence[Cue], chapters: Sequence[Chapter]
) -> Iterator[tuple[str, Sequence[Cue]]]:
    """Share cues out among the chapters in which they begin; a chapter without any is left out."""
    if not chapters:
        yield "", cues
        return
    ends = [chapter.start for chapter in chapters[1:]]
    for chapter, end in zip(chapters, [*ends, None], strict=True):
        said = [
            cue for cue in cues if cue.start >= chapter.start and (end is None or cue.start < end)
        ]
        if said:
            yield chapter.title, said


def paragraphs_of(cues: Sequence[Cue]) -> Iterator[Sequence[Cue]]:
    """Cut cues into paragraphs: at a pause, after enough sentences, or where it gets too long."""
    held: list[Cue] = []
    length = 0
    for cue in cues:
        if held and _ends(held[-1], length, cue):
            yield held
            held, length = [], 0
        held.append(cue)
        length += len(cue.text)
    if held:
        yield held


def _ends(last: Cue, length: int, following: Cue) -> bool:
    is_full = length >= _ENOUGH and last.text.endswith(_STOPS)
    return is_full or length >= _MOST or following.start - last.end > _PAUSE


def _paragraph(video: Video, uri: str, url: str, cues: Sequence[Cue]) -> ParagraphView:
    second = int(cues[0].start)
    return ParagraphView(
        time=clock(second),
        uri=watch_at(video, uri, second),
        url=watch_at(video, url, second),
        cues=tuple(CueView(number(round(cue.start, _CENTISECONDS)), cue.text) for cue in cues),
    )
