"""A notice as a Word document by GB/T 9704-2012."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.pages.controls import for_xml
from generator.publication.blocks.tree import Text
from generator.publication.manuscripts.official import OfficialManuscript
from generator.publication.manuscripts.official_annexes import Annex
from generator.publication.manuscripts.official_tables import table_of
from generator.publication.pdf.press import Press
from generator.publication.word.document import draft_for, write_document
from generator.publication.word.draft import Draft, Node, paragraph, plain_line, styled, words
from generator.publication.word.finishing import Properties
from generator.publication.word.names import Style
from generator.publication.word.official_styles import Part, official_sheet
from generator.publication.word.ooxml import empty_paragraph, raw_block, words_xml
from generator.publication.word.pandoc import Pandoc
from generator.publication.word.sheet_xml import style_id
from generator.publication.word.text import blocks_json, running_text
from generator.publication.zipping import pack, unpack
from generator.strings import text

_SECTIONS: Final = -1
"""Sections are level 2 on the page, below its title; in Word the title is no heading."""
_FOOT: Final = (
    '<w:framePr w:w="8845" w:hSpace="0" w:vSpace="170" w:wrap="notBeside" w:vAnchor="margin" '
    'w:hAnchor="margin" w:xAlign="center" w:yAlign="bottom" />'
)
"""A frame as wide as a line, 156 mm in twips, at the foot of the page on which the text ends."""

_STYLES: Final = "word/styles.xml"
_WIDOWS: Final = re.compile(r"<w:widowControl\s*/>")
_PRINTED: Final = '<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'


def write_official(
    manuscript: OfficialManuscript, pandoc: Pandoc, press: Press | None = None
) -> bytes:
    """Give a notice as .docx; `press` draws its drawings.

    Raises BiaoganError when a picture cannot be read or pandoc cannot write it.
    """
    sheet = official_sheet(manuscript)
    draft = draft_for(sheet, press)
    body = manuscript.body
    blocks = [
        *_head(manuscript, draft),
        *blocks_json(body.blocks, body.notes, draft, shift=_SECTIONS),
        *(paragraph([words(for_xml(fact.line))]) for fact in manuscript.facts),
        *_names(manuscript.annexes, draft),
        *_end(manuscript),
        *_annexes(manuscript.annexes, draft),
        *_imprint(manuscript, draft),
    ]
    properties = Properties(
        title=manuscript.title,
        creator=manuscript.issuer,
        day=manuscript.issued_on,
        subject=manuscript.site,
        keywords=(manuscript.mark,),
    )
    return _as_printed(write_document(blocks, draft, sheet, properties, pandoc))


def _as_printed(written: bytes) -> bytes:
    """Give the document with lines that stay on their grid.

    Every page has its 22 lines, whatever paragraph ends there, and between Chinese and digits
    there is no more room than between others.
    """
    members = unpack(written)
    styles, count = _WIDOWS.subn(_PRINTED, members[_STYLES].decode(), count=1)
    assert count, "the default style says how lines are kept together"
    members[_STYLES] = styles.encode()
    return pack(members.items())


def _head(manuscript: OfficialManuscript, draft: Draft) -> Iterator[Node]:
    yield from _line(Part.MARK, manuscript.mark)
    yield from _line(Part.BANNER, manuscript.banner)
    if manuscript.document_number:
        yield from _line(Part.NUMBER, manuscript.document_number)
    elif manuscript.banner:
        yield _empty(Part.HEAD_RULE)
    if not manuscript.printer:
        yield from _colophon(manuscript, draft)
    yield styled(Style.TITLE, [paragraph(_broken(manuscript.title_lines))])
    yield from _line(Part.ADDRESSEE, manuscript.addressee)


def _broken(lines: Sequence[str]) -> list[Node]:
    content: list[Node] = []
    for line in lines:
        content += [{"t": "LineBreak"}] if content else []
        content.append(words(for_xml(line)))
    return content


def _names(annexes: Sequence[Annex], draft: Draft) -> Iterator[Node]:
    label = text("publication_official.part.attachments")
    for place, annex in enumerate(annexes, start=1):
        key = "publication_official.part.numbered"
        number = text(key, number=place) if len(annexes) > 1 else ""
        lead = (label if place == 1 else "") + number
        style = Part.ANNEX_FIRST if place == 1 else Part.ANNEX_NEXT
        yield styled(style, [paragraph(running_text((Text(lead), *annex.name), draft))])


def _end(manuscript: OfficialManuscript) -> Iterator[Node]:
    yield from _line(Part.ISSUER, manuscript.issuer)
    yield from _line(Part.DATE, manuscript.date)
    if manuscript.annotation:
        yield paragraph([words(for_xml(manuscript.annotation))])


def _annexes(annexes: Sequence[Annex], draft: Draft) -> Iterator[Node]:
    for place, annex in enumerate(annexes, start=1):
        listing = annex.listing
        if listing is None:
            continue
        key = "annex_numbered" if len(annexes) > 1 else "annex"
        yield from _line(Part.ANNEX_LABEL, text(f"publication_official.part.{key}", number=place))
        yield from _line(Part.ANNEX_TITLE, listing.title)
        yield from blocks_json((table_of(listing),), (), draft)
        for note in (listing.mark, *listing.notes):
            yield from _line(Part.LIST_NOTE, note)


def _imprint(manuscript: OfficialManuscript, draft: Draft) -> Iterator[Node]:
    if not manuscript.printer:
        return
    yield from _colophon(manuscript, draft)
    style = f'<w:pStyle w:val="{style_id(Part.IMPRINT)}" />'
    said = words_xml(manuscript.printer)
    yield raw_block(f"<w:p><w:pPr>{style}{_FOOT}</w:pPr>{said}</w:p>")


def _colophon(manuscript: OfficialManuscript, draft: Draft) -> Iterator[Node]:
    if manuscript.printer:
        yield empty_paragraph(Style.RULE)
    lines = [paragraph(running_text(line, draft)) for line in manuscript.colophon]
    yield styled(Style.COLOPHON, lines)


def _line(style: str, said: str) -> Iterator[Node]:
    if said:
        yield plain_line(style, said)


def _empty(style: str) -> Node:
    return raw_block(f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}" /></w:pPr></w:p>')
