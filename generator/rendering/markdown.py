"""Markdown to a `Body`: safe HTML and the facts that the rules ask for.

The way of a body: clean_source → comrak → facts about links and raw HTML → nh3 → finishing. nh3
gives well-formed HTML, so each finishing module is one exact pass of a regular expression; what
they add is escaped or closed-list text, and addresses are checked again after `publish`.
"""

import re
from operator import attrgetter
from typing import Final
from urllib.parse import quote

from generator.library.body import EMPTY_BODY, Body
from generator.rendering.anchors import finish_headings
from generator.rendering.blocks import finish_alerts, finish_formulas
from generator.rendering.facts import in_order, measure, references
from generator.rendering.figures import finish_figures, finish_tables
from generator.rendering.footnotes import finish_footnotes, mark_footnotes
from generator.rendering.links import Publish, finish_links
from generator.rendering.numbering import show_numbers
from generator.rendering.options import clean_source, to_html
from generator.rendering.positions import Positions
from generator.rendering.raw import RawFacts, raw_facts
from generator.rendering.sanitising import sanitise
from generator.rendering.spacing import join_chinese_lines

_HREF_SAFE: Final = "-_.+!*(),%#@?=;:/$~&'"
"""What comrak leaves unescaped in an address, letters and digits apart."""
_RAW: Final = re.compile(r"<[a-zA-Z!?]")
# Positions that no finishing module asks for: taken out early, for the sanitiser works by the byte.
_IDLE: Final = re.compile(
    r' data-sourcepos="(?<!<h[1-6] data-sourcepos=")(?<!" data-sourcepos=")[^"]*"'
    r"(?=>| align=| href=| src=)"
)
_LEFT: Final = re.compile(
    r'(<[^>]*?) (?:class=""|data-(?:sourcepos|math-style|footnote-[a-z-]+)="[^"]*")'
)


def render(markdown: str, *, first_line: int, publish: Publish, numbered: bool = False) -> Body:
    """Render a Markdown body; `first_line` is the line of the file on which it begins.

    `numbered`: the program numbers the headings, as in every case; else the page shows what the
    author typed, as in a notice, whose wording is official.

    Any text renders: what is no Markdown is shown as text, what is unsafe is left out.
    """
    if not markdown.strip():
        return EMPTY_BODY
    source = clean_source(markdown)
    written: dict[str, str] = {}

    def remember(address: str) -> str:
        escaped = quote(address, safe=_HREF_SAFE)
        if escaped != address:
            written[escaped] = address
        return escaped

    unsafe = to_html(source, remember)
    positions = Positions.of(source)
    links, images = references(unsafe, positions, first_line, written)
    raw = raw_facts(unsafe, positions, first_line) if _RAW.search(source) else RawFacts()
    html = sanitise(_IDLE.sub("", mark_footnotes(unsafe)))
    html = finish_links(join_chinese_lines(html), publish, written)
    html = finish_formulas(finish_alerts(finish_footnotes(html)))
    html, headings = finish_headings(html, first_line, numbered=numbered)
    html = _without_leftovers(finish_tables(finish_figures(html))).strip()
    sections, characters = measure(html, headings)
    return Body(
        html=show_numbers(html, headings) if numbered else html,
        headings=headings,
        sections=sections,
        links=in_order(links, raw.links),
        images=in_order(images, raw.images),
        removals=tuple(sorted(raw.removals, key=attrgetter("line", "column", "what"))),
        characters=characters,
    )


def _without_leftovers(html: str) -> str:
    """Take out emptied classes, and our own attributes where HTML broke an element apart."""
    while " data-" in html or ' class=""' in html:
        html, found = _LEFT.subn(r"\1", html)
        if not found:
            break
    return html
