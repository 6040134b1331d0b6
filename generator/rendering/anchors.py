"""Headings: permanent readable ids from their text, and what is known of each.

Whose ids are whose: an id of lower-case ASCII (`fn-1`, `fnref-1`, `toc`, `__search`) belongs to the
program and its templates, 图1 and 表1 to figures and tables. A heading whose anchor would look like
one of these gets the prefix of strings/zh/rendering.toml (`节-toc`), so none can collide.
"""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from generator.library.body import Heading
from generator.rendering.numbering import DEEPEST, Numbers
from generator.rendering.text import escaped, one_line
from generator.strings import text

_HEADING: Final = re.compile(r'<h([1-6]) data-sourcepos="(\d+):[^"]*">(.*?)</h\1>', re.DOTALL)
_LONGEST: Final = 120
"""Characters that an anchor keeps; no heading of a person is longer."""

_KNOWN: Final = 1024


def without_number(heading: str) -> str:
    """Give a heading's text without its typed number (一、 （一） 1. （1） ①)."""
    typed = _typed_number().match(heading)
    return heading[typed.end() :] if typed else heading


@dataclass(slots=True)
class Anchors:
    """The anchors given so far in one body, each once."""

    _given: set[str] = field(default_factory=set)
    _last: dict[str, int] = field(default_factory=dict)

    def give(self, words: str) -> str:
        """Give a new anchor for a heading's text: 实施成效, then 实施成效-2."""
        base = _base(words)
        anchor, number = base, self._last.get(base, 1)
        while anchor in self._given:
            number += 1
            anchor = f"{base}-{number}"
        self._last[base] = number
        self._given.add(anchor)
        return anchor


def finish_headings(
    html: str, first_line: int, *, numbered: bool = False
) -> tuple[str, tuple[Heading, ...]]:
    """Write the anchors into sanitised HTML; level 1 is shown as level 2.

    `numbered` computes the headings' numbers, else each has the one that was typed. The text of a
    heading stays as it is: lengths count what the author wrote, `show_numbers` comes after them.
    """
    anchors = Anchors()
    numbers = Numbers()
    found: list[Heading] = []

    def finished(match: re.Match[str]) -> str:
        mark, place, inner = match.groups()
        shown, bare = _texts(inner)
        words = bare or shown
        level = max(2, int(mark))
        line = first_line + int(place) - 1
        anchor = anchors.give(words)
        if numbered and level <= DEEPEST:
            heading = Heading(level, bare, anchor, line, numbers.give(level))
        else:
            typed = shown[: -len(words)] if words else ""
            heading = Heading(level, words, anchor, line, typed)
        found.append(heading)
        return f'<h{level} id="{escaped(anchor)}">{inner}</h{level}>'

    html = _HEADING.sub(finished, html)
    if "<h1" in html:  # the author's own HTML
        html = html.replace("<h1", "<h2").replace("</h1>", "</h2>")
    return html, tuple(found)


@lru_cache(maxsize=_KNOWN)
def _texts(html: str) -> tuple[str, str]:
    """Give the text of a heading, and that without its typed number.

    Half of a case's headings are those that its edition prescribes.
    """
    shown = one_line(html)
    return shown, without_number(shown)


@lru_cache(maxsize=_KNOWN)
def _base(words: str) -> str:
    base = "-".join(words[:_LONGEST].split())
    if not base.isprintable():
        base = "".join(character for character in base if character.isprintable())
    if not base:
        return text("rendering.anchor.empty")
    return text("rendering.anchor.prefix") + base if _reserved().fullmatch(base) else base


@cache
def _typed_number() -> re.Pattern[str]:
    return re.compile(text("rendering.number.heading"))


@cache
def _reserved() -> re.Pattern[str]:
    words = f"{text('rendering.figure.word')}|{text('rendering.table.word')}"
    return re.compile(rf"[a-z_][!-~]*|(?:{words})\d+")
