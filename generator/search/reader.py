"""Read the index in Python: for `biaogan search`, and for the tests as the twin of the browser."""

import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from generator.search import directory, store
from generator.search.keys import is_exact, wanted
from generator.search.segment import Kind
from generator.search.shard_reading import Shard, decode

_KEPT: Final = 256
"""Shards that are kept in memory."""

Found = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Segment:
    """A segment as the manifest has it."""

    count: int
    shards: directory.Directory


class Index:
    """The index of a built site.

    `search_folder` is `search/` below the site's root. Reading raises DamagedError where a file is
    missing or damaged.
    """

    def __init__(self, search_folder: Path) -> None:
        self._data = search_folder / Path(store.FOLDER).name
        self._manifest = search_folder / Path(store.MANIFEST).name
        self._shard = lru_cache(_KEPT)(self._read)

    @cached_property
    @store.reading()
    def manifest(self) -> dict[str, Any]:
        """The names of all files of the finder."""
        found: dict[str, Any] = json.loads(self._manifest.read_bytes())
        if found["version"] != store.VERSION:
            raise ValueError("made by another version")
        return found

    @cached_property
    @store.reading()
    def _segments(self) -> dict[str, list[_Segment]]:
        """The segments of every kind in their order."""
        found: dict[str, list[_Segment]] = {}
        for one in sorted(self.manifest["segments"], key=lambda one: int(one["first"])):
            data = (self._data / f"{one['directory']}.bin").read_bytes()
            found.setdefault(one["kind"], []).append(
                _Segment(int(one["count"]), directory.unpacked(data))
            )
        return found

    @store.reading()
    def _read(self, name: str, first: int, documents: int) -> Shard:
        return decode((self._data / f"{name}.bin").read_bytes(), first, documents)

    def find(self, kind: Kind, folded_word: str) -> tuple[Found, bool]:
        """Give for every document whether it holds a word: 0 not, 1 yes, 2 marked.

        And whether that is exact: if not, documents may be among them that hold all parts of the
        word but not the word; none is missing.
        """
        parts = [self._in_segment(segment, folded_word) for segment in self._segments.get(kind, ())]
        empty = np.empty(0, np.uint8)
        return np.concatenate((empty, *parts)), is_exact(folded_word)

    def _in_segment(self, segment: _Segment, word: str) -> Found:
        found = np.full(segment.count, 2, np.uint8)
        for first, last in wanted(word):
            found = np.minimum(found, self._between(segment, first, last))
        return found

    def _between(self, segment: _Segment, first: int, last: int) -> Found:
        """Give the documents that have any key from `first` to `last`."""
        found = np.zeros(segment.count, np.uint8)
        shards = segment.shards
        for place in shards.between(first, last):
            shard = self._shard(shards.names[place], int(shards.firsts[place]), segment.count)
            low, high = np.searchsorted(shard.keys, (first, last + 1))
            for key in range(low, high):
                with store.reading():
                    found = np.maximum(found, shard.occurs(key))
        return found
