"""Styles as pandoc must read them: headings by their level, no quotation where text is indented."""

from typing import Final

from lxml import etree

from generator.intake.word.names import PARAGRAPH, VAL, Element, W, above, drop, texts, value_of
from generator.intake.word.numbering import outline_level
from generator.intake.word.styles import Styles

LONGEST_HEADING: Final = 60
"""Characters; a longer paragraph with an outline level is a text that was given one by mistake."""
_OURS: Final = "BiaoganHeading"
_TAKEN_AWAY: Final = frozenset(
    {"author", "date", "subtitle", "abstract", "abstract title", "list paragraph"}
)
"""Styles whose paragraphs pandoc takes out of the text as metadata, or joins to the list before."""
_TITLE: Final = "title"


def prepare_styles(root: Element) -> None:
    """Make the part of styles say nothing that each paragraph says for itself.

    Numbers and headings are decided paragraph by paragraph, and pandoc reads indents as quotations.
    """
    for properties in root.iter(f"{W}pPr"):
        for name in (f"{W}numPr", f"{W}ind"):
            for element in properties.findall(name):
                properties.remove(element)
    for named in root.iter(f"{W}name"):
        if value_of(named).strip().lower() in _TAKEN_AWAY:
            named.set(VAL, f"Plain {value_of(named)}")
    for number in range(1, 10):
        attributes = {f"{W}type": "paragraph", f"{W}styleId": f"{_OURS}{number}"}
        style = etree.SubElement(root, f"{W}style", attributes)
        etree.SubElement(style, f"{W}name", {VAL: f"heading {number}"})


def settle_styles(root: Element, styles: Styles) -> None:
    """Give every paragraph the style by which pandoc sees what it is."""
    _keep_one_title(root, styles)
    for paragraph in root.iter(PARAGRAPH):
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            continue
        for indent in properties.findall(f"{W}ind"):
            properties.remove(indent)
        _settle_level(paragraph, properties, styles)


def _keep_one_title(root: Element, styles: Styles) -> None:
    """Leave the style of titles to the first paragraph with words in it.

    pandoc keeps the last title only, be it empty: a title in two paragraphs would lose its first.
    """
    keys = {key for key, name in styles.names.items() if name.strip().lower() == _TITLE}
    marks = [mark for mark in root.iter(f"{W}pStyle") if value_of(mark) in keys]
    kept = next((mark for mark in marks if _is_written(mark)), None)
    for mark in marks:
        if mark is not kept:
            drop(mark)


def _is_written(mark: Element) -> bool:
    paragraph = above(mark, PARAGRAPH)
    return paragraph is not None and bool("".join(texts(paragraph)).strip())


def _settle_level(paragraph: Element, properties: Element, styles: Styles) -> None:
    style = properties.find(f"{W}pStyle")
    by_style = styles.heading_level(value_of(style))
    level = outline_level(paragraph, styles)
    if level == by_style and level is None:
        return
    written = "".join(texts(paragraph)).strip()
    if style is not None and by_style is not None and (level is None or not written):
        properties.remove(style)
        return
    if level is None or level == by_style or not written:
        return
    if by_style is None and (
        len(written) > LONGEST_HEADING or above(paragraph, f"{W}tc") is not None
    ):
        return
    if style is None:
        style = etree.Element(f"{W}pStyle")
        properties.insert(0, style)
    style.set(VAL, f"{_OURS}{level + 1}")
