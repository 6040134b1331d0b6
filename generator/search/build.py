"""Build the index of a segment: documents → packs of keys → shards and their directory.

Neither step holds all documents. Packs are files, made by several processes, a few documents at a
time. Then the keys are shared out in ranges: a range is gathered from all packs, sorted, and
written. The ranges follow from the documents, not from the number of processes, so that the files
are the same on every machine. A segment says which keys of a document are marked (`segment.Mark`);
behind the packs a mark is one bit, whatever it says.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

import numpy as np

from generator.search import directory, packs, shards, store
from generator.search.cache import pack_folder
from generator.search.packs import Entries, Pack
from generator.search.segment import Mark, Segment
from generator.search.shards import Limits, Postings
from generator.search.workers import in_parts

Result = TypeVar("Result")

_RANGE: Final = 1_000_000
"""Entries in a range, about."""
_UNITS: Final = 1 << 16
_LIMITS: Final = ((2_000, Limits(2_000, 4_000)), (20_000, Limits(4_000, 8_000)))
"""Up to so many documents → size of a shard. Few documents, short postings: small shards cost a
query little and are not too many."""
_LARGEST: Final = Limits(12_000, 24_000)


class OvertakenError(Exception):
    """Nobody wants what is being written: a newer build has begun."""


def limits(count: int) -> Limits:
    """Give the size of the shards of a segment."""
    return next((found for most, found in _LIMITS if count <= most), _LARGEST)


@dataclass(frozen=True, slots=True)
class _Extraction:
    """The first step: the documents of a segment, cut into packs."""

    segment: Segment
    folder: Path
    known: Mapping[bytes, tuple[Path, int]]
    """Digests of documents → in which older pack they should be, and their number there."""

    def pack(self, part: int) -> Pack:
        """Give a pack that is there, or make it from older ones and from what is new."""
        mark = self.segment.mark
        sources = self.segment.sources[part * packs.SIZE : (part + 1) * packs.SIZE]
        digests = [source.digest() for source in sources]
        path = self.folder / packs.name_of(digests, mark)
        if found := packs.open_pack(path, mark):
            return found
        parts, missing = self._older(digests)
        new = [sources[number] for number in missing]
        names = [source.named() for source in new] if mark is Mark.NAMED else None
        parts.append(packs.extracted([source.folded() for source in new], missing, names))
        return packs.write(path, digests, packs.merged(parts), mark)

    def _older(self, digests: Sequence[bytes]) -> tuple[list[Entries], list[int]]:
        """Give what older packs hold of these documents, and the numbers of the others."""
        missing = set(range(len(digests)))
        found: list[Entries] = []
        for path in dict.fromkeys(self.known[one][0] for one in digests if one in self.known):
            if older := packs.open_pack(path, self.segment.mark):
                becomes = np.full(len(older.digests), -1)
                for number in sorted(missing):
                    if digests[number] in older.digests:
                        becomes[older.digests.index(digests[number])] = number
                        missing.discard(number)
                found.append(packs.chosen(older.between(0, _UNITS), becomes))
        return found, sorted(missing)


@dataclass(frozen=True, slots=True)
class _Writing:
    """The second step: ranges of keys into shards."""

    packs: Sequence[Pack]
    bounds: Sequence[int]
    """First units at which the ranges begin, and the end of the last."""
    count: int
    folder: Path

    def write(self, part: int) -> list[tuple[int, str]]:
        """Write the shards of a range and give their first keys and names; raises OSError."""
        found = shards.encode(self._gather(part), self.count, limits(self.count))
        return [(first, store.put(self.folder, data)) for first, data in found]

    def _gather(self, part: int) -> Postings:
        values = []
        for number, pack in enumerate(self.packs):
            entries = pack.between(self.bounds[part], self.bounds[part + 1])
            place = entries.numbers.astype(np.uint64) + np.uint64(2 * packs.SIZE * number)
            values.append(entries.keys.astype(np.uint64) << np.uint64(32) | place)
        together = np.concatenate(values)
        together.sort()
        return Postings(
            (together >> np.uint64(32)).astype(np.uint32),
            (together & np.uint64(0xFFFFFFFF)).astype(np.int64) >> 1,
            (together & np.uint64(1)).astype(np.bool_),
        )


def _bounds(found: Sequence[Pack]) -> tuple[int, ...]:
    """Give first units that part the entries into ranges of about the same size."""
    sizes = np.zeros(_UNITS, np.int64)
    for pack in found:
        starts = pack.starts.astype(np.int64)
        sizes[pack.units] += starts[1:] - starts[:-1]
    ranges = (np.cumsum(sizes) - sizes) // _RANGE
    begins = np.flatnonzero(np.diff(ranges, prepend=-1))
    return (*begins.tolist(), _UNITS)


@dataclass(frozen=True, slots=True)
class Work:
    """How segments are written."""

    cache: Path | None = None
    """Keeps the keys of documents from build to build."""
    processes: int = 1
    is_wanted: Callable[[], bool] = lambda: True
    """Asked after every pack and every range."""

    def each(self, function: Callable[[int], Result], parts: int) -> list[Result]:
        """Give `function(0)`, `function(1)`, …; raises OvertakenError when nobody wants it more."""
        found: list[Result] = []
        with closing(in_parts(function, parts, self.processes)) as done:
            for part in done:
                found.append(part)
                if not self.is_wanted():
                    raise OvertakenError
        return found


def _known(folder: Path, mark: Mark) -> dict[bytes, tuple[Path, int]]:
    paths = sorted(folder.glob(f"*{packs.ENDING}"))
    return {
        digest: (path, number)
        for path in paths
        for number, digest in enumerate(packs.digests_in(path, mark))
    }


def _clear(folder: Path, used: Sequence[Pack]) -> None:
    """Remove the packs that nobody uses any more."""
    keep = {pack.path for pack in used}
    for path in folder.iterdir():
        if path not in keep and path.suffix in {packs.ENDING, packs.UNFINISHED}:
            with suppress(OSError):  # another system keeps a file that is open
                path.unlink()


def write_segment(segment: Segment, folder: Path, work: Work) -> dict[str, str | int]:
    """Write the shards and the directory of a segment into `folder`; give its manifest entry.

    A kind has at most two segments, else the later ones drive out each other's packs. Raises
    OSError, and OvertakenError when nobody wants it any more.
    """
    try:
        return _write(segment, folder, work)
    except OSError as error:
        # Where nothing can be locked, another build may have cleared the packs away.
        if work.cache is None or not Path(error.filename or "").is_relative_to(work.cache):
            raise
        return _write(segment, folder, replace(work, cache=None))


def _write(segment: Segment, folder: Path, work: Work) -> dict[str, str | int]:
    count = len(segment.sources)
    # Not the number itself: it moves with every case, and nobody would clear the old folder.
    with pack_folder(work.cache, f"{segment.kind}-{'rest' if segment.first else 'first'}") as place:
        extraction = _Extraction(segment, place, _known(place, segment.mark))
        used = work.each(extraction.pack, -(-count // packs.SIZE))
        writing = _Writing(used, _bounds(used), count, folder)
        ranges = work.each(writing.write, len(writing.bounds) - 1) if used else ()
        entries = [entry for part in ranges for entry in part]
        _clear(place, used)
    return {
        "kind": segment.kind.value,
        "first": segment.first,
        "count": count,
        "directory": store.put(folder, directory.packed(entries)),
    }
