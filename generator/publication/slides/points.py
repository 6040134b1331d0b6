"""Key points of a text: its own first sentences, word for word, never a wording of ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import Final

from generator.publication.blocks.tree import (
    Alert,
    Block,
    Blocks,
    Break,
    Code,
    Definitions,
    Formula,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    Manner,
    Paragraph,
    Quote,
    Set,
    Text,
)

_SENTENCE: Final = re.compile(
    "[^\u3002\uff01\uff1f!?]*[\u3002\uff01\uff1f!?]+[\u201d\u2019\u300d\u300f\uff09)\\]]*"
)
"""Up to a full stop, an exclamation or a question mark, with the closing quotes behind it."""
_COLON: Final = ("\uff1a", ":")
_PART: Final = 3
"""Level of the headings that head a slide; those below them are points."""
_NUMBERING: Final = {"a": "alphaLcPeriod", "A": "alphaUcPeriod", "i": "romanLcPeriod"}


@dataclass(frozen=True, slots=True)
class Point:
    """A line of a slide."""

    text: str
    """What follows the lead, or all of it."""
    lead: str = ""
    """Its beginning that the text sets off, or a heading."""
    level: int = 0
    """0, or 1 below another point."""
    number: int = 0
    """Of an item of an ordered list, else 0."""
    numbering: str = ""
    """How that number is written, as DrawingML names it."""
    link: str = ""
    """Absolute address that the text leads to, or empty."""

    @property
    def whole(self) -> str:
        """Give all its words."""
        return self.lead + self.text


def first_sentences(content: str, most: int = 1) -> str:
    """Give a text up to the end of so many of its sentences; all of it where none ends."""
    end = 0
    for found in islice(_SENTENCE.finditer(content), most):
        end = found.end()
    return (content[:end] if end else content).strip()


def points_of(blocks: Blocks, most: int = 1) -> tuple[Point, ...]:
    """Give the points of a part: the first sentences of each paragraph and of each item.

    A sentence with a formula is left out: a slide cannot show it, and half a sentence is none. So
    is what only leads to a picture, a table or a formula; the notes hold all of it.
    """
    found: list[Point] = []
    deeper = 0
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(block, Heading):
            deeper = int(block.level > _PART)
            if deeper:
                found.append(Point("", block.number + plain(block.inlines)))
            continue
        below = int(isinstance(block, ListBlock) and _leads(blocks[place - 1] if place else None))
        level = min(1, deeper + below)
        if isinstance(block, Paragraph) and _leads(block) and not isinstance(following, ListBlock):
            continue
        found += [
            replace(one, level=min(1, level + one.level))
            for one in _points(_joined(block, following), most)
        ]
    return tuple(found)


def plain(inlines: Inlines) -> str:
    """Give running text as one line without the marks of footnotes; of a formula its TeX."""
    return re.sub(r"\s+", " ", "".join(map(_plain, inlines))).strip()


def _joined(block: Block, following: Block | None) -> Block:
    """Give a paragraph with the formula that ends its last sentence."""
    if isinstance(block, Paragraph) and isinstance(following, Formula):
        return Paragraph((*block.inlines, following))
    return block


def _leads(block: Block | None) -> bool:
    """Tell whether a paragraph announces what follows it."""
    if not isinstance(block, Paragraph):
        return False
    last = block.inlines[-1] if block.inlines else None
    return isinstance(last, Text) and last.text.rstrip().endswith(_COLON)


def _points(block: Block, most: int) -> Iterator[Point]:
    if isinstance(block, Paragraph):
        yield from _said(block.inlines, most)
    elif isinstance(block, ListBlock):
        yield from _items(block, most)
    elif isinstance(block, Definitions):
        for term, meaning in block.items:
            said = [point.whole for inner in meaning[:1] for point in _points(inner, most)]
            yield Point("".join(said[:1]), f"{plain(term)}\u3000" if said else plain(term))
    elif isinstance(block, Quote | Alert):
        for inner in block.blocks:
            yield from _points(inner, most)


def _items(block: ListBlock, most: int) -> Iterator[Point]:
    style = _NUMBERING.get(block.style, "arabicPeriod") if block.is_ordered else ""
    for number, item in enumerate(block.items, start=block.start):
        found = [point for inner in item[:1] for point in _points(inner, most)]
        yield from (
            replace(point, number=number if style else 0, numbering=style) for point in found[:1]
        )


def _said(inlines: Inlines, most: int) -> Iterator[Point]:
    """Give what a paragraph says first: whole sentences, none with a formula in it."""
    lead, rest = "", inlines
    if inlines and isinstance(inlines[0], Set) and inlines[0].manner is Manner.STRONG:
        lead, rest = plain(inlines[0].inlines), inlines[1:]
    before = plain(tuple(takewhile(lambda one: not isinstance(one, Formula), rest)))
    whole = plain(rest)
    if before != whole:
        # A formula follows: only what ends before it.
        ends = list(_SENTENCE.finditer(before))
        whole = before[: ends[-1].end()] if ends else ""
    said = first_sentences(whole, most)
    if said or (lead and not plain(rest)):
        yield Point(said, lead)


def _plain(inline: Inline) -> str:
    if isinstance(inline, Text | Code):
        return inline.text
    if isinstance(inline, Set | Link):
        return "".join(map(_plain, inline.inlines))
    if isinstance(inline, Break):
        return " "
    return inline.tex if isinstance(inline, Formula) else ""
