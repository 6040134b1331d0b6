"""Read the index in Python: for `biaogan search`, and for the tests as the twin of the browser."""

import json
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


class Index:
    """The index of a built site.

    `search_folder` is `search/` below the site's root. Reading raises OSError where a file is
    missing, ValueError where it is damaged.
    """

    def __init__(self, search_folder: Path) -> None:
        self._data = search_folder / Path(store.FOLDER).name
        self._manifest = search_folder / Path(store.MANIFEST).name
        self._shard = lru_cache(_KEPT)(self._read)

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The names of all files of the finder."""
        found: dict[str, Any] = json.loads(self._manifest.read_bytes())
        return found

    @cached_property
    def _directories(self) -> dict[str, directory.Directory]:
        names = [segment["directory"] for segment in self.manifest["segments"]]
        return {
            name: directory.unpacked((self._data / f"{name}.bin").read_bytes()) for name in names
        }

    def _read(self, name: str, first: int, documents: int) -> Shard:
        return decode((self._data / f"{name}.bin").read_bytes(), first, documents)

    def _segments(self, kind: Kind) -> list[dict[str, Any]]:
        found = [one for one in self.manifest["segments"] if one["kind"] == kind]
        return sorted(found, key=lambda one: int(one["first"]))

    def find(self, kind: Kind, folded_word: str) -> tuple[Found, bool]:
        """Give for every document whether it holds a word: 0 not, 1 yes, 2 marked.

        And whether that is exact: if not, documents may be among them that hold all parts of the
        word but not the word; none is missing.
        """
        parts = [self._in_segment(segment, folded_word) for segment in self._segments(kind)]
        empty = np.empty(0, np.uint8)
        return np.concatenate((empty, *parts)), is_exact(folded_word)

    def _in_segment(self, segment: dict[str, Any], word: str) -> Found:
        found = np.full(segment["count"], 2, np.uint8)
        for first, last in wanted(word):
            found = np.minimum(found, self._between(segment, first, last))
        return found

    def _between(self, segment: dict[str, Any], first: int, last: int) -> Found:
        """Give the documents that have any key from `first` to `last`."""
        found = np.zeros(segment["count"], np.uint8)
        shards = self._directories[segment["directory"]]
        for place in shards.between(first, last):
            shard = self._shard(shards.names[place], int(shards.firsts[place]), segment["count"])
            low, high = np.searchsorted(shard.keys, (first, last + 1))
            for key in range(low, high):
                found = np.maximum(found, shard.occurs(key))
        return found
