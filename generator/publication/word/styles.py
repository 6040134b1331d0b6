"""The styles that our trees ask for, and those of a case by the rule of its edition."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from generator.library.paper import PaperRule, Typeface, TypeSize
from generator.publication.word.names import Style
from generator.publication.word.ooxml import page_number
from generator.publication.word.sheet import Border, Kind, Look, Margins, Side, StyleSheet

_TWO: Final = 2.0
"""Characters: the first line of a paragraph is indented so."""
_GREY: Final = "808080"
_BOX: Final = Border(colour=_GREY, gap=6)
_TABLE_SIZE: Final = TypeSize.FIFTH.points
_MONO: Final = "Courier New"
_HEADINGS: Final = (
    Style.HEADING_1,
    Style.HEADING_2,
    Style.HEADING_3,
    Style.HEADING_4,
    Style.HEADING_5,
    Style.HEADING_6,
)
_ABOVE_SECTION: Final = {
    TypeSize.SMALL_FOURTH: TypeSize.FOURTH,
    TypeSize.FOURTH: TypeSize.SMALL_THIRD,
    TypeSize.SMALL_THIRD: TypeSize.THIRD,
    TypeSize.THIRD: TypeSize.SMALL_SECOND,
}
"""The size of a section's heading where the applicant may choose: one above the text's."""


def base_styles(face: Typeface, size: float) -> dict[str, Look]:
    """Give every style of names.Style for a text of this face and size (points).

    Single spaced, the first line of a paragraph indented by two characters. Other documents
    replace those that they want otherwise (`dataclasses.replace`).
    """
    centred = Look(side=Side.CENTER)
    return {
        Style.NORMAL: Look(base="", face=face, size=size, line=0, before=0, after=0),
        **_text_styles(),
        **_heading_styles(size),
        Style.TITLE: replace(
            centred, next=Style.BODY, face=Typeface.HEI, size=18, after=6, keep_next=True
        ),
        Style.BYLINE: replace(centred, next=Style.BODY, face=Typeface.KAI, after=12),
        Style.MARK: replace(
            centred, next=Style.BODY, face=Typeface.HEI, size=_TABLE_SIZE, colour="A61B1B", after=12
        ),
        Style.SUMMARY_HEADING: replace(
            centred, next=Style.SUMMARY, bold=True, before=6, after=3, keep_next=True
        ),
        Style.SUMMARY: Look(base=Style.BODY),
        **_box_styles(),
        **_table_styles(),
        **_character_styles(),
        Style.COLOPHON: Look(size=TypeSize.SMALL_FIFTH.points, colour="595959", side=Side.LEFT),
        Style.HEADER: replace(centred, size=TypeSize.SMALL_FIFTH.points),
        Style.FOOTER: replace(centred, size=_TABLE_SIZE),
    }


def case_sheet(paper: PaperRule) -> StyleSheet:
    """Give the style sheet of a case by its edition's rule; where that is silent, ours.

    A4 portrait, title centred, single spacing, captions bold and centred: editions of 2014
    (附件, 编写要求), 2020, 2021 and 2022 (编写说明) alike.
    """
    body = paper.body_size.points
    caption = Look(
        face=paper.caption_face,
        size=paper.caption_size.points,
        bold=True,
        side=Side.CENTER,
        before=3,
        after=3,
    )
    styles = base_styles(paper.body_face, body)
    styles[Style.TITLE] = replace(
        styles[Style.TITLE], face=paper.title_face, size=paper.title_size.points
    )
    styles[Style.TABLE_CAPTION] = replace(caption, keep_next=True, before=6)
    styles[Style.FIGURE_CAPTION] = replace(caption, keep_lines=True, after=6)
    if paper.summary_size:
        styles[Style.SUMMARY_HEADING] = replace(
            styles[Style.SUMMARY_HEADING], face=Typeface.SONG, size=paper.summary_size.points
        )
    section = paper.section_size or _ABOVE_SECTION.get(paper.body_size, paper.body_size)
    below = paper.subsection_size or paper.body_size
    for name, face, size in (
        (Style.HEADING_1, paper.section_face, section),
        (Style.HEADING_2, paper.subsection_face, below),
    ):
        styles[name] = replace(
            styles[name], face=face, size=size.points, bold=face is Typeface.SONG
        )
    footer = Margins(default=page_number())
    return StyleSheet(styles=MappingProxyType(styles), footer=footer, item=body)


def _text_styles() -> Mapping[str, Look]:
    return {
        Style.BODY: Look(first_line=_TWO, side=Side.BOTH),
        Style.FIRST: Look(base=Style.BODY, next=Style.BODY),
        # Not based on the body: its indent in characters would beat the one of the list's number.
        Style.COMPACT: Look(first_line=0, side=Side.BOTH),
        Style.QUOTE: Look(
            base=Style.BODY, face=Typeface.KAI, left=_TWO, right=_TWO, before=3, after=3
        ),
        Style.TERM: Look(first_line=0, left=_TWO, face=Typeface.HEI, keep_next=True, before=3),
        Style.MEANING: Look(first_line=0, left=2 * _TWO, after=3, side=Side.BOTH),
        Style.CODE_BLOCK: Look(
            latin=_MONO,
            size=10,
            side=Side.LEFT,
            shade="F2F2F2",
            before=6,
            after=6,
            border=Border(("left",), 12, _GREY, 6),
            left=1,
        ),
        Style.RULE: Look(border=Border(("bottom",), 4, _GREY), size=6, after=6),
        Style.FORMULA: Look(side=Side.CENTER),
        Style.NOTE: Look(size=TypeSize.SMALL_FIFTH.points, side=Side.LEFT),
    }


def _heading_styles(size: float) -> Mapping[str, Look]:
    """Give headings by the levels of GB/T 9704: 一、黑体, （一）楷体, 1. and （1） as the text."""
    heading = Look(
        next=Style.BODY,
        first_line=_TWO,
        side=Side.LEFT,
        keep_next=True,
        keep_lines=True,
        before=6,
        after=3,
        size=size,
    )
    faces = {
        Style.HEADING_1: replace(heading, face=Typeface.HEI, first_line=0, before=12, after=6),
        Style.HEADING_2: replace(heading, face=Typeface.KAI, before=8, after=4),
    }
    looks = (faces.get(name, replace(heading, bold=name is Style.HEADING_3)) for name in _HEADINGS)
    return {
        name: replace(look, outline=level)
        for level, (name, look) in enumerate(zip(_HEADINGS, looks, strict=True))
    }


def _box_styles() -> Mapping[str, Look]:
    """Give styles of framed paragraphs: those that follow each other share one frame in Word.

    The frames, the indents and `space` must be the same for that.
    """
    box = Look(border=_BOX, shade="F7F7F7", left=1, right=1, first_line=0)
    return {
        Style.ALERT_TITLE: replace(
            box, next=Style.ALERT, face=Typeface.HEI, keep_next=True, before=6
        ),
        Style.ALERT: replace(box, side=Side.BOTH),
        # No indent in characters on the left: it would beat the one of the list's number.
        Style.ALERT_ITEM: replace(box, side=Side.BOTH, left=None, first_line=None),
    }


def _table_styles() -> Mapping[str, Look]:
    cell = Look(size=_TABLE_SIZE, side=Side.LEFT, first_line=0)
    caption = Look(size=TypeSize.SMALL_FOURTH.points, bold=True, side=Side.CENTER)
    inner = ("top", "left", "bottom", "right", "insideH", "insideV")
    return {
        Style.TABLE: Look(kind=Kind.TABLE, side=Side.CENTER, border=Border(inner)),
        Style.CELL: cell,
        Style.CELL_CENTER: replace(cell, base=Style.CELL, side=Side.CENTER),
        Style.CELL_RIGHT: replace(cell, base=Style.CELL, side=Side.RIGHT),
        Style.CELL_HEAD: replace(
            cell, base=Style.CELL, face=Typeface.HEI, side=Side.CENTER, keep_next=True
        ),
        Style.AFTER_TABLE: Look(size=6, line=8),
        Style.TABLE_CAPTION: replace(caption, keep_next=True, before=6, after=3),
        Style.FIGURE_CAPTION: replace(caption, keep_lines=True, before=3, after=6),
        # Single spaced, never `exact`: that would cut the picture to the height of a line.
        Style.FIGURE: Look(side=Side.CENTER, line=0, before=6, keep_next=True),
        Style.PICTURE: Look(side=Side.CENTER, line=0, before=6, after=6),
    }


def _character_styles() -> Mapping[str, Look]:
    piece = Look(kind=Kind.CHARACTER)
    return {
        Style.CODE: replace(piece, latin=_MONO),
        Style.NOTE_MARK: replace(piece, raised=True),
        Style.LINK: replace(piece, colour="1F3864"),
        Style.EMPHASIS: replace(piece, face=Typeface.KAI),
        Style.MARKED: replace(piece, shade="FFF2CC"),
        Style.SMALL: replace(piece, size=TypeSize.SMALL_FIFTH.points),
    }
