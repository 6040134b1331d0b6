"""The handout of a session as a Word document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from generator.library.paper import Typeface, TypeSize
from generator.pages.controls import for_xml
from generator.publication.blocks.tree import (
    Break,
    Cell,
    Inline,
    Inlines,
    Link,
    Manner,
    Paragraph,
    Row,
    Set,
    Table,
    Text,
)
from generator.publication.codes import code_picture
from generator.publication.manuscripts.chapter import Imprint
from generator.publication.manuscripts.handout import HandoutCase, HandoutManuscript, HandoutRow
from generator.publication.word.document import draft_for, write_document
from generator.publication.word.draft import Draft, Node, paragraph, styled, words
from generator.publication.word.finishing import Properties
from generator.publication.word.names import Style
from generator.publication.word.ooxml import empty_paragraph, page_number, raw_block
from generator.publication.word.pandoc import Pandoc
from generator.publication.word.sheet import Kind, Look, Margins, Page, Side, StyleSheet
from generator.publication.word.styles import base_styles
from generator.publication.word.text import blocks_json, running_text
from generator.strings import text

_LAYOUT: Final = "Handout Layout"
"""A table without lines: words beside a code."""
_CODE: Final = "Handout Code"
_NOTES: Final = "Handout Notes"
_CODE_SIZE: Final = "2.5cm"
_CODE_SHARE: Final = 0.2
_LINES: Final = 24
"""Ruled lines on the page for notes."""
_PITCH: Final = 540
"""Their distance, in twentieths of a point."""
_PAGE: Final = Page(left=25, right=25)


def write_handout(manuscript: HandoutManuscript, imprint: Imprint, pandoc: Pandoc) -> bytes:
    """Give a handout as .docx; raises BiaoganError when pandoc cannot write it."""
    sheet = _sheet()
    draft = draft_for(sheet)
    blocks = [
        *_opening(manuscript, draft),
        *_programme(manuscript, draft),
        *_cases(manuscript, draft),
        *_colophon(manuscript),
        *_notes(),
    ]
    properties = Properties(
        title=text("publication_handout.description", title=manuscript.title),
        creator=imprint.site,
        day=manuscript.issued_on,
        subject=manuscript.mark,
    )
    return write_document(blocks, draft, sheet, properties, pandoc)


def _sheet() -> StyleSheet:
    size = TypeSize.SMALL_FOURTH.points
    styles = base_styles(Typeface.SONG, size)
    for name, points in ((Style.HEADING_1, 15.0), (Style.HEADING_2, 13.0)):
        styles[name] = replace(styles[name], face=Typeface.HEI, size=points, first_line=0)
    # Rows that keep together: a table of six lines is not to be cut.
    styles[Style.CELL] = replace(styles[Style.CELL], keep_next=True)
    styles[_LAYOUT] = Look(kind=Kind.TABLE)
    styles[_CODE] = Look(size=8.0, side=Side.CENTER, line=0)
    styles[_NOTES] = replace(styles[Style.HEADING_1], base=Style.HEADING_1, page_break=True)
    footer = Margins(default=page_number())
    return StyleSheet(page=_PAGE, styles=MappingProxyType(styles), footer=footer, item=size)


def _opening(manuscript: HandoutManuscript, draft: Draft) -> Iterator[Node]:
    lines = {
        Style.TITLE: manuscript.title,
        Style.BYLINE: manuscript.heading,
        Style.MARK: manuscript.mark,
    }
    for style, line in lines.items():
        if line:
            yield styled(style, [_line(line)])
    pairs = [
        (Set(Manner.STRONG, (Text(label),)), Text(f"\u3000{value}"))
        for label, value in manuscript.facts
    ]
    told = [styled(Style.CELL, [paragraph(running_text(pair, draft))]) for pair in pairs]
    yield from _beside(told, "colophon", manuscript.address, draft)


def _programme(manuscript: HandoutManuscript, draft: Draft) -> Iterator[Node]:
    if not manuscript.programme:
        return
    names = ["item"]
    if manuscript.has_times:
        names.insert(0, "time")
    if any(row.enterprise for row in manuscript.programme):
        names.append("enterprise")
    yield _heading(1, "programme.title")
    head = [_said(f"programme.{name}") for name in names]
    rows = [tuple(_cell(_inlines(row, name)) for name in names) for row in manuscript.programme]
    yield from _table(head, rows, draft)


def _inlines(row: HandoutRow, name: str) -> Inlines:
    if name != "item":
        return (Text(row.time if name == "time" else row.enterprise),)
    found: list[Inline] = [Text(_titled(row.title, row.mark))]
    if row.case:
        found += [Break(), Text(text("publication_handout.programme.presented", title=row.case))]
    return tuple(found)


def _cases(manuscript: HandoutManuscript, draft: Draft) -> Iterator[Node]:
    if manuscript.cases:
        yield _heading(1, "case.heading")
    for case in manuscript.cases:
        yield {"t": "Header", "c": [2, ["", [], []], [_words(_titled(case.title, case.mark))]]}
        if case.absent:
            yield styled(Style.BODY, [_line(case.absent)])
        else:
            yield from _case(case, draft)


def _case(case: HandoutCase, draft: Draft) -> Iterator[Node]:
    byline = text("pages.format.beside").join((case.enterprise, case.about))
    told = [styled(Style.CELL, [_line(one)]) for one in (byline, *case.summary)]
    yield from _beside(told, "case", case.address, draft)
    if case.indicators:
        head = [_said(f"indicator.{name}") for name in ("name", "first", "last", "direction")]
        rows = [
            tuple(_cell((Text(one),)) for one in (row.name, row.first, row.last, row.direction))
            for row in case.indicators
        ]
        yield from _table(head, rows, draft)
    if case.address:
        yield _reference(_said("case.address"), "", case.address, draft)
    for video in case.videos:
        line = video.title
        if video.length:
            line = text(
                "publication_handout.case.video_line", title=video.title, length=video.length
            )
        yield _reference(_said("case.video"), line, video.address, draft)
    if case.number:
        yield styled(Style.COLOPHON, [_line(case.number)])


def _reference(label: str, line: str, address: str, draft: Draft) -> Node:
    inlines: list[Inline] = [Set(Manner.STRONG, (Text(label),)), Text(f"\u3000{line}")]
    if line and address:
        inlines.append(Break())
    if address:
        inlines.append(Link(address, (Text(address),)))
    return styled(Style.COLOPHON, [paragraph(running_text(tuple(inlines), draft))])


def _colophon(manuscript: HandoutManuscript) -> Iterator[Node]:
    lines = list(manuscript.sources)
    if manuscript.address:
        lines.insert(0, text("publication_handout.colophon.address") + manuscript.address)
    if lines:
        yield empty_paragraph(Style.RULE)
        yield styled(Style.COLOPHON, [_line(one) for one in lines])


def _notes() -> Iterator[Node]:
    """Yield the page to write on; its lines are the edges of an empty table."""
    yield styled(_NOTES, [_line(_said("notes.title"))])
    edge = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="767C82"/>'
    edges = edge.format("bottom") + edge.format("insideH")
    row = (
        f'<w:tr><w:trPr><w:trHeight w:val="{_PITCH}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        '<w:tcW w:w="5000" w:type="pct"/></w:tcPr><w:p/></w:tc></w:tr>'
    )
    yield raw_block(
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>'
        f"<w:tblBorders>{edges}</w:tblBorders></w:tblPr>"
        f'<w:tblGrid><w:gridCol w:w="{round(_PAGE.line * 20)}"/></w:tblGrid>{row * _LINES}</w:tbl>'
    )
    yield empty_paragraph(Style.AFTER_TABLE)


def _beside(told: list[Node], part: str, address: str, draft: Draft) -> Iterator[Node]:
    """Yield words, with the code of an address to their right where there is one."""
    if not address:
        yield from told
        yield empty_paragraph(Style.AFTER_TABLE)
        return
    name = f"code-{len(draft.album.pictures)}.png"
    draft.album.pictures[name] = code_picture(address)
    size = [["width", _CODE_SIZE], ["height", _CODE_SIZE]]
    alt = text(f"publication_handout.{part}.code", address=address)
    picture = {"t": "Image", "c": [["", [], size], [_words(alt)], [name, ""]]}
    code = styled(_CODE, [paragraph([picture]), _line(_said(f"{part}.scan"))])
    specs = [
        [{"t": "AlignDefault"}, {"t": "ColWidth", "c": share}]
        for share in (1 - _CODE_SHARE, _CODE_SHARE)
    ]
    cells = [[["", [], []], {"t": "AlignDefault"}, 1, 1, content] for content in (told, [code])]
    nothing: list[object] = ["", [], []]
    rows = [[nothing, cells]]
    yield {
        "t": "Table",
        "c": [
            ["", [], [["custom-style", _LAYOUT]]],
            [None, []],
            specs,
            [nothing, []],
            [[nothing, 0, [], rows]],
            [nothing, []],
        ],
    }
    yield empty_paragraph(Style.AFTER_TABLE)


def _table(head: Sequence[str], rows: Sequence[Row], draft: Draft) -> list[Node]:
    heads = tuple(Cell((Paragraph((Text(one),)),), is_header=True) for one in head)
    return blocks_json((Table(len(head), (heads,), tuple(rows)),), (), draft)


def _cell(inlines: Inlines) -> Cell:
    return Cell((Paragraph(inlines),) if any(_is_said(one) for one in inlines) else ())


def _is_said(inline: Inline) -> bool:
    return not isinstance(inline, Text) or bool(inline.text)


def _titled(title: str, mark: str) -> str:
    return text("publication_handout.case.marked", title=title, mark=mark) if mark else title


def _heading(level: int, key: str) -> Node:
    return {"t": "Header", "c": [level, ["", [], []], [_words(_said(key))]]}


def _line(content: str) -> Node:
    return paragraph([_words(content)])


def _words(content: str) -> Node:
    return words(for_xml(content))


def _said(key: str) -> str:
    return text(f"publication_handout.{key}")
