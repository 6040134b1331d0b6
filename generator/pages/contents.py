"""The list of contents of a body."""

from dataclasses import dataclass
from urllib.parse import quote

from generator.library.body import Heading


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A section, and the headings one level below it."""

    label: str
    href: str
    """`#` and the percent-encoded anchor."""
    entries: tuple["ContentsEntry", ...] = ()


def contents_of(headings: tuple[Heading, ...]) -> tuple[ContentsEntry, ...]:
    """Give the two upper levels of headings; a lone heading needs no list."""
    if len(headings) < 2:
        return ()
    top = min(heading.level for heading in headings)
    sections: list[tuple[Heading, list[Heading]]] = []
    for heading in headings:
        if heading.level == top:
            sections.append((heading, []))
        elif heading.level == top + 1 and sections:
            sections[-1][1].append(heading)
    return tuple(
        _entry(section, tuple(_entry(heading, ()) for heading in below))
        for section, below in sections
    )


def _entry(heading: Heading, below: tuple[ContentsEntry, ...]) -> ContentsEntry:
    return ContentsEntry(heading.text, f"#{quote(heading.anchor, safe='')}", below)
