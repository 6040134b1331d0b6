"""The members of an archive, one after another, whatever its format.

Nothing is ever extracted by name: `save` writes a member's bytes to a place of ours.
"""

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from unrar.cffi.unrarlib import BadRarFile, RarArchive, RarHeader

from generator.intake.packages.limits import MAX_UNPACKED
from generator.intake.remarks import RefusedDocumentError

_BLOCK: Final = 1024 * 1024
_RAR: Final = b"Rar!"
_NEEDS_PASSWORD: Final = frozenset({22, 24})
"""ERAR_MISSING_PASSWORD and ERAR_BAD_PASSWORD of UnRAR."""
_ENCRYPTED: Final = 0x04
"""RHDF_ENCRYPTED."""
_SPLIT: Final = 0x01 | 0x02
"""RHDF_SPLITBEFORE and RHDF_SPLITAFTER: the member goes on in another volume."""
_DAMAGED: Final = "intake_package.refused.archive_damaged"


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive; valid until the next one is asked for."""

    name: str
    """As written, with '/' for every separator. Data, never a path."""
    size: int
    """Bytes, as the archive declares."""
    packed: int
    is_link: bool
    is_encrypted: bool
    is_split: bool
    save: Callable[[Path], None]
    """Write the bytes to a path; raises RefusedDocumentError when they cannot be had."""


def members(path: Path) -> Iterator[Member]:
    """Yield the files of a ZIP or RAR archive; raises RefusedDocumentError."""
    with path.open("rb") as file:
        is_rar = file.read(4) == _RAR
    yield from _of_rar(path) if is_rar else _of_zip(path)


def _of_zip(path: Path) -> Iterator[Member]:
    try:
        # Explorer and WPS write names in GBK; names that are marked as UTF-8 are not affected.
        archive = zipfile.ZipFile(path, metadata_encoding="gb18030")
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise RefusedDocumentError(_DAMAGED) from error
    with archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            yield Member(
                info.filename.replace("\\", "/"),
                info.file_size,
                info.compress_size,
                stat.S_ISLNK(info.external_attr >> 16),
                bool(info.flag_bits & 0x1),
                is_split=False,
                save=_zip_saver(archive, info),
            )


def _zip_saver(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[Path], None]:
    def save(target: Path) -> None:
        try:
            with archive.open(info) as source, target.open("wb") as file:
                while block := source.read(_BLOCK):
                    file.write(block)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
            raise RefusedDocumentError(_DAMAGED) from error
        except (OSError, RuntimeError, NotImplementedError) as error:
            raise RefusedDocumentError(_DAMAGED) from error

    return save


def _of_rar(path: Path) -> Iterator[Member]:
    with _rar_refusals(), RarArchive.open_for_processing(path) as archive:
        for header in archive.iterate_headers():
            raw = header.headerDataEx
            if not header.Flags & 0x20:  # RHDF_DIRECTORY
                saved: list[Path] = []
                yield Member(
                    header.FileNameW.replace("\\", "/"),
                    header.UnpSize + (header.UnpSizeHigh << 32),
                    header.PackSize + (header.PackSizeHigh << 32),
                    bool(raw.RedirType),
                    bool(header.Flags & _ENCRYPTED),
                    bool(header.Flags & _SPLIT),
                    _rar_saver(header, saved),
                )
                if saved:
                    continue
            header.skip()


def _rar_saver(header: RarHeader, saved: list[Path]) -> Callable[[Path], None]:
    def save(target: Path) -> None:
        saved.append(target)
        with target.open("wb") as file, _rar_refusals():
            header.test(_Bounded(file))

    return save


class _Bounded:
    """Write chunks until the limit: what the archive declares is not believed."""

    __slots__ = ("_file", "_left")

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._left = MAX_UNPACKED

    def __call__(self, chunk: bytes) -> None:
        """Take a chunk. An exception here would be lost in the C library, so it only stops."""
        self._left -= len(chunk)
        if self._left >= 0:
            self._file.write(chunk)


@contextmanager
def _rar_refusals() -> Iterator[None]:
    try:
        yield
    except BadRarFile as error:
        locked = error.code in _NEEDS_PASSWORD
        key = "intake_package.refused.archive_encrypted" if locked else _DAMAGED
        raise RefusedDocumentError(key) from error
