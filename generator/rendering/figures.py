"""Figures with the caption below, tables with the caption above, each kind numbered in order."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import count
from typing import Final

from generator.rendering.text import escaped, one_line
from generator.strings import text

_LONE_IMAGE: Final = re.compile(r"<p>\s*(<img [^>]*>)\s*</p>")
_ALT: Final = re.compile(r' alt="([^"]*)"')
_OWN_CAPTION: Final = re.compile(r"\s*<caption>(.*?)</caption>", re.DOTALL)
_STRONG: Final = re.compile(r"<strong>(.*?)</strong>", re.DOTALL)
_FAR: Final = 2000
"""No caption is longer in HTML; longer paragraphs are not looked at."""


def finish_figures(html: str) -> str:
    """Make each paragraph that holds only an image a figure; number those that have a caption."""
    numbers = count(1)

    def finished(match: re.Match[str]) -> str:
        image = match[1]
        alt = _ALT.search(image)
        typed = alt[1].strip() if alt else ""
        if not typed:
            return f"<figure>{image}</figure>"
        caption = _typed("figure").sub("", typed, count=1)
        if caption and caption != typed:
            image = _ALT.sub(lambda _: f' alt="{caption}"', image, count=1)
        label = f"{text('rendering.figure.word')}{next(numbers)}"
        return f'<figure id="{label}">{image}{_caption(label, caption)}</figure>'

    return _LONE_IMAGE.sub(finished, html)


def finish_tables(html: str) -> str:
    """Put each outermost table into a region that scrolls, with its numbered caption above."""
    numbers = count(1)
    pieces: list[str] = []
    end = 0
    for start, inside, after in _outermost(html):
        above, caption = _caption_above(html, end, start)
        head, rest = html[start:inside], html[inside:after]
        own = _OWN_CAPTION.match(rest)
        if own and caption is None:
            caption = _typed("table").sub("", own[1].strip(), count=1)
            rest = rest[own.end() :]
        pieces += (html[end:above], _table(head + rest, caption, numbers))
        end = after
    return "".join((*pieces, html[end:]))


def _outermost(html: str) -> Iterator[tuple[int, int, int]]:
    """Yield where each table outside other tables starts, where its tag ends, where it ends."""
    end = 0
    while (start := html.find("<table", end)) >= 0:
        end = _closing(html, start)
        yield start, html.index(">", start) + 1, end


def _closing(html: str, start: int) -> int:
    """Give where the table ends that starts there; in sanitised HTML every table does."""
    inside, end = start + 1, start
    depth = 1
    while depth:
        end = html.index("</table>", end) + len("</table>")
        depth += html.count("<table", inside, end) - 1
        inside = end
    return end


def _caption_above(html: str, begin: int, table: int) -> tuple[int, str | None]:
    """Give where the caption paragraph of a table begins, and the caption, or where the table does.

    Nothing before `begin` belongs to it.
    """
    end = table
    while end > begin and html[end - 1].isspace():
        end -= 1
    if not html.endswith("</p>", begin, end):
        return table, None
    start = html.rfind("<p>", max(begin, end - _FAR), end)
    if start < 0:
        return table, None
    words = _unwrapped(html[start + 3 : end - 4].strip())
    typed = _typed("table").match(words)
    if not typed or _sentence().search(one_line(words).rstrip()):
        return table, None
    return start, words[typed.end() :]


def _unwrapped(words: str) -> str:
    """Take the bold off a caption's beginning: `<strong>表1</strong> 标题` → `表1 标题`."""
    strong = _STRONG.match(words)
    if not strong:
        return words
    gap = " " if strong[1][-1:].isdigit() else ""
    return f"{strong[1]}{gap}{words[strong.end() :]}".rstrip()


def _table(table: str, caption: str | None, numbers: Iterator[int]) -> str:
    if caption is None:
        return _scrolling(table, text("rendering.table.region"))
    label = f"{text('rendering.table.word')}{next(numbers)}"
    name = f"{label} {one_line(caption)}".rstrip()
    above = _caption(label, caption)
    return f'<figure class="table" id="{label}">{above}{_scrolling(table, name)}</figure>'


def _scrolling(table: str, name: str) -> str:
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escaped(name)}">{table}</div>'
    )


def _caption(label: str, caption: str) -> str:
    words = f" {caption}" if caption else ""
    return f'<figcaption><span class="number">{label}</span>{words}</figcaption>'


@cache
def _typed(kind: str) -> re.Pattern[str]:
    return re.compile(text(f"rendering.{kind}.typed"), re.IGNORECASE)


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(text("rendering.table.sentence"))
