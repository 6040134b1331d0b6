"""The tools of one process: pandoc, the press with its fonts; each made when it is first used."""

import atexit
import os
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeVar, cast

from generator.config import Config
from generator.errors import BiaoganError
from generator.publication.pdf.fonts import Faces, find_fonts
from generator.writing import make_folder

if TYPE_CHECKING:  # what is already made needs neither, and they take long to load
    from generator.publication.pdf.press import Press
    from generator.publication.word.pandoc import Pandoc

Tool = TypeVar("Tool")

FONTS: Final = ".cache/fonts"
"""What was read of fonts, below the project's root."""


class Workshop:
    """Tools that are kept for many documents.

    A process that was forked makes its own: two cannot talk to one pandoc.
    """

    def __init__(self, config: Config) -> None:
        self.config = config
        self._tools: dict[tuple[int, str], object] = {}

    @property
    def pandoc(self) -> "Pandoc":
        """Give pandoc, running; raises BiaoganError."""
        return self._tool("pandoc", _pandoc)

    @property
    def press(self) -> "Press":
        """Give the press with its fonts; raises BiaoganError where a font is missing."""
        return self._tool("press", self._press)

    @property
    def drawing(self) -> "Press | None":
        """Give the press where there is one; a document without drawings needs none."""
        try:
            return self.press
        except BiaoganError:
            return None

    def _press(self) -> "Press":
        from generator.publication.pdf.press import Press  # noqa: PLC0415

        return Press(faces(self.config))

    def _tool(self, name: str, make: Callable[[], Tool]) -> Tool:
        """Give a tool of this process; one that could not be made is not tried again."""
        key = os.getpid(), name
        if key not in self._tools:
            try:
                self._tools[key] = make()
            except BiaoganError as error:
                self._tools[key] = error
        found = self._tools[key]
        if isinstance(found, BiaoganError):
            raise found
        return cast("Tool", found)


def faces(config: Config) -> Faces:
    """Give the fonts of the PDFs; raises BiaoganError where one that every PDF needs is missing."""
    memory = config.root / FONTS
    with suppress(OSError):  # then they are looked at each time
        make_folder(memory)
    return find_fonts(dict(config.fonts), (), memory if memory.is_dir() else None)


def _pandoc() -> "Pandoc":
    from generator.publication.word.pandoc import Pandoc  # noqa: PLC0415

    pandoc = Pandoc()
    pandoc.__enter__()
    atexit.register(pandoc.__exit__, None, None, None)
    return pandoc
