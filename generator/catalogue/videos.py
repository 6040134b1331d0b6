"""The videos of all listed cases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

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


@dataclass(frozen=True, slots=True)
class VideoGroup:
    """Videos that belong together, and where those of each case begin among them."""

    entries: tuple[VideoEntry, ...]
    places: Mapping[CaseId, int]

    @classmethod
    def of(cls, entries: tuple[VideoEntry, ...]) -> "VideoGroup":
        """Note the places, so that what follows a case is found in any group in the same time."""
        places: dict[CaseId, int] = {}
        for place, entry in enumerate(entries):
            places.setdefault(entry.case_id, place)
        return cls(entries, MappingProxyType(places))

    def following(self, case_id: CaseId) -> Iterator[VideoEntry]:
        """Yield all videos, beginning with those of a case; from the first, after the last."""
        here, count = self.places.get(case_id, 0), len(self.entries)
        for step in range(count):
            yield self.entries[(here + step) % count]
