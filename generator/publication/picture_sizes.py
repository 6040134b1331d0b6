"""How large a picture is shown, without decoding it."""

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from lxml import etree
from PIL import Image

from generator.errors import BiaoganError
from generator.strings import text

_LENGTH: Final = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|)\s*")
_PIXELS: Final = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}
"""Of a unit of length, as CSS counts."""
_DEFAULT: Final = (300.0, 150.0)
"""Pixels of a picture that does not say how large it is, as browsers take it."""
_BOX: Final = 4
_LONGEST: Final = 1_000_000
"""Pixels that no picture is long; a drawing may say what it likes."""


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a picture as a page of the web shows it, in CSS pixels."""

    width: float
    height: float


def shown_size(path: Path) -> Size:
    """Give the size of a picture; raises BiaoganError where it is broken or not there."""
    try:
        state = path.stat()
    except OSError as error:
        raise broken(path) from error
    return _size(path, state.st_size, state.st_mtime_ns)


def broken(path: Path) -> BiaoganError:
    """Give the error for a picture that cannot be read."""
    return BiaoganError(text("publication_pdf.pictures.broken", path=path.name))


@lru_cache(maxsize=1024)
def _size(path: Path, _bytes: int, _changed: int) -> Size:
    size = _svg_size(path) if path.suffix.lower() == ".svg" else _raster_size(path)
    if not (0 < size.width < _LONGEST and 0 < size.height < _LONGEST):
        raise broken(path)
    return size


def _raster_size(path: Path) -> Size:
    try:
        with warnings.catch_warnings():
            # Only the header is read here: a large picture is no danger yet.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path) as image:
                return Size(float(image.width), float(image.height))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise broken(path) from error


def _svg_size(path: Path) -> Size:
    try:
        with path.open("rb") as file:
            options = {"resolve_entities": False, "no_network": True, "load_dtd": False}
            _, root = next(iter(etree.iterparse(file, events=("start",), **options)))
            stated = {name: str(root.get(name, "")) for name in ("width", "height", "viewBox")}
    except (OSError, etree.XMLSyntaxError, StopIteration) as error:
        raise broken(path) from error
    width, height = _pixels(stated["width"]), _pixels(stated["height"])
    try:
        box = [float(one) for one in stated["viewBox"].replace(",", " ").split()]
    except ValueError:
        box = []
    if len(box) == _BOX and box[2] > 0 and box[3] > 0:
        ratio = box[3] / box[2]
        if width:
            return Size(width, height or width * ratio)
        return Size(height / ratio, height) if height else Size(box[2], box[3])
    return Size(width or _DEFAULT[0], height or _DEFAULT[1])


def _pixels(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _PIXELS[found[2]] if found else 0.0
