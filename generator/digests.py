"""Digests of files, without reading a file again that is surely the same.

A file is known by its *signature*: inode, size, and the times of its last change. Nobody can set
the time of a change (ctime) but the system's clock, so an edit that keeps size and date is seen.
Only a file that changed just before it was looked at is not trusted: a second change within one
tick of the clock would leave the signature as it is. Its digest is not kept, so it is read again.
"""

import os
import stat
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Final

Signature = tuple[int, int, int, int]
"""Inode, size in bytes, mtime and ctime in nanoseconds."""
Known = tuple[Signature, bytes]
"""A signature, and the digest of the bytes that it was seen with."""

SIZE: Final = 16
"""Bytes of a digest."""
MARGIN: Final = 2_000_000_000
"""Nanoseconds: more than the coarsest tick of a file system (FAT counts two seconds)."""


def digest_of(data: bytes) -> bytes:
    """Give the digest of bytes."""
    return blake2b(data, digest_size=SIZE).digest()


def digest_of_parts(*parts: bytes) -> bytes:
    """Give the digest of several byte strings; where each ends counts."""
    together = blake2b(digest_size=SIZE)
    for part in parts:
        together.update(len(part).to_bytes(8, "little"))
        together.update(part)
    return together.digest()


def signature_of(state: os.stat_result) -> Signature:
    """Give the signature of a file's state."""
    return state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


def clock_of(folder: Path) -> int:
    """Give the present moment as the file system of a folder tells it, in nanoseconds.

    Raises OSError when nothing can be written there.
    """
    probe = folder / ".clock"
    probe.touch()
    os.utime(probe)
    return probe.stat().st_ctime_ns


def file_digest(path: Path) -> bytes:
    """Give the digest of a file's bytes; raises OSError."""
    with path.open("rb") as file:
        return _of_file(file.fileno())


class FileDigests:
    """The digests of files, by path relative to a root or absolute; a known one is not read."""

    def __init__(self, root: Path, known: Mapping[str, Known], moment: int) -> None:
        """Begin with what was kept; files that changed later than `moment` are not trusted."""
        self._root = str(root)
        self._known = known
        self._trusted = moment - MARGIN
        self._seen: dict[str, Known | None] = {}
        """None: it is not there, or no file that can be read."""
        self._passing: set[str] = set()
        """Seen, but too young to be trusted the next time."""

    def of(self, path: str) -> bytes:
        """Give the digest of a regular file, links followed; b"" when it cannot be read."""
        if path not in self._seen:
            self._seen[path] = self._look(path)
        found = self._seen[path]
        return found[1] if found else b""

    def kept(self) -> dict[str, Known]:
        """Give what may be trusted the next time: of the files that were asked for."""
        return {
            path: known for path, known in self._seen.items() if known and path not in self._passing
        }

    def changed(self) -> set[str]:
        """Give the files that changed after they were asked for, even if they changed back."""
        return {
            path
            for path, known in self._seen.items()
            if self._signature(path) != (known[0] if known else None)
        }

    def _signature(self, path: str) -> Signature | None:
        try:
            state = os.stat(os.path.join(self._root, path))  # noqa: PTH116, PTH118
        except (OSError, ValueError):
            return None
        return signature_of(state) if stat.S_ISREG(state.st_mode) else None

    def _look(self, path: str) -> Known | None:
        absolute = os.path.join(self._root, path)  # noqa: PTH118 -- an absolute path stays as it is
        try:
            state = os.stat(absolute)  # noqa: PTH116 -- 10,000 of them: a Path costs twice as much
            if not stat.S_ISREG(state.st_mode):
                return None
            signature = signature_of(state)
            if max(signature[2:]) >= self._trusted:
                self._passing.add(path)
            else:
                known = self._known.get(path)
                if known and known[0] == signature:
                    return known
            with open(absolute, "rb") as file:  # noqa: PTH123
                return signature, _of_file(file.fileno())
        except (OSError, ValueError):
            return None


def _of_file(descriptor: int) -> bytes:
    """Give the digest of an open file, a piece at a time: a video may be large."""
    together = blake2b(digest_size=SIZE)
    while piece := os.read(descriptor, 1 << 20):
        together.update(piece)
    return together.digest()
