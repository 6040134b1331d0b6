"""How wide the columns of a table are, by what stands in them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias
from unicodedata import east_asian_width

from generator.publication.blocks.plain import plain_text
from generator.publication.blocks.tree import (
    Block,
    Blocks,
    Cell,
    Figure,
    ListBlock,
    Picture,
    Row,
    Table,
)
from generator.publication.blocks.walking import every_block, every_inline, inlines_of

EM: Final = 10.5
"""Points of a character in a cell."""
PADDING: Final = 0.95
"""Characters left free in a column, for its margins."""
ITEM_INDENT: Final = 1.5
"""Characters that each level of a list is indented by in a cell."""
_SMALL_PICTURE: Final = 6.0
"""Characters; a picture in a cell is made smaller than this only where there is no room at all."""
_NARROWEST: Final = 2.0
"""Characters; a column is never narrower, if there is room at all."""
_SMALL: Final = 0.64
_CAPITAL: Final = 0.8
"""Characters that a Latin letter takes, the widest face in mind."""
_UNBROKEN: Final = re.compile(r"[!-~]+|[^!-~]")
"""What stays on a line: a word of Latin letters, a Chinese character."""
_LONGEST_WORD: Final = 12
"""Characters; longer words are broken rather than given room."""


Across: TypeAlias = Callable[[Path], float]
"""Gives the width of a picture in points."""


def _unseen(_picture: Path) -> float:
    return 0.0


def column_shares(table: Table, line: float, across: Across = _unseen) -> list[float]:
    """Give the width of each column as a share of a line of so many points.

    Columns are as wide as their longest cell where the line has room for that; else each has what
    its longest word needs, and the rest goes to where the text is.
    """
    room = line / EM
    demands = [*_demands(table, across)]
    wanted, needed = _columns(table, demands, head=1)
    if sum(wanted) <= room:
        return [width / room for width in wanted]
    # Words of the head on two lines cost less than a column of long text made narrow.
    wanted, needed = _columns(table, demands, head=0.6)
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


@dataclass(frozen=True, slots=True)
class _Demand:
    """What a cell takes, in characters."""

    column: int
    is_head: bool
    longest: float
    """Its longest line."""
    word: float
    """The longest thing in it that cannot be broken."""


def _demands(table: Table, across: Across) -> Iterator[_Demand]:
    """Yield what each cell takes that stands in one column."""
    for rows, is_head in ((table.head, True), (table.body, False)):
        for _, column, cell in placed(rows, table.columns):
            if cell.columns == 1:
                yield _Demand(column, is_head, *_cell_demand(cell, across))


def _columns(
    table: Table, demands: Iterable[_Demand], head: float
) -> tuple[list[float], list[float]]:
    """Give for each column what its longest cell and its longest word take, in characters.

    `head` is the share that cells of the head have of their length.
    """
    wanted = [_NARROWEST + PADDING] * table.columns
    needed = list(wanted)
    for one in demands:
        share = head if one.is_head else 1.0
        need = max(needed[one.column], one.word + PADDING)
        needed[one.column] = need
        wanted[one.column] = max(wanted[one.column], one.longest * share + PADDING, need)
    return wanted, needed


def _cell_demand(cell: Cell, across: Across) -> tuple[float, float]:
    """Give what the longest line of a cell takes, and what the longest thing without a break."""
    lines = plain_text(cell.blocks).split("\n")
    indent = ITEM_INDENT * _depth(cell.blocks)
    longest = max(map(_length, lines), default=0.0) + indent
    word = max(map(_longest_word, lines), default=0.0) + indent
    for block in every_block(cell.blocks):
        if isinstance(block, Table):
            inner_longest, inner_word = _columns(block, _demands(block, across), head=1)
            longest, word = max(longest, sum(inner_longest)), max(word, sum(inner_word))
        for width in _pictures(block, across):
            longest, word = max(longest, width), max(word, min(width, _SMALL_PICTURE))
    return longest, word


def _pictures(block: Block, across: Across) -> Iterator[float]:
    """Yield the width of each picture of a block itself, in characters."""
    found = [block.picture] if isinstance(block, Figure) else []
    for inlines in inlines_of(block):
        found += [one for one in every_inline(inlines) if isinstance(one, Picture)]
    yield from (across(one.path) / EM for one in found if one.path)


def _depth(blocks: Blocks) -> int:
    """Give how many lists lie in one another."""
    inner = [
        1 + max(map(_depth, block.items), default=0)
        for block in blocks
        if isinstance(block, ListBlock)
    ]
    return max(inner, default=0)


def placed(rows: Sequence[Row], columns: int) -> Iterator[tuple[int, int, Cell]]:
    """Yield each cell with its row and the column that it begins in, past what spans from above."""
    busy = [0] * columns
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column < columns and busy[column]:
                column += 1
            # None is left out, not even where there are more than columns.
            yield number, min(column, columns - 1), cell
            for under in range(column, min(columns, column + cell.columns)):
                busy[under] = cell.rows
            column += cell.columns
        busy = [max(0, left - 1) for left in busy]


def _length(line: str) -> float:
    return sum(map(_width, line))


@cache
def _width(sign: str) -> float:
    if east_asian_width(sign) in "WFA":
        return 1.0
    return _CAPITAL if sign.isupper() or sign in "%@" else _SMALL


def _longest_word(line: str) -> float:
    longest = max((_length(found[0]) for found in _UNBROKEN.finditer(line)), default=0.0)
    return min(longest, _LONGEST_WORD * _SMALL)
