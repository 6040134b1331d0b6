"""Shards: the files that hold the index of a segment. This is the reference of their format.

**A shard** holds keys in order (`keys.py`), and for each the documents in which it occurs and, among
these, those in which it occurs often. The bytes:

    bytes 0-3      m, the number of keys          (little endian, as all numbers of several bytes)
    bytes 4-7      u, the length of the first stream in bytes
    u bytes        first stream: counts in unary
    the rest       second stream: bits as they are

`postings.py` says how a number becomes a count and some bits. One after the other, each stream
filled up to a byte with zeros, stand

1. for every key in order three numbers: its distance to the key before, less one (a `Number` of
   order 6; 0 for the first key, which the directory gives); the documents in which it occurs, less one
   (a `Number` of order 0); the documents in which it occurs often (a `Number` of order 0);
2. for every key in order the set of its documents out of all documents of the segment, then the
   set of those where it occurs often out of the set before, as places in it.

A set of `size` out of `universe` (numbers from 0) is written as the gaps between its members: the
first member, then the distance of each to the one before, less one. Where it holds more than half
of its universe (`2 * size > universe`), the members are those that it does *not* hold. With `few`
members written, the order of their `Rice` codes is the place of the highest bit of
`(universe - few) // few`, at least 0. Of an empty set nothing is written.

So all counts are found by looking for ones, and how many bits a set has in the second stream is
known from sizes alone: few * order.

**A directory** names the shards of a segment in order: for each 10 bytes, its first key (4) and its
name (6, in a path written as 12 hexadecimal digits). A key stands in the last shard whose first key
is not greater, or nowhere.

**Cuts.** A shard has at least `Limits.least` bytes and at most `Limits.most`, unless a single key
needs more. Between the two the cut is made before the key with the lowest hash. So an edit, which
changes few keys, leaves the cuts far from them where they are, and with them the files.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.postings import (
    Ints,
    Parts,
    as_number,
    as_rice,
    few,
    order_of,
    write_bits,
    write_counts,
)

HEADER: Final = 8
_EXTRA: Final = HEADER + 2
"""Bytes of a shard beyond the bits of its keys, at most."""
DISTANCE: Final = 6
"""Order of the numbers that stand for distances between keys."""
NUMBERS: Final = 3
"""Written for every key in front of all sets."""
_HASH: Final = 2654435761
"""An odd number near 2^32 / 1.618: multiplied by it, near keys fall far from each other."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a shard is, in bytes."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Postings:
    """Which keys occur where: one entry for each key and document, in this order."""

    key: NDArray[np.uint32]
    document: Ints
    is_often: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Sets:
    """Sets written one after the other: member by member, and by set."""

    owner: Ints
    """For every member to be written the place of its key."""
    gap: Ints
    written: Ints
    """For every key how many members are written."""
    order: Ints


def _gaps(owner: Ints, value: Ints) -> Ints:
    """Give the gaps between rising values, for every owner from its beginning."""
    gap = value.copy()
    if len(gap):
        gap[1:] -= np.where(owner[1:] == owner[:-1], value[:-1] + 1, 0)
    return gap


def _missing(owner: Ints, value: Ints, dense: Ints, universe: int) -> tuple[Ints, Ints]:
    """Give what the sets of the dense owners do not hold."""
    rows = np.full(int(dense[-1]) + 1, -1) if len(dense) else np.empty(0, np.int64)
    rows[dense] = np.arange(len(dense))
    is_missing = np.ones((len(dense), universe), np.bool_)
    is_missing[rows[owner], value] = False
    row, found = np.nonzero(is_missing)
    return dense[row], found


def _documents(owner: Ints, document: Ints, size: Ints, count: int) -> _Sets:
    """Give the sets of documents."""
    is_dense = 2 * size > count
    from_dense = is_dense[owner]
    inside = _missing(owner[from_dense], document[from_dense], np.flatnonzero(is_dense), count)
    owner = np.concatenate((owner[~from_dense], inside[0]))
    value = np.concatenate((document[~from_dense], inside[1]))
    written = few(size, np.asarray(count))
    return _Sets(owner, _gaps(owner, value), written, order_of(written, np.asarray(count)))


def _often(owner: Ints, is_often: NDArray[np.bool_], size: Ints, sub: Ints) -> _Sets:
    """Give the sets of places where a key occurs often."""
    start = np.cumsum(size) - size
    place = np.arange(len(owner)) - start[owner]
    is_written = is_often ^ (2 * sub > size)[owner]
    owner = owner[is_written]
    written = few(sub, size)
    return _Sets(owner, _gaps(owner, place[is_written]), written, order_of(written, size))


@dataclass(frozen=True, slots=True)
class _Coded:
    """All numbers of a range of keys, those of a key together: three of itself, then its sets."""

    keys: NDArray[np.uint32]
    parts: Parts
    starts: Ints
    """Where each key's numbers begin, and their end."""


def _code(postings: Postings, count: int) -> _Coded:
    """Give the numbers for all postings."""
    is_first = np.ones(len(postings.key), np.bool_)
    is_first[1:] = postings.key[1:] != postings.key[:-1]
    keys = postings.key[is_first]
    owner = np.cumsum(is_first) - 1
    size = np.bincount(owner, minlength=len(keys))
    sub = np.bincount(owner[postings.is_often], minlength=len(keys))
    documents = _documents(owner, postings.document, size, count)
    often = _often(owner, postings.is_often, size, sub)
    ends = np.cumsum(NUMBERS + documents.written + often.written)
    starts = np.concatenate((np.zeros(1, np.int64), ends))
    total = int(starts[-1])
    parts = Parts(*(np.empty(total, np.int64) for _ in range(3)))
    distance = np.maximum(np.diff(keys.astype(np.int64), prepend=keys[:1]) - 1, 0)
    _put(parts, starts[:-1], as_number(distance, DISTANCE))
    _put(parts, starts[:-1] + 1, as_number(size - 1, 0))
    _put(parts, starts[:-1] + 2, as_number(sub, 0))
    _put_sets(parts, starts[:-1] + NUMBERS, documents)
    _put_sets(parts, starts[:-1] + NUMBERS + documents.written, often)
    return _Coded(keys, parts, starts)


def _put(parts: Parts, at: Ints, new: Parts) -> None:
    parts.count[at], parts.bits[at], parts.width[at] = new.count, new.bits, new.width


def _put_sets(parts: Parts, starts: Ints, sets: _Sets) -> None:
    """Put the members of sets where each set begins; members of one set stand together."""
    if not len(sets.owner):
        return
    is_first = np.ones(len(sets.owner), np.bool_)
    is_first[1:] = sets.owner[1:] != sets.owner[:-1]
    at = np.flatnonzero(is_first)
    rank = np.arange(len(sets.owner)) - at[np.cumsum(is_first) - 1]
    _put(parts, starts[sets.owner] + rank, as_rice(sets.gap, sets.order[sets.owner]))


def _cuts(keys: NDArray[np.uint32], ends: Ints, limits: Limits) -> Iterator[tuple[int, int]]:
    """Yield the first and the last key but one of every shard; `ends` are sizes summed up."""
    mixed = keys * np.uint32(_HASH)
    first = 0
    while first < len(keys):
        before = int(ends[first - 1]) if first else 0
        low = int(np.searchsorted(ends, before + limits.least)) + 1
        high = int(np.searchsorted(ends, before + limits.most - _EXTRA, "right"))
        last = max(first + 1, high)
        if low < last < len(keys):
            last = low + int(np.argmin(mixed[low : last + 1]))
        yield first, last
        first = last


def encode(postings: Postings, count: int, limits: Limits) -> Iterator[tuple[int, bytes]]:
    """Yield the shards of all postings of a range of keys: the first key and the bytes.

    `count` is how many documents the segment has.
    """
    if not len(postings.key):
        return
    coded = _code(postings, count)
    parts, starts = coded.parts, coded.starts
    sizes = np.add.reduceat(parts.count + parts.width + 1, starts[:-1])
    for first, last in _cuts(coded.keys, (np.cumsum(sizes) + 7) // 8, limits):
        begin, end = int(starts[first]), int(starts[last])
        own = (starts[first:last, None] + np.arange(NUMBERS)).ravel() - begin
        is_set = np.ones(end - begin, np.bool_)
        is_set[own] = False
        at = begin + np.concatenate((own, np.flatnonzero(is_set)))
        count_, bits, width = parts.count[at], parts.bits[at], parts.width[at]
        zero = as_number(np.zeros(1, np.int64), DISTANCE)
        count_[0], bits[0], width[0] = zero.count[0], zero.bits[0], zero.width[0]
        counts = write_counts(count_)
        head = np.array((last - first, len(counts)), "<u4").tobytes()
        yield int(coded.keys[first]), head + counts + write_bits(bits, width)
