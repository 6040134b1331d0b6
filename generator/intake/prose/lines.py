"""A document as lines: paragraphs, headings, tables and lists one after another, none inside."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.intake.prose.cleaning import clean, clean_block, joined, tidied
from generator.intake.prose.numbers import read_number
from generator.intake.prose.saying import Report
from generator.intake.prose.tree import Node, inlines_of, notes_of, para, plain, text_of
from generator.intake.remarks import RemarkKind
from generator.intake.wordings import pattern, words

CAPTION: Final = "caption"
TITLE: Final = "title"
_INLINE_HEIGHT: Final = 0.5
"""Inches: a picture of two lines of text stands in a sentence, as formulas of old files do."""


@dataclass(frozen=True)
class Line:
    """One block of the document, cleaned."""

    node: Node
    style: str = ""
    """What its style says it is: `CAPTION`, `TITLE`, or nothing."""

    @cached_property
    def kind(self) -> str:
        """Give pandoc's name of the block."""
        return str(self.node["t"])

    @property
    def is_text(self) -> bool:
        """Tell whether it is a paragraph or a heading."""
        return self.kind in ("Para", "Header")

    @cached_property
    def text(self) -> str:
        """Give its text in one line, without footnotes."""
        return plain(inlines_of(self.node)) if self.is_text else text_of(self.node)

    @cached_property
    def whole(self) -> str:
        """Give its text with footnotes and with the words behind pictures."""
        return text_of(self.node)

    @property
    def level(self) -> int:
        """Give the level of its heading style; 0 when it has none."""
        return int(self.node["c"][0]) if self.kind == "Header" else 0

    @property
    def is_picture(self) -> bool:
        """Tell whether it is a paragraph that holds one picture and nothing else."""
        return self.kind == "Para" and [node["t"] for node in self.node["c"]] == ["Image"]

    @property
    def is_table(self) -> bool:
        """Tell whether it is a table, ours or pandoc's."""
        return self.kind in ("Table", "RawBlock")

    @cached_property
    def bold(self) -> bool:
        """Tell whether all of its words are bold, a typed number aside."""
        if not self.is_text:
            return False
        number = read_number(self.text)
        skipped = number.length if number else 0
        seen = 0
        for node in inlines_of(self.node):
            words_ = plain([node])
            seen += len(words_)
            plain_words = node["t"] not in ("Strong", "Space", "Note") and bool(words_)
            if plain_words and seen > skipped and any(sign.isalnum() for sign in words_):
                return False
        return any(node["t"] == "Strong" for node in inlines_of(self.node))


def leave_line(line: Line, report: Report) -> None:
    """Leave a line out on purpose; a footnote of it is lost, and said to be."""
    report.leave(line.whole)
    if line.is_text and notes_of(inlines_of(line.node)):
        report.say(RemarkKind.LOST, "note", line.text)


def open_lines(blocks: list[Node], report: Report, style: str = "") -> Iterator[Line]:
    """Yield the lines of blocks: what only groups or indents them is taken off."""
    for block in blocks:
        kind, content = block["t"], block.get("c", [])
        if kind in ("Para", "Plain"):
            yield from _paragraphs(content, report, style)
        elif kind == "Header":
            yield from _heading(block, report)
        elif kind == "Div":
            yield from open_lines(content[1], report, _style(content[0]) or style)
        elif kind == "BlockQuote":
            yield from open_lines(content, report, style)
        elif kind == "Figure":
            yield from open_lines(content[2], report, style)
            yield from open_lines(content[1][1], report, CAPTION)
        elif kind == "Table":
            yield from open_lines(content[1][1], report, CAPTION)
            yield Line({"t": "Table", "c": [content[0], [None, []], *content[2:]]})
        elif kind in ("LineBlock", "DefinitionList"):
            for made in clean_block(block, report):
                yield Line({**made, "t": "Para"} if made["t"] == "Plain" else made)
        else:
            yield from (Line(made) for made in clean_block(block, report))


def _style(attributes: list[object]) -> str:
    pairs = attributes[2] if isinstance(attributes[2], list) else []
    names = [str(value).casefold() for key, value in pairs if key == "custom-style"]
    for name in names:
        if name in words("intake_prose.styles.caption"):
            return CAPTION
        if name in words("intake_prose.styles.title"):
            return TITLE
    return ""


def _heading(block: Node, report: Report) -> Iterator[Line]:
    level, _, content = block["c"]
    for line in _paragraphs(content, report, ""):
        if line.is_picture or not line.text:
            yield line
        else:
            yield Line({"t": "Header", "c": [level, ["", [], []], line.node["c"]]})


def _paragraphs(content: list[Node], report: Report, style: str) -> Iterator[Line]:
    """Yield one paragraph, or several: line breaks and pictures may part it."""
    for piece in _parted(clean(content, report)):
        for part in _around_pictures(joined(piece)):
            yield Line(para(part), style)


def _parted(inlines: list[Node]) -> Iterator[list[Node]]:
    """Yield what stands between the line breaks that the author meant as ends of paragraphs."""
    rows: list[list[Node]] = [[]]
    for node in inlines:
        if node["t"] == "LineBreak":
            rows.append([])
        else:
            rows[-1].append(node)
    together: list[Node] = []
    for row in rows:
        if together and _ends_here(together, row):
            yield together
            together = []
        together = [*together, {"t": "LineBreak"}, *row] if together else row
    yield together


def _ends_here(before: list[Node], after: list[Node]) -> bool:
    first, second = plain(before), plain(after)
    if not first or not second:
        return True
    if any(node["t"] == "Image" for node in (*before, *after)):
        return True
    if pattern("intake_prose.pattern.line_end").search(first):
        return True
    label = pattern("intake_prose.pattern.caption")
    if label.match(first) or label.match(second):
        return True
    return any(
        read_number(each) is not None and Line(para(tidied(list(row)))).bold
        for each, row in ((first, before), (second, after))
    )


def _around_pictures(inlines: list[Node]) -> Iterator[list[Node]]:
    """Yield large pictures on their own, and what stands around them; small ones stay."""
    words_ = plain(inlines)
    piece: list[Node] = []
    for node in inlines:
        if node["t"] == "Image" and not (words_ and _is_small(node)):
            if tidied(piece):
                yield tidied(piece)
            yield [node]
            piece = []
        else:
            piece.append(node)
    if tidied(piece):
        yield tidied(piece)


def _is_small(image: Node) -> bool:
    for key, value in image["c"][0][2]:
        if key == "height" and str(value).endswith("in"):
            try:
                return float(str(value)[:-2]) <= _INLINE_HEIGHT
            except ValueError:
                return False
    return False
