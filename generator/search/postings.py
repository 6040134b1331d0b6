"""Numbers to bits and back, many at a time.

Every number is two parts in two streams. The first stream holds a count in unary: so many zeros,
then a one. The second holds some bits as they are, the highest first. In both the highest bit of a
byte comes first. Kept apart, all counts of a stream are read at once: where do the ones stand?

- `Rice`: for the gaps between the members of a set. The count is `gap >> order`, the bits are the
  `order` lowest ones. The order follows from the sizes of the set and of its universe.
- `Number`: an exponential Golomb code. Of `value + 2^order` without its highest bit; the count
  says how many bits there are beyond `order`.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

WIDEST: Final = 31
"""The widest part in bits."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Parts:
    """Numbers as they are written: a count, and `width` bits of a value."""

    count: Ints
    bits: Ints
    width: Ints

    def put(self, at: Ints, new: "Parts") -> None:
        """Put other numbers at these places."""
        self.count[at], self.bits[at], self.width[at] = new.count, new.bits, new.width

    def between(self, begin: int, end: int) -> "Parts":
        """Give some of the numbers, not a copy of them."""
        return Parts(self.count[begin:end], self.bits[begin:end], self.width[begin:end])


def few(size: Ints, universe: Ints) -> Ints:
    """Give how many members are written: of a set that holds most, those that it does not hold."""
    return np.asarray(np.minimum(size, universe - size))


def order_of(size: Ints, universe: Ints) -> Ints:
    """Give the order of the Rice code of sets of `size` out of `universe`, at most half of it."""
    mean = (universe - size) // np.maximum(size, 1)
    return log2(np.maximum(mean, 1))


def log2(value: Ints) -> Ints:
    """Give the place of the highest bit of positive numbers below 2^53."""
    return np.frexp(value.astype(np.float64))[1].astype(np.int64) - 1


def as_rice(gap: Ints, order: Ints) -> Parts:
    """Give gaps in Rice codes."""
    return Parts(gap >> order, gap & ((1 << order) - 1), order)


def as_number(value: Ints, order: int) -> Parts:
    """Give numbers in exponential Golomb codes."""
    shifted = value + (1 << order)
    width = log2(shifted)
    return Parts(width - order, shifted - (1 << width), width)


def write_counts(count: Ints) -> bytes:
    """Give the first stream."""
    if not len(count):
        return b""
    ones = np.cumsum(count + 1) - 1
    stream = np.zeros(ones[-1] + 1, np.uint8)
    stream[ones] = 1
    return np.packbits(stream).tobytes()


def read_counts(stream: bytes) -> Ints:
    """Give all counts of a first stream."""
    ones = np.flatnonzero(np.unpackbits(np.frombuffer(stream, np.uint8)))
    return np.diff(ones, prepend=-1) - 1


def write_bits(bits: Ints, width: Ints) -> bytes:
    """Give the second stream."""
    ends = np.cumsum(width)
    if not len(ends) or not ends[-1]:
        return b""
    start = ends - width
    word = start >> 5
    placed = bits.astype(np.uint64) << (64 - (start & 31) - width).astype(np.uint64)
    # Parts do not overlap, so that a sum is their union, and exact in a float of 53 bits.
    size = int(word[-1]) + 2
    words = np.bincount(word, (placed >> np.uint64(32)).astype(np.float64), size)
    words += np.bincount(word + 1, (placed & np.uint64(0xFFFFFFFF)).astype(np.float64), size)
    return words.astype(np.uint32).astype(">u4").tobytes()[: (int(ends[-1]) + 7) // 8]


def read_bits(stream: bytes, start: Ints, width: Ints) -> Ints:
    """Give the parts of a second stream that begin at these bits; zeros follow its end."""
    padded = stream + bytes(-len(stream) % 4 + 8)
    words = np.frombuffer(padded, ">u4").astype(np.uint64)
    at = np.minimum(start >> 5, len(words) - 2)
    pair = words[at] << np.uint64(32) | words[at + 1]
    left = pair << (start & 31).astype(np.uint64)
    # Two shifts: one by 64 is undefined, and a width may be 0.
    right = left >> (63 - width).astype(np.uint64)
    return np.asarray(right >> np.uint64(1), np.int64)


def from_numbers(count: Ints, bits: Ints, order: Ints) -> Ints:
    """Give the numbers of exponential Golomb codes."""
    return np.asarray(bits + (1 << (count + order)) - (1 << order))
