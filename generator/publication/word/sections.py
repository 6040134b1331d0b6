"""The sections of a book in Word: each part begins on a new page.

A section is Word's only way to count pages in another form. pandoc knows none but the document's;
a mark in the tree tells where one ends, and here it gets its properties.
"""

from collections.abc import Sequence
from copy import deepcopy
from enum import Enum
from typing import Final

from lxml import etree

from generator.publication.word.ooxml import parsed

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MARK: Final = f'<w:p xmlns:w="{_W}"><w:pPr><w:sectPr/></w:pPr></w:p>'
"""Raw OpenXML of a paragraph: a section ends here."""


class Paging(Enum):
    """How the pages of a section are counted."""

    NONE = "none"
    """Counted, but without a footer: the cover."""
    ROMAN = "lowerRoman"
    """From i: the contents."""
    FIRST = "decimal"
    """From 1: the first chapter."""
    ON = ""
    """As before."""


def with_sections(document: bytes, pagings: Sequence[Paging]) -> bytes:
    """Give word/document.xml with a section for each of `pagings`, one more than there are marks.

    The document's own properties (paper, margins, footer) hold in all of them.
    """
    root = parsed(document)
    body = root.find(_tag("body"))
    assert body is not None
    last = body.find(_tag("sectPr"))
    if last is None:
        last = etree.SubElement(body, _tag("sectPr"))
    marks = [one for one in body.iter(_tag("sectPr")) if one is not last]
    for mark, paging in zip(marks, pagings[:-1], strict=True):
        _end(mark, _properties(last, paging))
    _set(last, pagings[-1])
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _tag(name: str) -> str:
    return f"{{{_W}}}{name}"


def _end(mark: "etree._Element", properties: "etree._Element") -> None:
    """End a section in the paragraph before the mark; in the mark itself behind a table."""
    style = _above(mark)
    own = _above(style)
    before = own.getprevious()
    while before is not None and before.tag in (_tag("bookmarkStart"), _tag("bookmarkEnd")):
        before = before.getprevious()
    if before is None or before.tag != _tag("p") or _is_end(before):
        style.replace(mark, properties)
        _make_small(style)
        return
    last = before.find(_tag("pPr"))
    if last is None:
        last = etree.Element(_tag("pPr"))
        before.insert(0, last)
    last.append(properties)
    _above(own).remove(own)


def _above(element: "etree._Element") -> "etree._Element":
    above = element.getparent()
    assert above is not None
    return above


def _is_end(paragraph: "etree._Element") -> bool:
    return paragraph.find(f"{_tag('pPr')}/{_tag('sectPr')}") is not None


def _make_small(style: "etree._Element") -> None:
    """Let an empty paragraph take no room: it must not fall on a page of its own."""
    spacing = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
    style.insert(0, etree.Element(_tag("spacing"), {_tag(k): v for k, v in spacing.items()}))


def _properties(last: "etree._Element", paging: Paging) -> "etree._Element":
    made = deepcopy(last)
    _set(made, paging)
    return made


def _set(properties: "etree._Element", paging: Paging) -> None:
    """Put in what a section has for itself, where the schema wants it (CT_SectPr)."""
    for name in ("type", "pgNumType"):
        for old in properties.findall(_tag(name)):
            properties.remove(old)
    references = [one for one in properties if one.tag.endswith("Reference")]
    if paging is Paging.NONE:
        for reference in references:
            properties.remove(reference)
        references = []
    kind = etree.Element(_tag("type"), {_tag("val"): "nextPage"})
    properties.insert(len(references), kind)
    if paging in (Paging.ROMAN, Paging.FIRST):
        counted = {_tag("fmt"): paging.value, _tag("start"): "1"}
        margin = properties.find(_tag("pgMar"))
        place = len(properties) if margin is None else properties.index(margin) + 1
        properties.insert(place, etree.Element(_tag("pgNumType"), counted))
