"""What a file is, told by its bytes: names are chosen by senders, and are often wrong."""

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from generator.intake.received import FileKind, Received

UNREADABLE: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
    *(RuntimeError, NotImplementedError, ValueError),
)
"""What a damaged, locked or oddly packed member of a ZIP file raises when it is read."""
_BLOCK: Final = 1024 * 1024
_HEAD: Final = 16
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: Final = (
    (b"Rar!\x1a\x07", FileKind.ARCHIVE),
    (b"{\\rtf", FileKind.WORD_97),  # named .doc by programs that could write no other
    (b"%PDF", FileKind.PDF),
    (b"\x89PNG\r\n\x1a\n", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"BM", FileKind.PICTURE),
    (b"II*\x00", FileKind.PICTURE),
    (b"MM\x00*", FileKind.PICTURE),
)
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
_SHEET_STREAMS: Final = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_LOCKED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_STREAMS: Final = (_WORD_STREAM, *_SHEET_STREAMS, _LOCKED_STREAM)
_WORDS: Final = frozenset({".docx", ".docm", ".doc", ".wps"})
_MAIN: Final = re.compile(r"word/document[0-9]{0,2}\.xml")
_TEXTS: Final = frozenset({".csv", ".tsv"})


def receive(path: Path, name: str) -> Received:
    """Give a file with its kind and digest; raises OSError."""
    hashed = hashlib.sha256()
    size = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            hashed.update(block)
            size += len(block)
    return Received(name, path, kind_of(path, name), size, hashed.hexdigest())


def kind_of(path: Path, name: str) -> FileKind:
    """Tell what a file is; a damaged one is OTHER. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(_OLE):
        return _kind_of_ole(path, name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(path)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    return FileKind.SHEET if PurePosixPath(name).suffix.lower() in _TEXTS else FileKind.OTHER


def _kind_of_zip(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return FileKind.ARCHIVE  # opening it says what is wrong
    if main_part(names):
        return FileKind.WORD
    if any(name.startswith("xl/workbook.") for name in names):
        return FileKind.SHEET
    return FileKind.ARCHIVE


def main_part(names: Iterable[str]) -> str | None:
    """Give the part of a .docx that holds its text; Word online numbers it: `document2.xml`."""
    found = sorted(name for name in names if _MAIN.fullmatch(name))
    return found[0] if found else None


def is_locked(path: Path) -> bool:
    """Tell whether a file is a document of Office under a password; raises OSError."""
    return _is_ole(path) and _LOCKED_STREAM in _streams(path)


def _is_ole(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(_HEAD).startswith(_OLE)


def _kind_of_ole(path: Path, name: str) -> FileKind:
    """Tell a Word-97 file by its main stream; of a locked one only the name tells what it is."""
    streams = _streams(path)
    if _LOCKED_STREAM in streams:
        is_word = PurePosixPath(name).suffix.lower() in _WORDS
        return FileKind.WORD if is_word else FileKind.OTHER
    if _WORD_STREAM in streams:
        return FileKind.WORD_97
    return FileKind.SHEET if streams else FileKind.OTHER


def _streams(path: Path) -> set[bytes]:
    """Give which of the streams that we know have their name in an OLE container."""
    tail = b""
    found: set[bytes] = set()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            window = tail + block
            found |= {stream for stream in _STREAMS if stream in window}
            tail = block[-64:]
    return found
