"""Shards: the files that hold the index of a segment. This is the reference of their format.

**A shard** holds keys in order (`keys.py`), and for each the documents in which it occurs and,
among these, those in which it is marked: here called often, for that is what a mark says, but in
segments whose `segment.Mark` is NAMED the key occurs in a name there. The bytes are the same:

    bytes 0-3      m, the number of keys          (little endian, as all numbers of several bytes)
    bytes 4-7      u, the length of the first stream in bytes
    u bytes        first stream: counts in unary
    the rest       second stream: bits as they are

`postings.py` says how a number becomes a count and some bits. One after the other, each stream
filled up to a byte with zeros, stand

1. for every key in order three numbers: its distance to the key before, less one (a `Number` of
   order 4; 0 for the first key, which the directory gives); in how many documents it occurs, less
   one (a `Number` of order 0); in how many it occurs often (a `Number` of order 0);
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

**Cuts.** The keys are parted into ranges at fixed keys (`gathering.py`); each begins a shard. That
has at least `Limits.least` bytes and at most `Limits.most`, unless a single key needs more or the
range ends. Between the two the cut is made before the key with the lowest hash. So an edit,
which changes few keys, leaves the cuts far from them where they are, and with them the files; and
where a shard begins and which keys follow is all that decides what it holds.
"""

from collections.abc import Container, Iterator, Sequence
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
DISTANCE: Final = 4
"""Order of the numbers that stand for distances between keys."""
NUMBERS: Final = 3
"""Written for every key in front of all sets."""
END: Final = (1 << 32) - 1
"""No key is greater."""
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

    def before(self, key: int) -> "Postings":
        """Give those of the keys before this one."""
        end = int(np.searchsorted(self.key, key))
        return Postings(self.key[:end], self.document[:end], self.is_often[:end])


@dataclass(frozen=True, slots=True)
class _Sets:
    """A set for each of many keys, as it is written."""

    owner: Ints
    """For every member the place of its key."""
    parts: Parts
    """The gap in front of every member."""
    few: Ints
    """For every key how many members there are."""


def _sets(owner: Ints, value: Ints, written: Ints, universe: Ints) -> _Sets:
    """Give sets of which the members to be written are known."""
    gap = value.copy()
    gap[1:] -= np.where(owner[1:] == owner[:-1], value[:-1] + 1, 0)
    return _Sets(owner, as_rice(gap, order_of(written, universe)[owner]), written)


def _sparse(owner: Ints, document: Ints, size: Ints, count: int) -> _Sets:
    """Give the sets of documents that hold up to half of all."""
    written = np.where(2 * size > count, 0, size)
    if (written == 0).any():
        is_sparse = (written > 0)[owner]
        owner, document = owner[is_sparse], document[is_sparse]
    return _sets(owner, document, written, np.asarray(count))


def _dense(owner: Ints, document: Ints, size: Ints, count: int) -> _Sets:
    """Give the sets of documents that hold more than half of all."""
    dense = np.flatnonzero(2 * size > count)
    is_missing = np.ones((len(dense), count), np.bool_)
    for number, key in enumerate(dense.tolist()):
        begin, end = np.searchsorted(owner, (key, key + 1))
        is_missing[number, document[begin:end]] = False
    row, missing = np.nonzero(is_missing)
    written = np.where(2 * size > count, count - size, 0)
    return _sets(dense[row], missing, written, np.asarray(count))


def _often(owner: Ints, is_often: NDArray[np.bool_], size: Ints, often: Ints) -> _Sets:
    """Give the sets of places where a key occurs often."""
    at = np.flatnonzero(is_often ^ (2 * often > size)[owner])
    owner = owner[at]
    place = at - (np.cumsum(size) - size)[owner]
    return _sets(owner, place, few(often, size), size)


@dataclass(frozen=True, slots=True)
class _Coded:
    """A range of keys as numbers that are not yet in order."""

    keys: NDArray[np.uint32]
    numbers: tuple[Parts, ...]
    """Those of every key in front of all sets."""
    sets: tuple[_Sets, ...]

    def sizes(self) -> Ints:
        """Give for every key how many bits it needs."""
        total = sum(part.count + part.width + 1 for part in self.numbers)
        for one in self.sets:
            bits = one.parts.count + one.parts.width + 1
            total = total + np.bincount(one.owner, bits, len(self.keys)).astype(np.int64)
        return np.asarray(total)

    def arranged(self, ends: Ints) -> tuple[Parts, Ints]:
        """Give all numbers as the shards hold them that end in front of the keys `ends`.

        And where the numbers of each shard begin, and the end of the last.
        """
        members = np.cumsum(sum(one.few for one in self.sets))
        begins = np.concatenate((np.zeros(1, np.int64), ends[:-1]))
        before = np.concatenate((np.zeros(1, np.int64), members))
        shard = np.repeat(np.arange(len(ends)), ends - begins)
        place = NUMBERS * np.arange(len(self.keys)) + before[begins][shard]
        total = int(NUMBERS * len(self.keys) + members[-1])
        parts = Parts(*(np.empty(total, np.int64) for _ in range(3)))
        for more, number in enumerate(self.numbers):
            parts.put(place + more, number)
        place = NUMBERS * ends[shard] + before[:-1]
        for one in self.sets:
            start = np.cumsum(one.few) - one.few
            parts.put((place - start)[one.owner] + np.arange(len(one.owner)), one.parts)
            place = place + one.few
        return parts, np.concatenate((np.zeros(1, np.int64), NUMBERS * ends + before[ends]))


def _code(postings: Postings, count: int) -> _Coded:
    """Give the numbers for all postings."""
    is_first = np.ones(len(postings.key), np.bool_)
    is_first[1:] = postings.key[1:] != postings.key[:-1]
    keys = postings.key[is_first]
    owner = np.cumsum(is_first) - 1
    size = np.bincount(owner, minlength=len(keys))
    often = np.bincount(owner[postings.is_often], minlength=len(keys))
    distance = np.maximum(np.diff(keys.astype(np.int64), prepend=keys[:1]) - 1, 0)
    return _Coded(
        keys,
        (as_number(distance, DISTANCE), as_number(size - 1, 0), as_number(often, 0)),
        (
            _sparse(owner, postings.document, size, count),
            _dense(owner, postings.document, size, count),
            _often(owner, postings.is_often, size, often),
        ),
    )


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard that was written, or is to be."""

    first: int
    """Its first key."""
    seen: int
    """The last key that was looked at to find its end: one of the next shard, or `END`.

    As long as no key from the first to this one changes, the shard is what it is."""
    end: int
    """The first key of the next one, or one more than any key."""
    data: bytes


def _cuts(coded: _Coded, limits: Limits) -> Iterator[tuple[int, int]]:
    """Yield in front of which keys the shards end, and which key was the last that mattered.

    Sizes are counted as if nothing stood in front of a shard, so its end depends on what follows
    its first key alone.
    """
    sizes, distance = coded.sizes(), coded.numbers[0]
    ends = np.cumsum(sizes)
    # What the first key of a shard would save: it has no distance.
    before = ends - sizes + distance.count + distance.width - DISTANCE
    mixed = coded.keys * np.uint32(_HASH)
    first, count = 0, len(coded.keys)
    while first < count:
        low = int(np.searchsorted(ends, before[first] + 8 * limits.least)) + 1
        most = before[first] + 8 * (limits.most - _EXTRA)
        seen = end = max(first + 1, int(np.searchsorted(ends, most, "right")))
        if low < end < count:
            end = low + int(np.argmin(mixed[low : end + 1]))
        yield end, seen
        first = end


def encode(
    postings: Postings,
    count: int,
    limits: Limits,
    *,
    is_whole: bool = True,
    known: Container[int] = (),
) -> Iterator[Shard]:
    """Yield the shards of all postings of a range of keys.

    `count` is how many documents the segment has. Where the range goes on (not `is_whole`), only
    shards whose end is certain. Ends when the next shard would begin with one of the `known` keys.
    """
    if not len(postings.key):
        return
    coded = _code(postings, count)
    ends: list[int] = []
    seen: list[int] = []
    for end, last in _cuts(coded, limits):
        if last >= len(coded.keys) and not is_whole:
            break
        ends.append(end)
        seen.append(int(coded.keys[last]) if last < len(coded.keys) else END)
        if end < len(coded.keys) and int(coded.keys[end]) in known:
            break
    if not ends:
        return
    after = END + 1
    if ends[-1] < len(coded.keys):
        after = int(coded.keys[ends[-1]])
        coded = _code(postings.before(after), count)
    firsts = coded.keys[[0, *ends[:-1]]].tolist()
    yield from map(Shard, firsts, seen, [*firsts[1:], after], _written(coded, ends))


def _written(coded: _Coded, ends: Sequence[int]) -> Iterator[bytes]:
    """Yield the bytes of the shards that end in front of these keys."""
    parts, starts = coded.arranged(np.asarray(ends, np.int64))
    first = 0
    for shard, end in enumerate(ends):
        own = parts.between(int(starts[shard]), int(starts[shard + 1]))
        own.put(np.zeros(1, np.int64), as_number(np.zeros(1, np.int64), DISTANCE))
        counts = write_counts(own.count)
        head = np.array((end - first, len(counts)), "<u4").tobytes()
        yield head + counts + write_bits(own.bits, own.width)
        first = end
