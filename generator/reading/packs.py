"""Packs: what was read of some files, kept in one file of `.cache/reading/`.

A pack is its head (entries by path, without the texts of bodies) and, behind it, those texts. The
head is read as a whole and confirmed by its digest; a text is read when a page shows it, confirmed
by its own. A pack is never changed: a new one takes its place, and whoever still reads the old one
reads on.
"""

import os
import pickle
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, cast

from generator.digests import SIZE, digest_of
from generator.errors import DamagedCacheError
from generator.findings import Finding
from generator.keeping import MAGIC, pickled, unpickled
from generator.library.body import BodyText, KeptBody, text_bytes
from generator.library.case import Case
from generator.library.document import Document
from generator.library.notice import Notice
from generator.program import program_digest
from generator.strings import text
from generator.writing import write_over

Page = Case | Notice | Document
"""A record that a page of its own shows."""

_LENGTH: Final = 8
_HEAD: Final = len(MAGIC) + 2 * SIZE + _LENGTH
"""Bytes before the head: of which program it is, the head's digest, its length."""


class Entry(NamedTuple):
    """What reading one file gave, and what it was made from."""

    source: bytes
    """Digest of the file."""
    context: bytes
    """Digest of all else that the reading looked at."""
    asked: tuple[tuple[str, bool], ...]
    """Paths that were looked for, and whether there was a file."""
    facts: bytes
    """Digest of the record without the text of its body."""
    record: Page | None
    """In a pack its body has no text; `Pack.entries` gives it one that is read from the pack."""
    findings: tuple[Finding, ...]


class _Place(NamedTuple):
    """Where a text lies behind the head."""

    offset: int
    length: int
    digest: bytes
    """Of its bytes: that of the body."""
    lines: tuple[int, ...]
    """Those of its headings."""


class _Texts:
    """The texts of a pack: open as long as a record lives that reads its text here.

    It knows no record, so that a library which is over goes away at once, without a collector.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self.start = 0
        """Where they begin."""
        self._last: tuple[int, BodyText] | None = None
        """The text that was read last: a page asks for HTML and for headings."""
        # A file object would warn when it is forgotten.
        weakref.finalize(self, os.close, self.descriptor)

    def read(self, place: _Place) -> BodyText:
        """Read a text; raises DamagedCacheError."""
        if self._last is None or self._last[0] != place.offset:
            data = _read(self.descriptor, place.length, self.start + place.offset)
            if digest_of(data) != place.digest:
                raise damaged(self._path)
            self._last = place.offset, BodyText.of(data, place.lines)
        return self._last[1]


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack holds, by path; the texts of bodies are read from its file when asked for."""

    entries: Mapping[str, Entry]

    @classmethod
    def at(cls, path: Path) -> "Pack | None":
        """Open a pack; None when there is none that can be trusted."""
        try:
            texts = _Texts(path)
            entries, places = _head(texts)
        except Exception:  # noqa: BLE001 -- missing, torn, of another version: it is read anew
            return None
        for name, place in places.items():
            _give_text(entries[name], texts, place)
        return cls(entries)


def _beginning() -> bytes:
    """Give how a pack of this program begins: records of another may lack a field."""
    return MAGIC + program_digest()


def damaged(path: Path) -> DamagedCacheError:
    """Give the error of a pack that is not what was written."""
    return DamagedCacheError(text("cli.build.damaged", path=path))


def _head(texts: _Texts) -> tuple[dict[str, Entry], dict[str, _Place]]:
    """Read the head of a pack; raises whatever a pack that cannot be trusted brings about."""
    first = _read(texts.descriptor, _HEAD, 0)
    length = int.from_bytes(first[-_LENGTH:], "little")
    if not first.startswith(_beginning()) or length > os.fstat(texts.descriptor).st_size:
        raise damaged(Path())
    head = _read(texts.descriptor, length, _HEAD)
    if digest_of(head) != first[-SIZE - _LENGTH : -_LENGTH]:
        raise damaged(Path())
    texts.start = _HEAD + length
    return cast("tuple[dict[str, Entry], dict[str, _Place]]", unpickled(head))


def _give_text(entry: Entry, texts: _Texts, place: _Place) -> None:
    """Let the body of a record that was just unpickled read its text from the pack.

    Nobody else knows the record yet; to copy 10,000 of them with another body took 0.2 s.
    """
    assert entry.record is not None, "only a record has a text"
    object.__setattr__(entry.record.body, "load", partial(texts.read, place))


def _read(descriptor: int, length: int, offset: int) -> bytes:
    """Read a piece of an open file, which forked processes may do at the same time."""
    if hasattr(os, "pread"):
        return os.pread(descriptor, length, offset)
    os.lseek(descriptor, offset, os.SEEK_SET)  # Windows: no forks there
    return os.read(descriptor, length)


def write_pack(path: Path, entries: Mapping[str, Entry]) -> None:
    """Write a pack; raises OSError, and DamagedCacheError when an older text cannot be read."""
    texts: list[bytes] = []
    places: dict[str, _Place] = {}
    bare: dict[str, Entry] = {}
    offset = 0
    for name, entry in entries.items():
        bare[name] = entry
        if entry.record is None or entry.record.body.is_empty:
            continue
        body = entry.record.body
        data = text_bytes(body)
        texts.append(data)
        # What is written and its digest are made once: of 27 KB each costs 0.04 ms.
        digest = digest_of(data)
        lines = tuple([heading.line for heading in body.headings])
        places[name] = _Place(offset, len(data), digest, lines)
        offset += len(data)
        kept = KeptBody(digest, is_empty=False, links=body.links, images=body.images, load=_no_text)
        bare[name] = entry._replace(record=replace(entry.record, body=kept))
    head = pickled((bare, places))
    first = _beginning() + digest_of(head) + len(head).to_bytes(_LENGTH, "little")
    write_over(path, b"".join((first, head, *texts)))


def _no_text() -> BodyText:
    raise pickle.PickleError
