"""Figures and tables with their captions."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from generator.publication.blocks.flat import joined
from generator.publication.blocks.inlines import Setting, leaf
from generator.publication.blocks.markup import Element
from generator.publication.blocks.spacing import settled
from generator.publication.blocks.tables import Grid, read_grid
from generator.publication.blocks.tree import (
    Blocks,
    Caption,
    CaptionKind,
    Cell,
    Figure,
    Inlines,
    Picture,
    Table,
)

_NUMBER: Final = re.compile(r"\d+\Z")
_AROUND: Final = frozenset({"div", "p", "span"})
"""Elements that may stand around a picture or a table and say nothing."""


@dataclass(frozen=True, slots=True)
class Readers:
    """How to read what stands in an element."""

    line: Callable[[Element, Setting], Inlines]
    """As one run of text."""
    blocks: Callable[[Element, Setting], Blocks]


def read_figure(element: Element, setting: Setting, readers: Readers) -> Blocks | None:
    """Give a picture or a table with its caption, or None: the element holds something else."""
    captions = element.findall("figcaption")
    caption = captions[0] if captions else None
    if len(captions) > 1:
        return None
    for table in [*element.iter("table")][:1]:
        is_above = caption is None or element[0] is caption
        if is_above and _is_alone(table, element, caption):
            return read_table(table, setting, readers, caption)
    images = [*element.iter("img")]
    if not images or not _is_alone(images[0], element, caption):
        return None
    (picture,) = leaf(images[0], setting) or (None,)
    assert isinstance(picture, Picture), "an image is a picture"
    return (Figure(picture, _caption(CaptionKind.FIGURE, caption, setting, readers)),)


def read_table(
    table: Element, setting: Setting, readers: Readers, above: Element | None = None
) -> Blocks:
    """Give a table with the caption `above` it, and with those of its own; none without a cell."""
    inside = replace(setting, is_cell=True)
    grid = read_grid(table, lambda cell: readers.blocks(cell, inside))
    caption = _caption(CaptionKind.TABLE, above, setting, readers)
    own = joined(readers.line(one, setting) for one in table.findall("caption"))
    if own and caption:
        caption = replace(caption, inlines=joined(iter((caption.inlines, own))))
    elif own:
        caption = Caption(CaptionKind.TABLE, 0, "", own)
    if not grid.columns:
        if caption is None:
            return ()
        grid = Grid(1, (), ((Cell(()),),))
    return (Table(grid.columns, grid.head, grid.body, caption),)


def _caption(
    kind: CaptionKind, element: Element | None, setting: Setting, readers: Readers
) -> Caption | None:
    if element is None:
        return None
    label = ""
    first = element[0] if len(element) and not (element.text or "").strip() else None
    if first is not None and first.tag == "span" and first.get("class") == "number":
        label, first.text = (first.text or "").strip(), None
    inlines = settled(readers.line(element, setting))
    number = _NUMBER.search(label)
    if not label and not inlines:
        return None
    return Caption(kind, int(number[0]) if number else 0, label, inlines)


def _is_alone(one: Element, element: Element, caption: Element | None) -> bool:
    """Tell whether `element` shows nothing but `one` and the caption."""
    around = element
    while around is not one:
        inner = [child for child in around if child is not caption]
        texts = (around.text, *(child.tail for child in around))
        if len(inner) != 1 or any((words or "").strip() for words in texts):
            return False
        around = inner[0]
        if around is not one and around.tag not in _AROUND:
            return False
    return True
