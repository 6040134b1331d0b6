"""Videos as lessons: which belong together, of what each consists, what its edition asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.videos import VideoEntry, VideoGroup
from generator.library.case import Case
from generator.library.edition import Edition, VideoPartRule
from generator.library.ids import CaseId, EditionId
from generator.pages import routes
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.term import edition_link
from generator.pages.transcripts import has_transcript
from generator.pages.values import Link, number
from generator.pages.video import VideoView, video_view
from generator.strings import text

LEARNING: Final = routes.service("learning")
DIMENSIONS: Final = (Dimension.FOCUS_AREA, Dimension.METHOD)
"""By what lessons are grouped: a view each."""
UNSTATED: Final = "unstated"
"""Slug of the group of videos whose cases name no term; no vocabulary has it."""

Groups = Mapping[str, VideoGroup]
"""The lessons of a view by the slug of their term; each once in a group, in catalogue order."""


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a lesson: a chapter of its video."""

    uri: str
    """Its second on the page of the case."""
    time: str
    title: str
    minutes: str
    rule: str
    """What the edition calls this part, where the editor calls it otherwise; else empty."""


@dataclass(frozen=True, slots=True)
class LessonView:
    """A video in a list of lessons; it plays on the page of its case."""

    key: str
    """What the script knows it by."""
    uri: str
    video: VideoView
    row: CaseRow
    year: Link
    about: str
    """Length, where it plays, whether there is a text."""
    parts: tuple[PartView, ...]
    unmarked: str
    """What the edition asks for, where nobody marked the parts of this video; else empty."""
    is_followed: bool
    """True: it plays from this site, so a script can tell how far one came."""


@dataclass(frozen=True, slots=True)
class RoundView:
    """Of what the videos of an edition consist."""

    round: Link
    said: str


def lesson_key(entry: VideoEntry) -> str:
    """Give what tells a lesson from all others, on the device too: 2022-015.1."""
    return f"{entry.case_id}.{entry.number}"


def group_uri(dimension: Dimension, slug: str) -> str:
    """Give the address of a group of lessons."""
    return LEARNING + routes.term(dimension, slug)


def group_key(dimension: Dimension, slug: str) -> str:
    """Give what the script knows a group by: methods/six-sigma."""
    return routes.term(dimension, slug).rstrip("/")


def groups_of(inputs: Inputs, dimension: Dimension) -> Groups:
    """Share the lessons out among the terms of a dimension, once: every case with a video asks."""
    if dimension not in inputs.lessons:
        catalogue = inputs.catalogue
        found = {
            slug: VideoGroup.of(videos)
            for slug, entry in inputs.entries[dimension].items()
            if (videos := catalogue.videos_of(entry))
        }
        told = {case_id for group in found.values() for case_id in group.places}
        rest = tuple(entry for entry in catalogue.videos if entry.case_id not in told)
        inputs.lessons[dimension] = {**found, UNSTATED: VideoGroup.of(rest)} if rest else found
    return inputs.lessons[dimension]


def lesson_view(inputs: Inputs, entry: VideoEntry) -> LessonView:
    """Give a video as a lesson."""
    case = inputs.library.cases[entry.case_id]
    row, video = inputs.row(case), video_view(case, entry.number, entry.video)
    rule = _rule(inputs, case)
    return LessonView(
        key=lesson_key(entry),
        uri=f"{row.uri}#{video.anchor}",
        video=video,
        row=row,
        year=inputs.year(case.front.year),
        about=_about(inputs, case, entry, video),
        parts=_parts(row, video, rule),
        unmarked=""
        if video.chapters or not rule
        else text("pages.platform.learning.unmarked", parts=_named(rule)),
        is_followed=bool(video.uri),
    )


def round_views(inputs: Inputs, entries: Iterable[VideoEntry]) -> tuple[RoundView, ...]:
    """Say of what the videos of the editions of these lessons consist, in the editions' order."""
    asked = {inputs.library.cases[case_id].edition for case_id in {one.case_id for one in entries}}
    editions = inputs.library.editions.items()
    return tuple(
        _round(inputs, edition_id, edition)
        for edition_id, edition in editions
        if edition_id in asked and edition.video
    )


def _round(inputs: Inputs, edition_id: EditionId, edition: Edition) -> RoundView:
    whole = edition.video.total_minutes if edition.video else 0
    said = text("pages.year.video", minutes=number(whole)), _named(_parts_asked(edition))
    link = edition_link(inputs, str(edition.year), edition_id, edition.title)
    return RoundView(link, text("pages.format.colon").join(part for part in said if part))


def _about(inputs: Inputs, case: Case, entry: VideoEntry, video: VideoView) -> str:
    has_text = has_transcript(inputs.library, case, entry.video)
    said = text("pages.platform.learning.has_text") if has_text else ""
    return text("pages.format.beside").join(
        part for part in (video.minutes, video.provider, said) if part
    )


def _rule(inputs: Inputs, case: Case) -> tuple[VideoPartRule, ...]:
    edition = inputs.library.editions.get(case.edition)
    return _parts_asked(edition) if edition else ()


def _parts_asked(edition: Edition) -> tuple[VideoPartRule, ...]:
    return edition.video.parts if edition.video else ()


def _named(parts: Iterable[VideoPartRule]) -> str:
    return text("pages.format.comma").join(
        text("pages.year.video_part", title=part.title, minutes=number(part.minutes))
        for part in parts
    )


def _parts(row: CaseRow, video: VideoView, rule: tuple[VideoPartRule, ...]) -> tuple[PartView, ...]:
    """Give the chapters of a video, each with the edition's name for it.

    Only a video of as many parts as the edition asks for surely has them in its order.
    """
    asked = rule if len(rule) == len(video.chapters) else ()
    return tuple(
        PartView(
            uri=f"{row.uri}#{chapter.anchor}",
            time=chapter.time,
            title=chapter.title,
            minutes=chapter.minutes,
            rule="" if part is None or part.title == chapter.title else part.title,
        )
        for chapter, part in zip_longest(video.chapters, asked)
    )


def cases_of(entries: Iterable[VideoEntry]) -> list[CaseId]:
    """Give the cases of lessons."""
    return [entry.case_id for entry in entries]
