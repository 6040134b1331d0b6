"""The directory of a segment: which shard holds a key. `shards.py` says what stands where."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.search.store import NAME_LENGTH

_ENTRY: Final = np.dtype([("first", "<u4"), ("name", "u1", NAME_LENGTH // 2)])


@dataclass(frozen=True, slots=True)
class Directory:
    """The shards in order."""

    firsts: NDArray[np.uint32]
    """Their first keys."""
    names: tuple[str, ...]

    def between(self, first: int, last: int) -> range:
        """Give the places of the shards that may hold keys from `first` to `last`."""
        begin = int(np.searchsorted(self.firsts, first, "right")) - 1
        return range(max(begin, 0), int(np.searchsorted(self.firsts, last, "right")))


def packed(entries: Iterable[tuple[int, str]]) -> bytes:
    """Give the bytes of a directory: first keys and names, in order."""
    return b"".join(first.to_bytes(4, "little") + bytes.fromhex(name) for first, name in entries)


def unpacked(data: bytes) -> Directory:
    """Read a directory; raises ValueError when it ends within an entry."""
    entries = np.frombuffer(data, _ENTRY)
    return Directory(
        entries["first"].astype(np.uint32), tuple(name.tobytes().hex() for name in entries["name"])
    )
