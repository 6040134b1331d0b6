"""The form of an official document in Word: GB/T 9704-2012 as a style sheet.

22 lines on a page by the grid of lines, 28 characters in a line by their spacing. The standard's
lengths are kept in millimetres; what it gives in lines and characters is in those of the text.
"""

from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from generator.library.paper import Typeface, TypeSize
from generator.publication.manuscripts.official import OfficialManuscript
from generator.publication.manuscripts.official_text import width_of
from generator.publication.word.names import Style
from generator.publication.word.ooxml import page_number, words_xml
from generator.publication.word.sheet import Border, Look, Margins, Page, Side, StyleSheet
from generator.publication.word.sheet_xml import face_name
from generator.publication.word.styles import base_styles
from generator.strings import text

PITCH: Final = 579 / 20
"""Points from line to line: 225 mm / 22 is 28.99, rounded down to twips."""
SIZE: Final = 16.0
"""三号."""
_TRACKING: Final = -0.25
"""Points: 156 mm / 28 is 15.79 for a character; a line of 28 must fit after rounding."""
_RED: Final = "D7000F"
_BLACK: Final = "000000"
_WIDE: Final = 156 * 72 / 25.4
"""Points of a line."""
_LARGEST: Final = 44.0
"""Points of the banner, where it has room."""
_BANNER_TRACKING: Final = 1.1
"""A character of the banner takes its size and a tenth."""
_MARK: Final = 12.0
_TO_BANNER: Final = 35 * 72 / 25.4
_TO_RULE: Final = round(4 * 72 / 25.4)
"""Points from the number to the rule below it."""
_FROM_EDGE: Final = 4.0
"""Characters between the date and the right edge."""


class Part(StrEnum):
    """Styles of the parts of an official document."""

    MARK = "Official Mark"
    BANNER = "Official Banner"
    NUMBER = "Official Number"
    HEAD_RULE = "Official Rule"
    ADDRESSEE = "Official Addressee"
    ANNEX_FIRST = "Official Attachment"
    ANNEX_NEXT = "Official Attachment Next"
    ISSUER = "Official Issuer"
    DATE = "Official Date"
    ANNEX_LABEL = "Official Annex Label"
    ANNEX_TITLE = "Official Annex Title"
    LIST_NOTE = "Official List Note"
    IMPRINT = "Official Imprint"


def official_sheet(manuscript: OfficialManuscript) -> StyleSheet:
    """Give the style sheet of a notice: its head, its signature and its margins are its own."""
    styles = base_styles(Typeface.FANGSONG, SIZE)
    styles[Style.NORMAL] = replace(
        styles[Style.NORMAL], latin=face_name(Typeface.FANGSONG), tracking=_TRACKING
    )
    styles |= _headings(styles) | _title() | _head(manuscript) | _attachments(manuscript)
    styles |= _signature(manuscript) | _tables(styles) | _margin_styles(styles)
    page = Page(top=37, bottom=35, left=28, right=26, header=24, footer=20, pitch=PITCH)
    marked = _header(manuscript.mark)
    header = Margins(default=marked, even=marked, has_first=True)
    edges = (text(f"publication_official.part.{key}") for key in ("page_edge", "page_edge_end"))
    before, after = edges
    right, left = (page_number(before, after, side) for side in ("right", "left"))
    footer = Margins(default=right, even=left, first=right, has_first=True)
    return StyleSheet(page, MappingProxyType(styles), header, footer, SIZE)


def _headings(styles: dict[str, Look]) -> dict[str, Look]:
    """Give headings as paragraphs of the text: 一、黑体, （一）楷体, others as the text (7.3.3)."""
    faces = {Style.HEADING_1: Typeface.HEI, Style.HEADING_2: Typeface.KAI}
    names = (name for name in Style if name.startswith("Heading "))
    return {
        name: replace(
            styles[name],
            face=faces.get(name),
            latin=face_name(faces.get(name, Typeface.FANGSONG)),
            size=SIZE,
            bold=False,
            first_line=2,
            before=0,
            after=0,
            side=Side.BOTH,
        )
        for name in names
    }


def _title() -> dict[str, Look]:
    title = Look(
        next=Style.BODY,
        face=Typeface.TITLE,
        latin=face_name(Typeface.TITLE),
        size=22,
        tracking=0,
        side=Side.CENTER,
        line=1.25 * PITCH,
        before=2 * PITCH,
        after=PITCH,
        snap=False,
        keep_next=True,
        first_line=0,
    )
    return {Style.TITLE: title, Part.ANNEX_TITLE: replace(title, before=PITCH, after=PITCH / 2)}


def _head(manuscript: OfficialManuscript) -> dict[str, Look]:
    is_plain = manuscript.is_rendering
    colour = _BLACK if is_plain else _RED
    rule = Border(("bottom",), 6 if is_plain else 12, colour, 4 if is_plain else _TO_RULE)
    mark = Look(
        face=Typeface.HEI,
        size=_MARK,
        colour=_BLACK if is_plain else _RED,
        tracking=0,
        side=Side.LEFT,
        first_line=0,
        right=max(_WIDE / _MARK - width_of(manuscript.mark) - 1, 0),
        border=Border(gap=3),
    )
    room = _WIDE / (max(width_of(manuscript.banner), 1) * _BANNER_TRACKING)
    size = min(24.0 if is_plain else _LARGEST, room // 1)
    banner = Look(
        face=Typeface.TITLE,
        latin=face_name(Typeface.TITLE),
        size=size,
        colour=colour,
        tracking=size * (_BANNER_TRACKING - 1),
        side=Side.CENTER,
        first_line=0,
        # The line with the mark stands above it.
        before=12 if is_plain else _TO_BANNER - PITCH,
        line=1.2 * size,
        snap=False,
    )
    number = Look(
        side=Side.CENTER, first_line=0, before=6 if is_plain else 2 * PITCH, border=rule, snap=False
    )
    return {
        Part.MARK: mark,
        Part.BANNER: banner,
        Part.NUMBER: number,
        Part.HEAD_RULE: Look(size=2, line=4, border=rule, snap=False, first_line=0),
        Part.ADDRESSEE: Look(first_line=0, side=Side.BOTH),
    }


def _attachments(manuscript: OfficialManuscript) -> dict[str, Look]:
    """Give the names of attachments: two characters in, names aligned behind their number."""
    label = width_of(text("publication_official.part.attachments"))
    number = width_of(text("publication_official.part.numbered", number=1))
    number = number if len(manuscript.annexes) > 1 else 0
    left = 2 + label + number
    name = Look(left=left, side=Side.BOTH)
    return {
        Part.ANNEX_FIRST: replace(name, first_line=-(label + number), before=PITCH),
        Part.ANNEX_NEXT: replace(name, first_line=-number),
        Part.ANNEX_LABEL: Look(
            face=Typeface.HEI, latin=face_name(Typeface.HEI), first_line=0, page_break=True
        ),
    }


def _signature(manuscript: OfficialManuscript) -> dict[str, Look]:
    """Give the date four characters from the right and the body centred over it (7.3.5.1)."""
    over = (width_of(manuscript.issuer) - width_of(manuscript.date)) / 2 if manuscript.date else 0
    date = max(_FROM_EDGE, over)
    line = Look(side=Side.RIGHT, first_line=0, keep_lines=True)
    room = PITCH if manuscript.is_rendering else 2 * PITCH
    is_first = not manuscript.issuer
    return {
        Part.ISSUER: replace(line, right=date - over, before=room, keep_next=True),
        Part.DATE: replace(line, right=date, before=room if is_first else 0),
    }


def _tables(styles: dict[str, Look]) -> dict[str, Look]:
    cell = replace(
        styles[Style.CELL],
        face=Typeface.SONG,
        latin=face_name(Typeface.SONG),
        size=TypeSize.FIFTH.points,
        tracking=0,
        snap=False,
        line=0,
    )
    caption = replace(
        styles[Style.TABLE_CAPTION], face=Typeface.HEI, size=14, bold=False, snap=False
    )
    return {
        Style.CELL: cell,
        Style.CELL_HEAD: replace(styles[Style.CELL_HEAD], latin=face_name(Typeface.HEI)),
        Style.TABLE_CAPTION: caption,
        Style.FIGURE_CAPTION: replace(caption, keep_next=None, keep_lines=True),
        Part.LIST_NOTE: replace(cell, base="Normal", size=10.5),
    }


def _margin_styles(styles: dict[str, Look]) -> dict[str, Look]:
    small = replace(
        styles[Style.COLOPHON],
        face=Typeface.SONG,
        tracking=0,
        snap=False,
        line=13,
        first_line=0,
        before=1,
    )
    return {
        Style.COLOPHON: small,
        Style.RULE: replace(styles[Style.RULE], snap=False),
        # 7.5: 14 points, one character from the outer edge.
        Style.FOOTER: Look(
            face=Typeface.SONG,
            size=14,
            tracking=0,
            snap=False,
            left=1,
            right=1,
            first_line=0,
            line=20,
        ),
        Style.HEADER: Look(
            face=Typeface.HEI, size=10.5, tracking=0, side=Side.RIGHT, first_line=0, snap=False
        ),
        Part.IMPRINT: Look(
            size=14,
            first_line=0,
            left=1,
            right=1,
            snap=False,
            border=Border(("top", "bottom"), 8, _BLACK, 4),
        ),
    }


def _header(mark: str) -> str:
    style = f'<w:pPr><w:pStyle w:val="{Style.HEADER.id}" /></w:pPr>'
    return f"<w:p>{style}{words_xml(mark)}</w:p>"
