"""A package opened: its files under names of ours, in a folder of ours, within limits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from generator.intake.packages.disk import is_full, reason
from generator.intake.packages.limits import (
    MAX_DEPTH,
    MAX_FILE,
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED,
    MEGABYTE,
)
from generator.intake.packages.members import Member, members
from generator.intake.packages.naming import masked_name
from generator.intake.packages.sniffing import receive
from generator.intake.received import FileKind, Received
from generator.intake.remarks import RefusedDocumentError, Remark, RemarkKind
from generator.intake.wordings import words

WANTED: Final = frozenset(
    {".docx", ".docm", ".doc", ".wps", ".pdf", ".xlsx", ".xls", ".et", ".csv", ".zip", ".rar"}
    | {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff"}
)
"""Endings of the members that are read at all."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The files of a package, in its order."""

    files: tuple[Received, ...]
    remarks: tuple[Remark, ...] = ()
    """What was not read, and why."""


def open_file(path: Path, name: str, folder: Path) -> Opened:
    """Open what arrived: an archive as its files, anything else as itself.

    `folder` is empty and ours. Raises RefusedDocumentError when nothing can be had of it, and
    OSError when there is no room on the disk.
    """
    try:
        size = path.stat().st_size
        if size == 0:
            raise RefusedDocumentError("intake_package.refused.empty")
        if size > MAX_FILE:
            limit = MAX_FILE // MEGABYTE
            raise RefusedDocumentError("intake_package.refused.too_large", megabytes=limit)
        received = receive(path, name)
        if received.kind is not FileKind.ARCHIVE:
            return Opened((received,))
        return _Opening(folder).open(received)
    except OSError as error:
        if is_full(error):
            raise
        said = reason(error)
        raise RefusedDocumentError("intake_package.refused.unreadable", reason=said) from error


@dataclass(slots=True)
class _Opening:
    """An archive while it is opened; its limits hold for all archives in it together."""

    folder: Path
    count: int = 0
    unpacked: int = 0

    def open(self, received: Received) -> Opened:
        found = tuple(self._walk(received, 1, ""))
        files = tuple(item for item in found if isinstance(item, Received))
        if not files:
            raise RefusedDocumentError("intake_package.refused.archive_empty")
        return Opened(files, tuple(item for item in found if isinstance(item, Remark)))

    def _walk(self, archive: Received, depth: int, prefix: str) -> Iterator[Received | Remark]:
        self._check(members(archive.path))
        for member in members(archive.path):
            name = prefix + _shown(member.name)
            remark = _unread(member, name)
            if remark is not None:
                yield remark
            elif not _is_dropped(name):
                yield from self._take(member, name, depth)

    def _take(self, member: Member, name: str, depth: int) -> Iterator[Received | Remark]:
        self.count += 1
        ending = PurePosixPath(name).suffix.lower()
        target = self.folder / f"{self.count:03d}{ending}"
        try:
            member.save(target)
        except RefusedDocumentError:
            yield _remark("damaged", name)
            return
        if _points_outside(member.name):
            yield _remark("outside", name)
        received = receive(target, name)
        if received.kind is not FileKind.ARCHIVE:
            yield received
        elif depth >= MAX_DEPTH:
            yield _remark("nested_deep", name)
        else:
            yield from self._nested(received, depth)

    def _nested(self, archive: Received, depth: int) -> Iterator[Received | Remark]:
        try:
            yield from self._walk(archive, depth + 1, f"{archive.name}/")
        except RefusedDocumentError as refused:
            key, values = "intake_package.remark.nested_refused", refused.remark.worded()
            yield Remark(
                RemarkKind.LOST, key, {"name": masked_name(archive.name), "reason": values}
            )

    def _check(self, found: Iterable[Member]) -> None:
        """Look at what an archive declares before anything is read of it."""
        for count, member in enumerate(found, start=1):
            if member.is_split:
                raise RefusedDocumentError("intake_package.refused.archive_volume")
            if member.is_encrypted:
                raise RefusedDocumentError("intake_package.refused.archive_encrypted")
            if count + self.count > MAX_MEMBERS:
                values = {"count": count + self.count, "limit": MAX_MEMBERS}
                raise RefusedDocumentError("intake_package.refused.archive_members", **values)
            self.unpacked += member.size
            if self.unpacked > MAX_UNPACKED:
                limit = MAX_UNPACKED // MEGABYTE
                raise RefusedDocumentError(
                    "intake_package.refused.archive_unpacked", megabytes=limit
                )
            if member.size > MEGABYTE and member.size > MAX_RATIO * max(member.packed, 1):
                raise RefusedDocumentError("intake_package.refused.archive_bomb")


def _unread(member: Member, name: str) -> Remark | None:
    """Tell why a member is not read at all, or nothing."""
    if member.is_link:
        return _remark("link", name)
    if _is_dropped(name):
        return None
    if PurePosixPath(name).suffix.lower() not in WANTED:
        return _remark("not_read", name)
    return None


def _is_dropped(name: str) -> bool:
    """Tell what operating systems and editors leave in archives, and nobody sent."""
    last = name.rpartition("/")[2]
    return last.startswith(("~$", "._")) or any(
        word in name for word in words("intake_package.files.names_dropped")
    )


def _points_outside(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or ":" in name


def _shown(name: str) -> str:
    """Give a name that is safe to print: no control or direction characters, not too long."""
    return "".join(one for one in name if one.isprintable())[:200]


def _remark(key: str, name: str) -> Remark:
    return Remark(RemarkKind.LOST, f"intake_package.remark.{key}", {"name": masked_name(name)})
