"""Papers: each file of `papers/` says what a document holds, line by line, and what is true of it.

A line begins with its kind: `H1 一、|企业简介` is a heading of the first level whose number is
typed; `P` a paragraph; `TI` a line of the title; `X` a line of a cover; `CAP 图1 |题` a caption of
what follows, `CAP^` of what stands before; `U` a unit line; `FIG`, `PAIR` pictures; `| a | b |` a
row of a table; `L` an item by Word's numbering; `B` an empty paragraph. Lines that begin with `@`
say how it is made. Within a line `**` makes bold, `⏎` is a soft line break, `⇥` a tab and
`[^ ]` a footnote.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.intake.corpus.content import Cell, Table

HERE: Final = Path(__file__).resolve().parent / "papers"
_LINE: Final = re.compile(r"(H[1-5]|TI|CAP\^?|FIG|PAIR|HEAD|[PXULBC])(?: (.*))?\Z")
_NOTE: Final = re.compile(r"\[\^(.*?)\]")
_MARKS: Final = re.compile(r"\*\*|⏎|⇥")
_PROPERTY: Final = re.compile(r"(\w+)(?:=(\S+))?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paper."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a document holds and how it is made."""

    name: str
    title: str
    frame: str
    """plain, cells (each paragraph in a table of one cell), box (all in one), soft, web."""
    styles: str
    """Whose names of styles: word, wps, chinese; `auto` behind it when the style numbers too."""
    looks: Mapping[str, Mapping[str, str]]
    """Kind of a line → its direct formatting."""
    lines: tuple[Line, ...]

    @property
    def headings(self) -> tuple[tuple[int, str], ...]:
        """Give the headings with their level, numbers left out."""
        found = (one for one in self.lines if one.kind[0] == "H" and one.kind != "HEAD")
        return tuple((int(one.kind[1]), unmarked(one.text.split("|", 1)[-1])) for one in found)

    @property
    def captions(self) -> tuple[str, ...]:
        """Give the captions without their labels."""
        return tuple(
            unmarked(one.text.split("|", 1)[-1]) for one in self.lines if one.kind.startswith("CAP")
        )

    @property
    def tables(self) -> tuple[Table, ...]:
        """Give the tables; their captions are compared apart."""
        heads, found = 1, []
        for one in self.lines:
            if one.kind == "HEAD":
                heads = int(one.text)
            if one.kind == "TABLE":
                found.append(Table("", merged(one.rows), heads))
                heads = 1
        return tuple(found)

    @property
    def footnotes(self) -> tuple[str, ...]:
        """Give the texts of the footnotes."""
        return tuple(note for one in self.lines for note in _NOTE.findall(one.text))

    @property
    def texts(self) -> tuple[str, ...]:
        """Give what a reader sees, numbers and labels, footnotes and the cover apart."""
        words = (
            _NOTE.sub("", unmarked(one.text.split("|", 1)[-1]))
            for one in self.lines
            if one.kind not in {"TI", "X", "TABLE", "HEAD", "FIG", "PAIR"}
        )
        cells = (cell for one in self.lines for row in one.rows for cell in row)
        return tuple(one for one in (self.title, *words, *cells) if one not in {"", "^", "<"})

    @property
    def cover(self) -> tuple[str, ...]:
        """Give the lines of the cover."""
        return tuple(one.text for one in self.lines if one.kind == "X")

    @property
    def pictures(self) -> tuple[int, ...]:
        """Give the numbers of the pictures in order."""
        lines = (one.text for one in self.lines if one.kind in {"FIG", "PAIR"})
        return tuple(int(number) for text in lines for number in text.split())


@dataclass(slots=True)
class _Reading:
    """A paper being read."""

    settings: dict[str, str] = field(default_factory=dict)
    looks: dict[str, dict[str, str]] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def take(self, text: str) -> None:
        """Take a line."""
        if text.startswith("|"):
            self.rows.append(tuple(one.strip() for one in text.strip("|").split("|")))
            return
        self.end_table()
        if text.startswith("@look "):
            _, kind, rest = text.split(" ", 2)
            self.looks[kind] = dict(_PROPERTY.findall(rest))
        elif text.startswith("@"):
            name, value = text[1:].split(" ", 1)
            self.settings[name] = value
        elif text:
            match = _LINE.match(text)
            assert match, text
            self.lines.append(Line(match[1], match[2] or ""))

    def end_table(self) -> None:
        """Close the table that is open."""
        if self.rows:
            self.lines.append(Line("TABLE", rows=tuple(self.rows)))
            self.rows = []


def unmarked(text: str) -> str:
    """Give a text without its marks; footnotes stay."""
    return _MARKS.sub("", text)


def merged(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    """Give rows of cells: `<` belongs to the cell at its left, `^` to the one above."""
    found: list[tuple[Cell, ...]] = []
    for number, row in enumerate(rows):
        cells = []
        for column, text in enumerate(row):
            if text in {"<", "^"}:
                continue
            across = 1
            while column + across < len(row) and row[column + across] == "<":
                across += 1
            down = 1
            while number + down < len(rows) and rows[number + down][column] == "^":
                down += 1
            cells.append(Cell(text, across, down))
        found.append(tuple(cells))
    return tuple(found)


def read_paper(path: Path) -> Paper:
    """Read a paper."""
    reading = _Reading()
    for line in path.read_text(encoding="utf-8").splitlines():
        reading.take(line)
    reading.end_table()
    settings = reading.settings
    return Paper(
        name=path.stem,
        title=settings["title"],
        frame=settings.get("frame", "plain"),
        styles=settings.get("styles", "word"),
        looks=reading.looks,
        lines=tuple(reading.lines),
    )


def papers() -> tuple[Paper, ...]:
    """Give all papers by name."""
    return tuple(read_paper(path) for path in sorted(HERE.glob("*.txt")))
