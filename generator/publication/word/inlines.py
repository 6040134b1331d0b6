"""Running text as pandoc's inlines."""

from collections.abc import Iterator
from typing import Final

from generator.pages.controls import for_xml
from generator.publication.blocks.plain import inline_text
from generator.publication.blocks.tree import (
    Break,
    Code,
    Formula,
    Inline,
    Inlines,
    Link,
    Manner,
    NoteMark,
    Picture,
    Set,
    Text,
)
from generator.publication.word.draft import Node, Part, paragraph, words
from generator.publication.word.names import Style
from generator.publication.word.ooxml import bookmark, field

_KINDS: Final = {
    Manner.STRONG: "Strong",
    Manner.EMPHASIS: "Emph",
    Manner.UNDERLINE: "Underline",
    Manner.STRIKE: "Strikeout",
    Manner.SUPERSCRIPT: "Superscript",
    Manner.SUBSCRIPT: "Subscript",
}
_STYLES: Final = {
    # A slanted Chinese face is no face: emphasis has a style that takes another.
    Manner.EMPHASIS: Style.EMPHASIS,
    Manner.MARK: Style.MARKED,
    Manner.SMALL: Style.SMALL,
}


def inlines_json(part: Part, inlines: Inlines) -> list[Node]:
    """Give running text as pandoc's inlines."""
    return [node for inline in inlines for node in _nodes(part, inline)]


def _nodes(part: Part, inline: Inline) -> Iterator[Node]:
    match inline:
        case Text(text):
            yield words(for_xml(text))
        case Code(text):
            yield {"t": "Code", "c": [["", [], []], for_xml(text)]}
        case Break():
            yield {"t": "LineBreak"}
        case Set():
            yield _set(part, inline)
        case Formula(tex):
            yield {"t": "Math", "c": [{"t": "InlineMath"}, for_xml(tex)]}
        case Link() | Picture() | NoteMark():
            yield from _referring(part, inline)


def _referring(part: Part, inline: Link | Picture | NoteMark) -> Iterator[Node]:
    match inline:
        case Link():
            yield from _link(part, inline)
        case Picture():
            yield picture_json(part, inline)
        case NoteMark(number):
            yield from _call(part, number)


def _set(part: Part, piece: Set) -> Node:
    content = inlines_json(part, piece.inlines)
    style = _STYLES.get(piece.manner)
    if part.draft.is_word and style:
        return _span(content, style=style)
    if piece.manner in _KINDS:
        return {"t": _KINDS[piece.manner], "c": content}
    return _span(content, kind=piece.manner.value)


def _span(content: list[Node], *, style: str = "", kind: str = "", identity: str = "") -> Node:
    styles = [["custom-style", style]] if style else []
    return {"t": "Span", "c": [[identity, [kind] if kind else [], styles], content]}


def anchored(part: Part, anchor: str, content: list[Node]) -> Node:
    """Give inlines that a link may lead to."""
    identity = part.anchor(anchor)
    return _span(content, identity=bookmark(identity) if part.draft.is_word else identity)


def _link(part: Part, link: Link) -> Iterator[Node]:
    content = inlines_json(part, link.inlines)
    if not link.target.startswith("#"):
        yield {"t": "Link", "c": [["", [], []], content, [for_xml(link.target), ""]]}
        return
    anchor = link.target[1:]
    if anchor not in part.anchors:
        yield from content
        return
    identity = part.anchor(anchor)
    if not part.draft.is_word:
        yield {"t": "Link", "c": [["", [], []], content, [f"#{identity}", ""]]}
    elif anchor in part.labels and inline_text(link.inlines) == anchor:
        # Follows the caption's number when figures are added or moved in Word.
        yield field(rf"REF {bookmark(identity)} \h", anchor)
    else:
        yield {"t": "Link", "c": [["", [], []], content, [f"#{bookmark(identity)}", ""]]}


def picture_json(part: Part, picture: Picture) -> Node:
    """Give a picture in the size that fits its document, or its description where it has none."""
    if picture.path is None:
        return words(for_xml(picture.description))
    shot = part.draft.album.add(picture.path)
    width, height = shot.within(part.line, part.draft.column)
    sizes = [["width", f"{width / 72:.4f}in"], ["height", f"{height / 72:.4f}in"]]
    attributes = ["", [], sizes if part.draft.is_word else []]
    return {"t": "Image", "c": [attributes, [words(for_xml(picture.description))], [shot.name, ""]]}


def _call(part: Part, number: int) -> Iterator[Node]:
    """Yield the call of a footnote; Word and pandoc number notes themselves, in their order.

    A second call of the same note refers to the first one's number. Neither has notes in notes:
    what a note calls follows its own call.
    """
    if not 0 < number <= len(part.notes):
        yield {"t": "Superscript", "c": [words(str(number))]}
        return
    if number in part.calls:
        yield _second_call(part, number)
        return
    part.draft.notes += 1
    part.calls[number] = part.draft.notes
    if part.waiting is not None:
        part.waiting.append(number)
        yield {"t": "Superscript", "c": [words(str(part.calls[number]))]}
        return
    part.waiting = [number]
    for one in part.waiting:  # which grows meanwhile
        content = part.write(part, part.notes[one - 1]) or [paragraph(())]
        yield anchored(part, _note_anchor(one), [{"t": "Note", "c": content}])
    part.waiting = None


def _second_call(part: Part, number: int) -> Node:
    shown = str(part.calls[number])
    target = part.anchor(_note_anchor(number))
    if part.draft.is_word:
        return field(rf"NOTEREF {bookmark(target)} \f \h", shown, Style.NOTE_MARK)
    link = {"t": "Link", "c": [["", [], []], [words(shown)], [f"#{target}", ""]]}
    return {"t": "Superscript", "c": [link]}


def _note_anchor(number: int) -> str:
    return f"note{number}"
