"""What a file is, told by its bytes: names are chosen by senders, and are often wrong."""

import hashlib
import zipfile
from pathlib import Path, PurePosixPath
from typing import Final

from generator.intake.received import FileKind, Received

_BLOCK: Final = 1024 * 1024
_HEAD: Final = 16
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: Final = (
    (b"Rar!\x1a\x07", FileKind.ARCHIVE),
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
        return _kind_of_ole(path)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(path)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    return FileKind.SHEET if PurePosixPath(name).suffix.lower() in _TEXTS else FileKind.OTHER


def _kind_of_zip(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return FileKind.ARCHIVE  # opening it says what is wrong
    if "word/document.xml" in names:
        return FileKind.WORD
    if any(name.startswith("xl/workbook.") for name in names):
        return FileKind.SHEET
    return FileKind.ARCHIVE


def _kind_of_ole(path: Path) -> FileKind:
    """Tell a Word-97 file by the name of its main stream in the directory of the container."""
    tail = b""
    found = FileKind.OTHER
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            window = tail + block
            if _WORD_STREAM in window:
                return FileKind.WORD_97
            if any(stream in window for stream in _SHEET_STREAMS):
                found = FileKind.SHEET
            tail = block[-64:]
    return found
