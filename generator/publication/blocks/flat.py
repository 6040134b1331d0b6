"""Blocks as running text, for the places that hold no block: headings, captions, terms."""

from collections.abc import Iterator

from generator.publication.blocks.tree import (
    Alert,
    Block,
    Blocks,
    Break,
    Caption,
    Code,
    CodeBlock,
    Definitions,
    Figure,
    Formula,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    Text,
)


def flat(blocks: Blocks) -> Inlines:
    """Give the text of blocks as one run; what stood on lines of its own still does."""
    return joined(_lines(blocks))


def joined(lines: Iterator[Inlines]) -> Inlines:
    """Join runs of text with line breaks."""
    pieces: list[Inline] = []
    for line in lines:
        if line:
            pieces += (Break(), *line) if pieces else line
    return tuple(pieces)


def _lines(blocks: Blocks) -> Iterator[Inlines]:
    for block in blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Inlines]:
    match block:
        case Heading():
            yield (Text(block.number), *block.inlines) if block.number else block.inlines
        case Paragraph(inlines):
            yield inlines
        case Formula():
            yield (block,)
        case CodeBlock(text):
            yield from ((Code(line),) for line in text.split("\n") if line)
        case Quote(inner):
            yield from _lines(inner)
        case _:
            yield from _of_many(block)


def _of_many(block: Block) -> Iterator[Inlines]:
    match block:
        case Figure(picture, caption):
            yield (picture,)
            yield _caption(caption)
        case Table():
            yield _caption(block.caption)
            for row in (*block.head, *block.body):
                yield from (flat(cell.blocks) for cell in row)
        case ListBlock():
            for item in block.items:
                yield from _lines(item)
        case Definitions():
            for term, meaning in block.items:
                yield term
                yield from _lines(meaning)
        case Alert(_, title, inner):
            yield (Text(title),) if title else ()
            yield from _lines(inner)


def _caption(caption: Caption | None) -> Inlines:
    if caption is None:
        return ()
    label: Inlines = (Text(f"{caption.label} "),) if caption.label else ()
    return (*label, *caption.inlines)
