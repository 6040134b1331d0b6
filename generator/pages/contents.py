"""The list of contents of a body."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from generator.library.body import EMPTY_BODY, AnyBody, Heading, KeptBody

_ENCODED: Final = re.compile(r"[^A-Za-z0-9_.~-]+")


class ContentsEntry(NamedTuple):
    """A section, and the headings one level below it; a page makes twenty."""

    label: str
    """As the text shows it, with its number: 一、企业概况."""
    href: str
    """`#` and the percent-encoded anchor."""
    entries: tuple["ContentsEntry", ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows of a text."""

    html: str
    """Safe; empty for a list entry."""
    contents: tuple[ContentsEntry, ...]
    """The sections of the text, each with those below it."""


@dataclass(frozen=True, slots=True)
class ShownText:
    """The text of a record: its view holds it, the template of its page asks what it says.

    A body may lie in the cache: nothing but the page of its own record reads it.
    """

    body: AnyBody

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no text, without reading it."""
        return self.body.is_empty

    @property
    def shown(self) -> Shown:
        """Read the text: once for all that a page shows of it."""
        if self.body.is_empty:
            return Shown("", ())
        kept = self.body.load() if isinstance(self.body, KeptBody) else self.body
        return Shown(kept.html, contents_of(kept.headings))


NO_TEXT: Final = ShownText(EMPTY_BODY)
"""Of a record that has none, or does not show it any more."""


def contents_of(headings: tuple[Heading, ...]) -> tuple[ContentsEntry, ...]:
    """Give the two upper levels of headings; a lone heading needs no list."""
    if len(headings) < 2:
        return ()
    top = min([heading.level for heading in headings])
    sections: list[tuple[ContentsEntry, list[ContentsEntry]]] = []
    for level, shown, anchor, _, number in headings:
        if level == top:
            sections.append((_entry(number, shown, anchor), []))
        elif level == top + 1 and sections:
            sections[-1][1].append(_entry(number, shown, anchor))
    return tuple(
        [
            ContentsEntry(section.label, section.href, tuple(below)) if below else section
            for section, below in sections
        ]
    )


@lru_cache(maxsize=4096)  # sections are called alike in thousands of cases
def _entry(number: str, shown: str, anchor: str) -> ContentsEntry:
    """Percent-encode the anchor: what `urllib.parse.quote` gives, by whole words."""
    return ContentsEntry(number + shown, "#" + _ENCODED.sub(_encoded, anchor))


def _encoded(found: re.Match[str]) -> str:
    return "%" + found[0].encode().hex("%").upper()
