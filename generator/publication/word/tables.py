"""Tables as pandoc's: widths by content, spans, a head that repeats, cells in named styles."""

import re
from typing import Any, Final
from unicodedata import east_asian_width

from generator.publication.blocks.plain import plain_text
from generator.publication.blocks.tree import Alignment, Cell, Row, Table
from generator.publication.word.captions import caption_json
from generator.publication.word.draft import Node, Part, styled
from generator.publication.word.names import Style
from generator.publication.word.ooxml import empty_paragraph

_EM: Final = 10.5
"""Points of a character in a cell."""
_PADDING: Final = 1.1
"""Characters left free in a column, for its margins."""
_NARROWEST: Final = 2.0
"""Characters; a column is never narrower, if there is room at all."""
_SMALL: Final = 0.55
_CAPITAL: Final = 0.8
"""Characters that a Latin letter takes, the widest face in mind."""
_UNBROKEN: Final = re.compile(r"[!-~]+|[^!-~]")
"""What stays on a line: a word of Latin letters, a Chinese character."""
_LONGEST_WORD: Final = 12
"""Characters; longer words are broken rather than given room."""
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
    """Give a table with its caption above."""
    caption = caption_json(part, table.caption) if table.caption else []
    line = [{"t": "Plain", "c": caption}] if caption else []
    if not part.draft.is_word:
        return [_table(part, table, line)]
    above = [styled(Style.TABLE_CAPTION, [{"t": "Para", "c": caption}])] if caption else []
    # Two tables without a paragraph between would be one; a cell may not end with a table.
    return [*above, _table(part, table, []), empty_paragraph(Style.AFTER_TABLE)]


def _table(part: Part, table: Table, caption: list[Node]) -> Node:
    widths: list[Node] = [{"t": "ColWidthDefault"}] * table.columns
    if part.draft.is_word:
        widths = [{"t": "ColWidth", "c": share} for share in column_shares(table, part.draft.line)]
    specs = [[{"t": "AlignDefault"}, width] for width in widths]
    head = [_row(part, row, in_head=True) for row in table.head]
    body = [_row(part, row, in_head=False) for row in table.body]
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


def _row(part: Part, row: Row, *, in_head: bool) -> list[Any]:
    return [_NO_ATTRIBUTES, [_cell(part, cell, in_head=in_head) for cell in row]]


def _cell(part: Part, cell: Cell, *, in_head: bool) -> list[Any]:
    blocks = part.write(part, cell.blocks)
    side = _SIDES[cell.alignment]
    if part.draft.is_word:
        style = Style.CELL_HEAD if in_head else _STYLES[cell.alignment]
        blocks = [styled(style, blocks)] if blocks else [empty_paragraph(style)]
        side = "AlignDefault"
    return [_NO_ATTRIBUTES, {"t": side}, cell.rows, cell.columns, blocks]


def column_shares(table: Table, line: float) -> list[float]:
    """Give the width of each column as a share of a line of so many points.

    Columns are as wide as their longest cell where the line has room for that; else each has what
    its longest word needs, and the rest goes to where the text is.
    """
    room = line / _EM
    wanted, needed = _demands(table, head=1)
    if sum(wanted) <= room:
        return [width / room for width in wanted]
    # Words of the head on two lines cost less than a column of long text made narrow.
    wanted, needed = _demands(table, head=0.6)
    least = sum(needed)
    if least >= room:
        return [width / least for width in needed]
    spare = [width - need for width, need in zip(wanted, needed, strict=True)]
    level = _level(spare, room - least)
    return [(need + min(more, level)) / room for need, more in zip(needed, spare, strict=True)]


def _level(spare: list[float], left: float) -> float:
    """Give the most that a column gets beyond its need so that all of them take what is left.

    So columns of short text stay on one line, and those of sentences share the rest.
    """
    level = 0.0
    for place, want in enumerate(sorted(spare)):
        columns = len(spare) - place
        step = min(want - level, left / columns)
        level += step
        left -= step * columns
    return level


def _demands(table: Table, head: float) -> tuple[list[float], list[float]]:
    """Give for each column what its longest cell and its longest word take, in characters.

    `head` is the share that cells of the head have of their length.
    """
    wanted = [_NARROWEST + _PADDING] * table.columns
    needed = list(wanted)
    for rows, share in ((table.head, head), (table.body, 1.0)):
        for column, cell in _placed(rows, table.columns):
            if cell.columns == 1:
                lines = plain_text(cell.blocks).split("\n")
                longest = max(map(_length, lines), default=0.0) * share + _PADDING
                word = max((_longest_word(line) for line in lines), default=0.0) + _PADDING
                needed[column] = max(needed[column], word)
                wanted[column] = max(wanted[column], longest, needed[column])
    return wanted, needed


def _placed(rows: tuple[Row, ...], columns: int) -> list[tuple[int, Cell]]:
    """Give each cell with the column that it begins in, past what spans from above."""
    placed = []
    busy = [0] * columns
    for row in rows:
        column = 0
        for cell in row:
            while column < columns and busy[column]:
                column += 1
            if column >= columns:
                break
            placed.append((column, cell))
            for under in range(column, min(columns, column + cell.columns)):
                busy[under] = cell.rows
            column += cell.columns
        busy = [max(0, left - 1) for left in busy]
    return placed


def _length(line: str) -> float:
    return sum(map(_width, line))


def _width(sign: str) -> float:
    if east_asian_width(sign) in "WFA":
        return 1.0
    return _CAPITAL if sign.isupper() or sign in "%@" else _SMALL


def _longest_word(line: str) -> float:
    longest = max((_length(found[0]) for found in _UNBROKEN.finditer(line)), default=0.0)
    return min(longest, _LONGEST_WORD * _SMALL)
