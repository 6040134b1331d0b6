"""The videos of all listed cases."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.library.case import Case, Video
from generator.library.ids import CaseId


@dataclass(frozen=True, slots=True)
class VideoEntry:
    """A video and the case that it tells."""

    case_id: CaseId
    number: int
    """Position among the case's videos, from 1."""
    video: Video


def videos_of(cases: Iterable[Case]) -> tuple[VideoEntry, ...]:
    """List every video, in the order of the cases."""
    return tuple(
        VideoEntry(case.id, number, video)
        for case in cases
        for number, video in enumerate(case.front.videos, start=1)
    )
