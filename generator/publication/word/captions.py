"""Captions: the label with a counting field and a bookmark, then the words."""

import re
from typing import Final

from generator.pages.controls import for_xml
from generator.publication.blocks.tree import Caption, CaptionKind
from generator.publication.word.draft import Node, Part, words
from generator.publication.word.inlines import anchored, inlines_json
from generator.publication.word.names import Style
from generator.publication.word.ooxml import field

_NUMBER: Final = re.compile(r"\d+$")
STYLES: Final = {
    CaptionKind.FIGURE: Style.FIGURE_CAPTION,
    CaptionKind.TABLE: Style.TABLE_CAPTION,
}


def caption_json(part: Part, caption: Caption) -> list[Node]:
    """Give a caption as inlines: its label, which links lead to, and a space before the words."""
    content = inlines_json(part, caption.inlines)
    if not caption.label:
        return content
    label = anchored(part, caption.label, _label(part, caption))
    return [label, words(" "), *content] if content else [label]


def _label(part: Part, caption: Caption) -> list[Node]:
    """Give 图 and a field that counts, so that what is added in Word is numbered along.

    Where the number is not the next one, as in the next chapter of a book, the field says so.
    """
    name = _NUMBER.sub("", caption.label)
    if not part.draft.is_word or name == caption.label:
        return [words(for_xml(caption.label))]
    kind = for_xml(name).strip()
    last = part.draft.sequences.get(kind, 0)
    part.draft.sequences[kind] = caption.number
    restart = "" if caption.number == last + 1 else rf" \r {caption.number}"
    counted = field(rf"SEQ {kind} \* ARABIC{restart}", str(caption.number))
    return [words(for_xml(name)), counted]
