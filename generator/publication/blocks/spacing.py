"""White space in running text as a browser shows it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from generator.publication.blocks.tree import Break, Code, Inline, Inlines, Link, Set, Text

COLLAPSING: Final = " \t\n\r\u2028\u2029"
"""What collapses into one space; a no-break or an ideographic space never does."""
_SPACES: Final = re.compile(f"[{COLLAPSING}]+")


def settled(inlines: Iterable[Inline]) -> Inlines:
    """Collapse white space over all pieces of a paragraph; none stays at the end of a line.

    What is empty then goes, and pieces of text that meet become one.
    """
    forward, _ = _collapsed(tuple(inlines), True)
    backward, _ = _trimmed(forward, True)
    return backward


def _collapsed(inlines: Inlines, at_space: bool) -> tuple[Inlines, bool]:
    """Collapse white space; `at_space` tells that one stands before, or a line begins."""
    kept: list[Inline] = []
    for piece in inlines:
        if isinstance(piece, Text | Code):
            words = _SPACES.sub(" ", piece.text)
            words = words[1:] if at_space and words.startswith(" ") else words
            if not words:
                continue
            at_space = words.endswith(" ")
            _add(kept, _saying(piece, words))
        elif isinstance(piece, Set | Link):
            inner, at_space = _collapsed(piece.inlines, at_space)
            if inner:
                kept.append(replace(piece, inlines=inner))
        else:
            at_space = isinstance(piece, Break)
            kept.append(piece)
    return tuple(kept), at_space


def _trimmed(inlines: Inlines, at_end: bool) -> tuple[Inlines, bool]:
    """Take off the space and the line break that nothing follows on the line."""
    kept: list[Inline] = []
    for piece in reversed(inlines):
        if isinstance(piece, Text | Code):
            words = piece.text.rstrip(" ") if at_end else piece.text
            if words:
                at_end = False
                kept.append(_saying(piece, words))
        elif isinstance(piece, Set | Link):
            inner, at_end = _trimmed(piece.inlines, at_end)
            if inner:
                kept.append(replace(piece, inlines=inner))
        else:
            at_end = isinstance(piece, Break)
            kept.append(piece)
    return tuple(reversed(kept)), at_end


def without_outer_breaks(inlines: Inlines) -> Inlines:
    """Take off the line breaks at the end of a paragraph, which no browser shows."""
    end = len(inlines)
    while end and isinstance(inlines[end - 1], Break):
        end -= 1
    return inlines[:end]


def _add(kept: list[Inline], piece: Text | Code) -> None:
    last = kept[-1] if kept else None
    if type(last) is type(piece) and isinstance(last, Text | Code):
        kept[-1] = _saying(last, last.text + piece.text)
    else:
        kept.append(piece)


def _saying(piece: Text | Code, words: str) -> Text | Code:
    """Give a piece with these words; a library has 100,000s, and most stay as they are."""
    return piece if words == piece.text else type(piece)(words)
