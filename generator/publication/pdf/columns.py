"""How wide the columns of a table are: by their texts, so that no word is wider than its column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import Final

from generator.publication.blocks.plain import plain_text
from generator.publication.blocks.tree import Cell, Figure, Paragraph, Picture, Row, Table
from generator.publication.blocks.walking import every_block
from generator.publication.pdf.literals import LONGEST_WORD

_WIDE: Final = re.compile(
    r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]"
)
_RUN: Final = re.compile(r"[!-~\u00b0-\u024f\u2000-\u206f]+")
"""What is not parted at the end of a line."""
_NARROW: Final = 0.58
"""Width of a Latin letter or figure in ems, rather wide."""
_BOLD: Final = 1.06
_PICTURE: Final = 15.0
"""Ems that a picture in a cell wants."""
_LEAST: Final = 2.0
"""Ems that a column has, whatever is in it: two characters."""
_LONGEST: Final = LONGEST_WORD * 0.58
"""Ems of a word that stays whole."""
_WORD: Final = 5.0
"""Ems up to which a line stays whole: the name of a column reads badly in two."""


def column_widths(table: Table, room: float) -> tuple[float, ...] | None:
    """Give the shares of the columns in a width of `room` ems, or None where all texts fit in it.

    A column never gets less than its longest word needs, as long as all can have that; what is
    left is shared out by how much there is to say, and nobody gets more than for one line.
    """
    least, wanted = [_LEAST] * table.columns, [_LEAST] * table.columns
    for cell, x in _single(table):
        line, word = _needs(cell)
        least[x], wanted[x] = max(least[x], word), max(wanted[x], line)
    if sum(wanted) <= room:
        return None
    return tuple(_shared(least, wanted, room))


def _shared(least: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    fixed: dict[int, float] = {}
    while True:
        free = [x for x in range(len(wanted)) if x not in fixed]
        left = room - sum(fixed.values())
        weights: Mapping[int, float] = {x: sqrt(wanted[x]) for x in free}
        unit = max(left, 0.0) / (sum(weights.values()) or 1.0)
        narrow = {x: least[x] for x in free if weights[x] * unit < least[x]}
        content = {x: wanted[x] for x in free if weights[x] * unit > wanted[x]}
        if not (narrow or content):
            return [fixed.get(x, weights.get(x, 0.0) * unit) for x in range(len(wanted))]
        fixed |= narrow or content


def _needs(cell: Cell) -> tuple[float, float]:
    """Give the width in ems of a cell's longest line, and of its longest word."""
    if any(map(_is_picture, every_block(cell.blocks))):
        return _PICTURE, _PICTURE / 2
    factor = _BOLD if cell.is_header else 1.0
    lines = [(line, _width(line) * factor) for line in plain_text(cell.blocks).split("\n")]
    longest = max(width for _, width in lines)
    words = (
        min(_width(word), _LONGEST) * factor for line, _ in lines for word in _RUN.findall(line)
    )
    return longest, max(*words, *(width for _, width in lines if width <= _WORD), 0.0, 0.0)


def _is_picture(block: object) -> bool:
    if isinstance(block, Paragraph):
        return any(isinstance(piece, Picture) for piece in block.inlines)
    return isinstance(block, Figure)


def _width(text: str) -> float:
    wide = len(_WIDE.findall(text))
    return wide + (len(text) - wide) * _NARROW


def _single(table: Table) -> Iterator[tuple[Cell, int]]:
    """Yield the cells that span one column, with the column."""
    for rows in (table.head, table.body):
        for cell, x, _ in placed(rows, table.columns):
            if cell.columns == 1:
                yield cell, x


def placed(rows: tuple[Row, ...], columns: int) -> Iterator[tuple[Cell, int, int]]:
    """Yield cells with column and row: a cell takes the next place that none from above spans."""
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (x, y) in taken:
                x += 1
            if x >= columns:
                break
            taken |= {(x + dx, y + dy) for dx in range(cell.columns) for dy in range(cell.rows)}
            yield cell, x, y
