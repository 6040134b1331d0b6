"""Labels before captions: 图1, 表 2-1, Figure 3."""

from dataclasses import dataclass
from typing import Final

from generator.intake.prose.numbers import half_width
from generator.intake.wordings import pattern
from generator.strings import text

_LONGEST: Final = 60
"""Characters of a caption's title; a longer text is a sentence about the picture."""


@dataclass(frozen=True, slots=True)
class Label:
    """A caption that begins with a label."""

    kind: str
    """`figure` or `table`."""
    number: str
    """As typed, in half width: 1, 2-1."""
    length: int
    """Characters of the label, with what parts it from the title."""


def read_label(words: str) -> Label | None:
    """Read a caption's label, or give nothing when the text is none."""
    found = pattern("intake_prose.pattern.caption").match(words)
    if not found:
        return None
    title = found["title"]
    if len(title) > _LONGEST or pattern("intake_prose.pattern.caption_sentence").match(title):
        return None
    if pattern("intake_prose.pattern.sentence_inside").search(title):
        return None
    table = found["word"] in (text("rendering.table.word"), "Table")
    return Label("table" if table else "figure", half_width(found["number"]), found.start("title"))


def is_caption(words: str) -> bool:
    """Tell whether a text begins as a caption does and is no sentence."""
    return read_label(words) is not None
