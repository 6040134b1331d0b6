"""The plain text of a tree: what every form of a document must show, no more and no less.

Not in it: what a form makes itself, as the numbers of list items and of notes below the text.
"""

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
    Link,
    ListBlock,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Row,
    Set,
    Table,
    Text,
)


def plain_text(blocks: Blocks, notes: tuple[Blocks, ...] = ()) -> str:
    """Give the text of blocks and of the footnotes behind them; blocks part by a line end.

    Numbers of headings, labels of captions, titles of alerts and numbers at the calls of footnotes
    are in it, formulas as their TeX, and the description of a picture that has no file.
    """
    return "\n".join((*_lines(blocks), *(line for note in notes for line in _lines(note))))


def inline_text(inlines: Inlines) -> str:
    """Give the text of a run of inlines; a break is a line end."""
    return "".join(map(_inline, inlines))


def caption_text(caption: Caption | None) -> str:
    """Give a caption with its label before it, or nothing."""
    if caption is None:
        return ""
    return " ".join(part for part in (caption.label, inline_text(caption.inlines)) if part)


def _inline(piece: Inline) -> str:
    match piece:
        case Text(text) | Code(text) | Formula(text):
            return text
        case Set(_, inlines) | Link(_, inlines):
            return inline_text(inlines)
        case Picture(path, description):
            return description if path is None else ""
        case Break():
            return "\n"
        case NoteMark(number):
            return str(number)


def _lines(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield from (line for line in _of_block(block) if line)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.number + inline_text(block.inlines)
        case Paragraph(inlines):
            yield inline_text(inlines)
        case Figure(picture, caption):
            yield _inline(picture)
            yield caption_text(caption)
        case CodeBlock(text) | Formula(text):
            yield text
        case Alert(_, title, blocks):
            yield title
            yield from _lines(blocks)
        case Quote(blocks):
            yield from _lines(blocks)
        case Table() | ListBlock() | Definitions():
            yield from _of_many(block)


def _of_many(block: Table | ListBlock | Definitions) -> Iterator[str]:
    match block:
        case Table():
            yield caption_text(block.caption)
            yield from map(_row, (*block.head, *block.body))
        case ListBlock():
            for item in block.items:
                yield from _lines(item)
        case Definitions():
            for term, meaning in block.items:
                yield inline_text(term)
                yield from _lines(meaning)


def _row(row: Row) -> str:
    return "\t".join("\n".join(_lines(cell.blocks)) for cell in row)
