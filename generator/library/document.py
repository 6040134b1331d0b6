"""A hand-written page of `docs/`: about, the editors' guide, the accessibility statement."""

from dataclasses import dataclass

from pydantic import Field

from generator.library.body import EMPTY_BODY, AnyBody
from generator.library.record import Record


class DocumentFrontMatter(Record):
    """The front matter of a hand-written page."""

    title: str = Field(min_length=1)
    """Title, the page's only level-1 heading."""
    description: str = ""
    """One sentence for search engines and lists."""
    demonstration: bool = False
    """True for a page that only speaks of the fictional cases; the same switch removes it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A hand-written page with its rendered body."""

    path: str
    """`docs/about.md`: '/'-separated, relative to the root."""
    front: DocumentFrontMatter
    body: AnyBody = EMPTY_BODY
