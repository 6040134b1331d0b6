"""The pictures of a document: the names that its source calls them by, and how wide they print."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.publication.picture_sizes import shown_size

POINTS_PER_PIXEL: Final = 0.75
"""As on a page of the web: 96 pixels an inch."""
TALLEST: Final = 420.0
"""Points: a picture leaves room for its caption and some text."""
_WIDE: Final = 250.0
"""Points that one is high that is wider than high: a lower one leaves less of a page empty."""


@dataclass(slots=True)
class Album:
    """Pictures by the name of the file that Typst sees."""

    files: dict[str, bytes | Path] = field(default_factory=dict)
    _names: dict[Path, str] = field(default_factory=dict)

    def name(self, path: Path) -> str:
        """Give the name of a picture; a new one is taken in."""
        if path not in self._names:
            self._names[path] = f"picture-{len(self._names) + 1}{path.suffix.lower()}"
            self.files[self._names[path]] = path
        return self._names[path]


def printed_width(path: Path, tallest: float = TALLEST) -> float:
    """Give how wide a picture prints in points, where there is room; raises BiaoganError."""
    size = shown_size(path)
    width, height = size.width * POINTS_PER_PIXEL, size.height * POINTS_PER_PIXEL
    limit = min(tallest, _WIDE) if width > height else tallest
    return width * min(1.0, limit / height)
