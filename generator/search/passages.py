"""The texts of built pages: what is marked `data-found`, cut into pieces, and the best of them.

`theme/finder/60-snippet.js` cuts pages into the same pieces, which prove words. It chooses
otherwise which is shown: it leaves out the header of the page, whose title its list shows already,
and of pieces with equally many words prefers running text below a heading. Here the nearness of
the words comes first, then whether a heading stands above.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from generator.search.folding import APART, fold
from generator.search.ranking import closeness

LENGTH: Final = 90
"""Characters of a snippet."""
BEFORE: Final = 24
"""Of them before the first word."""
# The same list as in rendering/text.py: everything else parts the text.
_INLINE: Final = re.compile(
    r"a(bbr)?|b(d[io])?|c(it|od)e|d(el|fn)|em|i(ns)?|kbd|mark|q|r([pt]|uby)"
    r"|s(amp|mall|pan|trong|u[bp])?|time|u|var|wbr"
)
_HEADING: Final = re.compile(r"h[1-6]")
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input"}
    | {"link", "meta", "source", "track", "wbr"}
)
_NOTE: Final = "footnote-ref"


_Hit = tuple[int, int, int]
"""Begin and end in a text, and the number of the word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a page's text and the section in which it stands."""

    text: str
    section: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a piece that shows the words of a query."""

    parts: tuple[tuple[str, bool], ...]
    """Texts, and whether each is one of the words."""
    section: str
    anchor: str

    @property
    def text(self) -> str:
        """Give the stretch without marks."""
        return "".join(text for text, _ in self.parts)


@dataclass(slots=True)
class _Element:
    """An element that is open."""

    tag: str
    anchor: str
    is_found: bool
    is_apart: bool
    is_note: bool


class _Reader(HTMLParser):
    """Collects the pieces of one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._open: list[_Element] = [_Element("", "", False, False, False)]
        self._text: list[str] = []
        self._heading: list[str] | None = None
        self._section = self._anchor = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; note a heading."""
        if tag in _VOID:
            if not _INLINE.fullmatch(tag):
                self._end()
            return
        known, above = dict(attrs), self._open[-1]
        is_found = above.is_found or "data-found" in known
        is_apart = is_found != above.is_found or not _INLINE.fullmatch(tag)
        is_note = above.is_note or known.get("class") == _NOTE
        element = _Element(tag, known.get("id") or "", is_found, is_apart, is_note)
        if is_apart:
            self._end()
        self._open.append(element)
        if _HEADING.fullmatch(tag) and not is_note:
            self._heading, self._section = [], ""
            self._anchor = element.anchor or above.anchor

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and those in it that nobody closed."""
        if tag not in [element.tag for element in self._open[1:]]:
            return
        while True:
            element = self._open.pop()
            if _HEADING.fullmatch(element.tag) and self._heading is not None:
                name = "" if element.tag == "h1" else " ".join("".join(self._heading).split())
                self._section, self._anchor = name, self._anchor if name else ""
                self._end()
                self._heading = None
            elif element.is_apart:
                self._end()
            if element.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take a text that is to be found."""
        if self._open[-1].is_note:
            return
        if self._heading is not None:
            self._heading.append(data)
        if self._open[-1].is_found:
            self._text.append(data)

    def _end(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text = []
        if text:
            self.pieces.append(Piece(text, self._section, self._anchor))


def pieces_of(html: str) -> tuple[Piece, ...]:
    """Give the pieces of a built page in their order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.pieces)


def snippet(pieces: Sequence[Piece], words: Sequence[str]) -> Snippet | None:
    """Give the stretch in which most folded words stand nearest to each other, or None."""
    best = max(pieces, key=lambda piece: _merit(piece, words), default=None)
    if best is None:
        return None
    hits = sorted(_hits(best.text, words))
    if not hits:
        return None
    text, first = best.text, _densest(hits)
    start = max(0, min(first[0] - BEFORE, len(text) - LENGTH))
    end = min(len(text), max(start + LENGTH, first[1]))
    parts = tuple(_marked(text, hits, start, end))
    before = (("…", False),) if start else ()
    after = (("…", False),) if end < len(text) else ()
    return Snippet((*before, *parts, *after), best.section, best.anchor)


def _merit(piece: Piece, words: Sequence[str]) -> tuple[int, int, bool]:
    """Tell how many words stand in a piece, how near, and whether it is below a heading."""
    folded = fold(piece.text)
    there = [word for word in words if word in folded]
    return len(there), closeness([folded], there)[0] if there else 0, bool(piece.section)


def _densest(hits: Sequence[_Hit]) -> _Hit:
    """Give the hit from which on the most different words are shown; of equal ones the first."""

    def shown(hit: _Hit) -> int:
        end = hit[0] + LENGTH - BEFORE
        return len({number for begin, stop, number in hits if hit[0] <= begin and stop <= end})

    return max(hits, key=shown)


def _hits(text: str, words: Sequence[str]) -> Iterator[_Hit]:
    """Yield from where to where folded words stand in a text, and which."""
    folded, at = _mapped(text)
    for number, word in enumerate(words):
        place = folded.find(word)
        while place >= 0:
            yield at[place], at[place + len(word) - 1] + 1, number
            place = folded.find(word, place + len(word))


def _mapped(text: str) -> tuple[str, list[int]]:
    """Fold a text character by character; give for every folded one where it stood.

    What becomes another when it stands beside a mark is not found: its snippet has no marks.
    """
    folded: list[str] = []
    at: list[int] = []
    for place, character in enumerate(text):
        # Between two letters, for at the ends a separator is dropped.
        for one in fold(f"a{character}a")[1:-1]:
            if one != APART or not folded or folded[-1] != APART:
                folded.append(one)
                at.append(place)
    return "".join(folded), at


def _marked(text: str, hits: Sequence[_Hit], start: int, end: int) -> Iterator[tuple[str, bool]]:
    at = start
    for hit in hits:
        begin, stop = max(hit[0], at), min(hit[1], end)
        if begin >= stop:
            continue
        if begin > at:
            yield text[at:begin], False
        yield text[begin:stop], True
        at = stop
    if at < end:
        yield text[at:end], False
