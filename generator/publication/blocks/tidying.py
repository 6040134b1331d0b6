"""Safe HTML made ready for reading: what no document holds so is put where a browser shows it."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from generator.publication.blocks.markup import BLOCKS, HOLDS, Element, is_display, text_of

DEEPEST: Final = 40
"""Elements within elements that keep their form; what is nested deeper is shown as plain text, for
neither Word nor Typst sets it."""

_ENTRIES: Final = {
    "dl": frozenset({"dd", "div", "dt"}),
    "ol": frozenset({"li"}),
    "ul": frozenset({"li"}),
}
"""Lists → what may stand in them."""


def make_ready(root: Element) -> None:
    """Gather what is loose in lists, flatten what is nested too deep, mark what holds a block."""
    for found in [*root.iter(*_ENTRIES)]:
        _gather(found)
    for element, depth in [*_with_depth(root)]:
        if depth == DEEPEST and len(element):
            words = text_of(element)
            del element[:]
            element.text = words
    for block in root.iter(*BLOCKS, "span"):
        if block.tag == "span" and not is_display(block):
            continue
        for above in block.iterancestors():
            if above.get(HOLDS):
                break
            above.set(HOLDS, "1")


def _gather(found: Element) -> None:
    """Put text and elements that no entry of a list holds behind what the entry before says.

    What stands before the first entry goes before the list: there it gets no mark of its own.
    """
    entries = _ENTRIES[str(found.tag)]
    home = _Home(found)
    home.say(found.text)
    found.text = None
    for child in [*found]:
        tail, child.tail = child.tail, None
        if child.tag in entries:
            home = _Home(found, child)
        else:
            home.element().append(child)
        home.say(tail)


class _Home:
    """Where what is loose in a list goes: a block made when there is something."""

    __slots__ = ("_entry", "_list", "_made")

    def __init__(self, found: Element, entry: Element | None = None) -> None:
        self._list, self._entry = found, entry
        self._made: Element | None = None

    def element(self) -> Element:
        """Give the block, made now if there was none."""
        if self._made is None:
            self._made = etree.Element("div")
            if self._entry is None:
                self._list.addprevious(self._made)
            else:
                self._entry.append(self._made)
        return self._made

    def say(self, words: str | None) -> None:
        """Put text into it, unless it is white space."""
        if not words or not words.strip():
            return
        home = self.element()
        if len(home):
            home[-1].tail = (home[-1].tail or "") + words
        else:
            home.text = (home.text or "") + words


def _with_depth(root: Element) -> Iterator[tuple[Element, int]]:
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start":
            yield element, depth
