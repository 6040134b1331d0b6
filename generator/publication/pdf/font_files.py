"""The fonts of a machine, by the names that stand in their files.

Only static fonts: Typst sets a variable one in its default weight, which is often the thinnest.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from generator.digests import digest_of
from generator.keeping import keep, kept

ENVIRONMENT: Final = "BIAOGAN_FONTS"
"""Names further folders, parted as in PATH."""
SUFFIXES: Final = frozenset({".ttf", ".otf", ".ttc", ".otc"})
BOLD: Final = 600
"""From this weight on a font is bold."""
_NAMES: Final = frozenset({1, 16})
"""Records of the name table: family, typographic family."""
_UPRIGHT_OR_NOT: Final = 1
"""The bit of OS/2's fsSelection that says italic."""
_SYSTEM: Final = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
_OWN: Final = (
    ".fonts",
    ".local/share/fonts",
    "Library/Fonts",
    "AppData/Local/Microsoft/Windows/Fonts",
)
"""Below the home folder."""

Stamp = tuple[str, int, int]
"""Path, size in bytes, time of the last change in nanoseconds."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font; a collection holds several."""

    path: str
    """The file, links resolved."""
    index: int
    """Its place in a collection, else 0."""
    families: tuple[str, ...]
    """Every name of its family, in all languages."""
    weight: int
    """400 regular, 700 bold."""
    is_italic: bool

    @property
    def is_bold(self) -> bool:
        """Tell whether it is a bold one."""
        return self.weight >= BOLD


def font_folders(named: Iterable[Path] = ()) -> Iterator[Path]:
    """Yield the folders in which fonts are looked for; an earlier one wins."""
    yield from named
    yield from (Path(one) for one in os.environ.get(ENVIRONMENT, "").split(os.pathsep) if one)
    yield Path(sys.prefix) / "share" / "fonts"
    yield from (Path.home() / one for one in _OWN)
    yield from map(Path, _SYSTEM)


def scan(folders: Iterable[Path], memory: Path | None = None) -> tuple[FontFile, ...]:
    """Give the fonts in folders and those below, in the order of folders and names.

    `memory`: a folder where it is kept what was read, so that a file is read once.
    """
    place = memory / "names" if memory else None
    found = kept(place) if place else None
    known: dict[Stamp, tuple[FontFile, ...]] = found if isinstance(found, dict) else {}
    stamps = tuple(dict.fromkeys(stamp for folder in folders for stamp in _stamps(folder)))
    read = {stamp: known[stamp] if stamp in known else read_fonts(stamp[0]) for stamp in stamps}
    if place and read != known:
        keep(place, read)
    return tuple(font for fonts in read.values() for font in fonts)


def stamp_of(path: str) -> Stamp:
    """Give what a file is known by; raises OSError."""
    state = os.stat(path)  # noqa: PTH116 -- some machines have thousands of fonts
    return path, state.st_size, state.st_mtime_ns


def stamp_digest(stamps: Sequence[Stamp]) -> bytes:
    """Give the digest of stamps."""
    return digest_of(repr(tuple(stamps)).encode())


def read_fonts(path: str) -> tuple[FontFile, ...]:
    """Give the fonts of a file; none where it cannot be read, or where they are variable."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 -- closed here whatever fontTools meets
            if path.lower().endswith("c"):
                return tuple(_fonts(path, enumerate(TTCollection(file, lazy=True).fonts)))
            return tuple(_fonts(path, [(0, TTFont(file, lazy=True))]))
    except (OSError, TTLibError, KeyError, ValueError, AssertionError):
        return ()


def _stamps(folder: Path) -> Iterator[Stamp]:
    for parent, folders, names in os.walk(folder, followlinks=True):
        folders.sort()
        for name in sorted(names):
            if os.path.splitext(name)[1].lower() in SUFFIXES:  # noqa: PTH122
                try:
                    yield stamp_of(os.path.realpath(os.path.join(parent, name)))  # noqa: PTH118
                except OSError:
                    continue


def _fonts(path: str, fonts: Iterable[tuple[int, TTFont]]) -> Iterator[FontFile]:
    for index, font in fonts:
        if "fvar" in font:
            continue
        records = (one for one in font["name"].names if one.nameID in _NAMES)
        families = dict.fromkeys(one.toUnicode(errors="replace") for one in records)
        style = font["OS/2"]
        is_italic = bool(style.fsSelection & _UPRIGHT_OR_NOT)
        yield FontFile(path, index, tuple(families), style.usWeightClass, is_italic)
