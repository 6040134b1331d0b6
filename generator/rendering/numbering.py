"""Numbers of headings as Chinese official writing gives them: 一、 （一） 1. （1）.

A case is written by many hands; its page numbers the levels 2 to 5 itself, each below its parent
from one, and shows no number that an author typed. The forms are those of GB/T 9704—2012, 7.3.3.
"""

import re
from functools import lru_cache
from html import unescape
from typing import Final

from generator.library.body import Heading
from generator.rendering.text import one_line
from generator.strings import text

DEEPEST: Final = 5
"""Official writing has four forms, for the levels 2 to 5; a heading below keeps what was typed."""

_TOKEN: Final = re.compile(
    r'(<sup class="footnote-ref">.*?</sup>|<[^>]*>)|&[^;]*;|[^<&]', re.DOTALL
)
_EMPTY: Final = re.compile(r"<([a-z]+)(?: [^>]*)?></\1>")
_NOTHING: Final = (0,) * (DEEPEST + 1)
_KNOWN: Final = 4096


class Numbers:
    """The numbers given so far in one body."""

    __slots__ = ("_counts",)

    def __init__(self) -> None:
        self._counts = [*_NOTHING]

    def give(self, level: int) -> str:
        """Give the number of the next heading; empty below the deepest form.

        A level that the author skipped counts as if it were there: the first heading of level 4
        below one of level 2 is 1.
        """
        if level > DEEPEST:
            return ""
        counts = self._counts
        counts[level] += 1
        counts[level + 1 :] = _NOTHING[level + 1 :]
        return _form(level, counts[level])


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


def with_number(heading: Heading, inner: str) -> str:
    """Write a heading's number before its text in sanitised HTML, in place of the typed one."""
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
