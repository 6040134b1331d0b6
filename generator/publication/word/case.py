"""A case in the form that its edition asks for."""

from collections.abc import Iterator
from typing import Final

from generator.pages.controls import for_xml
from generator.publication.manuscripts.chapter import Chapter, Imprint
from generator.publication.pdf.press import Press
from generator.publication.word.document import draft_for, write_document
from generator.publication.word.draft import Draft, Node, paragraph, styled, words
from generator.publication.word.finishing import Properties
from generator.publication.word.names import Style
from generator.publication.word.ooxml import empty_paragraph
from generator.publication.word.pandoc import Pandoc
from generator.publication.word.styles import case_sheet
from generator.publication.word.text import blocks_json, running_text

_SECTIONS: Final = -1
"""Sections are level 2 on the page, below its title; in Word the title is no heading."""


def write_case(
    chapter: Chapter, imprint: Imprint, pandoc: Pandoc, press: Press | None = None
) -> bytes:
    """Give a case as .docx: title, enterprise, mark, summary, text, appendix, colophon.

    `press` draws its drawings; without one they are drawn with the fonts that are found.
    Raises BiaoganError when a picture cannot be read or pandoc cannot write it.
    """
    sheet = case_sheet(chapter.paper)
    draft = draft_for(sheet, press)
    blocks = [
        *_opening(chapter),
        *_summary(chapter, draft),
        *blocks_json(chapter.body.blocks, chapter.body.notes, draft, shift=_SECTIONS),
        *blocks_json(chapter.appendix, (), draft, shift=_SECTIONS),
        *_colophon(chapter, draft),
    ]
    properties = Properties(
        title=chapter.title,
        creator=chapter.byline,
        day=chapter.issued_on,
        subject=imprint.site,
        keywords=(*chapter.methods, *filter(None, (chapter.mark,))),
    )
    return write_document(blocks, draft, sheet, properties, pandoc)


def _opening(chapter: Chapter) -> Iterator[Node]:
    for style, line in (
        (Style.TITLE, chapter.title),
        (Style.BYLINE, chapter.byline),
        (Style.MARK, chapter.mark),
    ):
        if line:
            yield styled(style, [paragraph([words(for_xml(line))])])


def _summary(chapter: Chapter, draft: Draft) -> Iterator[Node]:
    if not chapter.summary:
        return
    heading = paragraph([words(for_xml(chapter.summary_heading))])
    yield styled(Style.SUMMARY_HEADING, [heading])
    yield styled(Style.SUMMARY, blocks_json(chapter.summary, (), draft, shift=_SECTIONS))


def _colophon(chapter: Chapter, draft: Draft) -> Iterator[Node]:
    if chapter.colophon:
        yield empty_paragraph(Style.RULE)
        lines = [paragraph(running_text(line, draft)) for line in chapter.colophon]
        yield styled(Style.COLOPHON, lines)
