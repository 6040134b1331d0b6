"""Automatic numbers written into the text where they are more than items of a list.

pandoc drops the number of a heading and makes `一、` an item `1.`. Decided here, once for every
level of every list: a bullet stays a list. A number becomes text where the paragraph is a heading
(by outline level or style), where it is Chinese (`一、`, `第一章`) or of more than one level
(`1.1`), where Markdown could not say it (`（1）`, `①`), in the cell of a table, where most
paragraphs of the level are short and bold, or where none of several ever follows another. What
remains is a list: `1.` `2.` `3.`, and `a)` below one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.intake.word.blocks import listed
from generator.intake.word.counting import formatted
from generator.intake.word.definitions import LEVELS, Definitions, Level
from generator.intake.word.names import (
    PARAGRAPH,
    RUN,
    TEXT,
    Element,
    W,
    above,
    is_on,
    number_of,
    run_of,
    texts,
    value_of,
)
from generator.intake.word.styles import BODY_LEVEL, Styles

SHORT: Final = 40
"""Characters of a heading; titles of sections have fewer."""
_SENTENCE_ENDS: Final = ("\u3002", "\uff1b", ";", "\uff0c", ",")
_UNSPACED: Final = ("\u3001", "\uff0e", "\uff09", "\uff1a", "\u3000", " ")


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered paragraph."""

    paragraph: Element
    num_id: str
    index: int
    level: Level
    number: str
    outline: int | None
    is_in_cell: bool
    is_short_bold: bool
    follows: bool
    """The block before it is an item too."""


def write_numbers(root: Element, definitions: Definitions, styles: Styles) -> None:
    """Write numbers of headings and the like as text; leave lists, each item with its own mark."""
    items = _items(root, definitions, styles)
    by_level: dict[tuple[str, int], list[Item]] = defaultdict(list)
    for item in items:
        by_level[item.num_id, item.index].append(item)
    typed = {key: _is_typed(found, definitions) for key, found in by_level.items()}
    for mark in list(root.iter(f"{W}numPr")):
        parent = mark.getparent()
        if parent is not None and parent.tag == f"{W}pPr":
            parent.remove(mark)
    for item in items:
        is_typed = typed[item.num_id, item.index] or item.outline is not None or item.is_in_cell
        if not item.level.is_numbered and item.outline is not None:
            continue
        if is_typed and item.level.is_numbered:
            _write(item)
        else:
            listed(item.paragraph, item.num_id, item.index)


def outline_level(paragraph: Element, styles: Styles) -> int | None:
    """Give the level in the outline, from 0, of a paragraph: its own, or that of its style."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return None
    own = properties.find(f"{W}outlineLvl")
    if own is not None:
        level = number_of(value_of(own), BODY_LEVEL)
        return level if 0 <= level < BODY_LEVEL else None
    style = value_of(properties.find(f"{W}pStyle"))
    level_of_style = styles.outline_level(style)
    return styles.heading_level(style) if level_of_style is None else level_of_style


def _is_typed(items: Sequence[Item], definitions: Definitions) -> bool:
    level = items[0].level
    if not level.is_numbered:
        return False
    if level.is_chinese or not (level.is_plain or level.is_lettered):
        return True
    if level.is_lettered and not _is_below_list(items[0], definitions):
        return True
    if 2 * sum(item.is_short_bold for item in items) > len(items):
        return True
    return len(items) > 1 and not any(item.follows for item in items)


def _is_below_list(item: Item, definitions: Definitions) -> bool:
    upper = definitions.level(item.num_id, item.index - 1) if item.index else None
    return upper is not None and (upper.is_plain or not upper.is_numbered)


def _items(root: Element, definitions: Definitions, styles: Styles) -> list[Item]:
    counters = _Counters(definitions)
    found: list[Item] = []
    last: Element | None = None
    for paragraph in root.iter(PARAGRAPH):
        mark = _mark(paragraph, definitions, styles)
        level = definitions.level(*mark) if mark else None
        if mark is None or level is None:
            continue
        number = counters.next(*mark)
        is_in_cell = above(paragraph, f"{W}tc") is not None
        if not is_in_cell and not _has_content(paragraph):
            continue
        outline = outline_level(paragraph, styles)
        follows = last is not None and paragraph.getprevious() is last
        is_short_bold = _is_short_bold(paragraph, styles)
        found.append(
            Item(paragraph, *mark, level, number, outline, is_in_cell, is_short_bold, follows)
        )
        last = paragraph
    return found


def _has_content(paragraph: Element) -> bool:
    return any(
        True for _ in paragraph.iter(TEXT, f"{W}drawing", f"{W}pict", f"{W}object", "{*}oMath")
    )


def _mark(paragraph: Element, definitions: Definitions, styles: Styles) -> tuple[str, int] | None:
    """Give the list and the level of a paragraph, by itself or by its style."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return None
    own = properties.find(f"{W}numPr")
    style = value_of(properties.find(f"{W}pStyle"))
    num_id = "" if own is None else value_of(own.find(f"{W}numId"))
    index = None if own is None else own.find(f"{W}ilvl")
    if num_id:
        level = 0 if index is None else number_of(value_of(index), 0)
    else:
        num_id, level = _mark_of_style(style, definitions, styles)
        if index is not None:
            level = number_of(value_of(index), 0)
    return (num_id, min(max(level, 0), LEVELS - 1)) if num_id in definitions.nums else None


def _mark_of_style(style: str, definitions: Definitions, styles: Styles) -> tuple[str, int]:
    chain = list(styles.chain(style))
    num_id = next((link.num_id for link in chain if link.num_id), "")
    numbered = definitions.nums.get(num_id)
    for link in chain if numbered is not None else ():
        for index, level in numbered.levels.items() if numbered is not None else ():
            if level.style == link.key:
                return num_id, index
    return num_id, next((link.level for link in chain if link.level is not None), 0)


def _is_short_bold(paragraph: Element, styles: Styles) -> bool:
    """Tell whether a paragraph looks like a heading: short, bold throughout, no sentence."""
    written = "".join(texts(paragraph)).strip()
    if not written or len(written) > SHORT or written.endswith(_SENTENCE_ENDS):
        return False
    style = value_of(paragraph.find(f"{W}pPr/{W}pStyle"))
    return all(_is_bold(run, style, styles) for run in paragraph.iter(RUN) if any(texts(run)))


def _is_bold(run: Element, style: str, styles: Styles) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None or properties.find(f"{W}b") is None:
        own = "" if properties is None else value_of(properties.find(f"{W}rStyle"))
        return styles.is_bold(own) or styles.is_bold(style)
    return is_on(properties, "b")


def _write(item: Item) -> None:
    """Write a number before the text, in the look of the text."""
    gap = " " if item.level.has_space and not item.number.endswith(_UNSPACED) else ""
    first = next((run for run in item.paragraph.iter(RUN) if any(texts(run))), None)
    made = run_of(item.number + (gap if first is not None else ""), first)
    properties = item.paragraph.find(f"{W}pPr")
    item.paragraph.insert(0 if properties is None else 1, made)


class _Counters:
    """Where every list has got to, as the reader of the document meets its items."""

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions
        self._values: dict[str, dict[int, int]] = defaultdict(dict)
        self._started: set[tuple[str, int]] = set()

    def next(self, num_id: str, index: int) -> str:
        """Count one item and give its number as written."""
        numbered = self._definitions.nums[num_id]
        values = self._values[numbered.list_id]
        start = numbered.levels[index].start
        if index in numbered.starts and (num_id, index) not in self._started:
            values[index] = numbered.starts[index]
        else:
            values[index] = values[index] + 1 if index in values else start
        self._started.add((num_id, index))
        for deeper, level in numbered.levels.items():
            if deeper > index and (level.restart is None or index < level.restart):
                values.pop(deeper, None)
        return _worded(index, numbered.levels, values)


def _worded(index: int, levels: Mapping[int, Level], values: Mapping[int, int]) -> str:
    """Fill in the numbers of all levels that the pattern names."""
    level = levels[index]
    written = level.pattern
    for number, other in levels.items():
        if number <= index:
            form = "decimal" if level.is_legal else other.form
            value = formatted(values.get(number, other.start), form)
            written = written.replace(f"%{number + 1}", value)
    return written
