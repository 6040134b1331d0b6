"""Lists of HTML: items with the numbers that a browser shows, terms with what they mean."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from generator.publication.blocks.flat import flat
from generator.publication.blocks.markup import Element
from generator.publication.blocks.tree import Blocks, Definitions, Inlines, ListBlock

_STYLES: Final = frozenset("1aAiI")
_MOST: Final = 2**31 - 1
_LATIN: Final = 26**3
_ROMAN: Final = 3999
"""No browser writes a larger number in Roman letters; Latin letters get as long."""


@dataclass(slots=True)
class _Items:
    """The items of one list, in runs whose numbers follow each other."""

    is_ordered: bool
    style: str
    step: int
    next: int
    runs: list[ListBlock] = field(default_factory=list)

    def add(self, item: Blocks, value: int | None) -> None:
        number = self.next if value is None else value
        last = self.runs[-1] if self.runs else None
        follows = last and (not self.is_ordered or last.start + len(last.items) == number)
        if last and follows:
            self.runs[-1] = ListBlock((*last.items, item), *_manner(last))
        else:
            style = self.style if _fits(number, self.style) else "1"
            self.runs.append(ListBlock((item,), self.is_ordered, number, style))
        self.next = number + self.step


def read_list(element: Element, read: Callable[[Element], Blocks]) -> Blocks:
    """Give a list; where its numbers leap or fall, several in a row."""
    is_ordered = element.tag == "ol"
    items = element.findall("li")
    falls = is_ordered and "reversed" in element.attrib
    first = _whole(element.get("start")) if is_ordered else 1
    if first is None:
        first = len(items) if falls else 1
    style = element.get("type", "1")
    made = _Items(is_ordered, style if style in _STYLES else "1", -1 if falls else 1, max(first, 0))
    for item in items:
        made.add(read(item), _whole(item.get("value")) if is_ordered else None)
    return tuple(made.runs)


def read_definitions(element: Element, read: Callable[[Element], Blocks]) -> Definitions:
    """Give terms with what they mean; a term that shares its meaning with the next has none."""
    items: list[tuple[Inlines, Blocks]] = []
    for child in _entries(element):
        inner = read(child)
        if child.tag == "dt":
            items.append((flat(inner), ()))
        elif items:
            items[-1] = items[-1][0], (*items[-1][1], *inner)
        elif inner:
            items.append(((), inner))
    return Definitions(tuple(item for item in items if item != ((), ())))


def _entries(element: Element) -> list[Element]:
    """Give the terms and meanings of a list; HTML may group them in `div`."""
    found: list[Element] = []
    for child in element:
        is_group = child.tag == "div" and any(inner.tag in ("dt", "dd") for inner in child)
        found += child if is_group else [child]
    return found


def _manner(block: ListBlock) -> tuple[bool, int, str]:
    return block.is_ordered, block.start, block.style


def _whole(written: str | None) -> int | None:
    """Read a number as HTML does, or None where it is none; no form counts below nought."""
    try:
        return min(max(int(written or "", 10), 0), _MOST)
    except ValueError:
        return None


def _fits(number: int, style: str) -> bool:
    most = {"a": _LATIN, "A": _LATIN, "i": _ROMAN, "I": _ROMAN}
    return style == "1" or 0 < number <= most[style]
