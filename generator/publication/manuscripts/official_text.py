"""The text of an official document: no lists but numbered paragraphs, and a title in good lines."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.publication.blocks.tree import (
    Alert,
    Block,
    Blocks,
    BodyTree,
    Definitions,
    Inlines,
    ListBlock,
    Manner,
    Paragraph,
    Quote,
    Rule,
    Set,
    Text,
)
from generator.strings import table, text

_LETTERS: Final = {"a": "a", "A": "A"}
_ALPHABET: Final = 26
_NARROW: Final = 0.5
"""Width of a Latin letter or a digit, in Chinese characters."""


def typed_out(tree: BodyTree) -> BodyTree:
    """Give a text whose lists, boxes and definitions are paragraphs that begin with their number.

    Levels of numbers follow 7.3.3 of GB/T 9704-2012 from its third on: headings are the first two.
    """
    return BodyTree(tuple(_typed(tree.blocks, 0)), tree.notes)


def _typed(blocks: Blocks, depth: int) -> Iterator[Block]:
    for block in blocks:
        match block:
            case ListBlock():
                yield from _list(block, depth)
            case Alert(_, title, inner):
                said = text("publication_official.item.note", title=title)
                yield from _led(said if title else "", tuple(_typed(inner, depth)))
            case Quote(inner):
                yield from _typed(inner, depth)
            case Definitions(items):
                for term, inner in items:
                    yield Paragraph((Set(Manner.STRONG, term),))
                    yield from _typed(inner, depth)
            case Rule():
                pass
            case _:
                yield block


def _list(block: ListBlock, depth: int) -> Iterator[Block]:
    for place, item in enumerate(block.items):
        lead = text("publication_official.item.bullet")
        if block.is_ordered:
            lead = _number_form(depth).format(number=_numeral(block.start + place, block.style))
        inner = tuple(_typed(item, depth + 1 if block.is_ordered else depth))
        yield from _led(lead, inner)


def _led(lead: str, blocks: Blocks) -> Iterator[Block]:
    """Put words before the first paragraph, or on a line of their own where there is none."""
    first: Inlines = (Text(lead),) if lead else ()
    if blocks and isinstance(blocks[0], Paragraph):
        yield Paragraph(first + blocks[0].inlines)
        yield from blocks[1:]
        return
    if first:
        yield Paragraph(first)
    yield from blocks


def _number_form(depth: int) -> str:
    item = table("publication_official")["item"]
    assert isinstance(item, dict), "publication_official.item is a table"
    forms = item["ordered"]
    return str(forms[min(depth, len(forms) - 1)])


def _numeral(number: int, style: str) -> str:
    """Give a number as its list shows it; Roman ones are rare enough to be Arabic."""
    first = _LETTERS.get(style)
    if first is None or not 1 <= number <= _ALPHABET:
        return str(number)
    return chr(ord(first) + number - 1)


def title_lines(parts: Sequence[str], longest: float) -> tuple[str, ...]:
    """Break a title between its parts: as few lines as fit, and these as even as can be.

    `longest` is in Chinese characters. A part that is longer stands on a line of its own.
    """
    best: list[tuple[int, float, tuple[str, ...]]] = [(0, 0.0, ())]
    for end in range(1, len(parts) + 1):
        options = []
        for start in range(end):
            line = "".join(parts[start:end]).strip()
            width = width_of(line)
            if width <= longest or start == end - 1:
                count, cost, lines = best[start]
                options.append((count + 1, cost + width * width, (*lines, line)))
        best.append(min(options, key=lambda option: option[:2]))
    return tuple(line for line in best[-1][2] if line)


def width_of(line: str) -> float:
    """Give the width of a line in Chinese characters."""
    return sum(_NARROW if character < "\u0250" else 1 for character in line)
