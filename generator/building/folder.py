"""The site's folder: what lies in it, files that appear whole, and nothing that nobody wants.

A file is written under another name and takes its place by a rename, so a visitor sees the old
page or the new one. What somebody put in its way (a file for a folder, a link) goes.
"""

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from generator.digests import Signature, signature_of

STAGING: Final = ".biaogan-new"
"""Folder of the site for files that are being written: on its disk, and hidden from visitors."""
_BINARY: Final = getattr(os, "O_BINARY", 0)
"""On Windows a file is text unless one says so."""


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in a site's folder, hidden things at its top apart: those are nobody's business."""

    files: Mapping[str, Signature]
    """By '/'-separated path."""
    folders: tuple[str, ...]
    """Each before those below it."""


def look(site: Path, *, clears: bool = True) -> Found:
    """Tell what lies in a folder, and remove what no build puts there: links, pipes, sockets.

    `clears` is False: it stays. Raises OSError.
    """
    files: dict[str, Signature] = {}
    folders: list[str] = []
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with os.scandir(f"{site}/{above}") as entries:
            for entry in entries:
                if not above and entry.name.startswith("."):
                    continue
                path = above + entry.name
                # Most entries are folders of one page: what they are is known without a look.
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                    waiting.append(f"{path}/")
                elif entry.is_file(follow_symlinks=False):
                    files[path] = signature_of(entry.stat(follow_symlinks=False))
                elif clears:
                    Path(entry.path).unlink()
    return Found(files, tuple(folders))


class SiteFolder:
    """Writes files whole; each process has its own names for what is unfinished."""

    def __init__(self, site: Path) -> None:
        self.site: Final = site
        self._staging = site / STAGING
        self._numbers = count()

    def begin(self) -> None:
        """Make room for unfinished files, and clear away what a kill left of earlier ones."""
        shutil.rmtree(self._staging, ignore_errors=True)
        if self._staging.is_symlink() or not self._staging.is_dir():  # whoever put it there
            self._staging.unlink(missing_ok=True)
        self._staging.mkdir(parents=True, exist_ok=True)

    def end(self) -> None:
        """Clear the room away."""
        shutil.rmtree(self._staging, ignore_errors=True)

    def path(self, uri: str) -> Path:
        """Give where a file of the site lies."""
        return self.site / uri

    def signature(self, uri: str) -> Signature:
        """Give the signature of a file; raises OSError when it is not there."""
        return signature_of(os.stat(f"{self.site}/{uri}", follow_symlinks=False))  # noqa: PTH116

    def put(self, uri: str, data: bytes) -> Signature:
        """Write a file and give its signature; raises OSError."""
        temporary = self._temporary()
        try:
            _write(temporary, data)
            return self._place(temporary, uri)
        except BaseException:
            _forget(temporary)
            raise

    def copy(self, uri: str, source: Path) -> Signature:
        """Copy a file and give the copy's signature; raises OSError."""
        temporary = self._temporary()
        try:
            shutil.copyfile(source, temporary)
            return self._place(temporary, uri)
        except BaseException:
            _forget(temporary)
            raise

    def make_room(self, folder: str, found: Found) -> None:
        """Make room for a folder that holds nothing but files; whatever is in its way goes."""
        if folder in found.files:
            self.path(folder).unlink()
        above = folder.rpartition("/")[0]
        for path in found.folders:
            if path.startswith(f"{above}/") and path != folder:
                shutil.rmtree(self.path(path), ignore_errors=True)

    def clear(self, found: Found, wanted: Collection[str]) -> int:
        """Remove files that are not wanted, and empty folders; tell how many files.

        Raises OSError.
        """
        gone = [path for path in found.files if path not in wanted]
        for path in gone:
            # It made room for a page.
            with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
                self.path(path).unlink()
        needed = set(folders_of(wanted))
        for folder in reversed(found.folders):
            if folder not in needed:
                with suppress(FileNotFoundError, NotADirectoryError):
                    self.path(folder).rmdir()
        return len(gone)

    def _temporary(self) -> str:
        return f"{self._staging}/{os.getpid()}-{next(self._numbers)}"

    def _place(self, temporary: str, uri: str) -> Signature:
        target = f"{self.site}/{uri}"
        try:
            os.replace(temporary, target)  # noqa: PTH105
        except OSError:
            # Of a new page most often its own folder alone is missing: to look at each folder
            # above it takes as long as to write the page (0.05 ms).
            with suppress(OSError):
                os.mkdir(target.rpartition("/")[0])  # noqa: PTH102
                os.replace(temporary, target)  # noqa: PTH105
                return signature_of(os.stat(target))  # noqa: PTH116
            self._make_way(uri)
            os.replace(temporary, target)  # noqa: PTH105
        return signature_of(os.stat(target))  # noqa: PTH116

    def _make_way(self, uri: str) -> None:
        """Make the folders of a file; whatever is in their way, or in the file's, goes."""
        target = self.path(uri)
        for folder in [*reversed(target.relative_to(self.site).parents)][1:]:
            place = self.site / folder
            if place.is_symlink() or (place.exists() and not place.is_dir()):
                with suppress(OSError):  # another process was quicker
                    place.unlink()
            place.mkdir(exist_ok=True)
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)


def folders_of(files: Collection[str]) -> Iterator[str]:
    """Yield the folders above files, each once."""
    seen: set[str] = set()
    for file in files:
        folder = file.rpartition("/")[0]
        while folder and folder not in seen:
            seen.add(folder)
            yield folder
            folder = folder.rpartition("/")[0]


def _write(path: str, data: bytes) -> None:
    """Write a new file; a file object would ask the system for four things more."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def _forget(temporary: str) -> None:
    with suppress(OSError):
        os.unlink(temporary)  # noqa: PTH108
