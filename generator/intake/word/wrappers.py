"""Wrappers that pandoc does not look into, and characters that Word keeps as elements."""

from typing import Final

from lxml import etree

from generator.intake.remarks import RemarkKind
from generator.intake.word.ledger import Ledger
from generator.intake.word.names import (
    MC,
    PARAGRAPH,
    RUN,
    TEXT,
    Element,
    W,
    above,
    drop,
    is_on,
    place_of,
    texts,
)

_CHOICE: Final = f"{MC}Choice"
_FALLBACK: Final = f"{MC}Fallback"
_ALTERNATE: Final = f"{MC}AlternateContent"
_UNKNOWN: Final = (
    "{*}contentPart",
    "{*}model3d",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart",
)
"""Ink, models in space and the charts of Word 2016: no picture of theirs is in the document."""
_INLINE: Final = tuple(f"{W}{name}" for name in ("smartTag", "customXml", "bdo", "dir", "subDoc"))
_PROPERTIES: Final = tuple(f"{W}{name}" for name in ("smartTagPr", "customXmlPr"))
_IDLE: Final = tuple(
    f"{W}{name}"
    for name in ("proofErr", "softHyphen", "lastRenderedPageBreak", "bookmarkStart", "bookmarkEnd")
)
_SKIPPED_IN_HIDDEN: Final = frozenset({f"{W}rPr", f"{W}fldChar", f"{W}instrText"})


def choose_alternates(root: Element, ledger: Ledger | None = None) -> None:
    """Keep of every content that is there twice the newer form, or the older where that is unknown.

    Word writes a text box as DrawingML and again as VML.
    """
    for alternate in list(root.iter(_ALTERNATE)):
        choices = alternate.findall(_CHOICE)
        known = next((choice for choice in choices if _is_known(choice)), None)
        if known is None and choices and ledger is not None:
            host = above(alternate, PARAGRAPH)
            ledger.say(RemarkKind.LOST, "unknown_drawing", place_of(host))
        for child in list(alternate):
            is_fallback = child.tag == _FALLBACK and known is None
            if child is not known and not is_fallback:
                alternate.remove(child)
    etree.strip_tags(root, _ALTERNATE, _CHOICE, _FALLBACK)


def _is_known(choice: Element) -> bool:
    return len(choice) > 0 and next(choice.iter(*_UNKNOWN), None) is None


def unwrap(root: Element) -> None:
    """Leave away what only surrounds text: smart tags, custom XML, directions."""
    etree.strip_elements(root, *_PROPERTIES, *_IDLE, with_tail=False)
    etree.strip_tags(root, *_INLINE)


def settle_ruby(root: Element, ledger: Ledger) -> None:
    """Keep of annotated characters the characters, and count the annotations."""
    found = list(root.iter(f"{W}ruby"))
    for ruby in found:
        run = above(ruby, RUN)
        base = ruby.find(f"{W}rubyBase")
        if base is not None and run is not None:
            for child in reversed(base):
                run.addnext(child)
        drop(ruby)
    ledger.counts["ruby"] += len(found)


def remove_hidden(root: Element, ledger: Ledger, hidden_styles: frozenset[str]) -> None:
    """Take out hidden text; marks of fields stay, for what they enclose may be visible."""
    for run in hidden_runs(root, hidden_styles):
        if run.find(TEXT) is not None and "".join(texts(run)).strip():
            ledger.counts["hidden"] += 1
        for child in list(run):
            if child.tag not in _SKIPPED_IN_HIDDEN:
                run.remove(child)


def hidden_runs(root: Element, hidden_styles: frozenset[str]) -> list[Element]:
    """Give the runs that Word hides, by themselves or by their character style."""
    found = []
    for properties in root.iter(f"{W}rPr"):
        run = properties.getparent()
        if run is None or run.tag != RUN or not len(properties):
            continue
        style = properties.find(f"{W}rStyle")
        by_style = style is not None and style.get(f"{W}val") in hidden_styles
        if is_on(properties, "vanish") or (by_style and properties.find(f"{W}vanish") is None):
            found.append(run)
    return found


def settle_characters(root: Element) -> None:
    """Write hyphens and breaks as pandoc keeps them; a page's end ends no line."""
    for mark in list(root.iter(f"{W}noBreakHyphen")):
        _become(mark, TEXT).text = "-"
    for mark in list(root.iter(f"{W}cr")):
        _become(mark, f"{W}br")
    for mark in list(root.iter(f"{W}ptab")):
        _become(mark, f"{W}tab")
    for mark in list(root.iter(f"{W}br")):
        if mark.get(f"{W}type", "textWrapping") == "textWrapping":
            continue
        if _stands_between(mark):
            mark.attrib.clear()
        else:
            drop(mark)


def _become(mark: Element, tag: str) -> Element:
    made = etree.Element(tag)
    parent = mark.getparent()
    if parent is not None:
        parent.replace(mark, made)
    return made


def _stands_between(mark: Element) -> bool:
    """Tell whether there is text of the paragraph on both sides."""
    paragraph = above(mark, PARAGRAPH)
    before = after = False
    is_past = False
    for element in paragraph.iter(TEXT, f"{W}br") if paragraph is not None else ():
        if element is mark:
            is_past = True
        elif (element.text or "").strip():
            before, after = before or not is_past, after or is_past
    return before and after
