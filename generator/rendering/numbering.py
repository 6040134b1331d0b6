"""Numbers of headings as Chinese official writing gives them: 一、 （一） 1. （1）.

A case is written by many hands; its page numbers the levels 2 to 5 itself, each below its parent
from one, and shows no number that an author typed. The forms are those of GB/T 9704—2012, 7.3.3.
"""

import re
from functools import lru_cache
from html import unescape
from typing import Final

from generator.library.body import Heading
from generator.rendering.text import escaped, one_line
from generator.strings import text

DEEPEST: Final = 5
"""Official writing has four forms, for the levels 2 to 5; a heading below keeps what was typed."""

_TOKEN: Final = re.compile(
    r'(<sup class="footnote-ref">.*?</sup>|<[^>]*>)|&[^;]*;|[^<&]', re.DOTALL
)
_EMPTY: Final = re.compile(r"<([a-z]+)(?: [^>]*)?></\1>")
_KNOWN: Final = 4096


class Numbers:
    """The numbers given so far in one body."""

    __slots__ = ("_counts",)

    def __init__(self) -> None:
        self._counts = [0] * (DEEPEST + 1)

    def give(self, level: int) -> str:
        """Give the number of the next heading; empty below the deepest form.

        A level that the author skipped counts as if it were there: the first heading of level 4
        below one of level 2 is 1.
        """
        if level > DEEPEST:
            return ""
        counts = self._counts
        counts[level] += 1
        for below in range(level + 1, DEEPEST + 1):
            counts[below] = 0
        return _form(level, counts[level])


def show_numbers(html: str, headings: tuple[Heading, ...]) -> str:
    """Write each heading's number before its text in finished HTML, in place of the typed one."""
    pieces: list[str] = []
    end = 0
    for heading in headings:
        if heading.level > DEEPEST:
            continue
        start_tag = f'<h{heading.level} id="{escaped(heading.anchor)}">'
        start = html.find(start_tag, end)
        if start < 0:  # nothing moves a heading today
            continue
        inside = start + len(start_tag)
        after = html.find("</h", inside)
        pieces += (html[end:inside], _numbered(heading, html[inside:after]))
        end = after
    return "".join((*pieces, html[end:]))


def chinese(number: int) -> str:
    """Give a number from 1 in Chinese: 九, 十, 十一, 九十九; above, digit by digit: 一〇八."""
    digits = text("rendering.number.digits")
    if number > 99:
        return "".join(digits[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    before = digits[tens] if tens > 1 else ""
    return before + (text("rendering.number.ten") if tens else "") + (digits[ones] if ones else "")


@lru_cache(maxsize=_KNOWN)
def _form(level: int, number: int) -> str:
    return text(f"rendering.number.level_{level}", number=number, chinese=chinese(number))


def _numbered(heading: Heading, inner: str) -> str:
    plain = "<" not in inner and "&" not in inner
    words = heading.text if plain else _without_typed(inner, heading.text)
    return f'<span class="number">{heading.number}</span>{words}'


def _without_typed(inner: str, words: str) -> str:
    """Cut from a heading's HTML the characters that stand before its `words`; elements stay."""
    typed = _visible(one_line(inner)) - _visible(words)
    if not typed:
        return inner
    kept: list[str] = []
    end = 0
    for token in _TOKEN.finditer(inner):
        if token[1]:
            kept.append(token[0])
        elif not unescape(token[0]).isspace():
            if not typed:
                break
            typed -= 1
        end = token.end()
    return _EMPTY.sub("", "".join(kept)) + inner[end:]


def _visible(words: str) -> int:
    return len(words) - words.count(" ")
