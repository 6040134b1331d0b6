"""What a document says, in a form that can be compared."""

from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final

from generator.publication.blocks.plain import inline_text, plain_text
from generator.publication.blocks.tree import Blocks, Formula, Picture
from generator.publication.manuscripts.chapter import Chapter

FORMULA: Final = "∎"
"""Stands for a formula: its form differs, its place does not."""


@dataclass(frozen=True, slots=True)
class Said:
    """The text of a document without white space."""

    text: str
    notes: tuple[str, ...]
    """The footnotes in order."""


def said(text: str, notes: list[str] | tuple[str, ...]) -> Said:
    """Take all white space out of a text and its notes."""
    return Said("".join(text.split()), tuple("".join(note.split()) for note in notes))


def chapter_said(chapter: Chapter) -> Said:
    """Give what all forms of a chapter must say."""
    summary = (chapter.summary_heading, _plain(chapter.summary)) if chapter.summary else ()
    parts = (
        *(chapter.title, chapter.byline, chapter.mark, *summary),
        _plain(chapter.body.blocks),
        _plain(chapter.appendix),
        *(inline_text(line) for line in chapter.colophon),
    )
    return said("\n".join(parts), [_plain(note) for note in chapter.body.notes])


def _plain(blocks: Blocks) -> str:
    return plain_text(_masked(blocks))


def _masked(node: Any) -> Any:
    """Give a tree with each formula as the one sign."""
    if isinstance(node, Formula):
        return Formula(FORMULA)
    if isinstance(node, Picture):
        return node
    if isinstance(node, tuple):
        return tuple(map(_masked, node))
    if not is_dataclass(node) or isinstance(node, type):
        return node
    return replace(node, **{one.name: _masked(getattr(node, one.name)) for one in fields(node)})
