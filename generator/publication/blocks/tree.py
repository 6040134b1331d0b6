"""A text as a tree of frozen records.

It is read from the safe HTML that a page shows, so Word, PDF and EPUB hold the same text: numbers
of headings, captions and footnotes stand in it as the page shows them.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias


class Manner(StrEnum):
    """How a piece of running text is set off."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    MARK = "mark"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text; no line end in it, and white space as it is to be shown."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Text for machines."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Set:
    """Text that is set off."""

    manner: Manner
    inlines: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """A link. `target` is absolute, or `#anchor` of a heading, figure or table of this text.

    Where the site does not know its own address, a link to another page of it is no link but text.
    """

    target: str
    inlines: "Inlines"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture."""

    path: Path | None
    """The file, absolute; None where there is none on this disk: its description stands for it."""
    description: str
    """What it shows, for who cannot see it."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in TeX, without its dollar signs; as an inline or as a block."""

    tex: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Where a footnote is called; a later call of the same note repeats its number."""

    number: int


Inline: TypeAlias = Text | Code | Break | Set | Link | Picture | Formula | NoteMark
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 2 is a section, as on the page; 1 is the title of the document."""

    level: int
    number: str
    """As shown before the text, with the space that parts them: 一、 or （一） or empty."""
    inlines: Inlines
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inlines: Inlines


class CaptionKind(StrEnum):
    """What a caption numbers; each kind is counted for itself."""

    FIGURE = "figure"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption. Its label is its anchor too: 图1, 表2."""

    kind: CaptionKind
    number: int
    """From 1, 0 where it has none."""
    label: str
    """图1; empty where it has no number."""
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture on its own with the caption below, or none."""

    picture: Picture
    caption: Caption | None = None


class Alignment(StrEnum):
    """How the text of a cell stands."""

    NONE = ""
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    blocks: "Blocks"
    columns: int = 1
    """Columns that it spans; never beyond the table's edge."""
    rows: int = 1
    """Rows that it spans; never beyond the rows of head or body."""
    alignment: Alignment = Alignment.NONE
    is_header: bool = False


Row: TypeAlias = tuple[Cell, ...]
"""The cells that begin in a row; what spans from above is not in it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the caption above, or none."""

    columns: int
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    caption: Caption | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; each item is a sequence of blocks."""

    items: tuple["Blocks", ...]
    is_ordered: bool = False
    start: int = 1
    style: str = "1"
    """Of an ordered list, as HTML names it: 1 a A i I."""


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms, each with what it means."""

    items: tuple[tuple[Inlines, "Blocks"], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted blocks."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Alert:
    """A box that catches the eye."""

    kind: str
    """note, tip, important, warning, caution."""
    title: str
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines for machines, with their line ends."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | Figure
    | Table
    | ListBlock
    | Definitions
    | Quote
    | Alert
    | CodeBlock
    | Rule
    | Formula
)
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class BodyTree:
    """A whole text with its footnotes."""

    blocks: Blocks = ()
    notes: tuple[Blocks, ...] = field(default=())
    """Note `n` is `notes[n - 1]`."""

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no text."""
        return not self.blocks
