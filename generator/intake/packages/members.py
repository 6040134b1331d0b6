"""The members of an archive, one after another, whatever its format.

Nothing is ever extracted by name: `save` writes a member's bytes to a place of ours.
"""

import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from unrar.cffi.unrarlib import BadRarFile, RarArchive, RarHeader

from generator.intake.packages.disk import is_full
from generator.intake.packages.limits import MAX_UNPACKED
from generator.intake.packages.sniffing import UNREADABLE
from generator.intake.remarks import RefusedDocumentError

_BLOCK: Final = 1024 * 1024
_RAR: Final = b"Rar!"
_NEEDS_PASSWORD: Final = frozenset({22, 24})
"""ERAR_MISSING_PASSWORD and ERAR_BAD_PASSWORD of UnRAR."""
_ENCRYPTED: Final = 0x04
"""RHDF_ENCRYPTED."""
_SPLIT: Final = 0x01 | 0x02
"""RHDF_SPLITBEFORE and RHDF_SPLITAFTER: the member goes on in another volume."""
_IN_UTF8: Final = 0x800
"""Flag of a ZIP member whose name is in UTF-8."""
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
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise RefusedDocumentError(_DAMAGED) from error
    with archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            yield Member(
                _zip_name(info).replace("\\", "/"),
                info.file_size,
                info.compress_size,
                stat.S_ISLNK(info.external_attr >> 16),
                bool(info.flag_bits & 0x1),
                is_split=False,
                save=_zip_saver(archive, info),
            )


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Give a name as its sender wrote it.

    Explorer and WPS write GBK, other systems UTF-8, each without saying so: what is no UTF-8 is
    taken for GBK. A name in neither stays as `zipfile` reads it; it is only shown.
    """
    if info.flag_bits & _IN_UTF8:
        return info.filename
    written = info.orig_filename.partition("\0")[0].encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return written.decode(encoding)
    return info.filename


def _zip_saver(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[Path], None]:
    def save(target: Path) -> None:
        try:
            with archive.open(info) as source, target.open("wb") as file:
                while block := source.read(_BLOCK):
                    file.write(block)
        except UNREADABLE as error:
            if isinstance(error, OSError) and is_full(error):
                raise
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
