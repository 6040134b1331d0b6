"""What a made document says: a value from which the document and its truth both come."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How a piece of running text stands in the document."""

    PLAIN = "plain"
    BOLD = "bold"
    NOTE = "note"
    """Text of a footnote whose mark stands here."""
    FORMULA = "formula"
    """Key of a formula of `formulas`."""
    BREAK = "break"
    """A soft line break; no text."""
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved-from"
    MOVED_TO = "moved-to"
    COMMENTED = "commented"
    """Text with a comment beside it that no reader of the case should see."""
    HIDDEN = "hidden"
    CONTROL = "control"
    """Text in an inline content control."""
    SIMPLE_FIELD = "simple-field"
    """Text that a field shows (w:fldSimple)."""
    COMPLEX_FIELD = "complex-field"
    LINK = "link"
    """Text with a link to https://www.example.com/."""
    SPLIT = "split"
    """Text that Word cut into many runs, as after a spelling check."""


UNSEEN = frozenset({Way.DELETED, Way.MOVED_FROM, Way.HIDDEN, Way.BREAK, Way.FORMULA})
"""Ways of which no character is text of the document."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of running text."""

    text: str
    way: Way = Way.PLAIN


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; its number is a matter of the make."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    spans: tuple[Span, ...]
    spaces: bool = False
    """Indented by two full-width spaces instead of by its style."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its bytes."""

    name: str
    kind: str
    """png, jpeg, emf, wmf."""
    data: bytes
    vml: bool = False
    """Set in as Word 2003 did (w:pict), not as a drawing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in a paragraph of its own, its caption below."""

    picture: Picture
    caption: str


@dataclass(frozen=True, slots=True)
class Gallery:
    """Pictures side by side in a table without lines, their captions in its second row."""

    pictures: tuple[Picture, ...]
    captions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Several pictures in one paragraph."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at the place where it begins."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its caption above; each row holds the cells that begin in it."""

    caption: str
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1
    marks_header: bool = True
    """Whether Word knows of the header rows (w:tblHeader)."""
    unit: str = ""
    """A line between caption and table, at the right: 单位：万元."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list made by Word's numbering, one level."""

    texts: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Display:
    """A formula in a paragraph of its own."""

    formula: str


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text box as Word 2010 writes it: a shape, and the same once more in VML."""

    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """A group of shapes: pictures and a text."""

    pictures: tuple[Picture, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its cached values."""

    title: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]


@dataclass(frozen=True, slots=True)
class Diagram:
    """A SmartArt diagram."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents, as Word fills it."""

    wrapped: bool = True
    """In a content control of its own, as Word's gallery and WPS set it in."""


Block = (
    Heading
    | Paragraph
    | Figure
    | Gallery
    | Row
    | Table
    | Items
    | Display
    | TextBox
    | Group
    | Chart
    | Diagram
    | Contents
)


@dataclass(frozen=True, slots=True)
class CaseContent:
    """What a case says."""

    title: str
    enterprise: str
    blocks: tuple[Block, ...]

    def headings(self) -> tuple[Heading, ...]:
        """Give the headings in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    def spans(self) -> Iterator[Span]:
        """Yield all pieces of running text."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield from block.spans


def plain(words: str) -> Paragraph:
    """Give a paragraph of plain text."""
    return Paragraph((Span(words),))


def seen(paragraph: Paragraph) -> str:
    """Give a paragraph's text as its reader sees it, footnotes apart."""
    return "".join(
        span.text for span in paragraph.spans if span.way not in UNSEEN and span.way is not Way.NOTE
    )


def notes(paragraph: Paragraph) -> tuple[str, ...]:
    """Give the texts of a paragraph's footnotes."""
    return tuple(span.text for span in paragraph.spans if span.way is Way.NOTE)
