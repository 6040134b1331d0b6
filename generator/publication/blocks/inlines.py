"""Elements in a line: what each makes of the text in it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from generator.publication.blocks.markup import Element
from generator.publication.blocks.place import Place
from generator.publication.blocks.tree import (
    Break,
    Code,
    Formula,
    Inline,
    Inlines,
    Link,
    Manner,
    NoteMark,
    Picture,
    Set,
    Text,
)
from generator.strings import text

Wrap: TypeAlias = Callable[[Inlines], Inlines]

_MANNERS: Final[Mapping[str, Manner]] = {
    **dict.fromkeys(("b", "strong"), Manner.STRONG),
    **dict.fromkeys(("cite", "dfn", "em", "i", "var"), Manner.EMPHASIS),
    **dict.fromkeys(("ins", "u"), Manner.UNDERLINE),
    **dict.fromkeys(("del", "s"), Manner.STRIKE),
    "mark": Manner.MARK,
    "small": Manner.SMALL,
    "sub": Manner.SUBSCRIPT,
    "sup": Manner.SUPERSCRIPT,
}
"""Elements as browsers show them; the others (span, abbr, time, bdi, …) leave text as it is."""
_CODE: Final = frozenset({"code", "kbd", "samp"})
_CALL: Final = re.compile(r"#fn-(\d+)")


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a piece of text."""

    place: Place
    anchors: frozenset[str]
    """Those of the text."""
    notes: int
    """How many footnotes the text has."""
    wraps: tuple[Wrap, ...] = field(default=())
    """What the blocks around set off, the outermost first."""
    is_code: bool = False
    keeps_lines: bool = False
    """Whether line ends are shown, as in preformatted text."""
    quotes: int = 0
    """How many quotations in the line are open."""
    is_cell: bool = False
    """Whether the text stands in a cell of a table."""

    def words(self, written: str | None) -> Inlines:
        """Give the text of an element as it is to be shown, white space not yet collapsed."""
        if not written:
            return ()
        kind = Code if self.is_code else Text
        if not self.keeps_lines:
            return (kind(written),)
        first, *rest = written.split("\n")
        pieces: list[Inline] = [kind(first)]
        for line in rest:
            pieces += (Break(), kind(line))
        return tuple(pieces)

    def wrapped(self, inlines: Inlines) -> Inlines:
        """Set off inlines as the blocks around them are."""
        if not inlines:
            return ()
        for wrap in reversed(self.wraps):
            inlines = wrap(inlines)
        return inlines

    def within(self, wrap: Wrap | None) -> "Setting":
        """Give the setting inside a block that sets off all that is in it."""
        return replace(self, wraps=(*self.wraps, wrap)) if wrap else self


@dataclass(frozen=True, slots=True)
class Opening:
    """What an element in a line does to the text in it."""

    setting: Setting
    wrap: Wrap | None = None
    before: str = ""
    after: str = ""


def opening(element: Element, setting: Setting) -> Opening:
    """Give what an element in a line does."""
    tag = str(element.tag)
    manner = _MANNERS.get(tag)
    if manner:
        return Opening(setting, _setter(manner))
    if tag in _CODE:
        return Opening(replace(setting, is_code=True))
    if tag == "a":
        target = setting.place.target(element.get("href", ""), setting.anchors)
        return Opening(setting, _linker(target) if target and "href" in element.attrib else None)
    if tag == "q":
        level = "outer" if setting.quotes == 0 else "inner"
        inside = replace(setting, quotes=setting.quotes + 1)
        mark = "publication_blocks.quotation"
        return Opening(inside, None, text(f"{mark}.{level}_before"), text(f"{mark}.{level}_after"))
    if tag == "rt" and any(True for _ in element.iterancestors("ruby")):
        mark = "publication_blocks.reading"
        return Opening(setting, None, text(f"{mark}.before"), text(f"{mark}.after"))
    return Opening(setting)


def leaf(element: Element, setting: Setting) -> Inlines | None:
    """Give what an element says that holds no text to read, or None: it holds some."""
    match element.tag:
        case "br":
            return (Break(),)
        case "wbr" | "rp" | "col" | "colgroup":
            return ()  # a browser shows brackets of `rp` only where it cannot set `rt`
        case "img":
            path = setting.place.picture(element.get("src", ""))
            return (Picture(path, " ".join(element.get("alt", "").split(" "))),)
        case "span" if (element.get("class") or "").startswith("math"):
            tex = (element.text or "").strip()
            return (Formula(tex),) if tex else ()
        case "sup" | "a":
            number = called(element)
            return (NoteMark(number),) if 0 < number <= setting.notes else None
        case _:
            return None


def called(element: Element) -> int:
    """Give the number of the footnote that an element calls, or 0."""
    if element.tag == "sup":
        if len(element) != 1 or (element.text or "").strip() or (element[0].tail or "").strip():
            return 0
        element = element[0]
    found = _CALL.fullmatch(element.get("href", "")) if element.tag == "a" else None
    is_mere = found is not None and not len(element) and (element.text or "").strip() == found[1]
    return int(found[1]) if found and is_mere else 0


def content(element: Element, setting: Setting) -> Inlines:
    """Give the text in an element that holds no block."""
    return tuple(_content(element, setting))


def inline(element: Element, setting: Setting) -> Inlines:
    """Give an element in a line that holds no block."""
    known = leaf(element, setting)
    if known is not None:
        return known
    opened = opening(element, setting)
    inner = content(element, opened.setting)
    if opened.before:
        inner = (*setting.words(opened.before), *inner, *setting.words(opened.after))
    return opened.wrap(inner) if opened.wrap and inner else inner


def _content(element: Element, setting: Setting) -> Iterator[Inline]:
    yield from setting.words(element.text)
    for child in element:
        yield from inline(child, setting)
        yield from setting.words(child.tail)


def _setter(manner: Manner) -> Wrap:
    return lambda inlines: (Set(manner, inlines),)


def _linker(target: str) -> Wrap:
    return lambda inlines: (Link(target, inlines),)


STRONG: Final = _setter(Manner.STRONG)
