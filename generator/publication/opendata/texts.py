"""The plain texts of bodies, kept from build to build: of a library, one edit changes one.

To read a body as a tree takes as long as to write and index its text, and the database is written
whole whenever any text changed.
"""

from contextlib import suppress
from pathlib import Path

from generator.keeping import keep, kept
from generator.library.body import AnyBody
from generator.program import program_digest
from generator.publication.blocks.place import Place
from generator.publication.blocks.plain import plain_text
from generator.publication.blocks.reading import read_body

_NOWHERE = Place("", "", {})
"""A text without form has no links and no pictures: where it stands makes no difference."""


def body_text(body: AnyBody) -> str:
    """Give the text of a body as readers of the page read it, without form."""
    if body.is_empty:
        return ""
    tree = read_body(body, _NOWHERE)
    return plain_text(tree.blocks, tree.notes)


class Texts:
    """Texts of bodies; what an earlier build read is not read again."""

    def __init__(self, place: Path | None = None) -> None:
        """Begin with what lies at `place`, a file; None: with nothing."""
        self._place = place
        self._known = _known(place)
        self._used: dict[bytes, str] = {}

    def of(self, body: AnyBody) -> str:
        """Give the text of a body."""
        digest = body.digest
        if digest not in self._used:
            known = self._known.get(digest)
            self._used[digest] = body_text(body) if known is None else known
        return self._used[digest]

    def keep(self) -> None:
        """Keep the texts that were asked for, and no others, where that can be."""
        if self._place and self._used.keys() != self._known.keys():
            with suppress(OSError):
                keep(self._place, (program_digest(), self._used))


def _known(place: Path | None) -> dict[bytes, str]:
    match kept(place) if place else None:
        case (bytes(program), dict(texts)) if program == program_digest():
            return texts
        case _:
            return {}
