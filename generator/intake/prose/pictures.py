"""Pictures of a document: known by their first bytes, under names of ours, each once."""

import io
import struct
import warnings
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from PIL import Image

from generator.intake.prose.metafiles import drawing, plain_svg, unpacked
from generator.intake.prose.saying import Report
from generator.intake.prose.tree import Node, image, text_of
from generator.intake.remarks import RemarkKind
from generator.intake.wordings import pattern

MAX_BYTES: Final = 30 * 1024 * 1024
MAX_PIXELS: Final = 50_000_000
"""Five times what a telephone's camera gives; a larger one is a bomb or a mistake."""
MAX_PICTURES: Final = 300
_TINY: Final = 16
_LINE: Final = 4
"""Pixels of a ruler drawn as a picture."""
_GPS: Final = 0x8825
_PILLOW: Final[Mapping[str, str]] = {
    "png": "PNG",
    "jpg": "JPEG",
    "gif": "GIF",
    "webp": "WEBP",
    "bmp": "BMP",
    "tif": "TIFF",
}
_BEGINNINGS: Final[Mapping[str, tuple[bytes, ...]]] = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "bmp": (b"BM",),
    "tif": (b"II*\0", b"MM\0*"),
    "gz": (b"\x1f\x8b",),
    "wmf": (b"\xd7\xcd\xc6\x9a", b"\x01\0\x09\0\0\x03", b"\x01\0\x09\0\0\x01"),
}
_BROKEN: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What Pillow raises on damaged pictures."""


@dataclass(slots=True)
class Pictures:
    """The pictures taken so far from one document."""

    media: Path
    folder: str
    """Relative to the draft."""
    report: Report
    files: dict[str, Path | bytes] = field(default_factory=dict)
    """Name → where the bytes lie, or the bytes when they were made here."""
    _known: dict[str, str] = field(default_factory=dict)
    """Digest of the bytes as they came → name, or nothing when it was not taken."""

    def take(self, node: Node, place: str) -> Node | None:
        """Give a picture under its new name and with the words behind it that say something."""
        words, target = text_of(node["c"][1]), str(node["c"][2][0])
        path = self._path(target)
        if path is None:
            self.report.say(RemarkKind.LOST, "picture_missing", place)
            return None
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""
        digest = sha256(data).hexdigest()
        if digest not in self._known:
            self._known[digest] = self._name(path, data, place)
        name = self._known[digest]
        return image(meaningful(words), f"{self.folder}/{name}") if name else None

    def _path(self, target: str) -> Path | None:
        """Find a picture among those that pandoc wrote; nothing else is ever read."""
        root = self.media.resolve()
        for path in (Path(target), self.media / target):
            try:
                found = path.resolve()
                if found.is_relative_to(root) and found.is_file():
                    return found
            except (OSError, ValueError, RuntimeError):
                continue
        return None

    def _name(self, path: Path, data: bytes, place: str) -> str:
        if not data or len(self.files) >= MAX_PICTURES:
            self.report.say(RemarkKind.LOST, "picture_large", place)
            return ""
        ending = sniff(data)
        if ending == "gz":
            data = unpacked(data)
            ending = sniff(data)
        if ending in ("emf", "wmf", "svg"):
            return self._drawn(ending, data, place)
        if ending not in _PILLOW:
            self.report.say(RemarkKind.LOST, "picture_unknown", place)
            return ""
        try:
            return self._painted(ending, path, data, place)
        except Image.DecompressionBombError:
            self.report.say(RemarkKind.LOST, "picture_large", place)
            return ""
        except _BROKEN:
            self.report.say(RemarkKind.LOST, "picture_broken", place)
            return ""

    def _drawn(self, ending: str, data: bytes, place: str) -> str:
        made = plain_svg(data) if ending == "svg" else drawing(data)
        if not made:
            name = "picture_svg" if ending == "svg" else "picture_metafile"
            self.report.say(RemarkKind.LOST, name, place)
            return ""
        if ending != "svg":
            self.report.say(RemarkKind.LOOK, "picture_drawn", place, kind=ending.upper())
        return self._keep("svg", made)

    def _painted(self, ending: str, path: Path, data: bytes, place: str) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            opened = Image.open(io.BytesIO(data), formats=[_PILLOW[ending]])
            width, height = opened.size
            if width * height > MAX_PIXELS:
                self.report.say(RemarkKind.LOST, "picture_large", place)
                return ""
            if max(width, height) < _TINY or min(width, height) < _LINE:
                self.report.say(RemarkKind.LOST, "picture_tiny", place, width=width, height=height)
                return ""
            if _GPS in opened.getexif():
                self.report.say(RemarkKind.PRIVATE, "picture_place", place)
            opened.load()
            if ending not in ("bmp", "tif"):
                return self._keep(ending, path)
            if getattr(opened, "n_frames", 1) > 1:
                self.report.say(RemarkKind.LOST, "picture_frames", place)
            made = io.BytesIO()
            mode = opened.mode if opened.mode in ("1", "L", "LA", "P", "RGB", "RGBA") else "RGB"
            opened.convert(mode).save(made, "PNG")
        return self._keep("png", made.getvalue())

    def _keep(self, ending: str, content: Path | bytes) -> str:
        name = f"tu-{len(self.files) + 1}.{ending}"
        self.files[name] = content
        return name


def sniff(data: bytes) -> str:
    """Tell what a picture is by its first bytes: the usual ending of its name, or nothing."""
    for ending, beginnings in _BEGINNINGS.items():
        if data.startswith(beginnings):
            return ending
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[:4] == b"\x01\0\0\0" and data[40:44] == b" EMF":
        return "emf"
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    return "svg" if head.startswith(b"<") and b"<svg" in head else ""


def meaningful(words: str) -> str:
    """Give the words behind a picture unless Word or a camera wrote them."""
    words = " ".join(words.split())
    return "" if pattern("intake_prose.pattern.alt_idle").search(words) else words
