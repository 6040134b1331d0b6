"""Read shards and directories; `shards.py` says what stands where."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.postings import (
    WIDEST,
    Ints,
    few,
    from_numbers,
    order_of,
    read_bits,
    read_counts,
)
from generator.search.shards import DISTANCE, HEADER, NUMBERS

_KEYS: Final = 1 << 32


class DamagedShardError(ValueError):
    """The bytes are no shard of this segment, or no directory."""


def _ensure(is_sound: bool) -> None:
    if not is_sound:
        raise DamagedShardError


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard that was read: its keys and sizes; a set is decoded when it is asked for."""

    documents: int
    """How many the segment has."""
    keys: Ints
    sizes: Ints
    """In how many documents each key occurs."""
    often_sizes: Ints
    counts: Ints
    bits: bytes
    starts: Ints
    """For two sets of every key, documents and often, where they begin among the counts."""
    offsets: Ints
    """The same in the second stream."""

    def occurs(self, place: int) -> NDArray[np.uint8]:
        """Give for every document 1 where the key at `place` occurs, 2 where it is marked.

        Raises DamagedShardError for a set that leaves its universe.
        """
        size = int(self.sizes[place])
        documents = self._members(2 * place, size, self.documents)
        often = self._members(2 * place + 1, int(self.often_sizes[place]), size)
        found = np.zeros(self.documents, np.uint8)
        found[documents] = 1
        found[documents[often]] = 2
        return found

    def _members(self, number: int, size: int, universe: int) -> Ints:
        """Give the members of a set in order."""
        begin, end = int(self.starts[number]), int(self.starts[number + 1])
        order = order_of(np.asarray(end - begin), np.asarray(universe))
        start = self.offsets[number] + np.arange(end - begin) * order
        low = read_bits(self.bits, start, np.full(end - begin, order))
        gaps = (self.counts[begin:end] << order) + low
        members = np.cumsum(gaps + 1) - 1
        _ensure(not len(members) or bool(members[-1] < universe))
        if 2 * size <= universe:
            return members
        is_member = np.ones(universe, np.bool_)
        is_member[members] = False
        return np.flatnonzero(is_member)


def decode(data: bytes, first: int, documents: int) -> Shard:
    """Read a shard whose first key is `first`; raises DamagedShardError."""
    _ensure(len(data) >= HEADER)
    m, length = (int(value) for value in np.frombuffer(data[:HEADER], "<u4"))
    bits = data[HEADER + length :]
    counts = read_counts(data[HEADER : HEADER + length])
    _ensure(m > 0 and len(counts) >= NUMBERS * m and (int((counts + 1).sum()) + 7) // 8 == length)
    own = counts[: NUMBERS * m]
    orders = np.tile(np.array((DISTANCE, 0, 0)), m)
    _ensure(int((own + orders).max()) <= WIDEST)
    ends = np.cumsum(own + orders)
    low = read_bits(bits, ends - own - orders, own + orders)
    distance, size, often = from_numbers(own, low, orders).reshape(m, NUMBERS).T
    keys = first + np.cumsum(distance + 1) - 1
    size = size + 1
    _ensure(int(keys[-1]) < _KEYS and bool((size <= documents).all() and (often <= size).all()))
    sets = np.stack((size, often), 1).ravel()
    universes = np.stack((np.full(m, documents), size), 1).ravel()
    written = few(sets, universes)
    starts = NUMBERS * m + np.concatenate((np.zeros(1, np.int64), np.cumsum(written)))
    widths = written * order_of(written, universes)
    offsets = ends[-1] + np.concatenate((np.zeros(1, np.int64), np.cumsum(widths)))
    _ensure(int(starts[-1]) == len(counts) and (int(offsets[-1]) + 7) // 8 == len(bits))
    return Shard(documents, keys, size, often, counts, bits, starts, offsets)
