"""The finder's files: each is named by a digest of its content, all lie in one folder.

A file never changes, so a browser may keep it for ever; only the manifest has a fixed name.
"""

import errno
import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from generator.digests import Signature, signature_of
from generator.errors import BiaoganError
from generator.strings import text
from generator.writing import write_over

VERSION: Final = 1
"""Of the manifest and of all that it names."""
FOLDER: Final = "search/data"
"""Below the site's root."""
MANIFEST: Final = "search/index.json"
"""Names all other files; below the site's root."""
NAME_LENGTH: Final = 12
"""Hexadecimal digits: 48 bits tell 10,000 files apart with a chance of 1 in 5 million."""


class DamagedError(BiaoganError):
    """A file of the finder is missing or damaged; `str()` of it says which or how."""


def name_of(data: bytes) -> str:
    """Give the name that belongs to a content."""
    return hashlib.sha256(data).hexdigest()[:NAME_LENGTH]


def put(folder: Path, data: bytes, ending: str = ".bin", name: str = "") -> str:
    """Write a file into `folder`, whole, and give its name without the ending.

    Nothing is written when it is there. Raises OSError.
    """
    name = name or name_of(data)
    path = folder / f"{name}{ending}"
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return name
    except OSError:  # not there, or no file: what stands in the way is said when it is written
        pass
    if not folder.is_dir():  # the preview was stopped, and its folder went away: it stays away
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder))
    write_over(path, data)
    return name


def put_json(shelf: "Shelf", value: object) -> str:
    """Write a value twice, as plain JSON and compressed, and give the one name of both files.

    Nothing is done when both are there and known to be right.

    `.bin` (gzip bytes under a name that no server unpacks) is what browsers with
    DecompressionStream fetch, so that a host without compression costs nothing; `.json` is for
    the others and for programs.
    """
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    name = name_of(data)
    if not shelf.has(both(name)):
        put(shelf.folder, data, ".json", name)
        put(shelf.folder, _compressed(data), ".bin", name)
    return name


def both(name: str) -> tuple[str, str]:
    """Give the files that `put_json` wrote under a name."""
    return f"{name}.json", f"{name}.bin"


def is_right(path: Path) -> bool:
    """Tell whether a file holds what its name says; a compressed one, what the plain one says."""
    try:
        data = path.read_bytes()
        if name_of(data) == path.stem:
            return True
        plain = path.with_suffix(".json").read_bytes() if path.suffix == ".bin" else b""
    except OSError:
        return False
    return bool(plain) and name_of(plain) == path.stem and data == _compressed(plain)


class Shelf:
    """What lies in the finder's folder; a file is read only when nobody knows it."""

    def __init__(self, folder: Path, known: Mapping[str, Signature]) -> None:
        """Look at the folder, which is there; `known` are the signatures of right files."""
        self.folder: Final = folder
        self._known = dict(known)
        self._there = _signatures(folder)

    def has(self, names: Iterable[str]) -> bool:
        """Tell whether all these files are there and hold what they should."""
        return not self.missing(names)

    def missing(self, names: Iterable[str]) -> frozenset[str]:
        """Give those of these files that must be written."""
        known = self._known.get
        found = {
            name
            for name in names
            if (signature := self._there.get(name)) is None
            or (signature != known(name) and not self._is_right(name, signature))
        }
        return frozenset(found)

    def signatures(self, names: Iterable[str], *, is_new: bool) -> dict[str, Signature]:
        """Give the signatures of files that this build wrote (`is_new`) or found right."""
        there = _signatures(self.folder) if is_new else self._known
        return {name: there[name] for name in names if name in there}

    def _is_right(self, name: str, signature: Signature) -> bool:
        if not is_right(self.folder / name):
            return False
        self._known[name] = signature
        return True


def _signatures(folder: Path) -> dict[str, Signature]:
    with os.scandir(folder) as entries:
        return {
            entry.name: signature_of(entry.stat(follow_symlinks=False))
            for entry in entries
            if entry.is_file(follow_symlinks=False)
        }


def _compressed(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


@contextmanager
def reading() -> Iterator[None]:
    """Raise DamagedError in place of what reading a missing or damaged file raises.

    Only around what reads: anywhere else these are faults of ours, and keep their traceback.
    """
    try:
        yield
    except OSError as error:
        raise DamagedError(f"{error.strerror} {error.filename}") from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        # Whatever else stands in a file than what belongs there.
        raise DamagedError(text("search.damaged_value")) from error


def get_json(folder: Path, name: str) -> Mapping[str, object]:
    """Read a value that `put_json` wrote."""
    value: Mapping[str, object] = json.loads((folder / f"{name}.json").read_bytes())
    return value
