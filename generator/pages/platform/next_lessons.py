"""What to watch and read after a video: on the page of its case."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.videos import VideoEntry
from generator.library.case import Case
from generator.pages import routes
from generator.pages.chapters import length_of
from generator.pages.inputs import Inputs
from generator.pages.platform.lessons import LEARNING, groups_of, lesson_key
from generator.pages.related import RelatedView
from generator.pages.values import Link, minutes
from generator.pages.video import VideoView
from generator.strings import text

_MOST: Final = 4
"""Lessons offered next, at most."""
_READ: Final = 2
"""Related cases named beside them; the page lists all of them further down."""


@dataclass(frozen=True, slots=True)
class NextLesson:
    """A video to watch next."""

    key: str
    link: Link
    enterprise: str
    about: str
    """Why, and how long."""
    mark: str
    """演示, or empty."""


@dataclass(frozen=True, slots=True)
class CaseLearning:
    """Learning on the page of a case with a video."""

    is_followed: bool
    """True: one of its videos plays from this site, so the page loads the script."""
    course: str
    """Uri of the list of all lessons."""
    next: tuple[NextLesson, ...]
    related: tuple[RelatedView, ...]
    """The best of the related cases, each with its reason."""


def case_learning(
    inputs: Inputs, case: Case, videos: tuple[VideoView, ...], related: tuple[RelatedView, ...]
) -> CaseLearning | None:
    """Give what comes after the videos of a case; None where it has none."""
    if not videos:
        return None
    return CaseLearning(
        is_followed=any(video.uri for video in videos),
        course=LEARNING,
        next=tuple(next_lessons(inputs, case)),
        related=related[:_READ],
    )


def next_lessons(inputs: Inputs, case: Case) -> Iterator[NextLesson]:
    """Yield the lessons that follow: of the same methods first, then of the same focus areas.

    Of each group those that come after this case in the catalogue, then those from its beginning.
    """
    seen = {case.id}
    terms = [(Dimension.METHOD, slug) for slug in case.methods]
    terms += [(Dimension.FOCUS_AREA, slug) for slug in case.fields]
    left = _MOST
    for dimension, slug in terms:
        group = groups_of(inputs, dimension).get(slug)
        for entry in group.following(case.id) if group else ():
            if not left:
                return
            if entry.case_id not in seen:
                seen.add(entry.case_id)
                left -= 1
                yield _next(inputs, entry, dimension, slug)


def _next(inputs: Inputs, entry: VideoEntry, dimension: Dimension, slug: str) -> NextLesson:
    case = inputs.library.cases[entry.case_id]
    row, length = inputs.row(case), length_of(entry.video)
    reason = text(f"pages.reason.{dimension}", names=inputs.term(dimension, slug).label)
    return NextLesson(
        key=lesson_key(entry),
        link=Link(entry.video.title, f"{row.uri}#{routes.video_anchor(entry.number)}"),
        enterprise=row.enterprise.label,
        about=text("pages.format.beside").join((reason, *([minutes(length)] if length else ()))),
        mark=row.mark,
    )
