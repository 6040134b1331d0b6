"""Footnotes: ids by number (`fn-1`, `fnref-1`, `fnref-1-2`) and labels that are read aloud."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from generator.rendering.text import escaped
from generator.strings import text

_REFERENCE: Final = re.compile(
    r'<sup data-sourcepos="[^"]*" class="footnote-ref"><a href="[^"]*">(\d+)</a></sup>'
)
_NOTES: Final = re.compile(r'<section data-sourcepos="[^"]*" class="footnotes">')
_ITEM: Final = re.compile(r'<li data-sourcepos="[^"]*" id="fn-[^"]*">')
_NOTE: Final = '<li data-footnote-item="">'
_BACK: Final = re.compile(
    r'<a href="[^"]*" class="footnote-backref" data-footnote-backref-idx="(\d+)(?:-(\d+))?">'
)
_BARE_REFERENCE: Final = re.compile(
    r'<sup class="footnote-ref"><a href="[^"]*" id="[^"]*" data-footnote-ref>(\d+)</a></sup>'
)
_BARE_NOTES: Final = '<section class="footnotes" data-footnotes>'
_BARE_ITEM: Final = re.compile(r'<li id="fn-[^"]*">')
_BARE_BACK: Final = re.compile(
    r'<a href="[^"]*" class="footnote-backref" data-footnote-backref'
    r' data-footnote-backref-idx="(\d+)(?:-(\d+))?" aria-label="[^"]*">'
)
_KNOWN: Final = 256
_BEGIN: Final = '<section class="footnotes" role="doc-endnotes"'


def mark_footnotes(html: str) -> str:
    """Mark the items of comrak's list of footnotes in a way that passes the sanitiser."""
    start = html.find('class="footnotes"')
    return html if start < 0 else html[:start] + _ITEM.sub(_NOTE, html[start:])


def finish_footnotes(html: str) -> str:
    """Give the footnotes of sanitised HTML their numbers and Chinese labels."""
    notes = _NOTES.search(html)
    if not notes:
        return html
    body, below = html[: notes.start()], html[notes.end() :]
    times: Counter[str] = Counter()
    body = _REFERENCE.sub(lambda match: _reference(match[1], times), body)
    below = _REFERENCE.sub(lambda match: _reference(match[1], times), below)
    return body + _list(below.split(_NOTE), _BACK)


def finish_bare_footnotes(html: str) -> str:
    """Do the same to HTML that comrak wrote without positions and that nobody else touched."""
    start = html.rfind(_BARE_NOTES)  # they stand last
    if start < 0:
        return html
    body, below = html[:start], html[start + len(_BARE_NOTES) :]
    times: Counter[str] = Counter()
    body = _BARE_REFERENCE.sub(lambda match: _reference(match[1], times), body)
    below = _BARE_REFERENCE.sub(lambda match: _reference(match[1], times), below)
    return body + _list(_BARE_ITEM.split(below), _BARE_BACK)


def _list(parts: list[str], back: re.Pattern[str]) -> str:
    """Give the list of footnotes from what stands between the tags of its items."""
    head, *items = parts
    below = head + "".join(f'<li id="fn-{number}">{item}' for number, item in enumerate(items, 1))
    below = back.sub(_back, below)
    below = below.replace('<sup class="footnote-ref">', "<sup>") if "<sup class" in below else below
    label = escaped(text("rendering.footnote.section"))
    return f'{_BEGIN} aria-label="{label}">{below}'


def without_footnotes(html: str) -> str:
    """Cut the footnotes' own text off finished HTML."""
    start = html.rfind(_BEGIN)
    return html if start < 0 else html[:start]


def _reference(number: str, times: Counter[str]) -> str:
    times[number] += 1
    return _mark(number, number if times[number] == 1 else f"{number}-{times[number]}")


@lru_cache(maxsize=_KNOWN)
def _mark(number: str, own: str) -> str:
    label = escaped(text("rendering.footnote.reference", number=number))
    return (
        f'<sup class="footnote-ref"><a href="#fn-{number}" id="fnref-{own}" role="doc-noteref"'
        f' aria-label="{label}">{number}</a></sup>'
    )


def _back(match: re.Match[str]) -> str:
    return _way_back(match[1], match[2])


@lru_cache(maxsize=_KNOWN)
def _way_back(number: str, time: str | None) -> str:
    if time:
        label = text("rendering.footnote.back_again", number=number, time=time)
    else:
        label = text("rendering.footnote.back", number=number)
    own = f"{number}-{time}" if time else number
    return (
        f'<a href="#fnref-{own}" class="footnote-back" role="doc-backlink"'
        f' aria-label="{escaped(label)}">'
    )
