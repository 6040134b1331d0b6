"""The styles of a book: those of a case one level lower, and what only a book has."""

from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from generator.library.paper import PaperRule, Typeface, TypeSize
from generator.publication.word.names import Style
from generator.publication.word.sheet import Look, Side, StyleSheet
from generator.publication.word.styles import case_sheet


class BookStyle(StrEnum):
    """Styles beside those of names.Style; Word knows the two of contents."""

    TITLE = "Cover Title"
    LINE = "Cover Line"
    MARK = "Cover Mark"
    FIRST_FACT = "Cover First Fact"
    """Stands far below the title."""
    FACT = "Cover Fact"
    """How many cases the book has."""
    ISSUER = "Cover Issuer"
    CONTENTS_TITLE = "TOC Heading"
    CHAPTER = "toc 1"
    BYLINE = "toc 2"
    INDEX = "Index Line"
    NAME = "Name Line"
    """A case of which the book has no text."""


_HEADINGS: Final = (
    Style.HEADING_1,
    Style.HEADING_2,
    Style.HEADING_3,
    Style.HEADING_4,
    Style.HEADING_5,
    Style.HEADING_6,
)
_GREY: Final = "595959"


def book_sheet(paper: PaperRule) -> StyleSheet:
    """Give the style sheet of a book: a chapter's title is a heading 1 in the look of a title."""
    sheet = case_sheet(paper)
    styles = dict(sheet.styles)
    title = replace(styles[Style.TITLE], next=Style.BODY, keep_lines=True, after=10, outline=0)
    own = styles[Style.HEADING_6]
    lower = (title, *(styles[name] for name in _HEADINGS[:-1]))
    for level, (name, look) in enumerate(zip(_HEADINGS, lower, strict=True)):
        styles[name] = replace(look, outline=level)
    styles[_HEADINGS[-1]] = replace(own, outline=len(_HEADINGS) - 1)
    styles |= _own(title)
    return replace(sheet, styles=MappingProxyType(styles))


def _own(title: Look) -> dict[str, Look]:
    small = TypeSize.SMALL_FOURTH.points
    left = Look(side=Side.LEFT, first_line=0)
    cover = replace(left, size=TypeSize.SMALL_THIRD.points, after=6)
    line = replace(left, size=small)
    fact = replace(cover, size=small, colour=_GREY)
    return {
        BookStyle.TITLE: replace(cover, face=Typeface.HEI, size=30, before=190, after=18),
        BookStyle.LINE: cover,
        BookStyle.MARK: replace(
            cover, face=Typeface.HEI, size=small, colour="A61B1B", before=12, after=12
        ),
        BookStyle.FIRST_FACT: replace(fact, before=170),
        BookStyle.FACT: fact,
        BookStyle.ISSUER: replace(cover, face=Typeface.HEI, size=TypeSize.FOURTH.points, before=12),
        BookStyle.CONTENTS_TITLE: replace(title, outline=None),
        BookStyle.CHAPTER: replace(line, before=6, keep_lines=True),
        BookStyle.BYLINE: replace(
            line, size=TypeSize.FIFTH.points, colour=_GREY, left=1, keep_lines=True
        ),
        BookStyle.INDEX: replace(line, before=4, keep_lines=True),
        BookStyle.NAME: replace(line, before=4, keep_lines=True, left=2, first_line=-2),
    }
