"""Write only those shards of a segment anew near which a key changed.

The others are what they are: see `shards.Shard.seen`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from pathlib import Path
from typing import Final

import numpy as np

from generator.search import store
from generator.search.cache import KeptShard
from generator.search.gathering import Gathering, Scale, Span
from generator.search.keys import Keys
from generator.search.shards import Postings, Shard, encode

_AHEAD: Final = 2
"""Shards behind a changed one that are gathered with it: mostly the next begins as before."""
_TOGETHER: Final = 64
"""Runs of changed shards that are gathered in one go through the packs."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Changed shards that lie near each other, in one range."""

    first: int
    last: int
    stop: int
    """The shard behind the range."""


@dataclass(frozen=True, slots=True)
class Old:
    """The shards that were written before, and what became of them."""

    shards: Sequence[KeptShard]
    spans: Sequence[Span]
    """From where to where each reaches: the outer ones of a range as far as the range."""
    is_touched: Sequence[bool]
    """Which of them are gone, or may be others."""
    new: Sequence[Span]
    """Ranges that have keys and had none."""
    scale: Scale

    @classmethod
    def of(
        cls, shards: Sequence[KeptShard], gone: frozenset[str], changed: Keys, scale: Scale
    ) -> "Old":
        """Look which shards the changed keys touch; `gone` are the names of those not there."""
        spans: list[Span] = []
        for (begin, end), own in groupby(shards, lambda shard: scale.range_of(shard.first)):
            edges = [begin, *(shard.first for shard in [*own][1:]), end]
            spans += pairwise(edges)
        ends = [
            min(shard.seen, scale.range_of(begin)[1] - 1)
            for shard, (begin, _) in zip(shards, spans, strict=True)
        ]
        low = np.searchsorted(changed, np.asarray([begin for begin, _ in spans], np.uint32))
        high = np.searchsorted(changed, np.asarray(ends, np.uint32), "right")
        touched = (low < high).tolist()
        is_touched = [one or shard.name in gone for one, shard in zip(touched, shards, strict=True)]
        known = {scale.range_of(begin) for begin, _ in spans}
        new = sorted({scale.range_of(key) for key in changed.tolist()} - known)
        return cls(shards, spans, is_touched, new, scale)

    def runs(self) -> Iterator[_Run]:
        """Yield the runs of touched shards."""
        numbers = range(len(self.shards))
        for _, own in groupby(numbers, lambda number: self.scale.range_of(self.spans[number][0])):
            known = [*own]
            found = [number for number in known if self.is_touched[number]]
            while found:
                last = 0
                while last + 1 < len(found) and found[last + 1] - found[last] <= _AHEAD:
                    last += 1
                yield _Run(found[0], found[last], known[-1] + 1)
                del found[: last + 1]

    def window(self, run: _Run, stop: int) -> Span:
        """Give the keys from a run to in front of the shard `stop`, or to the end of its range."""
        return self.spans[run.first][0], self.spans[min(stop, run.stop) - 1][1]


@dataclass(frozen=True, slots=True)
class Patching:
    """How shards that were written before are written again."""

    gathering: Gathering
    old: Old
    count: int
    folder: Path

    def patched(self) -> list[KeptShard]:
        """Give all shards; raises OSError, and DamagedPackError."""
        old = self.old
        found: list[KeptShard] = []
        done = 0
        for run, postings in self._gathered():
            # What was written for the run before may have reached into this one.
            touched = (at for at in range(max(done, run.first), run.last + 1) if old.is_touched[at])
            first = next(touched, None)
            if first is None:
                continue
            found += old.shards[done:first]
            left = replace(run, first=first)
            done = self._again(found, left, postings if first == run.first else None)
        found += old.shards[done:]
        for postings in self.gathering.postings(old.new):
            found += self._put(encode(postings, self.count, old.scale.limits))
        return sorted(found, key=lambda shard: shard.first)

    def _gathered(self) -> Iterator[tuple[_Run, Postings]]:
        """Yield the runs and what is needed to write each, most likely."""
        runs = list(self.old.runs())
        for start in range(0, len(runs), _TOGETHER):
            some = runs[start : start + _TOGETHER]
            windows = [self.old.window(run, run.last + 1 + _AHEAD) for run in some]
            yield from zip(some, self.gathering.postings(windows), strict=True)

    def _again(self, found: list[KeptShard], run: _Run, postings: Postings | None) -> int:
        """Write the shards of a run until one begins where an old one begins, and give which."""
        old, stop = self.old, run.last + 1 + _AHEAD
        begins = {
            old.shards[number].first: number
            for number in range(run.last + 1, run.stop)
            if not old.is_touched[number]
        }
        while True:
            if postings is None:
                (postings,) = self.gathering.postings([old.window(run, stop)])
            is_whole, limits = stop >= run.stop, old.scale.limits
            shards = list(
                encode(postings, self.count, limits, is_whole=is_whole, known=begins.keys())
            )
            reached = begins.get(shards[-1].end, run.stop) if shards else run.stop
            if is_whole or reached < run.stop:
                found += self._put(shards)
                return reached
            stop, postings = run.first + 2 * (stop - run.first), None

    def _put(self, shards: Iterable[Shard]) -> Iterator[KeptShard]:
        return written(self.folder, shards)


def written(folder: Path, shards: Iterable[Shard]) -> Iterator[KeptShard]:
    """Write shards and yield what is kept of them; raises OSError."""
    for shard in shards:
        yield KeptShard(shard.first, shard.seen, store.put(folder, shard.data))
