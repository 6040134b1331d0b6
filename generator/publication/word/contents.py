"""Lines that end with page numbers: the contents of a book and its indexes.

Each number is a PAGEREF field beside what it showed when the file was made. There is no TOC field
around them: LibreOffice shows what such a field held when the file was made and computes nothing in
it, so its page numbers would be wrong; a PAGEREF on its own it computes, and Word does when it is
told that the field is out of date (`w:dirty`) and when it prints.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from generator.pages.controls import for_xml
from generator.publication.word.draft import Node
from generator.publication.word.ooxml import raw_block
from generator.publication.word.sheet_xml import style_id

_TWIPS: Final = 20
UNKNOWN: Final = "\N{HORIZONTAL ELLIPSIS}"
"""Stands for a page number until Word has computed it: a wrong one would be believed."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a page number is that of."""

    bookmark: str
    page: str = UNKNOWN
    """What is shown until the field is computed."""


def paged_line(style: str, words: str, targets: Sequence[Target], width: float) -> Node:
    """Give a line of words, dots and the page of each target; `width` is the line's in points."""
    stop = f'<w:tab w:val="right" w:leader="dot" w:pos="{round(width * _TWIPS)}"/>'
    properties = f'<w:pStyle w:val="{style_id(style)}"/><w:tabs>{stop}</w:tabs>'
    said = _linked(targets[0].bookmark, _text(words) + _run("<w:tab/>"))
    pages = _text(", ").join(_linked(one.bookmark, _page(one)) for one in targets)
    return raw_block(f"<w:p><w:pPr>{properties}</w:pPr>{said}{pages}</w:p>")


def _linked(bookmark: str, runs: str) -> str:
    return f'<w:hyperlink w:anchor="{escape(bookmark)}" w:history="1">{runs}</w:hyperlink>'


def _page(target: Target) -> str:
    return (
        _run('<w:fldChar w:fldCharType="begin" w:dirty="true"/>')
        + _run(f'<w:instrText xml:space="preserve"> PAGEREF {target.bookmark} \\h </w:instrText>')
        + _run('<w:fldChar w:fldCharType="separate"/>')
        + _text(target.page)
        + _run('<w:fldChar w:fldCharType="end"/>')
    )


def _text(words: str) -> str:
    return _run(f'<w:t xml:space="preserve">{escape(for_xml(words))}</w:t>')


def _run(content: str) -> str:
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{content}</w:r>'
