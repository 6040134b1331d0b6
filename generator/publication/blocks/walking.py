"""Ways through a tree of blocks."""

from collections.abc import Iterator

from generator.publication.blocks.tree import (
    Alert,
    Block,
    Blocks,
    Caption,
    Definitions,
    Figure,
    Heading,
    Inline,
    Inlines,
    Link,
    ListBlock,
    NoteMark,
    Paragraph,
    Quote,
    Set,
    Table,
)


def every_block(blocks: Blocks) -> Iterator[Block]:
    """Yield all blocks in the order in which they begin, those in others too."""
    for block in blocks:
        yield block
        for inner in _parts(block):
            yield from every_block(inner)


def every_inline(inlines: Inlines) -> Iterator[Inline]:
    """Yield all pieces of running text, those in others too."""
    for piece in inlines:
        yield piece
        if isinstance(piece, Set | Link):
            yield from every_inline(piece.inlines)


def anchors(blocks: Blocks) -> frozenset[str]:
    """Give the anchors that a link in the text may lead to."""
    found: set[str] = set()
    for block in every_block(blocks):
        if isinstance(block, Heading):
            found.add(block.anchor)
        elif isinstance(block, Figure | Table) and block.caption:
            found.add(block.caption.label)
    return frozenset(found - {""})


def called(blocks: Blocks) -> Iterator[int]:
    """Yield the numbers of the footnotes that blocks call, in order, each time again."""
    for block in every_block(blocks):
        for inlines in inlines_of(block):
            for piece in every_inline(inlines):
                if isinstance(piece, NoteMark):
                    yield piece.number


def inlines_of(block: Block) -> Iterator[Inlines]:
    """Yield the running text of a block itself, not that of the blocks in it."""
    if isinstance(block, Heading | Paragraph):
        yield block.inlines
    elif isinstance(block, Definitions):
        yield from (term for term, _ in block.items)
    elif isinstance(block, Figure | Table) and block.caption:
        caption: Caption = block.caption
        yield caption.inlines


def _parts(block: Block) -> Iterator[Blocks]:
    if isinstance(block, ListBlock):
        yield from block.items
    elif isinstance(block, Definitions):
        yield from (meaning for _, meaning in block.items)
    elif isinstance(block, Quote | Alert):
        yield block.blocks
    elif isinstance(block, Table):
        for row in (*block.head, *block.body):
            yield from (cell.blocks for cell in row)
