"""A document that is being written: its form, its pictures and what it has counted so far."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Final, TypeAlias

from generator.pages.controls import for_xml
from generator.publication.blocks.tree import Blocks
from generator.publication.word.album import Album

Node: TypeAlias = dict[str, Any]
"""A block or an inline of pandoc's tree, as its JSON has it."""

A4_LINE: Final = 595.3 - 2 * 90.0
"""Points of a line on A4 with margins of 3.17 cm."""
A4_COLUMN: Final = 841.9 - 2 * 72.0
"""Points of a column of text on A4 with margins of 2.54 cm."""


class Profile(Enum):
    """For which form a tree is written."""

    WORD = auto()
    """Named styles, fields and bookmarks; for `docx` only."""
    BOOK = auto()
    """pandoc's own blocks and classes, no OpenXML; for `epub3` and HTML."""


@dataclass(slots=True)
class Draft:
    """One document; made anew for each, and used for all its texts in their order.

    Give `pictures` to `Pandoc.write` with the tree.
    """

    profile: Profile = Profile.WORD
    line: float = A4_LINE
    """Points: no picture is wider."""
    column: float = A4_COLUMN
    """Points: no picture is higher than four fifths of it, so that its caption stays by it."""
    album: Album = field(default_factory=Album)
    sequences: dict[str, int] = field(default_factory=dict)
    """The last number of each kind of caption."""
    notes: int = 0
    """Footnotes so far: Word numbers them through the whole document."""

    @property
    def is_word(self) -> bool:
        """Tell whether OpenXML and named styles may be written."""
        return self.profile is Profile.WORD

    @property
    def pictures(self) -> Mapping[str, bytes]:
        """Give the pictures that its texts name."""
        return self.album.pictures


@dataclass(slots=True)
class Part:
    """A text of a document: what its marks and links mean."""

    draft: Draft
    notes: tuple[Blocks, ...]
    prefix: str
    """Before each anchor: two chapters of a book may have the same."""
    shift: int
    """Added to the level of each heading."""
    anchors: frozenset[str]
    """Where links may lead."""
    labels: frozenset[str]
    """Anchors that are captions."""
    write: Callable[["Part", Blocks], list[Node]]
    """Gives blocks; notes and cells hold some."""
    room: float = 0.0
    """Points of a line in a cell; 0: as wide as the document's."""
    item: str = ""
    """Style of the items of lists in a cell or a box; empty: that of any list."""
    calls: dict[int, int] = field(default_factory=dict)
    """Notes that were called, with the number that the document gives them."""
    waiting: list[int] | None = None
    """While a note is written: it, and what it calls itself."""

    @property
    def line(self) -> float:
        """Give the points that a picture or a table may take across."""
        return self.room or self.draft.line

    def anchor(self, name: str) -> str:
        """Give the id of an anchor in this document."""
        return for_xml(self.prefix + name)


def styled(style: str, blocks: Sequence[Node]) -> Node:
    """Give blocks whose paragraphs have a named style."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], list(blocks)]}


def classed(name: str, blocks: Sequence[Node], identity: str = "") -> Node:
    """Give blocks in a division with a class."""
    return {"t": "Div", "c": [[identity, [name], []], list(blocks)]}


def words(text: str) -> Node:
    """Give text as one inline: a Str may hold spaces, and keeps them as they are."""
    return {"t": "Str", "c": text}


def paragraph(inlines: Sequence[Node]) -> Node:
    """Give inlines as a paragraph."""
    return {"t": "Para", "c": list(inlines)}


def plain_line(style: str, said: str) -> Node:
    """Give plain words as a paragraph of a named style."""
    return styled(style, [paragraph([words(for_xml(said))])])
