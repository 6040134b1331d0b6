"""A Word file as parts of a package, opened within limits and without following anything.

The file comes from outside: no entity is resolved, no address fetched, no part read that is larger
than its share, and no name in the archive is ever used as a path.
"""

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from generator.intake.packages.sniffing import UNREADABLE, is_locked, main_part
from generator.intake.remarks import RefusedDocumentError

MEGABYTE: Final = 1024 * 1024
MAX_PARTS: Final = 2_000
"""More parts than any application of 10,000 characters and its pictures has."""
MAX_UNPACKED: Final = 300 * MEGABYTE
MAX_XML: Final = 60 * MEGABYTE
"""Limit of one XML part: a text of 10,000 characters has less than two megabytes."""
MAX_RATIO: Final = 200
"""Unpacked to packed of a part above a megabyte; text of documents packs to a twentieth."""
DOCUMENT: Final = "word/document.xml"
FRAME: Final = ("[Content_Types].xml", "_rels/.rels")
"""The parts that tell what the others are."""


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts of an opened Word file."""

    path: Path
    archive: zipfile.ZipFile
    main: str = DOCUMENT
    """Name of the part of the text in the file; here it is always `DOCUMENT`."""

    def names(self) -> tuple[str, ...]:
        """Give the names of all parts."""
        named = {theirs: ours for ours, theirs in self._renamed.items()}
        return tuple(
            named.get(info.filename, info.filename)
            for info in self.archive.infolist()
            if not info.is_dir()
        )

    def data(self, name: str) -> bytes:
        """Give a part's bytes, or none when there is no such part; raises RefusedDocumentError."""
        try:
            data = self.archive.read(self._renamed.get(name, name))
            return data.replace(self.main.encode(), DOCUMENT.encode()) if name in FRAME else data
        except KeyError:
            return b""
        except UNREADABLE as error:
            raise RefusedDocumentError("intake_word.refused.damaged") from error

    @property
    def _renamed(self) -> Mapping[str, str]:
        """Give the parts that have other names in the file, by ours: Word online writes others."""
        if self.main == DOCUMENT:
            return {}
        relations = [
            f"word/_rels/{one.removeprefix('word/')}.rels" for one in (DOCUMENT, self.main)
        ]
        return {DOCUMENT: self.main, relations[0]: relations[1]}

    def tree(self, name: str) -> "etree._Element | None":
        """Give the root of an XML part, or nothing when there is no such part.

        Raises RefusedDocumentError when it is no XML, too large, or brings a document type: Word
        writes none, and what does wants entities to grow.
        """
        data = self.data(name)
        if not data:
            return None
        if len(data) > MAX_XML:
            raise RefusedDocumentError("intake_word.refused.too_large")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise RefusedDocumentError("intake_word.refused.damaged") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise RefusedDocumentError("intake_word.refused.document_type")
        return root


@contextmanager
def open_word(path: Path) -> Iterator[WordParts]:
    """Open a .docx; raises RefusedDocumentError when it is none or goes beyond the limits."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        reason = "encrypted" if _is_locked(path) else "damaged"
        raise RefusedDocumentError(f"intake_word.refused.{reason}") from error
    with archive:
        _check_bounds(archive)
        main = main_part(archive.namelist())
        if main is None:
            raise RefusedDocumentError("intake_word.refused.no_document")
        yield WordParts(path, archive, main)


def _is_locked(path: Path) -> bool:
    try:
        return is_locked(path)
    except OSError:
        return False


def _check_bounds(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 0x1 for part in parts):
        raise RefusedDocumentError("intake_word.refused.encrypted")
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise RefusedDocumentError("intake_word.refused.too_large")
    for part in parts:
        if part.file_size > MEGABYTE and part.file_size > MAX_RATIO * max(part.compress_size, 1):
            raise RefusedDocumentError("intake_word.refused.bomb")
