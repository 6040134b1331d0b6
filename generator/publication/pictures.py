"""Pictures in a form that Word and PowerPoint know: PNG or JPEG."""

import os
import struct
import warnings
import zlib
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from generator.errors import BiaoganError
from generator.publication.pdf.coverage import named
from generator.publication.pdf.fonts import find_fonts
from generator.publication.pdf.literals import string
from generator.publication.pdf.press import Press
from generator.publication.picture_sizes import broken, shown_size
from generator.publication.svg_fonts import words_of
from generator.strings import text

DENSITY: Final = 160
"""Pixels an inch of a drawing at the width that it has on a page of the web."""
ON_PAPER: Final = 135
"""The same for a sheet of A4, where a drawing as wide as the web's column (525 points) is set 442
points wide: 160 pixels an inch of paper. At 200 a drawing takes twice as long, and drawings are
most of the time of a Word file."""
LARGEST: Final = 50_000_000
"""Pixels of a picture that is read at all."""
_POINTS: Final = 0.75
"""Points of a CSS pixel."""
_TEN_THOUSAND: Final = 10_000
_HEADER: Final = 33
"""Bytes of a PNG's signature and its first chunk."""
_METRE: Final = 0.0254
"""Metres of an inch."""
_ORIENTATION: Final = 0x0112
"""The field of EXIF that says how the camera was held."""


def for_word(path: Path, press: Press | None = None, density: int = DENSITY) -> bytes:
    """Give a picture as PNG or JPEG, which says how large it is shown by its pixels an inch.

    A PNG or JPEG stays as it is; a drawing is rasterised with `density` pixels an inch by `press`,
    or with the fonts that are found; of an animation the first picture is given.
    Raises BiaoganError where it is broken, too large, or has characters that no font has.
    """
    try:
        state = path.stat()
    except OSError as error:
        raise broken(path) from error
    if path.suffix.lower() == ".svg":
        tool = press or _press(os.getpid())
        return _drawing(path, (state.st_size, state.st_mtime_ns), tool, density)
    return _photograph(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=1)
def _press(_process: int) -> Press:
    return Press(find_fonts({}, ()))


@lru_cache(maxsize=64)
def _drawing(path: Path, _state: tuple[int, int], press: Press, density: int) -> bytes:
    size = shown_size(path)
    width, height = size.width * _POINTS, size.height * _POINTS
    _check_size(path, width / 72 * density, height / 72 * density)
    data = path.read_bytes()
    lacking = press.missing(words_of(data))
    if lacking:
        key = "publication_pdf.pictures.glyphs"
        raise BiaoganError(text(key, path=path.name, characters=named(lacking)))
    main = (
        f"#set page(width: {width:.3f}pt, height: {height:.3f}pt, margin: 0pt)\n"
        f'#image("/picture.svg", width: 100%, height: 100%, alt: {string(path.name)})'
    )
    try:
        drawn = press.png(main, {"picture.svg": data}, ppi=density)
    except BiaoganError as error:
        raise broken(path) from error
    return _with_density(drawn, density)


@lru_cache(maxsize=64)
def _photograph(path: Path, _bytes: int, _changed: int) -> bytes:
    try:
        with warnings.catch_warnings():
            # Our own limit is told below, in words that help.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            data = path.read_bytes()
            with Image.open(BytesIO(data)) as image:
                _check_size(path, image.width, image.height)
                image.load()
                return _converted(image, data)
    except (OSError, ValueError, SyntaxError, struct.error) as error:
        raise broken(path) from error
    except Image.DecompressionBombError as error:
        raise BiaoganError(str(error)) from error


def _converted(image: Image.Image, data: bytes) -> bytes:
    is_turned = image.getexif().get(_ORIENTATION, 1) != 1
    if image.format == "PNG" or (image.format == "JPEG" and not is_turned):
        return data
    out = BytesIO()
    upright = ImageOps.exif_transpose(image) if is_turned else image
    if image.format == "JPEG":
        upright.save(out, "JPEG", quality=92)
        return out.getvalue()
    plain = upright.convert("RGBA" if _is_transparent(upright) else "RGB")
    plain.save(out, "PNG")
    return out.getvalue()


def _is_transparent(image: Image.Image) -> bool:
    return image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info


def _check_size(path: Path, width: float, height: float) -> None:
    if width * height > LARGEST:
        limit = LARGEST // _TEN_THOUSAND
        size = {"width": round(width), "height": round(height)}
        raise BiaoganError(
            text("publication_pdf.pictures.huge", path=path.name, limit=limit, **size)
        )


def _with_density(png: bytes, density: int) -> bytes:
    """Give a PNG that says its pixels an inch (chunk pHYs, pixels a metre, before the data)."""
    across = round(density / _METRE)
    chunk = b"pHYs" + struct.pack(">IIB", across, across, 1)
    framed = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png[:_HEADER] + framed + _without(png[_HEADER:], b"pHYs")


def _without(chunks: bytes, kind: bytes) -> bytes:
    """Give PNG chunks without those of a kind."""
    kept = []
    place = 0
    while place + 8 <= len(chunks):
        length = 12 + int.from_bytes(chunks[place : place + 4], "big")
        if chunks[place + 4 : place + 8] != kind:
            kept.append(chunks[place : place + length])
        place += length
    return b"".join(kept)
