"""The pictures of a document, by names made from their digests, with the size they are shown in."""

import io
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

from PIL import Image

from generator.publication.pdf.press import Press
from generator.publication.pictures import ON_PAPER, for_word

_SCREEN: Final = 96.0
"""Pixels per inch of a picture that does not say."""
_POINTS: Final = 72.0
_LEAST: Final = 30.0
"""Pixels per inch; what says less says nonsense (1 in many PNGs)."""
_SHARE: Final = 0.8
"""Of the height of a page."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture as a document holds it."""

    name: str
    width: float
    """Points, as is its height; its natural size."""
    height: float

    def within(self, line: float, column: float) -> tuple[float, float]:
        """Give width and height in points, made smaller to fit, never larger."""
        scale = min(1.0, line / self.width, column * _SHARE / self.height)
        return self.width * scale, self.height * scale


@dataclass(slots=True)
class Album:
    """Pictures that were named so far."""

    pictures: dict[str, bytes] = field(default_factory=dict)
    press: Press | None = None
    """Draws drawings, with the fonts that were configured; None: with those that are found."""

    def add(self, path: Path) -> Shot:
        """Take a picture in; raises BiaoganError when it cannot be read."""
        data = for_word(path, self.press, ON_PAPER)
        shot = _shot(data)
        self.pictures[shot.name] = data
        return shot


@lru_cache(maxsize=256)
def _shot(data: bytes) -> Shot:
    with Image.open(io.BytesIO(data)) as image:
        ending = "jpg" if image.format == "JPEG" else "png"
        across, down = (_density(float(value)) for value in image.info.get("dpi", (0, 0)))
        width, height = image.size
    name = f"{blake2b(data, digest_size=12).hexdigest()}.{ending}"
    return Shot(name, width * _POINTS / across, height * _POINTS / down)


def _density(stated: float) -> float:
    return stated if stated >= _LEAST else _SCREEN
