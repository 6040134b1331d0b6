"""Tables as pandoc's: widths by content, spans, a head that repeats, cells in named styles."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from generator.errors import BiaoganError
from generator.publication.blocks.tree import Alignment, Cell, Table
from generator.publication.word.captions import caption_json
from generator.publication.word.draft import Node, Part, paragraph, styled
from generator.publication.word.names import Style
from generator.publication.word.ooxml import empty_paragraph
from generator.publication.word.widths import EM, PADDING, column_shares, placed
from generator.strings import text

MOST_COLUMNS: Final = 63
"""Of a table; Word calls a document damaged that has more in one."""
_STYLES: Final = {
    Alignment.NONE: Style.CELL,
    Alignment.LEFT: Style.CELL,
    Alignment.CENTER: Style.CELL_CENTER,
    Alignment.RIGHT: Style.CELL_RIGHT,
}
_SIDES: Final = {
    Alignment.NONE: "AlignDefault",
    Alignment.LEFT: "AlignLeft",
    Alignment.CENTER: "AlignCenter",
    Alignment.RIGHT: "AlignRight",
}
_NO_ATTRIBUTES: Final[list[Any]] = ["", [], []]


def table_json(part: Part, table: Table) -> list[Node]:
    """Give a table with its caption above.

    Raises BiaoganError in Word for more columns than it takes.
    """
    if part.draft.is_word and table.columns > MOST_COLUMNS:
        raise BiaoganError(
            text("publication_word.columns", columns=table.columns, limit=MOST_COLUMNS)
        )
    caption = caption_json(part, table.caption) if table.caption else []
    line = [{"t": "Plain", "c": caption}] if caption else []
    if not part.draft.is_word:
        return [_table(part, table, line)]
    above = [styled(Style.TABLE_CAPTION, [paragraph(caption)])] if caption else []
    # Two tables without a paragraph between would be one; a cell may not end with a table.
    return [*above, _table(part, table, []), empty_paragraph(Style.AFTER_TABLE)]


def _table(part: Part, table: Table, caption: list[Node]) -> Node:
    widths: list[Node] = [{"t": "ColWidthDefault"}] * table.columns
    shares = _shares(part, table) if part.draft.is_word else []
    if shares:
        widths = [{"t": "ColWidth", "c": share} for share in shares]
    specs = [[{"t": "AlignDefault"}, width] for width in widths]
    head = _rows(part, table, shares, in_head=True)
    body = _rows(part, table, shares, in_head=False)
    bodies = [[_NO_ATTRIBUTES, _headed_columns(table), [], body]]
    content = [
        _NO_ATTRIBUTES,
        [None, caption],
        specs,
        [_NO_ATTRIBUTES, head],
        bodies,
        [_NO_ATTRIBUTES, []],
    ]
    return {"t": "Table", "c": content}


def _headed_columns(table: Table) -> int:
    """Give 1 where every row begins with a cell that heads it."""
    rows = [row for row in table.body if row]
    return int(bool(rows) and table.columns > 1 and all(row[0].is_header for row in rows))


def _shares(part: Part, table: Table) -> list[float]:
    """Give the width of each column as a share of the document's line, as pandoc wants it."""
    inside = part.line / part.draft.line

    def across(path: Path) -> float:
        return part.draft.album.add(path).width

    return [share * inside for share in column_shares(table, part.line, across)]


def _rows(part: Part, table: Table, shares: Sequence[float], *, in_head: bool) -> list[list[Any]]:
    rows = table.head if in_head else table.body
    made: list[list[Any]] = [[_NO_ATTRIBUTES, []] for _ in rows]
    for number, column, cell in placed(rows, table.columns):
        across = sum(shares[column : column + cell.columns]) * part.draft.line
        room = max(EM, across - PADDING * EM) if shares else part.room
        style = Style.CELL_HEAD if in_head else _STYLES[cell.alignment]
        inner = replace(part, room=room, item=style if part.draft.is_word else part.item)
        made[number][1].append(_cell(inner, cell, style))
    return made


def _cell(part: Part, cell: Cell, style: Style) -> list[Any]:
    side, blocks = _SIDES[cell.alignment], part.write(part, cell.blocks)
    if part.draft.is_word:
        blocks = [styled(style, blocks)] if blocks else [empty_paragraph(style)]
        side = "AlignDefault"
    return [_NO_ATTRIBUTES, {"t": side}, cell.rows, cell.columns, blocks]
