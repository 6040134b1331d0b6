"""Build the index of a segment: documents → packs of keys → shards and their directory.

Neither step holds all documents. Packs are files, made by several processes, a few documents at a
time (`extraction.py`). Then a range of keys is gathered from all packs, sorted, and written. Where
ranges begin is fixed, so an edit moves none of them and the files are the same on every machine.

Where a shard begins and which keys follow decides what it holds. So of a segment that was written
before, and in which as many documents stand in the same packs, only those shards are made anew
near which a key changed (`patching.py`). A segment says which keys of a document are marked
(`segment.Mark`); behind the packs a mark is one bit, whatever it says.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar, cast

import numpy as np

from generator.pools import each
from generator.search import directory, store
from generator.search.background import OvertakenError
from generator.search.cache import Cache, KeptSegment, KeptShard, passing
from generator.search.extraction import Extraction
from generator.search.flow import prepare
from generator.search.gathering import Gathering, Scale, Span, scale_of
from generator.search.keys import Keys
from generator.search.packs import DamagedPackError, Pack, open_pack
from generator.search.patching import Old, Patching, written
from generator.search.segment import Segment
from generator.search.shards import encode
from generator.search.store import Shelf

Item = TypeVar("Item")
Result = TypeVar("Result")

_MUCH: Final = 200
"""Documents whose keys one process extracts in less time than it takes to start others."""
_TOGETHER: Final = 4
"""Ranges that are gathered in one go through the packs."""
_MANY: Final = 5
"""More than one in so many shards changed: all are made, which several processes can do."""
_TRIES: Final = 3
"""So often a pack may prove damaged; then the cache is left alone."""


@dataclass(frozen=True, slots=True)
class Work:
    """How segments are written."""

    cache: Cache | None = None
    """Keeps the keys of documents from build to build."""
    processes: int = 1
    is_wanted: Callable[[], bool] = lambda: True
    """Asked after every pack and every range."""

    def each(
        self, function: Callable[[Item], Result], items: Sequence[Item], *, is_much: bool = True
    ) -> list[Result]:
        """Give `function(item)` of each item; raises OvertakenError when nobody wants it more."""
        found: list[Result] = []
        # Only forks: what is sent to them, a catalogue, would cost another process too much.
        parts = each(
            function, items, processes=self.processes, is_much=lambda cost: is_much and cost == 1
        )
        with closing(cast("Generator[Result, None, None]", parts)) as done:
            for part in done:
                found.append(part)
                if not self.is_wanted():
                    raise OvertakenError
        return found


def make_packs(segments: Sequence[Segment], work: Work, beside: Callable[[], Result]) -> Result:
    """Make the packs of segments that are not there and, beside them, something else; give that.

    A pack that cannot be made is left to `write_segment`. All in one go: the processes start once
    and none waits for the last pack of a segment, nor for what is made beside. Raises what `beside`
    raises, and OvertakenError when nobody wants it any more.
    """
    assert work.cache is not None, "what is made needs a place"
    jobs: list[Callable[[], object]] = [beside]
    unknown = 0
    with suppress(OSError):
        for segment in segments:
            extraction = Extraction.of(segment, work.cache.packs).with_known()
            jobs += (partial(_packed, extraction, part) for part in extraction.missing)
            unknown += sum(map(extraction.unknown, extraction.missing))
    if unknown > _MUCH:
        prepare()  # once, and not in every process
    found, *_ = work.each(_done, jobs, is_much=unknown > _MUCH)
    return cast("Result", found)


def _done(job: Callable[[], object]) -> object:
    return job()


def _packed(extraction: Extraction, part: int) -> None:
    with suppress(OSError, DamagedPackError):
        extraction.pack(part)


def write_segment(
    segment: Segment, shelf: Shelf, work: Work, old: KeptSegment | None = None
) -> KeptSegment:
    """Write the shards and the directory of a segment that has documents; give what is kept of it.

    `old` is how it was written before. Raises OSError, and OvertakenError when nobody wants it any
    more.
    """
    for _ in range(_TRIES):
        if work.cache is None:
            break
        try:
            return _write(segment, shelf, work, old)
        except DamagedPackError as error:
            with suppress(OSError):
                Path(error.args[0]).unlink()
        except OSError as error:
            # Where nothing can be locked, another build may have cleared the packs away.
            if not Path(error.filename or "").is_relative_to(work.cache.folder):
                raise
            break
    with passing() as cache:
        return _write(segment, shelf, replace(work, cache=cache), None)


def _write(segment: Segment, shelf: Shelf, work: Work, old: KeptSegment | None) -> KeptSegment:
    assert work.cache is not None, "write_segment gives one"
    used = _packs(segment, work.cache.packs, work)
    scale = scale_of(len(segment.digests))
    found = _Found(Gathering(used), scale, shelf, len(segment.digests))
    shards = found.patched(old, work.cache.packs) if old else None
    if shards is None:
        spans = found.gathering.ranges(scale)
        parts = [spans[at : at + _TOGETHER] for at in range(0, len(spans), _TOGETHER)]
        shards = [shard for part in work.each(found.write, parts) for shard in part]
    entries = [(shard.first, shard.name) for shard in shards]
    return KeptSegment(
        key=segment.key(),
        packs=tuple((pack.path.name, len(pack.digests)) for pack in used),
        shards=tuple(shards),
        directory=store.put(shelf.folder, directory.packed(entries)),
        traditional=any(any(pack.traditional) for pack in used),
    )


def _packs(segment: Segment, folder: Path, work: Work) -> list[Pack]:
    """Give the packs of a segment; those that are not there are made."""
    extraction = Extraction.of(segment, folder)
    missing = extraction.missing
    if missing:
        extraction = extraction.with_known()
        unknown = sum(map(extraction.unknown, missing))
        made = work.each(extraction.pack, missing, is_much=unknown > _MUCH)
        extraction.found.update(zip(missing, made, strict=True))
    return [pack for pack in extraction.found.values() if pack]


@dataclass(frozen=True, slots=True)
class _Found:
    """The second step: keys into shards."""

    gathering: Gathering
    scale: Scale
    shelf: Shelf
    count: int

    def write(self, spans: Sequence[Span]) -> list[KeptShard]:
        """Write the shards of ranges; raises OSError, and DamagedPackError."""
        shards = (
            encode(postings, self.count, self.scale.limits)
            for postings in self.gathering.postings(spans)
        )
        return [*written(self.shelf.folder, chain.from_iterable(shards))]

    def patched(self, old: KeptSegment, folder: Path) -> list[KeptShard] | None:
        """Write those shards that may be others than before; None where all had better be made."""
        changed = self._changed(old, folder)
        if changed is None:
            return None
        names = {f"{shard.name}.bin" for shard in old.shards}
        gone = frozenset(name.removesuffix(".bin") for name in self.shelf.missing(names))
        before = Old.of(old.shards, gone, changed, self.scale)
        if _MANY * sum(before.is_touched) > len(old.shards):
            return None
        return Patching(self.gathering, before, self.count, self.shelf.folder).patched()

    def _changed(self, old: KeptSegment, folder: Path) -> Keys | None:
        """Give the keys that a document got or lost; None where that is not known, or too much."""
        used = self.gathering.packs
        if [count for _, count in old.packs] != [len(pack.digests) for pack in used]:
            return None
        others = [
            (name, pack)
            for (name, _), pack in zip(old.packs, used, strict=True)
            if name != pack.path.name
        ]
        if _MANY * len(others) > len(used) + _MANY:
            return None
        before = [open_pack(folder / name) for name, _ in others]
        parts = [
            pack.differing(older)
            for older, (_, pack) in zip(before, others, strict=True)
            if older is not None
        ]
        if len(parts) < len(others):
            return None
        return np.unique(np.concatenate([np.empty(0, np.uint32), *parts]))
