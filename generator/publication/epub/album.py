"""The pictures of an EPUB file: as they are published, drawings too."""

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from generator.errors import BiaoganError
from generator.publication.epub.drawings import safe_drawing
from generator.publication.pictures import for_word
from generator.publication.word.album import Album, Shot
from generator.strings import text

_KEPT: Final = frozenset({".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"})
"""Core media types of EPUB 3.3: every reader shows them."""


@dataclass(slots=True)
class BookAlbum(Album):
    """Pictures that were named so far; a drawing stays a drawing and is sharp in every size."""

    def add(self, path: Path) -> Shot:
        """Take a picture in; raises BiaoganError when it cannot be read."""
        ending = path.suffix.lower()
        try:
            data = path.read_bytes() if ending in _KEPT else for_word(path)
        except OSError as error:
            raise BiaoganError(
                text("publication_book.error.picture", path=path.name, why=error.strerror)
            ) from error
        ending = ending if ending in _KEPT else ".png"
        if ending == ".svg":
            data = safe_drawing(path, data)
        name = f"{blake2b(data, digest_size=12).hexdigest()}{ending}"
        self.pictures[name] = data
        # How large it is shown, the reader decides.
        return Shot(name, 1.0, 1.0)
