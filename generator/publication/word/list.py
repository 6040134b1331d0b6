"""Lists as Word documents: A4 portrait as official ones, a ruled table whose header repeats."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from generator.library.paper import Typeface, TypeSize
from generator.publication.blocks.tree import (
    Alignment,
    Cell,
    Manner,
    Paragraph,
    Row,
    Set,
    Table,
    Text,
)
from generator.publication.manuscripts.listing import ListGroup, ListManuscript
from generator.publication.manuscripts.widths import column_shares
from generator.publication.word.document import draft_for, write_document
from generator.publication.word.draft import Draft, Node, plain_line
from generator.publication.word.finishing import Properties
from generator.publication.word.names import Style
from generator.publication.word.ooxml import page_number, raw_block
from generator.publication.word.pandoc import Pandoc
from generator.publication.word.sheet import Margins, Page, StyleSheet
from generator.publication.word.styles import base_styles
from generator.publication.word.text import blocks_json
from generator.strings import text

_PAGE: Final = Page(top=30, bottom=28, left=22, right=22)
_PAGE_BREAK: Final = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_SIZE: Final = TypeSize.SMALL_FOURTH.points


def write_list(made: ListManuscript, pandoc: Pandoc, site: str = "") -> bytes:
    """Give a list as .docx; `site` is the name of the site, for the document's properties.

    Raises BiaoganError when pandoc cannot write it.
    """
    return write_lists((made,), pandoc, made.title, site)


def write_lists(lists: Sequence[ListManuscript], pandoc: Pandoc, title: str, site: str) -> bytes:
    """Give several lists as one document, each from a new page on; raises as `write_list`."""
    sheet = list_sheet()
    draft = draft_for(sheet)
    blocks: list[Node] = []
    for made in lists:
        blocks += [raw_block(_PAGE_BREAK)] if blocks else []
        blocks += _list(made, draft)
    marks = tuple(dict.fromkeys(made.mark for made in lists if made.mark))
    properties = Properties(title=title, creator=site, keywords=marks)
    return write_document(blocks, draft, sheet, properties, pandoc)


def list_sheet() -> StyleSheet:
    """Give the style sheet of a list: title in the face of titles, table in Fangsong, 12 points."""
    styles = base_styles(Typeface.FANGSONG, _SIZE)
    styles[Style.TITLE] = replace(
        styles[Style.TITLE], face=Typeface.TITLE, size=TypeSize.SECOND.points, after=6
    )
    styles[Style.BYLINE] = replace(styles[Style.BYLINE], size=TypeSize.FOURTH.points, after=6)
    styles[Style.CELL] = replace(styles[Style.CELL], size=_SIZE, before=3, after=3)
    styles[Style.CELL_HEAD] = replace(styles[Style.CELL_HEAD], size=_SIZE)
    styles[Style.COLOPHON] = replace(
        styles[Style.COLOPHON], face=Typeface.SONG, size=TypeSize.FIFTH.points, after=2
    )
    footer = Margins(
        default=page_number(
            *(text(f"publication_list.paper.page_{one}") for one in ("before", "after"))
        )
    )
    return StyleSheet(page=_PAGE, styles=MappingProxyType(styles), footer=footer, item=_SIZE)


def _list(made: ListManuscript, draft: Draft) -> Iterator[Node]:
    for style, line in (
        (Style.TITLE, made.title),
        (Style.BYLINE, made.subtitle),
        (Style.MARK, made.mark),
    ):
        if line:
            yield plain_line(style, line)
    for node in blocks_json((list_table(made),), (), draft):
        if node["t"] == "Table":
            # As wide as the page: pandoc's tables are as wide as their text.
            shares = column_shares(made)
            node["c"][2] = [[{"t": "AlignDefault"}, {"t": "ColWidth", "c": one}] for one in shares]
        yield node
    for number, note in enumerate(made.notes):
        yield plain_line(
            Style.COLOPHON, note if number else text("publication_list.paper.note") + note
        )
    if made.address:
        yield plain_line(Style.COLOPHON, text("publication_list.paper.address") + made.address)


def list_table(made: ListManuscript) -> Table:
    """Give the table of a list: a row for each entry, and one across for the name of a group."""
    count = len(made.columns)
    head = tuple(_cell(name, is_header=True) for name in made.columns)
    body = tuple(row for group in made.groups for row in _rows(group, count))
    empty = (_cell(text("publication_list.paper.none"), count, Alignment.CENTER),)
    return Table(count, (head,), body or (empty,))


def _rows(group: ListGroup, count: int) -> Iterator[Row]:
    if group.label:
        label = Set(Manner.STRONG, (Text(group.label),))
        yield (Cell((Paragraph((label,)),), columns=count),)
    for row in group.rows:
        yield (_cell(row[0], alignment=Alignment.CENTER), *map(_cell, row[1:]))


def _cell(
    said: str, columns: int = 1, alignment: Alignment = Alignment.NONE, *, is_header: bool = False
) -> Cell:
    blocks = (Paragraph((Text(said),)),) if said else ()
    return Cell(blocks, columns, alignment=alignment, is_header=is_header)
