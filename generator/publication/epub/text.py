"""A chapter as pandoc's blocks, in the order of its page."""

from collections.abc import Iterable
from typing import Final

from generator.pages.controls import for_xml
from generator.publication.blocks.tree import Inlines
from generator.publication.manuscripts.chapter import Chapter
from generator.publication.word.draft import Draft, Node, classed, paragraph, words
from generator.publication.word.text import blocks_json, running_text

SECTION: Final = 2
"""Level of a chapter's own sections; its title has level 1."""


def chapter_blocks(chapter: Chapter, draft: Draft, anchor: str) -> list[Node]:
    """Give a chapter below a heading of level 1 with this anchor; the anchors in it begin so too.

    Raises BiaoganError for a picture that cannot be read.
    """
    # Each chapter is a file of its own, and there pandoc numbers notes from one.
    draft.notes = 0
    notes = chapter.body.notes
    return [
        title(chapter.title, anchor),
        *_lines("byline", chapter.byline),
        *_lines("mark", chapter.mark),
        *_summary(chapter, draft, anchor),
        *blocks_json(chapter.body.blocks, notes, draft, prefix=f"{anchor}-"),
        *blocks_json(chapter.appendix, (), draft, prefix=f"{anchor}-appendix-"),
        *colophon(chapter.colophon, draft),
    ]


def title(name: str, anchor: str, level: int = 1) -> Node:
    """Give a heading of ours."""
    return {"t": "Header", "c": [level, [anchor, [], []], [words(for_xml(name))]]}


def colophon(lines: Iterable[Inlines], draft: Draft) -> list[Node]:
    """Give the lines at the end of a chapter, or nothing."""
    shown = [paragraph(running_text(line, draft)) for line in lines]
    return [classed("colophon", shown)] if shown else []


def _summary(chapter: Chapter, draft: Draft, anchor: str) -> list[Node]:
    if not chapter.summary:
        return []
    prefix = f"{anchor}-summary"
    shown = blocks_json(chapter.summary, (), draft, prefix=f"{prefix}-")
    return [title(chapter.summary_heading, prefix, SECTION), *shown]


def _lines(kind: str, said: str) -> list[Node]:
    return [classed(kind, [paragraph([words(for_xml(said))])])] if said else []
