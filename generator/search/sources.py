"""The documents that are indexed: what a case or a notice is found by, and where that stands.

A document has *names* (title, enterprise), *labels* (terms, number) and *passages*: every block of
its page that tells something. The page marks the elements that hold these pieces with `data-found`,
so a browser can look a word up in the page itself. Drafts, cases in publicity and revoked cases are
no documents.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from html import unescape
from typing import Final

from generator.catalogue.catalogue import Catalogue
from generator.library.case import Case
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.chapters import chapters_of
from generator.pages.values import paragraphs
from generator.rendering.footnotes import split_footnotes
from generator.rendering.text import blocks
from generator.search.facets import Table
from generator.search.folding import FOLDING, fold_pieces, traditional_table
from generator.strings import text

_HEADING: Final = re.compile(r'<h[1-6](?: id="([^"]*)")?[^>]*>(.*?)</h[1-6]>', re.DOTALL)
_NUMBER: Final = re.compile(r'<span class="number">[^<]*</span>')
_EDITION: Final = b"2"
"""Of the rules by which pieces are taken from a document; another one, another digest."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of text and where it stands on its page."""

    anchor: str
    """Id of the nearest place above it, or empty."""
    heading: str
    """Name of that place, without its number."""
    text: str
    """Plain, on one line."""


@dataclass(frozen=True, slots=True)
class IndexSource:
    """A case or a notice before it is indexed; it can be sent to another process."""

    uri: str
    names: tuple[str, ...]
    """Title, enterprise and its other names; of a notice all that names it."""
    labels: tuple[str, ...]
    """The other names by which it is found: those of its terms, its number."""
    told: tuple[Passage, ...]
    """The pieces beside the body."""
    html: str
    """The body, safe; empty for a list entry."""

    def passages(self) -> tuple[Passage, ...]:
        """Give every passage: those beside the body, then the body block by block."""
        return (*self.told, *passages(self.html))

    def folded(self) -> str:
        """Give everything in which the document is found, by `folding.fold_pieces`."""
        told = [item.text for item in self.told]
        return fold_pieces((*self.names, *self.labels, *told, *blocks(self.html)))

    def named(self) -> str:
        """Give the names alone, by `folding.fold_pieces`."""
        return fold_pieces(self.names)

    def digest(self) -> bytes:
        """Give 16 bytes that change whenever the folded text or the names may change."""
        told = [item.text for item in self.told]
        pieces = (*self.names, "", *self.labels, "", *told, "", self.html)
        written = "\0".join(pieces).encode(errors="surrogatepass")
        return blake2b(written, digest_size=16, key=_rules()).digest()


def case_sources(catalogue: Catalogue, table: Table) -> tuple[IndexSource, ...]:
    """Give every row of the table as a document."""
    cases = catalogue.library.cases
    return tuple(
        _of_case(cases[case_id], _firm(catalogue, cases[case_id]), table.names(row))
        for row, case_id in enumerate(table.ids)
    )


def notice_sources(catalogue: Catalogue) -> tuple[IndexSource, ...]:
    """Give every notice as a document, the oldest first: by (dated, id)."""
    return tuple(map(_of_notice, notices_in_order(catalogue)))


def notices_in_order(catalogue: Catalogue) -> tuple[Notice, ...]:
    """Give the notices in the order of their running numbers."""
    return tuple(sorted(catalogue.notices.notices, key=lambda item: (item.dated, item.id)))


def passages(html: str) -> tuple[Passage, ...]:
    """Give the text of a finished body block by block: heading, paragraph, item, cell, caption.

    A passage stands below the nearest heading before it, a footnote at its own place.
    """
    return tuple(_passages(html)) if html else ()


def _passages(html: str) -> Iterator[Passage]:
    body, notes = split_footnotes(html)
    before, *sections = _HEADING.split(body)
    yield from _in("", "", before)
    anchor = ""
    for own, inner, below in zip(sections[::3], sections[1::3], sections[2::3], strict=True):
        anchor = unescape(own) if own else anchor
        name = _line(" ".join(blocks(_NUMBER.sub("", inner))))
        yield from _in(anchor, name, inner)
        yield from _in(anchor, name, below)
    for anchor, note in notes:
        yield from _in(anchor, text("rendering.footnote.section"), note)


def _in(anchor: str, heading: str, html: str) -> Iterator[Passage]:
    for block in blocks(html):
        words = _line(block)
        if words:
            yield Passage(anchor, heading, words)


def _line(words: str) -> str:
    return " ".join(words.split())


def _firm(catalogue: Catalogue, case: Case) -> tuple[str, ...]:
    enterprise = catalogue.enterprises[case.id]
    return (enterprise.name, *enterprise.other_names)


def _of_case(case: Case, firm: tuple[str, ...], terms: tuple[str, ...]) -> IndexSource:
    front = case.front
    names = dict.fromkeys((front.title, front.enterprise, *firm))
    labels = dict.fromkeys((*terms, case.id))
    return IndexSource(
        uri=routes.case(case.id),
        names=tuple(name for name in names if name),
        labels=tuple(name for name in labels if name and name not in names),
        told=tuple(item for item in _told(case) if item.text),
        html=case.body.html,
    )


def _told(case: Case) -> Iterator[Passage]:
    front = case.front
    for line in paragraphs(front.summary):
        yield Passage("", text("pages.case.summary"), _line(line))
    for indicator in front.indicators:
        yield Passage("indicators", text("pages.case.indicators"), _line(indicator.name))
    for number, video in enumerate(front.videos, start=1):
        anchor, heading = routes.video_anchor(number), text("pages.case.videos")
        for title in (video.title, *(chapter.title for chapter in chapters_of(video))):
            yield Passage(anchor, heading, _line(title))
    for honour in front.honours:
        yield Passage("", text("pages.case.honours"), _line(honour))


def _of_notice(notice: Notice) -> IndexSource:
    front = notice.front
    names = (front.title, front.document_number, front.issuer)
    return IndexSource(
        uri=routes.notice(notice.id),
        names=tuple(name for name in names if name),
        labels=(),
        told=tuple(item for item in _announced(notice) if item.text),
        html=notice.body.html,
    )


def _announced(notice: Notice) -> Iterator[Passage]:
    """Give what stands beside a notice's text; never whom to turn to."""
    for attachment in notice.front.attachments:
        yield Passage("", text("pages.notice.attachment"), _line(attachment.title))
    session = notice.front.session
    if session:
        for fact in (session.place, *session.hosts):
            yield Passage("", text("pages.notice.session"), _line(fact))
        for item in session.programme:
            yield Passage("", text("pages.notice.programme"), _line(item.title))


@cache
def _rules() -> bytes:
    """Give a digest of how texts are folded."""
    rules = json.dumps((FOLDING, traditional_table()), sort_keys=True).encode()
    return blake2b(rules + _EDITION, digest_size=16).digest()
