"""Footnotes that count from one in every section, in every program.

Word has a setting for that (`w:numRestart`), but LibreOffice 7.4 then shows 0 for all but the first
section's. So each call gets its number as a mark of its own (`w:customMarkFollows`). Such a note
repeats its mark as text; LibreOffice shows it there by itself, and the text as well. So the text is
an alternative for programs that know Word 2013 (ECMA-376 part 3, 7.5): Word does, LibreOffice says
that it does not.
"""

from typing import Final

from lxml import etree

from generator.publication.word.ooxml import parsed

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WORD_2013: Final = "http://schemas.microsoft.com/office/word/2012/wordml"
_KNOWN: Final = "w15"


def with_marks(document: bytes, footnotes: bytes) -> tuple[bytes, bytes]:
    """Give word/document.xml and word/footnotes.xml with a fixed number at each note."""
    body, notes = parsed(document), parsed(footnotes)
    shown: dict[str, int] = {}
    count = 0
    for element in body.iter(_tag("footnoteReference"), _tag("sectPr")):
        if element.tag == _tag("sectPr"):
            # A section's properties stand in its last paragraph.
            count = 0
            continue
        count += 1
        shown[str(element.get(_tag("id")))] = count
        element.set(_tag("customMarkFollows"), "1")
        element.addnext(_mark(count))
    for note in notes.iter(_tag("footnote")):
        number = shown.get(str(note.get(_tag("id"))))
        for place in [*note.iter(_tag("footnoteRef"))] if number else ():
            _replace(place, _for_word(number or 0))
    return _bytes(body), _bytes(notes)


def _tag(name: str) -> str:
    return f"{{{_W}}}{name}"


def _mark(number: int) -> "etree._Element":
    mark = etree.Element(_tag("t"))
    mark.text = str(number)
    return mark


def _for_word(number: int) -> "etree._Element":
    """Give the number for Word alone."""
    names = {"mc": _MC, _KNOWN: _WORD_2013}
    choices = etree.Element(f"{{{_MC}}}AlternateContent", nsmap=names)
    choice = etree.SubElement(choices, f"{{{_MC}}}Choice", {"Requires": _KNOWN})
    choice.append(_mark(number))
    etree.SubElement(choices, f"{{{_MC}}}Fallback")
    return choices


def _replace(old: "etree._Element", new: "etree._Element") -> None:
    above = old.getparent()
    assert above is not None
    above.replace(old, new)


def _bytes(root: "etree._Element") -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
