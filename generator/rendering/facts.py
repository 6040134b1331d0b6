"""Facts about a body: its links and images as written, and how long its sections are."""

import re
from html import unescape
from operator import attrgetter
from typing import Final

from generator.library.body import Heading, Reference, Section
from generator.library.counting import count_text
from generator.rendering.footnotes import without_footnotes
from generator.rendering.links import Addresses
from generator.rendering.positions import Positions
from generator.rendering.text import one_line, plain_text

_REFERENCE: Final = re.compile(
    r'<(?:a|(img)) data-sourcepos="(\d+):(\d+)-[^"]*" (?:href|src)="([^"]*)"(?: alt="([^"]*)")?'
)
_LINK_MARKS: Final = "[<"
_IMAGE_MARKS: Final = "!"
_TOP: Final = 2
_SECTION: Final = '<h2 id="'


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
        escaped = unescape(address)
        if is_image:
            words = unescape(alt or "")
        else:
            words = one_line(html[found.end() : html.find("</a>", found.end())].partition(">")[2])
        target = addresses.written.get(escaped, escaped)
        chosen = images if is_image else links
        chosen.append(Reference(target, words, first_line + there - 1, column))
    return links, images


def in_order(*groups: tuple[Reference, ...] | list[Reference]) -> tuple[Reference, ...]:
    """Give references by their place in the file."""
    together = [reference for group in groups for reference in group]
    return tuple(sorted(together, key=attrgetter("line", "column", "target", "text")))


def measure(html: str, headings: tuple[Heading, ...]) -> tuple[tuple[Section, ...], int]:
    """Measure the level-2 sections and the whole body of finished HTML.

    Counted is the text below the level-2 heading: deeper headings, lists, tables and captions with
    the labels that the program gives them (图1). Not counted are the section's own heading, image
    descriptions and the text of footnotes, which stands below the last section. The whole body also
    has what stands before the first section and the headings of the sections.
    """
    before, *parts = without_footnotes(html).split(_SECTION)
    tops = [heading for heading in headings if heading.level == _TOP]
    total = count_text(plain_text(before))
    sections: list[Section] = []
    # A heading inside a footnote has no section, so there may be more headings than parts.
    for heading, part in zip(tops, parts, strict=False):
        title, _, below = part.partition("</h2>")
        characters = count_text(plain_text(below))
        sections.append(Section(heading, characters))
        total += characters + count_text(plain_text(title.partition(">")[2]))
    return tuple(sections), total
