"""The blocks of a container: lines become paragraphs, elements become what they are."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from generator.publication.blocks import figures, inlines, preformatted
from generator.publication.blocks.flat import flat
from generator.publication.blocks.inlines import STRONG, Setting
from generator.publication.blocks.lists import read_definitions, read_list
from generator.publication.blocks.markup import HOLDS, Element, is_block, is_display, text_of
from generator.publication.blocks.spacing import COLLAPSING, settled, without_outer_breaks
from generator.publication.blocks.tree import (
    Alert,
    Block,
    Blocks,
    Figure,
    Formula,
    Heading,
    Inline,
    Inlines,
    ListBlock,
    Paragraph,
    Picture,
    Quote,
    Rule,
)


def read_blocks(element: Element, setting: Setting) -> Blocks:
    """Give what stands in an element, whatever that is."""
    flow = Flow(setting)
    flow.walk(element, setting)
    return flow.finished()


def read_line(element: Element, setting: Setting) -> Inlines:
    """Give what stands in an element as one run of text, the blocks in it too."""
    if element.get(HOLDS):
        return flat(read_blocks(element, setting))
    return settle(setting.wrapped(inlines.content(element, setting)))


def settle(pieces: Inlines) -> Inlines:
    """Give running text as a paragraph shows it."""
    return without_outer_breaks(settled(pieces))


class Flow:
    """The blocks of one container, and the line that is being gathered."""

    __slots__ = ("_blocks", "_line", "_setting")

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._blocks: list[Block] = []
        self._line: list[Inline] = []

    def finished(self) -> Blocks:
        """Give the blocks."""
        self.end_line()
        return tuple(self._blocks)

    def end_line(self) -> None:
        """Make a paragraph of the line; one of a picture alone is a figure."""
        if not self._line:
            return
        line, self._line = settle(tuple(self._line)), []
        if not line:
            return
        first = line[0]
        if len(line) == 1 and isinstance(first, Picture) and not self._setting.is_cell:
            self.add(Figure(first))
        else:
            self.add(Paragraph(line))

    def add(self, *blocks: Block) -> None:
        """Put blocks behind those that are there."""
        self._blocks += blocks

    def say(self, words: str | None, setting: Setting) -> None:
        """Put text behind what stands in the line; no line begins with the space between blocks."""
        if not words or not (self._line or setting.keeps_lines or words.strip(COLLAPSING)):
            return
        self._line += setting.wrapped(setting.words(words))

    def walk(self, element: Element, setting: Setting) -> None:
        """Take over what stands in an element."""
        self.say(element.text, setting)
        for child in element:
            self.take(child, setting)
            self.say(child.tail, setting)

    def apart(self, element: Element, setting: Setting) -> None:
        """Take over what stands in an element that begins and ends a line."""
        self.end_line()
        self.walk(element, setting)
        self.end_line()

    def take(self, child: Element, setting: Setting) -> None:
        """Take over an element."""
        if is_block(child):
            self.end_line()
            _READERS.get(str(child.tag), Flow.apart)(self, child, setting)
            self.end_line()
        elif not child.get(HOLDS):
            self._line += setting.wrapped(inlines.inline(child, setting))
        elif child.tag != "rp":
            opened = inlines.opening(child, setting)
            inside = opened.setting.within(opened.wrap)
            self.say(opened.before, inside)
            self.walk(child, inside)
            self.say(opened.after, inside)


def _heading(flow: Flow, element: Element, setting: Setting) -> None:
    first = element[0] if len(element) and not (element.text or "").strip() else None
    number = ""
    if first is not None and first.tag == "span" and first.get("class") == "number":
        number, first.text = first.text or "", None
    words = read_line(element, setting)
    level = max(2, int(str(element.tag)[1:]))
    if words or number:
        flow.add(Heading(level, number, words, element.get("id", "")))


def _list(flow: Flow, element: Element, setting: Setting) -> None:
    flow.add(*read_list(element, lambda child: read_blocks(child, setting)))


def _stray_item(flow: Flow, element: Element, setting: Setting) -> None:
    flow.add(ListBlock((read_blocks(element, setting),)))


def _definitions(flow: Flow, element: Element, setting: Setting) -> None:
    found = read_definitions(element, lambda child: read_blocks(child, setting))
    if found.items:
        flow.add(found)


def _quote(flow: Flow, element: Element, setting: Setting) -> None:
    inner = read_blocks(element, setting)
    if inner:
        flow.add(Quote(inner))


def _division(flow: Flow, element: Element, setting: Setting) -> None:
    kinds = (element.get("class") or "").split()
    if kinds[:1] == ["math"]:
        _formula(flow, element, setting)
    elif kinds[:1] == ["alert"]:
        flow.add(_alert(element, setting))
    else:
        flow.apart(element, setting)


def _formula(flow: Flow, element: Element, setting: Setting) -> None:
    if element.tag == "span" and not is_display(element):
        flow.apart(element, setting)
        return
    tex = text_of(element).strip()
    if tex:
        flow.add(Formula(tex))


def _summary(flow: Flow, element: Element, setting: Setting) -> None:
    flow.apart(element, setting.within(STRONG))


def _rule(flow: Flow, _element: Element, _setting: Setting) -> None:
    flow.add(Rule())


def _preformatted(flow: Flow, element: Element, setting: Setting) -> None:
    code = preformatted.read_code(element)
    if code is None:
        flow.apart(element, replace(setting, is_code=True, keeps_lines=True))
    elif code.text:
        flow.add(code)


def _figure(flow: Flow, element: Element, setting: Setting) -> None:
    found = figures.read_figure(element, setting, _readers())
    if found is None:
        flow.apart(element, setting)
    else:
        flow.add(*found)


def _table(flow: Flow, element: Element, setting: Setting) -> None:
    flow.add(*figures.read_table(element, setting, _readers()))


def _readers() -> figures.Readers:
    return figures.Readers(read_line, read_blocks)


def _alert(element: Element, setting: Setting) -> Alert:
    kinds = (element.get("class") or "").split()
    title = ""
    found = next((p for p in element.findall("p") if p.get("class") == "alert-title"), None)
    if found is not None:
        title = " ".join(text_of(found).split())
        found.text, found[:] = None, []
    return Alert(kinds[-1].removeprefix("alert-"), title, read_blocks(element, setting))


_READERS: Final[Mapping[str, Callable[[Flow, Element, Setting], None]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    "blockquote": _quote,
    "div": _division,
    "dl": _definitions,
    "figure": _figure,
    "hr": _rule,
    "li": _stray_item,
    "pre": _preformatted,
    "span": _formula,
    "summary": _summary,
    "table": _table,
}
"""Blocks that are more than what stands in them."""
