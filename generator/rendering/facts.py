"""Facts about a body: its links and images as written, and its sections."""

import re
from functools import partial
from html import unescape
from operator import attrgetter
from typing import Final

from generator.library.body import Heading, Reference, Section
from generator.library.counting import count_text
from generator.rendering.anchors import Headed
from generator.rendering.footnotes import without_footnotes
from generator.rendering.links import Addresses
from generator.rendering.numbering import DEEPEST
from generator.rendering.positions import Positions
from generator.rendering.text import escaped, one_line, plain_text

_REFERENCE: Final = re.compile(
    r'<(?:a|(img)) data-sourcepos="(\d+):(\d+)-[^"]*" (?:href|src)="([^"]*)"(?: alt="([^"]*)")?'
)
_LINK_MARKS: Final = "[<"
_IMAGE_MARKS: Final = "!"
_TOP: Final = 2
_SECTION: Final = '<h2 id="'
_NUMBER: Final = re.compile(r'(<h[2-5] id="[^"]*">)<span class="number">[^<]*</span>')


def references(
    html: str, positions: Positions, first_line: int, addresses: Addresses
) -> tuple[list[Reference], list[Reference]]:
    """Give the Markdown links and images of comrak's HTML."""
    links: list[Reference] = []
    images: list[Reference] = []
    if not addresses.seen:
        return links, images
    for found in _REFERENCE.finditer(html):
        is_image, line, byte, address, alt = found.groups()
        marks = _IMAGE_MARKS if is_image else _LINK_MARKS
        there, column = positions.opening(int(line), int(byte), marks)
        shown = unescape(address)
        if is_image:
            words = unescape(alt or "")
        else:
            words = one_line(html[found.end() : html.find("</a>", found.end())].partition(">")[2])
        target = addresses.written.get(shown, shown)
        chosen = images if is_image else links
        chosen.append(Reference(target, words, first_line + there - 1, column))
    return links, images


def in_order(*groups: tuple[Reference, ...] | list[Reference]) -> tuple[Reference, ...]:
    """Give references by their place in the file."""
    together = [reference for group in groups for reference in group]
    return tuple(sorted(together, key=attrgetter("line", "column", "target", "text")))


def sections_of(headed: Headed) -> tuple[Section, ...]:
    """Give the level-2 sections of finished HTML.

    A heading inside a footnote makes none: the footnotes stand below the last section.
    """
    _, *parts = without_footnotes(headed.html).split(_SECTION)
    shares: list[tuple[Heading, list[str]]] = []
    typed = iter(headed.typed)
    for heading in headed.headings:
        before = next(typed, "") if heading.level <= DEEPEST else ""
        if heading.level == _TOP:
            shares.append((heading, []))
        elif shares and headed.typed and heading.level <= DEEPEST:
            shares[-1][1].append(before)
    return tuple(
        Section(heading, len(part), partial(_measured, part, tuple(below)))
        for (heading, below), part in zip(shares, parts, strict=False)
    )


def _measured(part: str, typed: tuple[str, ...]) -> int:
    """Count the text below a level-2 heading: what the author wrote, and the labels of captions.

    Deeper headings count as they were `typed`, lists, tables and captions with the labels that the
    program gives them (图1). Not counted are the section's own heading, image descriptions and
    marks of footnotes.
    """
    below = part.partition("</h2>")[2]
    if typed:
        numbers = iter(typed)
        below = _NUMBER.sub(lambda found: found[1] + escaped(next(numbers, "")), below)
    return count_text(plain_text(below))
