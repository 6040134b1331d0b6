"""A draft as its reader sees it: the body through the site's own renderer, read by html5lib."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from xml.etree.ElementTree import Element

import html5lib
import yaml

from generator.rendering.markdown import render

Grid = dict[tuple[int, int], str]
_FRONT: Final = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_GAPS: Final = re.compile(r"\s+")
_MAX_SPAN: Final = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a way of taking a document gave; the contract between it and this examination."""

    draft: str
    """The whole file: front matter and Markdown."""
    remarks: Sequence[str] = ()
    """The report's lines, as worded, each with its place."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Base name of a picture beside the draft → its bytes."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader sees of a draft."""

    front: Mapping[str, Any]
    headings: tuple[tuple[int, str], ...]
    """Level 1 is the Markdown's second."""
    tables: tuple[Grid, ...]
    head_rows: tuple[int, ...]
    """Rows of each table's thead."""
    images: tuple[str, ...]
    """Base names of the pictures shown, in order."""
    captions: tuple[str, ...]
    footnotes: int
    text: str
    """All text, captions without their numbers, without white space."""


def squeezed(words: str) -> str:
    """Give a text without white space: where lines break is not what is examined."""
    return _GAPS.sub("", words)


def see(draft: str) -> Seen:
    """Read a draft."""
    match = _FRONT.match(draft)
    loaded = yaml.safe_load(match[1]) if match else {}
    front = loaded if isinstance(loaded, dict) else {}
    markdown = draft[match.end() :] if match else draft
    body = render(markdown, first_line=1, publish=lambda address: address, numbered=True)
    root: Element = html5lib.parseFragment(body.html, namespaceHTMLElements=False)
    tables = list(root.iter("table"))
    return Seen(
        front=front,
        headings=tuple((one.level - 1, one.text) for one in body.headings),
        tables=tuple(map(grid_of, tables)),
        head_rows=tuple(len(one.findall("thead/tr")) for one in tables),
        images=tuple(one.get("src", "").rsplit("/", 1)[-1] for one in root.iter("img")),
        captions=tuple(squeezed(_text(one)) for one in root.iter("figcaption")),
        footnotes=sum(1 for one in root.iter("li") if one.get("id", "").startswith("fn-")),
        text=squeezed(_text(root)),
    )


def _text(element: Element) -> str:
    return "".join(_texts(element))


def _texts(element: Element) -> Iterator[str]:
    """Yield the texts of an element, numbers and marks of the renderer's own left out."""
    yield element.text or ""
    for child in element:
        if "number" not in child.get("class", "").split() and isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""


def grid_of(table: Element) -> Grid:
    """Give a table's text by row and column; a merged cell's stands at all its places."""
    places: Grid = {}
    rows = list(table.iter("tr"))
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in {"td", "th"}:
                continue
            while (number, column) in places:
                column += 1
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            for place in ((number + d, column + a) for d in range(down) for a in range(across)):
                places[place] = squeezed(_text(cell))
            column += across
    return places


def _span(cell: Element, name: str) -> int:
    written = cell.get(name, "1")
    return min(max(int(written), 1), _MAX_SPAN) if written.isdecimal() else 1
