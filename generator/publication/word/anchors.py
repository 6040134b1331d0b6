"""Where links of a text may lead: its headings and its captions."""

from collections.abc import Iterator

from generator.publication.blocks.tree import (
    Alert,
    Blocks,
    Definitions,
    Figure,
    Heading,
    ListBlock,
    Quote,
    Table,
)


def anchors_of(blocks: Blocks) -> tuple[frozenset[str], frozenset[str]]:
    """Give all anchors, and those of them that are labels of captions."""
    found = list(_found(blocks))
    return frozenset(name for name, _ in found), frozenset(name for name, it_is in found if it_is)


def _found(blocks: Blocks) -> Iterator[tuple[str, bool]]:
    """Yield each anchor, and whether it is a caption's."""
    for block in blocks:
        match block:
            case Heading(anchor=anchor) if anchor:
                yield anchor, False
            case Figure(caption=caption) if caption and caption.label:
                yield caption.label, True
            case Table():
                if block.caption and block.caption.label:
                    yield block.caption.label, True
                for row in (*block.head, *block.body):
                    for cell in row:
                        yield from _found(cell.blocks)
            case Quote(inner) | Alert(blocks=inner):
                yield from _found(inner)
            case ListBlock() | Definitions():
                yield from _in_items(block)
            case _:
                pass


def _in_items(block: ListBlock | Definitions) -> Iterator[tuple[str, bool]]:
    items = block.items if isinstance(block, ListBlock) else [item[1] for item in block.items]
    for item in items:
        yield from _found(item)
