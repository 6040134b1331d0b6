"""Files as text: what may be read at all, as UTF-8, with lines that can be counted."""

import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.findings import Fault, Place
from generator.reading.outcome import Outcome

MAX_BYTES: Final = 2 * 1024 * 1024
MAX_LINE_CHARACTERS: Final = 100_000
_BOM: Final = b"\xef\xbb\xbf"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_HAN: Final = re.compile("[\u4e00-\u9fff]")

CONTROL: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""What no text may hold: controls but tab and line feed, the line ends that only some programs
count (U+2028, U+2029), direction overrides that make a text look like another, a BOM inside."""
_COMMON: Final = re.compile("[\t\n -~\xa0-\u2027\u206a-\ufefe\uff00-\ufffd]*")
"""What may stand in a text and mostly does: `re` repeats a set twice as quickly as it searches."""

_OPEN: Final = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY")
)
"""Never wait for a pipe; not every system has every flag."""


_NO_NAMES: Final = frozenset({"", ".", ".."})
"""Last steps of a path that name no file."""


@dataclass(frozen=True, slots=True)
class Project:
    """The files of the project, asked by their '/'-separated path relative to its root."""

    root: str
    """Absolute path of the root, links resolved."""
    _folders: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Folder → where it really lies, so that a file costs one look instead of one a step."""

    @classmethod
    def at(cls, root: Path) -> "Project":
        """Give the project whose root is the folder `root`."""
        return cls(os.path.realpath(root))

    def absolute(self, path: str) -> str | None:
        """Give where a file really lies, or None if that is outside the root."""
        try:
            real = self._real(path)
        except (OSError, ValueError):
            return None
        inside = real == self.root or real.startswith(self.root.rstrip(os.sep) + os.sep)
        return real if inside else None

    def _real(self, path: str) -> str:
        folder, _, name = path.rpartition("/")
        if name in _NO_NAMES or os.sep in name:
            return os.path.realpath(f"{self.root}/{path}")
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(f"{self.root}/{folder}")
        real = os.path.join(self._folders[folder], name)  # noqa: PTH118 -- `Path` takes five times as long
        try:
            is_link = stat.S_ISLNK(os.lstat(real).st_mode)
        except OSError:
            return real  # what is not there leads nowhere else
        return os.path.realpath(real) if is_link else real

    def exists(self, path: str) -> bool:
        """Tell whether a path is a regular file inside the root."""
        real = self.absolute(path)
        try:
            return real is not None and stat.S_ISREG(os.stat(real).st_mode)  # noqa: PTH116 -- as above
        except (OSError, ValueError):
            return False

    def read(self, path: str) -> Outcome[str]:
        """Read a file as text, lines ended by a line feed, without a byte order mark."""
        data = self.data(path)
        return Outcome(None, data.faults) if data.value is None else decode(path, data.value)

    def data(self, path: str) -> Outcome[bytes]:
        """Read the bytes of a file that may be read at all."""
        real = self.absolute(path)
        if real is None:
            return Outcome(None, (Fault(path, "file-outside-tree"),))
        try:
            data = _read_bytes(real, path)
        except (OSError, ValueError) as error:
            return Outcome(None, (_unreadable(path, error),))
        return Outcome(None, (data,)) if isinstance(data, Fault) else Outcome(data)


def decode(path: str, data: bytes) -> Outcome[str]:
    """Turn the bytes of a file into text; the faults say what stands in the way."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Outcome(None, (_encoding(path, data, error.start),))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    fault = _control(path, text) or _long_line(path, text)
    if fault:
        return Outcome(None, (fault,))
    if data.startswith(_BOM):
        return Outcome(text, (Fault(path, "file-byte-order-mark"),))
    return Outcome(text)


def position(text: str, offset: int) -> Place:
    """Give line and column of a character of the text."""
    start = text.rfind("\n", 0, offset) + 1
    return Place(line=text.count("\n", 0, offset) + 1, column=offset - start + 1)


def _read_bytes(real: str, path: str) -> bytes | Fault:
    """Read a regular file of bounded size; never wait for a pipe or a device."""
    descriptor = os.open(real, _OPEN)
    try:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            return Fault(path, "file-unreadable", values={"variant": "not-regular"})
        # One byte more tells that it grew meanwhile, or that its size is not known.
        data = _read_most(descriptor, min(state.st_size, MAX_BYTES) + 1)
        if len(data) > state.st_size:
            data += _read_most(descriptor, MAX_BYTES + 1 - len(data))
    finally:
        os.close(descriptor)
    if len(data) > MAX_BYTES:
        size = max(state.st_size, len(data)) / 1024 / 1024
        values = {"size": f"{size:.1f}", "limit": MAX_BYTES // 1024 // 1024}
        return Fault(path, "file-too-large", values=values)
    return data


def _read_most(descriptor: int, count: int) -> bytes:
    """Read so many bytes, or all that there are; a file object costs 8 µs more."""
    data = os.read(descriptor, count)
    while 0 < len(data) < count and (more := os.read(descriptor, count - len(data))):
        data += more
    return data


def _unreadable(path: str, error: Exception) -> Fault:
    variants: dict[type[Exception], str] = {
        FileNotFoundError: "missing",
        PermissionError: "permission",
        IsADirectoryError: "not-regular",
    }
    return Fault(path, "file-unreadable", values={"variant": variants.get(type(error), "other")})


def _encoding(path: str, data: bytes, offset: int) -> Fault:
    before = data[:offset].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    values = {"variant": _guess_encoding(data)}
    return Fault(path, "file-encoding", position(before, len(before)), values)


def _guess_encoding(data: bytes) -> str:
    if data.startswith(_UTF_16):
        return "utf-16"
    try:
        return "gbk" if _HAN.search(data.decode("gb18030")) else "other"
    except UnicodeDecodeError:
        return "other"


def _control(path: str, text: str) -> Fault | None:
    common = _COMMON.match(text)
    match = CONTROL.search(text, common.end() if common else 0)
    if not match:
        return None
    values = {"character": f"U+{ord(match[0]):04X}"}
    return Fault(path, "file-control-character", position(text, match.start()), values)


def _long_line(path: str, text: str) -> Fault | None:
    if len(text) <= MAX_LINE_CHARACTERS:
        return None
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE_CHARACTERS:
            place = Place(line=number, column=MAX_LINE_CHARACTERS + 1)
            values = {"characters": len(line), "limit": MAX_LINE_CHARACTERS}
            return Fault(path, "line-too-long", place, values)
    return None
