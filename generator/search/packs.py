"""Packs: files of the keys of some documents, between extraction and index, and between builds.

A pack is named after the digests of its documents, so what lies under a name is either right or
damaged; a checksum tells. The bytes, little endian: 8 that say which edition of the rules made it;
checksum of all that follows; the numbers of documents, of first units and of keys; digests (16
bytes each); for every first unit its value and, with one more at the end, where its keys begin; the
keys; for every key `number << 1 | marked`. A key stands once for each of its documents. What a mark
says (`segment.Mark`) belongs to the edition: a pack of another mark is none.
"""

import hashlib
import os
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.keys import Keys, keys_of_all
from generator.search.segment import Mark

SIZE: Final = 128
"""Documents in a pack."""
ENDING: Final = ".keys"
UNFINISHED: Final = ".new"
_EDITIONS: Final = {Mark.OFTEN: b"biaogan3", Mark.NAMED: b"biaogan4"}
"""Others when `keys.py` makes other keys, or the bytes stand otherwise; never one for both."""
_CHECKSUM: Final = 8
"""Where the checksum stands: an edition has 8 bytes."""
_DIGEST: Final = 16
_HEAD: Final = _CHECKSUM + 16

Numbers = NDArray[np.uint16]


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
    """The head of a pack: which documents, and where the keys of a first unit are."""

    path: Path
    digests: tuple[bytes, ...]
    units: NDArray[np.uint16]
    starts: NDArray[np.uint32]

    def between(self, first: int, end: int) -> Entries:
        """Read the entries whose first unit is from `first` to before `end`; raises OSError."""
        low, high = np.searchsorted(self.units, (first, end))
        begin, count = int(self.starts[low]), int(self.starts[high] - self.starts[low])
        base = _HEAD + _DIGEST * len(self.digests) + self.units.nbytes + self.starts.nbytes
        with self.path.open("rb") as file:
            file.seek(base + 4 * begin)
            keys = np.frombuffer(file.read(4 * count), "<u4")
            file.seek(base + 4 * int(self.starts[-1]) + 2 * begin)
            return Entries(keys, np.frombuffer(file.read(2 * count), "<u2"))


def name_of(digests: Sequence[bytes], mark: Mark) -> str:
    """Give the file name of the pack of documents."""
    return hashlib.sha256(_EDITIONS[mark] + b"".join(digests)).hexdigest()[:24] + ENDING


def extracted(
    texts: Sequence[str], numbers: Sequence[int], named: Sequence[str] | None = None
) -> Entries:
    """Give the keys of folded texts that have these rising numbers in their pack.

    `named` gives the names in each where these are what is marked.
    """
    keys, text, is_marked = keys_of_all(texts, named)
    number = np.asarray(numbers, np.uint16)[text] if len(texts) else text
    return Entries(keys, number << np.uint16(1) | is_marked)


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
    values = np.sort(np.concatenate([part.values() for part in parts]))
    return Entries((values >> np.uint64(16)).astype(np.uint32), values.astype(np.uint16))


def write(path: Path, digests: Sequence[bytes], entries: Entries, mark: Mark) -> Pack:
    """Write a pack and give its head; a reader never sees half of it. Raises OSError."""
    first = (entries.keys >> np.uint32(16)).astype(np.uint16)
    units, starts = np.unique(first, return_index=True)
    starts = np.append(starts, len(first))
    content = b"".join(
        (
            np.array((len(digests), len(units), len(first)), "<u4").tobytes(),
            *digests,
            units.astype("<u2").tobytes(),
            starts.astype("<u4").tobytes(),
            entries.keys.astype("<u4").tobytes(),
            entries.numbers.astype("<u2").tobytes(),
        )
    )
    temporary = path.with_name(f"{path.stem}-{os.getpid()}{UNFINISHED}")
    temporary.write_bytes(_EDITIONS[mark] + zlib.crc32(content).to_bytes(4, "little") + content)
    temporary.replace(path)
    return Pack(path, tuple(digests), units, starts.astype(np.uint32))


def _head(path: Path, data: bytes, mark: Mark) -> Pack | None:
    """Read a head from the first bytes of a file; nothing when they are too few or others."""
    if len(data) < _HEAD or not data.startswith(_EDITIONS[mark]):
        return None
    documents, units, _ = (int(value) for value in np.frombuffer(data, "<u4", 3, _HEAD - 12))
    at = _HEAD + _DIGEST * documents
    end = at + 2 * units + 4 * (units + 1)
    if len(data) < end:
        return None
    digests = (data[place : place + _DIGEST] for place in range(_HEAD, at, _DIGEST))
    found = np.frombuffer(data, "<u2", units, at), np.frombuffer(data[at + 2 * units : end], "<u4")
    return Pack(path, tuple(digests), *found)


def open_pack(path: Path, mark: Mark) -> Pack | None:
    """Read the head of a pack that was made before; nothing when it is missing or damaged."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    checksum = int.from_bytes(data[_CHECKSUM : _CHECKSUM + 4], "little")
    if zlib.crc32(data[_CHECKSUM + 4 :]) != checksum:
        return None
    return _head(path, data, mark)


def digests_in(path: Path, mark: Mark) -> tuple[bytes, ...]:
    """Give the digests that a pack says it holds, unchecked; none when it cannot be read.

    None either when it has another mark.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            size = int.from_bytes(head[_CHECKSUM + 4 : _CHECKSUM + 8], "little")
            if not head.startswith(_EDITIONS[mark]) or size > SIZE:
                return ()
            data = file.read(_DIGEST * size)
    except OSError:
        return ()
    return tuple(data[at : at + _DIGEST] for at in range(0, len(data), _DIGEST))
