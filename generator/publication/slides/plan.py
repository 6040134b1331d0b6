"""What each slide shows, before any of it is drawn."""

from dataclasses import dataclass
from pathlib import Path

from generator.publication.manuscripts.slides import ChartManuscript
from generator.publication.slides.points import Point


@dataclass(frozen=True, slots=True)
class Cover:
    """The first slide."""

    byline: str
    facts: tuple[tuple[str, str], ...]
    mark: str
    """The sentence that says that the case is fictional, or empty."""
    address: str
    number: str
    """Where the case is found when there is no address."""


@dataclass(frozen=True, slots=True)
class Points:
    """Lines of text; a slide that would run over goes on on further ones."""

    points: tuple[Point, ...]
    is_plain: bool = False
    """Running text: no bullets."""


@dataclass(frozen=True, slots=True)
class PictureShown:
    """A figure of the text."""

    path: Path
    description: str
    caption: str
    points: tuple[Point, ...] = ()
    """A line or two above it."""
    drawn: bytes = b""
    """As PNG or JPEG, once it was read."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell where it begins."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    alignment: str = ""
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    columns: int
    rows: int
    head: int
    """How many of the rows are its head; each slide repeats them."""
    cells: tuple[GridCell, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class Discussion:
    """Empty lines for the trainer."""


@dataclass(frozen=True, slots=True)
class Closing:
    """Where it comes from and how it is cited."""

    points: tuple[Point, ...]
    address: str


Content = Cover | Points | PictureShown | Grid | ChartManuscript | Discussion | Closing


@dataclass(frozen=True, slots=True)
class Slide:
    """One subject; drawn on one slide, or on several where it does not fit."""

    title: str
    content: Content
    section: str = ""
    """The section that the title belongs to, shown above it; empty where the title says it."""
    notes: str = ""
    """For the speaker: all that the text says of the subject."""
