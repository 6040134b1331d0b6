"""The form in which an edition wants a text on paper: faces and sizes, as its instructions say."""

from enum import StrEnum
from typing import Final

from generator.library.record import Record


class Typeface(StrEnum):
    """The faces of official documents."""

    SONG = "song"
    HEI = "hei"
    FANGSONG = "fangsong"
    KAI = "kai"
    TITLE = "title"
    """The face of an official title."""


class TypeSize(StrEnum):
    """Chinese sizes of type; `points` gives them in points."""

    SECOND = "second"
    SMALL_SECOND = "small_second"
    THIRD = "third"
    SMALL_THIRD = "small_third"
    FOURTH = "fourth"
    SMALL_FOURTH = "small_fourth"
    FIFTH = "fifth"
    SMALL_FIFTH = "small_fifth"

    @property
    def points(self) -> float:
        """Give the size in points (GB/T 148 does not name it; this is what Word prints)."""
        return _POINTS[self]


_POINTS: Final = {
    TypeSize.SECOND: 22.0,
    TypeSize.SMALL_SECOND: 18.0,
    TypeSize.THIRD: 16.0,
    TypeSize.SMALL_THIRD: 15.0,
    TypeSize.FOURTH: 14.0,
    TypeSize.SMALL_FOURTH: 12.0,
    TypeSize.FIFTH: 10.5,
    TypeSize.SMALL_FIFTH: 9.0,
}


class PaperRule(Record):
    """How an edition wants its texts set: A4 portrait, single spacing, captions in bold."""

    title_face: Typeface = Typeface.HEI
    title_size: TypeSize = TypeSize.SMALL_SECOND
    """Of the title, centred."""
    body_face: Typeface = Typeface.SONG
    body_size: TypeSize = TypeSize.FOURTH
    """Of the text, single spaced."""
    caption_face: Typeface = Typeface.SONG
    caption_size: TypeSize = TypeSize.SMALL_FOURTH
    """Of the captions, bold and centred: above a table, below a figure."""
    section_face: Typeface = Typeface.HEI
    section_size: TypeSize | None = None
    """Of the sections' headings; empty where the applicant may choose: then one of ours."""
    subsection_face: Typeface = Typeface.KAI
    subsection_size: TypeSize | None = None
    """Of the headings below them; empty where the applicant may choose: then that of the text."""
    summary_size: TypeSize | None = None
    """Of the word above the summary, bold and centred; empty where there is no summary."""
