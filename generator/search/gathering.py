"""Keys and where they occur, gathered from all packs of a segment; and in which ranges."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.packs import BLOCKS, SHIFT, Entries, Pack
from generator.search.shards import Limits, Postings

Span = tuple[int, int]
"""A first key, and the key after the last."""
_KEYS: Final = 1 << 32


@dataclass(frozen=True, slots=True)
class Scale:
    """What follows from the number of documents."""

    limits: Limits
    shift: int
    """Keys that are equal but for so many lowest bits are a range: it is written as a whole."""

    def range_of(self, key: int) -> Span:
        """Give the range in which a key is."""
        first = key >> self.shift << self.shift
        return first, first + (1 << self.shift)


_SCALES: Final = (
    (200, Scale(Limits(2_000, 4_000), 32)),
    (2_000, Scale(Limits(2_000, 4_000), 28)),
    (20_000, Scale(Limits(4_000, 8_000), 24)),
)
"""Up to so many documents → scale. Few documents, short postings: small shards cost a query little
and are not too many. A range holds some 500,000 entries: that is what a process has in memory."""
_LARGEST: Final = Scale(Limits(12_000, 24_000), SHIFT)


def scale_of(count: int) -> Scale:
    """Give the scale of a segment of so many documents."""
    return next((scale for most, scale in _SCALES if count <= most), _LARGEST)


@dataclass(frozen=True, slots=True)
class Gathering:
    """The packs of a segment in their order."""

    packs: Sequence[Pack]

    def postings(self, spans: Sequence[Span]) -> list[Postings]:
        """Give what all packs hold between keys; raises OSError, and DamagedPackError."""
        found: list[list[NDArray[np.uint64]]] = [[] for _ in spans]
        before = 0
        for pack in self.packs:
            with pack.open() as file:
                for values, (first, end) in zip(found, spans, strict=True):
                    values.append(_placed(pack.between(file, first, end), before))
            before += len(pack.digests)
        return [_sorted(values) for values in found]

    def ranges(self, scale: Scale) -> list[Span]:
        """Give the ranges that hold any key, in order."""
        sizes = np.zeros(BLOCKS, np.int64)
        for pack in self.packs:
            starts = pack.starts.astype(np.int64)
            sizes += starts[1:] - starts[:-1]
        firsts = (np.flatnonzero(sizes) << SHIFT).tolist()
        return list(dict.fromkeys(map(scale.range_of, firsts)))


def _placed(entries: Entries, before: int) -> NDArray[np.uint64]:
    """Give `key << 32 | document << 1 | marked`; so many documents stand in front of the pack."""
    place = entries.numbers.astype(np.uint64) + np.uint64(2 * before)
    return entries.keys.astype(np.uint64) << np.uint64(32) | place


def _sorted(values: Sequence[NDArray[np.uint64]]) -> Postings:
    together = np.concatenate(values)
    together.sort()
    return Postings(
        (together >> np.uint64(32)).astype(np.uint32),
        (together & np.uint64(0xFFFFFFFF)).astype(np.int64) >> 1,
        (together & np.uint64(1)).astype(np.bool_),
    )
