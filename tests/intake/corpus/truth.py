"""The truth of a made document: what a draft must have of it, told from the content alone."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tests.intake.corpus.content import (
    Block,
    CaseContent,
    Chart,
    Diagram,
    Display,
    Figure,
    Gallery,
    Group,
    Heading,
    Items,
    Paragraph,
    Picture,
    Row,
    Table,
    TextBox,
    Way,
    notes,
    seen,
)

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class PictureTruth:
    """A picture in its order."""

    kind: str
    digest: str
    caption: str | None
    """The caption without its label; nothing for a picture that shares its place with others."""


@dataclass(frozen=True, slots=True)
class Revisions:
    """How many revisions of each kind a document holds."""

    insertions: int = 0
    deletions: int = 0
    moves: int = 0
    comments: int = 0
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What a form says: for the front matter, and what must stay in the form."""

    front: Mapping[str, object]
    """Keys of the front matter → what an editor would type."""
    private: tuple[str, ...]
    """Texts that may stand neither in a draft nor in a remark."""


@dataclass(frozen=True, slots=True)
class Truth:
    """All that is true of a document."""

    title: str = ""
    enterprise: str = ""
    headings: tuple[tuple[int, str], ...] = ()
    paragraphs: tuple[str, ...] = ()
    """Every piece of text that a reader sees, in order; headings without their number, captions
    without their label, cells and list items each of their own."""
    tables: tuple[Table, ...] = ()
    pictures: tuple[PictureTruth, ...] = ()
    charts: tuple[Chart, ...] = ()
    loose_tables: int = 0
    """Tables that a draft may have or not: a chart's data, pictures side by side."""
    formulas: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    """Texts that must be in the draft or in the report: of charts, diagrams, groups, text boxes."""
    unseen: tuple[str, ...] = ()
    """Texts that must not come over: deleted, hidden, comments."""
    revisions: Revisions = field(default_factory=Revisions)
    facts: Facts | None = None

    @property
    def han(self) -> Counter[str]:
        """Give the Han characters of the body as a multiset."""
        return han((*self.paragraphs, *self.footnotes, *self.beside))


def han(texts: Iterable[str]) -> Counter[str]:
    """Count the Han characters of some texts."""
    return Counter(character for words in texts for character in _HAN.findall(words))


COMMENT = "批注：请核实这里的口径后再定稿"
"""What the comment beside each commented span says."""


def truth_of(content: CaseContent) -> Truth:
    """Tell the truth of a case."""
    spans = tuple(content.spans())
    ways = Counter(span.way for span in spans)
    unseen = tuple(s.text for s in spans if s.way in {Way.DELETED, Way.HIDDEN})
    return Truth(
        title=content.title,
        enterprise=content.enterprise,
        headings=tuple((one.level, one.text) for one in content.headings()),
        paragraphs=tuple(words for block in content.blocks for words in _texts(block)),
        tables=tuple(block for block in content.blocks if isinstance(block, Table)),
        pictures=tuple(picture for block in content.blocks for picture in _pictures(block)),
        charts=tuple(block for block in content.blocks if isinstance(block, Chart)),
        loose_tables=sum(isinstance(block, Chart | Gallery) for block in content.blocks),
        formulas=tuple(formula for block in content.blocks for formula in _formulas(block)),
        footnotes=tuple(
            note
            for block in content.blocks
            if isinstance(block, Paragraph)
            for note in notes(block)
        ),
        beside=tuple(words for block in content.blocks for words in _beside(block)),
        unseen=unseen + ((COMMENT,) if ways[Way.COMMENTED] else ()),
        revisions=Revisions(
            ways[Way.INSERTED],
            ways[Way.DELETED],
            ways[Way.MOVED_TO],
            ways[Way.COMMENTED],
            ways[Way.HIDDEN],
        ),
    )


def _texts(block: Block) -> Iterable[str]:
    match block:
        case Heading(text=words):
            yield words
        case Paragraph():
            yield seen(block)
        case Figure(caption=words):
            yield words
        case Gallery(captions=captions):
            yield from captions
        case Table(caption=words, rows=rows):
            yield from (one for one in (words, block.unit) if one)
            yield from (cell.text for row in rows for cell in row if cell.text)
        case Items(texts=texts):
            yield from texts
        case _:
            pass


def _pictures(block: Block) -> Iterable[PictureTruth]:
    if isinstance(block, Figure):
        yield _picture(block.picture, block.caption)
    if isinstance(block, Group | Gallery | Row):
        yield from (_picture(picture, None) for picture in block.pictures)


def _picture(picture: Picture, caption: str | None) -> PictureTruth:
    return PictureTruth(picture.kind, hashlib.sha256(picture.data).hexdigest(), caption)


def _formulas(block: Block) -> Iterable[str]:
    if isinstance(block, Display):
        yield block.formula
    if isinstance(block, Paragraph):
        yield from (span.text for span in block.spans if span.way is Way.FORMULA)


def _beside(block: Block) -> Iterable[str]:
    match block:
        case TextBox(text=words) | Group(text=words):
            yield words
        case Chart(title=title, categories=categories, series=series):
            yield from (title, *categories, *(name for name, _ in series))
        case Diagram(texts=texts):
            yield from texts
        case _:
            pass


def grid(table: Table) -> dict[tuple[int, int], str]:
    """Give a table's text by row and column; a merged cell's text stands at all its places."""
    places: dict[tuple[int, int], str] = {}
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in places:
                column += 1
            for down in range(cell.rows):
                for right in range(cell.columns):
                    places[row + down, column + right] = cell.text
            column += cell.columns
    return places
