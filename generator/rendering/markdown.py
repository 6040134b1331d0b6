"""Markdown to a `Body`: safe HTML and the facts that the rules ask for.

The way of a body: clean_source → comrak → facts about links and raw HTML → nh3 → finishing. Where
the author wrote no HTML, `recognising` mostly spares nh3, which gives the same. Either way the HTML
is well-formed, so each finishing module is one exact pass of a regular expression; what they add is
escaped or closed-list text, and addresses are checked again after `publish`.
"""

import re
from typing import Final

from generator.library.body import EMPTY_BODY, Body
from generator.rendering.anchors import finish_headings, without_level_1
from generator.rendering.blocks import finish_alerts, finish_formulas
from generator.rendering.facts import in_order, references, sections_of
from generator.rendering.figures import finish_figures, finish_tables
from generator.rendering.footnotes import finish_footnotes, mark_footnotes
from generator.rendering.links import Addresses, Publish, finish_links
from generator.rendering.options import clean_source, has_html, to_html, without_idle
from generator.rendering.plain import plain_headed
from generator.rendering.positions import Positions
from generator.rendering.raw import RawFacts, raw_facts
from generator.rendering.recognising import recognised
from generator.rendering.sanitising import sanitise
from generator.rendering.spacing import join_chinese_lines

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
    headed = plain_headed(source, first_line, numbered=numbered)
    if headed:
        headed = headed._replace(html=finish_tables(headed.html).strip())
        return Body(headed.html, headed.headings, sections_of(headed))
    return _with_positions(source, first_line, publish, numbered=numbered)


def _with_positions(source: str, first_line: int, publish: Publish, *, numbered: bool) -> Body:
    """Render a body that may hold anything."""
    addresses = Addresses()
    unsafe = to_html(source, addresses.escape)
    positions = Positions(source)
    links, images = references(unsafe, positions, first_line, addresses)
    by_hand = has_html(source)
    raw = raw_facts(unsafe, positions, first_line) if by_hand else RawFacts()
    html, is_ours = _safe(unsafe, source, by_hand=by_hand)
    html = join_chinese_lines(html)
    has_addresses = addresses.seen or by_hand
    if has_addresses:
        html = finish_links(html, publish, addresses.written)
    html = finish_formulas(finish_alerts(finish_footnotes(html)))
    headed = finish_headings(html, first_line, numbered=numbered)
    html = without_level_1(headed.html) if by_hand else headed.html
    html = finish_tables(finish_figures(html) if has_addresses else html).strip()
    headed = headed._replace(html=html if is_ours else _without_leftovers(html))
    return Body(
        html=headed.html,
        headings=headed.headings,
        sections=sections_of(headed),
        links=in_order(links, raw.links),
        images=in_order(images, raw.images),
        removals=raw.removals,
    )


def _safe(unsafe: str, source: str, *, by_hand: bool) -> tuple[str, bool]:
    """Give comrak's HTML made safe, and whether every element is one that comrak writes."""
    html = without_idle(mark_footnotes(unsafe), by_hand=by_hand)
    known = None if by_hand else recognised(html, source)
    return (sanitise(html), False) if known is None else (known, True)


def _without_leftovers(html: str) -> str:
    """Take out emptied classes, and our own attributes where HTML broke an element apart."""
    while " data-" in html or ' class=""' in html:
        html, found = _LEFT.subn(r"\1", html)
        if not found:
            break
    return html
