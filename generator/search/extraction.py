"""The first step of an index: the documents of a segment, cut into packs of keys.

A pack that is there is taken as it is. Another is made from older ones, as far as they hold its
documents, and only the others are read.
"""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from generator.search import packs
from generator.search.flow import flow
from generator.search.keys import Flags, Keys, is_among, keys_of
from generator.search.packs import Entries, Pack
from generator.search.segment import Mark, Segment, Source

Known = Mapping[bytes, Path]
"""Digest of a document → an older pack that should hold it."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """How the packs of a segment are made."""

    segment: Segment
    folder: Path
    parts: Sequence[range]
    """Which documents each pack holds."""
    found: dict[int, Pack | None]
    """Those that are there, by part, and None for those that are not."""
    known: Known

    @classmethod
    def of(cls, segment: Segment, folder: Path) -> "Extraction":
        """Share the documents out, and look which packs are there."""
        parts = packs.cut([zlib.crc32(uri.encode(errors="surrogatepass")) for uri in segment.uris])
        extraction = cls(segment, folder, parts, {}, {})
        extraction.found.update((part, extraction.there(part)) for part in range(len(parts)))
        return extraction

    def with_known(self) -> "Extraction":
        """Look which documents of packs that are not there older packs hold."""
        return replace(self, known=known_in(self.folder, self.segment.mark) if self.missing else {})

    @property
    def missing(self) -> list[int]:
        """Give the parts whose packs are not there."""
        return [part for part, pack in self.found.items() if pack is None]

    def path(self, part: int) -> Path:
        """Give where a pack lies."""
        return self.folder / packs.name_of(self._digests(part), self.segment.mark)

    def there(self, part: int) -> Pack | None:
        """Give a pack that is there."""
        found = packs.open_pack(self.path(part))
        return found if found and found.digests == tuple(self._digests(part)) else None

    def unknown(self, part: int) -> int:
        """Count the documents of a pack that must be read."""
        return sum(digest not in self.known for digest in self._digests(part))

    def pack(self, part: int) -> Pack:
        """Make a pack; raises OSError, and DamagedPackError."""
        digests = self._digests(part)
        parts, flags = self._older(digests)
        missing = [number for number in range(len(digests)) if number not in flags]
        first = self.parts[part].start
        texts: list[tuple[Keys, Flags]] = []
        for number, one in zip(missing, self._read(first, missing), strict=True):
            text, may_be = flow(one.text())
            keys, is_often = keys_of(text)
            is_marked = self._named(one, keys) if self.segment.mark is Mark.NAMED else is_often
            texts.append((keys, is_marked))
            # Mostly a text is known to hold none, and needs no second look.
            flags[number] = may_be and one.is_traditional()
        parts.append(packs.together(texts, missing))
        traditional = [flags[number] for number in range(len(digests))]
        return packs.write(self.path(part), digests, traditional, packs.merged(parts))

    def _read(self, first: int, numbers: Sequence[int]) -> Sequence[Source]:
        return self.segment.read([first + number for number in numbers])

    def _named(self, source: Source, keys: Keys) -> Flags:
        names, _ = keys_of(flow(source.named())[0])
        return is_among(names, keys)

    def _digests(self, part: int) -> Sequence[bytes]:
        own = self.parts[part]
        return self.segment.digests[own.start : own.stop]

    def _older(self, digests: Sequence[bytes]) -> tuple[list[Entries], dict[int, bool]]:
        """Give what older packs hold of these documents, and which have traditional characters."""
        flags: dict[int, bool] = {}
        found: list[Entries] = []
        for path in dict.fromkeys(self.known[one] for one in digests if one in self.known):
            older = packs.open_pack(path)
            if older is None:
                continue
            places = {digest: place for place, digest in enumerate(older.digests)}
            becomes = np.full(len(older.digests), -1)
            for number, digest in enumerate(digests):
                # Equal documents are two, and each needs a place of its own.
                if number not in flags and digest in places:
                    place = places.pop(digest)
                    becomes[place] = number
                    flags[number] = bool(older.traditional[place])
            found.append(packs.chosen(older.all(), becomes))
        return found, flags


def known_in(folder: Path, mark: Mark) -> Known:
    """Give the documents of all packs that mark the same.

    A pack's name says what it marks, but not to whom; so it is looked whether it is that name.
    """
    found: dict[bytes, Path] = {}
    for path in sorted(folder.glob(f"*{packs.ENDING}")):
        pack = packs.open_pack(path)
        if pack and path.name == packs.name_of(pack.digests, mark):
            found.update(dict.fromkeys(pack.digests, path))
    return found
