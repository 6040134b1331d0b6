"""Headings: permanent readable ids from their text, and what is known of each.

Whose ids are whose: an id of lower-case ASCII (`fn-1`, `fnref-1`, `toc`, `__search`) belongs to the
program and its templates, 图1 and 表1 to figures and tables. A heading whose anchor would look like
one of these gets the prefix of strings/zh/rendering.toml (`节-toc`), so none can collide.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final, NamedTuple

from generator.library.body import Heading
from generator.rendering.numbering import DEEPEST, Numbers, with_number
from generator.rendering.text import escaped, one_line
from generator.strings import text

_PLACED: Final = re.compile(r'<h([1-6]) data-sourcepos="(\d+):[^"]*">(.*?)</h\1>', re.DOTALL)
# comrak writes no heading into another, so the next end tag is the right one.
_BARE: Final = re.compile(r"<h([1-6])()>([^<]*+(?:<(?!/h)[^<]*+)*+)</h[1-6]>")
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
        return self.give_like(_base(words))

    def give_like(self, base: str) -> str:
        """Give a new anchor that is `base`, or begins so."""
        anchor, number = base, self._last.get(base, 1)
        while anchor in self._given:
            number += 1
            anchor = f"{base}-{number}"
        self._last[base] = number
        self._given.add(anchor)
        return anchor


class Headed(NamedTuple):
    """HTML with finished headings, and what is known of them."""

    html: str
    headings: tuple[Heading, ...]
    typed: tuple[str, ...]
    """What the author typed before the text of each, where the program shows a number instead."""


def finish_headings(html: str, first_line: int, *, numbered: bool = False) -> Headed:
    """Write the anchors into sanitised HTML; level 1 is shown as level 2.

    `numbered` computes the headings' numbers, else each has the one that was typed.
    """
    parts = _PLACED.split(html)
    lines = [first_line + int(place) - 1 for place in parts[2::4]]
    return _headed(parts, lines, numbered=numbered)


def finish_bare_headings(html: str, lines: Sequence[int], *, numbered: bool) -> Headed | None:
    """Do the same to HTML without positions, or give None: there are not so many headings."""
    parts = _BARE.split(html)
    return _headed(parts, lines, numbered=numbered) if len(parts) // 4 == len(lines) else None


def _headed(parts: Sequence[str], lines: Sequence[int], *, numbered: bool) -> Headed:
    """Finish the headings: what stands before them, then mark, place, inside and what follows."""
    anchors, numbers = Anchors(), Numbers()
    pieces = [parts[0]]
    found: list[Heading] = []
    typed: list[str] = []
    for mark, line, inner, below in zip(parts[1::4], lines, parts[3::4], parts[4::4], strict=True):
        shown, bare, base = _texts(inner)
        words = bare or shown
        level = max(2, int(mark))
        anchor = anchors.give_like(base)
        tag = f'<h{level} id="{escaped(anchor)}">'
        if numbered and level <= DEEPEST:
            heading = Heading(level, bare, anchor, line, numbers.give(level))
            typed.append(shown[: len(shown) - len(bare)])
            pieces += (tag, with_number(heading, inner), f"</h{level}>", below)
        else:
            heading = Heading(level, words, anchor, line, shown[: len(shown) - len(words)])
            pieces += (tag, inner, f"</h{level}>", below)
        found.append(heading)
    return Headed("".join(pieces), tuple(found), tuple(typed))


def without_level_1(html: str) -> str:
    """Show the headings of level 1 of an author's own HTML as level 2."""
    return html.replace("<h1", "<h2").replace("</h1>", "</h2>")


@lru_cache(maxsize=_KNOWN)
def _texts(html: str) -> tuple[str, str, str]:
    """Give the text of a heading, that without its typed number, and the anchor that it asks for.

    Half of a case's headings are those that its edition prescribes.
    """
    shown = one_line(html)
    bare = without_number(shown)
    return shown, bare, _base(bare or shown)


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
