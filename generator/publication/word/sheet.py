"""How a Word document looks, as frozen values: its page and its styles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from generator.library.paper import Typeface


class Side(StrEnum):
    """How a paragraph stands between its margins (`w:jc`)."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"
    SPREAD = "distribute"


class Kind(StrEnum):
    """What a style applies to."""

    PARAGRAPH = "paragraph"
    CHARACTER = "character"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Border:
    """Lines around a paragraph or a table."""

    sides: tuple[str, ...] = ("top", "left", "bottom", "right")
    """Of these, for a table also insideH and insideV; in this order."""
    eighths: int = 4
    """Width of the lines in eighths of a point."""
    colour: str = "auto"
    """Six hexadecimal digits."""
    gap: int = 0
    """Points between line and text, at most 31."""
    line: str = "single"
    """As `w:val` names it: single, double, thick …"""


@dataclass(frozen=True, slots=True)
class Look:
    """A style; what is None is as in the style that it is based on."""

    base: str = "Normal"
    """Name of the style that it is based on; empty: on none."""
    next: str = ""
    """Name of the style of the paragraph behind it; empty: the same."""
    kind: Kind = Kind.PARAGRAPH
    face: Typeface | None = None
    """Of Chinese characters; Latin ones have `latin`."""
    latin: str = ""
    size: float | None = None
    """Points."""
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    colour: str = ""
    """Six hexadecimal digits."""
    shade: str = ""
    """Of the background; six hexadecimal digits."""
    raised: bool = False
    """Superscript."""
    tracking: float | None = None
    """Points added after each character; negative: closer."""
    side: Side | None = None
    first_line: float | None = None
    """Indent of the first line, in characters; negative: of the others (a hanging indent)."""
    left: float | None = None
    """Indent in characters, as is `right`."""
    right: float | None = None
    before: float | None = None
    """Points above."""
    after: float | None = None
    """Points below."""
    line: float | None = None
    """Points from line to line, exactly; 0: single."""
    border: Border | None = None
    tabs: tuple[tuple[str, float], ...] = ()
    """Kind and place, in millimetres from the left margin."""
    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break: bool | None = None
    """Begins a page."""
    snap: bool | None = None
    """Whether lines stand on the page's grid."""
    outline: int | None = None
    """Level in the navigation, from 0."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page; lengths in millimetres, A4 with Word's own margins for Chinese."""

    width: float = 210.0
    height: float = 297.0
    top: float = 25.4
    bottom: float = 25.4
    left: float = 31.75
    right: float = 31.75
    header: float = 15.0
    """From the edge of the paper to the header, as is `footer`."""
    footer: float = 17.5
    pitch: float = 0.0
    """Points from line to line of the grid (`docGrid type="lines"`); 0: no grid.

    Never `linesAndChars`: LibreOffice sets 21 characters in a line where 28 belong.
    """
    mirrored: bool = False
    """Inner and outer margins change places on even pages."""
    first_number: int | None = None
    """Number of the first page."""

    @property
    def line(self) -> float:
        """Give the width of a line in points."""
        return (self.width - self.left - self.right) * 72 / 25.4

    @property
    def column(self) -> float:
        """Give the height of the text in points."""
        return (self.height - self.top - self.bottom) * 72 / 25.4


@dataclass(frozen=True, slots=True)
class Margins:
    """What stands in the margin: paragraphs as OpenXML (`reference.page_number` makes one)."""

    default: str = ""
    """On every page, or on the odd ones where `even` is given."""
    even: str = ""
    first: str = ""
    """On the first page."""
    has_first: bool = False
    """Whether the first page differs; with an empty `first` it has none."""


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """A page and styles: all that a reference document holds."""

    page: Page = field(default_factory=Page)
    styles: Mapping[str, Look] = field(default_factory=lambda: MappingProxyType({}))
    """By name (names.Style or others); every style that a tree asks for must be here."""
    header: Margins = field(default_factory=Margins)
    footer: Margins = field(default_factory=Margins)
    item: float = 14.0
    """Points of a character of the text: how far the items of lists are indented."""
