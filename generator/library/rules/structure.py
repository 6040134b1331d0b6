"""A body's make-up: headings that skip no level, references that have their footnote."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from generator.findings import Fault
from generator.library.body import Body
from generator.library.rules.context import BodySource
from generator.library.rules.placing import at_line

_CODE_OR_FORMULA: Final = re.compile(
    r'<(code|pre)\b.*?</\1>|<(span|div) class="math[^>]*>.*?</\2>', re.DOTALL
)
_TITLE: Final = 1
"""The level of the page's title, above all headings of the body."""
_LEFT: Final = re.compile(r"\[\^([^\]\[\s<>]{1,60})\]")
"""A reference that found no footnote stays in the page as it was typed."""
_CODE: Final = re.compile(
    r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)


def check_structure(path: str, body: Body, source: BodySource) -> Iterator[Fault]:
    """Warn of a heading that skips a level and of a reference without footnote.

    Our own rules: who listens to the page goes by its headings, and no typed mark is left in it.
    """
    yield from _check_levels(path, body)
    # One sign is found ten times as quickly as two.
    if "^" in body.html and "[^" in body.html:
        yield from _check_footnotes(path, body, source)


def _check_levels(path: str, body: Body) -> Iterator[Fault]:
    above = _TITLE
    for heading in body.headings:
        if heading.level > above + 1:
            yield at_line(
                path,
                "heading-level",
                heading.line,
                title=heading.text,
                marks="#" * heading.level,
                expected="#" * (above + 1),
            )
        above = heading.level


def _check_footnotes(path: str, body: Body, source: BodySource) -> Iterator[Fault]:
    shown = _CODE_OR_FORMULA.sub("", body.html)
    names = dict.fromkeys(unescape(found[1]) for found in _LEFT.finditer(shown))
    # Code is blanked, not cut: lines and columns stay what they are.
    written = _CODE.sub(_blank, source.text)
    for name in names:
        found = re.search(rf"(?<!\\)\[\^{re.escape(name)}\]", written)
        if found:
            line = written.count("\n", 0, found.start())
            column = found.start() - written.rfind("\n", 0, found.start())
            yield at_line(path, "footnote-missing", source.first_line + line, column, name=name)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
