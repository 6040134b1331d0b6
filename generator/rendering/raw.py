"""The author's own HTML: his links and images, and what the sanitiser takes away from it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from operator import attrgetter
from typing import Final

from generator.library.body import Reference, Removal
from generator.rendering.positions import Positions
from generator.rendering.sanitising import is_allowed
from generator.rendering.text import one_line

# What comrak writes without a position is told apart by these, all others are the author's.
_COMRAK: Final = (
    r'[a-z][a-z0-9]* data-sourcepos="|span data-math-style="|div class="[a-z -]*" data-sourcepos="'
    r'|sup class="footnote-ref">|p class="markdown-alert-title">|code class="language-[^"]*">'
    r'|a href="#fn-[^"]*" id="fnref-|a href="#fnref-[^"]*" class="footnote-backref"'
)
# Each branch always ends, at the latest where the text ends: so the scan is linear.
_MARKUP: Final = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(?!/|{_COMRAK})(?:(?P<name>[a-zA-Z][^\s/>]*)"
    r"(?P<attributes>(?:[^\"'>]++|\"[^\"]*\"?|'[^']*'?)*+)>?|(?P<other>[!?][^\s>]*)[^>]*>?)",
    re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(
    r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?"
)
_SILENT: Final = re.compile(r"</(?:script|style)\b", re.IGNORECASE)
_VERBATIM: Final = re.compile(
    r'<(?:code|pre|span data-math-style="[a-z]+") data-sourcepos="(\d+):(\d+)-(\d+):(\d+)"'
)
_TEXT: Final = 1000
"""Characters read for the text of a link that the author did not close."""


@dataclass(frozen=True, slots=True)
class _Tag:
    """A start tag as the author typed it."""

    name: str
    source: str
    attributes: tuple[tuple[str, str, int], ...]
    """Name in lower case, value, offset in `source`."""
    text: str
    """The text up to the next `</a>`, for links only."""


@dataclass(frozen=True, slots=True)
class RawFacts:
    """What there is to know of the author's own HTML."""

    links: tuple[Reference, ...] = ()
    images: tuple[Reference, ...] = ()
    removals: tuple[Removal, ...] = ()


def raw_facts(html: str, positions: Positions, first_line: int) -> RawFacts:
    """Find the author's tags in comrak's HTML and where they stand in the source.

    Comments are no removals: nobody expects to see them. An unsafe address is not one either, for
    it stands among the links and images, where `address-unsafe` reports it.
    """
    tags = [tag for tag in _tags(html) if _matters(tag)]
    if not tags:
        return RawFacts()
    locate = _Locator(html, positions, first_line)
    links: list[Reference] = []
    images: list[Reference] = []
    removals: list[Removal] = []
    for tag in tags:
        locate.seek(tag.source)
        removals += (Removal(what, *locate.place(inside)) for what, inside in _removed(tag))
        values = {name: unescape(value) for name, value, _ in reversed(tag.attributes)}
        if tag.name == "a" and "href" in values:
            links.append(Reference(values["href"], tag.text, *locate.place(0)))
        elif tag.name == "img" and "src" in values:
            images.append(Reference(values["src"], values.get("alt", ""), *locate.place(0)))
    removals.sort(key=attrgetter("line", "column", "what"))
    return RawFacts(tuple(links), tuple(images), tuple(removals))


def _tags(html: str) -> Iterator[_Tag]:
    start = 0
    while markup := _MARKUP.search(html, start):
        start = markup.end()
        if markup["other"] is not None:
            yield _Tag(markup["other"].lower(), markup[0], (), "")
        if markup["name"] is None:
            continue
        name = markup["name"].lower()
        begin = markup.start("attributes") - markup.start()
        attributes = tuple(
            (found[1].lower(), found[2] or found[3] or found[4] or "", begin + found.start())
            for found in _ATTRIBUTE.finditer(markup["attributes"])
        )
        words = html[start : start + _TEXT].partition("</a>")[0] if name == "a" else ""
        yield _Tag(name, markup[0], attributes, one_line(words))
        if name in ("script", "style"):
            closing = _SILENT.search(html, start)
            start = closing.end() if closing else len(html)


def _matters(tag: _Tag) -> bool:
    return tag.name in ("a", "img") or any(True for _ in _removed(tag))


def _removed(tag: _Tag) -> Iterator[tuple[str, int]]:
    """Yield what the sanitiser removes of a tag, with its offset in the tag."""
    if not is_allowed(tag.name):
        yield f"<{tag.name}>", 0
        return
    for name, _, offset in tag.attributes:
        if not is_allowed(tag.name, name):
            yield name, offset


class _Locator:
    """Finds the author's tags, which comrak copies letter by letter, in the source."""

    def __init__(self, html: str, positions: Positions, first_line: int) -> None:
        self._positions = positions
        self._first_line = first_line
        self._source = _without_verbatim(html, positions)
        self._cursors: dict[str, int] = {}
        self._found = 0
        self._exact = False

    def seek(self, tag: str) -> None:
        """Go to a tag: the next place where its first line stands; without one stay.

        comrak moves footnotes to the end, so a tag may stand above the one before it.
        """
        needle = tag.split("\n", 1)[0]
        begin = self._cursors.get(needle, 0)
        found = self._source.find(needle, max(begin, self._found))
        if found < 0:
            found = self._source.find(needle, begin, self._found + len(needle))
        if found >= 0:
            self._cursors[needle] = found + len(needle)
            self._found = found
        self._exact = found >= 0 and self._source.startswith(tag, found)

    def place(self, inside: int) -> tuple[int, int]:
        """Give line in the file and column of an offset inside the tag."""
        offset = self._found + inside if self._exact else self._found
        line, column = self._positions.place(offset)
        return self._first_line + line - 1, column


def _without_verbatim(html: str, positions: Positions) -> str:
    """Give the source with code and formulas blanked: the tags in them are text."""
    source = "\n".join(positions.lines)
    pieces: list[str] = []
    end = 0
    for place in _VERBATIM.finditer(html):
        from_line, from_byte, to_line, to_byte = map(int, place.groups())
        start = positions.offset(from_line, from_byte)
        stop = positions.offset(to_line, to_byte) + 1
        if start >= end and stop > start:
            pieces += (source[end:start], " " * (stop - start))
            end = stop
    return "".join((*pieces, source[end:]))
