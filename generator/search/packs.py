"""Packs: files of the keys of some documents, between extraction and index, and between builds.

A pack is named after the digests of its documents and the program, so what lies under a name is
either right or damaged; checksums tell. The bytes, little endian: the name of the format; checksum
of the head; the head: number of documents, digests (32 bytes each), for each a byte that says
whether its texts hold traditional characters, where the keys of every block begin and the end of
the last, the checksum of every block; the keys in order; for every key `number << 1 | marked`. A
key stands once for each of its documents. What a mark says (`segment.Mark`) belongs to the name.

A block is all keys with the same highest bits: the least that is read and checked.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from generator.program import program_digest
from generator.search.keys import Flags, Keys
from generator.search.segment import Mark
from generator.writing import write_over

LEAST: Final = 64
MOST: Final = 192
"""Documents in a pack."""
ENDING: Final = ".keys"
BLOCKS: Final = 1 << 10
SHIFT: Final = 22
"""Bits of a key below those of its block."""
DIGEST: Final = 32
_MAGIC: Final = b"biaogan5"
_HEAD: Final = len(_MAGIC) + 4
_TABLES: Final = 4 * (BLOCKS + 1) + 4 * BLOCKS

Numbers = NDArray[np.uint16]


class DamagedPackError(Exception):
    """A pack does not hold what was written; its only argument is its path."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Keys in order, and for each `number << 1 | marked`."""

    keys: Keys
    numbers: Numbers

    def values(self) -> NDArray[np.uint64]:
        """Give both in one number, by which they sort."""
        return self.keys.astype(np.uint64) << np.uint64(16) | self.numbers


@dataclass(frozen=True, slots=True)
class Pack:
    """The head of a pack: which documents, and where the keys of a block are."""

    path: Path
    digests: tuple[bytes, ...]
    traditional: bytes
    """1 for every document whose texts hold traditional characters, else 0."""
    starts: NDArray[np.uint32]
    checksums: NDArray[np.uint32]

    def open(self) -> BinaryIO:
        """Open the file for `between`; raises OSError."""
        return self.path.open("rb")

    def between(self, file: BinaryIO, first: int, end: int) -> Entries:
        """Read the entries whose keys are from `first` to before `end`.

        Raises OSError, and DamagedPackError.
        """
        block, last = first >> SHIFT, (end - 1) >> SHIFT
        entries = self._blocks(file, block, last + 1)
        if not first & ((1 << SHIFT) - 1) and not end & ((1 << SHIFT) - 1):
            return entries
        low, high = np.searchsorted(entries.keys, (first, end)).tolist()
        return Entries(entries.keys[low:high], entries.numbers[low:high])

    def all(self) -> Entries:
        """Read all entries; raises OSError, and DamagedPackError."""
        with self.open() as file:
            return self._blocks(file, 0, BLOCKS)

    def differing(self, other: "Pack") -> Keys:
        """Give the keys with other entries there, in order.

        Raises OSError, and DamagedPackError.
        """
        found = np.setxor1d(self.all().values(), other.all().values(), assume_unique=True)
        return np.unique((found >> np.uint64(16)).astype(np.uint32))

    def _blocks(self, file: BinaryIO, first: int, end: int) -> Entries:
        starts = self.starts[first : end + 1].tolist()
        begin, count = starts[0], starts[-1] - starts[0]
        base = _HEAD + 4 + (DIGEST + 1) * len(self.digests) + _TABLES
        file.seek(base + 4 * begin)
        keys = file.read(4 * count)
        file.seek(base + 4 * int(self.starts[-1]) + 2 * begin)
        numbers = file.read(2 * count)
        if [*_checksums(keys, numbers, starts)] != self.checksums[first:end].tolist():
            raise DamagedPackError(self.path)
        return Entries(np.frombuffer(keys, "<u4"), np.frombuffer(numbers, "<u2"))


def _checksums(keys: bytes, numbers: bytes, starts: Sequence[int]) -> list[int]:
    """Give the checksum of every block of some that follow each other; 0 for an empty one."""
    found = [0] * (len(starts) - 1)
    keys_view, numbers_view, base = memoryview(keys), memoryview(numbers), starts[0]
    for place, (start, end) in enumerate(pairwise(starts)):
        if start < end:
            begin, stop = start - base, end - base
            half = zlib.crc32(keys_view[4 * begin : 4 * stop])
            found[place] = zlib.crc32(numbers_view[2 * begin : 2 * stop], half)
    return found


def cut(hashes: Sequence[int]) -> list[range]:
    """Give which documents share a pack; `hashes` are those of their addresses.

    Before which one a pack ends follows from the addresses near it alone: a case that is put in or
    left out moves few others to another pack.
    """
    found: list[range] = []
    first = 0
    while len(hashes) - first > MOST:
        end = min(range(first + LEAST, first + MOST + 1), key=hashes.__getitem__)
        found.append(range(first, end))
        first = end
    if first < len(hashes):
        found.append(range(first, len(hashes)))
    return found


def name_of(digests: Sequence[bytes], mark: Mark) -> str:
    """Give the file name of the pack of documents."""
    named = blake2b(_MAGIC + program_digest() + mark.encode(), digest_size=12)
    named.update(b"".join(digests))
    return named.hexdigest() + ENDING


def together(texts: Sequence[tuple[Keys, Flags]], numbers: Sequence[int]) -> Entries:
    """Give the keys of texts, and which are marked there; the texts have these numbers."""
    if not texts:
        return Entries(np.empty(0, np.uint32), np.empty(0, np.uint16))
    values = np.concatenate([keys for keys, _ in texts]).astype(np.uint64)
    values <<= np.uint64(16)
    number = np.asarray(numbers, np.uint16) << np.uint16(1)
    values |= np.repeat(number, [len(keys) for keys, _ in texts])
    values |= np.concatenate([is_marked for _, is_marked in texts])
    values.sort()
    return _parted(values)


def chosen(entries: Entries, becomes: NDArray[np.int64]) -> Entries:
    """Give the entries of some documents; `becomes` is the new number of each, or -1."""
    new = becomes[entries.numbers >> 1]
    is_kept = new >= 0
    marked = entries.numbers[is_kept] & np.uint16(1)
    return Entries(entries.keys[is_kept], new[is_kept].astype(np.uint16) << np.uint16(1) | marked)


def merged(parts: Sequence[Entries]) -> Entries:
    """Give all entries in order."""
    if len(parts) == 1:
        return parts[0]
    # A stable sort merges what is in order already: 3 ms for a pack and one new document, not 15.
    return _parted(np.sort(np.concatenate([part.values() for part in parts]), kind="stable"))


def _parted(values: NDArray[np.uint64]) -> Entries:
    return Entries((values >> np.uint64(16)).astype(np.uint32), values.astype(np.uint16))


def write(
    path: Path, digests: Sequence[bytes], traditional: Sequence[bool], entries: Entries
) -> Pack:
    """Write a pack and give its head; a reader never sees half of it. Raises OSError."""
    edges = np.arange(1, BLOCKS, dtype=np.uint32) << np.uint32(SHIFT)
    within = np.searchsorted(entries.keys, edges)
    starts = np.concatenate(((0,), within, (len(entries.keys),))).astype("<u4")
    keys, numbers = entries.keys.astype("<u4").tobytes(), entries.numbers.astype("<u2").tobytes()
    checksums = np.array(_checksums(keys, numbers, starts.tolist()), "<u4")
    head = b"".join(
        (
            len(digests).to_bytes(4, "little"),
            *digests,
            bytes(traditional),
            starts.tobytes(),
            checksums.tobytes(),
        )
    )
    write_over(path, _MAGIC + zlib.crc32(head).to_bytes(4, "little") + head + keys + numbers)
    return Pack(path, tuple(digests), bytes(traditional), starts, checksums)


def open_pack(path: Path) -> Pack | None:
    """Read the head of a pack that was made before; nothing when it is missing or damaged.

    Its blocks are checked when they are read.
    """
    try:
        with path.open("rb") as file:
            first = file.read(_HEAD + 4)
            if len(first) < _HEAD + 4 or not first.startswith(_MAGIC):
                return None
            documents = int.from_bytes(first[_HEAD:], "little")
            if documents > MOST:
                return None
            head = first[_HEAD:] + file.read((DIGEST + 1) * documents + _TABLES)
    except OSError:
        return None
    if zlib.crc32(head) != int.from_bytes(first[len(_MAGIC) : _HEAD], "little"):
        return None
    at, end = 4, 4 + DIGEST * documents
    digests = tuple(head[place : place + DIGEST] for place in range(at, end, DIGEST))
    tables = end + documents
    starts = np.frombuffer(head, "<u4", BLOCKS + 1, tables)
    checksums = np.frombuffer(head, "<u4", BLOCKS, tables + starts.nbytes)
    return Pack(path, digests, head[end:tables], starts, checksums)
