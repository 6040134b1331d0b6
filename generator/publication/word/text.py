"""A tree of blocks as pandoc's tree: the one way into Word and EPUB.

`Profile.WORD` (docx): paragraphs have named styles (names.Style; the reference document must have
them), captions count by SEQ fields, links to captions are REF fields, links to headings go to
bookmarks, a second call of a footnote is a NOTEREF field.
`Profile.BOOK` (epub3, HTML): the same text with pandoc's own blocks and no OpenXML; headings,
captions and second calls have ids to link to. An alert is a division of class `alert` and its kind,
its title a division of class `alert-title` in it; `mark` and `small` are spans of these classes;
pictures have no size; a figure without a file holds a division of class `no-picture`; a formula by
itself is a paragraph that holds nothing else.

    draft = Draft(Profile.WORD)              # one for a document: it counts and collects
    blocks = blocks_json(tree.blocks, tree.notes, draft, prefix="c7-", shift=-1)
    data = pandoc.write(document(blocks), "docx", reference=…, pictures=draft.pictures)
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from generator.pages.controls import for_xml
from generator.publication.blocks.tree import (
    Alert,
    Block,
    Blocks,
    CaptionKind,
    CodeBlock,
    Definitions,
    Figure,
    Formula,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from generator.publication.word.anchors import anchors_of
from generator.publication.word.captions import STYLES, caption_json
from generator.publication.word.draft import (
    Draft,
    Node,
    Part,
    classed,
    paragraph,
    styled,
    words,
)
from generator.publication.word.inlines import inlines_json, picture_json
from generator.publication.word.names import Style
from generator.publication.word.ooxml import bookmark, empty_paragraph
from generator.publication.word.tables import table_json

_LOWEST: Final = 6
"""Heading 6 is the last that HTML has."""
_NUMBERINGS: Final = {
    "1": "Decimal",
    "a": "LowerAlpha",
    "A": "UpperAlpha",
    "i": "LowerRoman",
    "I": "UpperRoman",
}


def blocks_json(
    blocks: Blocks,
    notes: tuple[Blocks, ...],
    draft: Draft,
    *,
    prefix: str = "",
    shift: int = 0,
) -> list[Node]:
    """Give blocks with their footnotes as pandoc's blocks.

    `prefix` goes before each anchor, where a document holds several texts; `shift` is added to the
    level of each heading (-1: sections are Heading 1).
    Raises BiaoganError for a picture that cannot be read.
    """
    anchors, labels = anchors_of(blocks)
    part = Part(draft, notes, prefix, shift, anchors, labels, _write)
    return _write(part, blocks)


def running_text(inlines: Inlines, draft: Draft) -> list[Node]:
    """Give a line of text on its own (no notes, no links within the document) as inlines."""
    return inlines_json(Part(draft, (), "", 0, frozenset(), frozenset(), _write), inlines)


def _write(part: Part, blocks: Iterable[Block]) -> list[Node]:
    made: list[Node] = []
    before: Block | None = None
    for block in blocks:
        if part.draft.is_word and isinstance(block, Alert) and isinstance(before, Alert):
            # Two boxes without a paragraph between would be one.
            made.append(empty_paragraph(Style.AFTER_TABLE))
        made += _nodes(part, block)
        before = block
    return made


def _nodes(part: Part, block: Block) -> Iterator[Node]:
    match block:
        case Heading():
            yield _heading(part, block)
        case Paragraph(inlines):
            yield paragraph(inlines_json(part, inlines))
        case Figure():
            yield from _figure(part, block)
        case Table():
            yield from table_json(part, block)
        case Formula(tex):
            yield paragraph([{"t": "Math", "c": [{"t": "DisplayMath"}, for_xml(tex)]}])
        case CodeBlock(text):
            yield {"t": "CodeBlock", "c": [["", [], []], for_xml(text)]}
        case _:
            yield from _holding(part, block)


def _holding(part: Part, block: ListBlock | Definitions | Quote | Alert | Rule) -> Iterator[Node]:
    """Give a block that holds others, or a rule."""
    match block:
        case ListBlock():
            yield _list(part, block)
        case Definitions(items):
            content = [
                [inlines_json(part, term), [_write(part, meaning)]] for term, meaning in items
            ]
            yield {"t": "DefinitionList", "c": content}
        case Quote(blocks):
            yield {"t": "BlockQuote", "c": _write(part, blocks)}
        case Alert():
            yield from _alert(part, block)
        case Rule():
            yield empty_paragraph(Style.RULE) if part.draft.is_word else {"t": "HorizontalRule"}


def _heading(part: Part, heading: Heading) -> Node:
    level = min(_LOWEST, max(1, heading.level + part.shift))
    identity = part.anchor(heading.anchor) if heading.anchor else ""
    if identity and part.draft.is_word:
        identity = bookmark(identity)
    number = [words(for_xml(heading.number))] if heading.number else []
    content = number + inlines_json(part, heading.inlines)
    return {"t": "Header", "c": [level, [identity, [], []], content]}


def _figure(part: Part, figure: Figure) -> Iterator[Node]:
    picture = picture_json(part, figure.picture)
    caption = caption_json(part, figure.caption) if figure.caption else []
    if part.draft.is_word:
        style = Style.FIGURE if caption else Style.PICTURE
        yield styled(style, [paragraph([picture])])
        if caption:
            yield styled(STYLES[CaptionKind.FIGURE], [paragraph(caption)])
        return
    shown = [{"t": "Plain", "c": [picture]}]
    if figure.picture.path is None:
        shown = [classed("no-picture", [paragraph([picture])])]
    below = [{"t": "Plain", "c": caption}] if caption else []
    yield {"t": "Figure", "c": [["", [], []], [None, below], shown]}


def _list(part: Part, block: ListBlock) -> Node:
    items = [_item(part, item) for item in block.items]
    if not block.is_ordered:
        return {"t": "BulletList", "c": items}
    kind = {"t": _NUMBERINGS.get(block.style, "Decimal")}
    return {"t": "OrderedList", "c": [[block.start, kind, {"t": "Period"}], items]}


def _item(part: Part, item: Blocks) -> list[Node]:
    """Give an item; of one paragraph it is set tight."""
    content = _write(part, item)
    if part.item:
        # pandoc gives paragraphs of lists a style of its own, also where the list has one.
        return [styled(part.item, [node]) if node["t"] == "Para" else node for node in content]
    loose = sum(node["t"] == "Para" for node in content) > 1 and not part.draft.is_word
    return content if loose else [_tight(node) for node in content]


def _tight(node: Node) -> Node:
    return {"t": "Plain", "c": node["c"]} if node["t"] == "Para" else node


def _alert(part: Part, alert: Alert) -> Iterator[Node]:
    title = [paragraph([words(for_xml(alert.title))])]
    if part.draft.is_word:
        content = _write(replace(part, item=Style.ALERT_ITEM), alert.blocks)
        yield styled(Style.ALERT_TITLE, title)
        yield styled(Style.ALERT, content)
    else:
        inner = [classed("alert-title", title), *_write(part, alert.blocks)]
        yield {"t": "Div", "c": [["", ["alert", for_xml(alert.kind)], []], inner]}
