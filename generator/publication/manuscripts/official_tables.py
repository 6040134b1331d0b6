"""A printed list as a table."""

from collections.abc import Iterator
from typing import Final

from generator.publication.blocks.tree import Alignment, Cell, Paragraph, Row, Table, Text
from generator.publication.manuscripts.listing import ListGroup, ListManuscript
from generator.publication.manuscripts.official_text import width_of

_MARGIN: Final = 2
"""Characters that a column is wider than its text."""
_NARROWEST: Final = 3
_WIDEST: Final = 24
"""Characters from which on the lines of a column are broken."""


def table_of(listing: ListManuscript) -> Table:
    """Give a list as a table; a group begins with a row that has its name."""
    columns = len(listing.columns)
    head = tuple(_cell(name, is_header=True) for name in listing.columns)
    body = tuple(row for group in listing.groups for row in _rows(group, columns))
    return Table(columns, (head,), body)


def column_widths(listing: ListManuscript) -> tuple[float, ...]:
    """Give the widths of a list's columns in parts: each as its longest value, within limits."""
    rows = [listing.columns, *(row for group in listing.groups for row in group.rows)]
    longest = (max(width_of(row[place]) for row in rows) for place in range(len(listing.columns)))
    return tuple(min(max(width + _MARGIN, _NARROWEST), _WIDEST) for width in longest)


def _rows(group: ListGroup, columns: int) -> Iterator[Row]:
    if group.label:
        yield (_cell(group.label, columns=columns, is_header=True),)
    for row in group.rows:
        yield tuple(_cell(value) for value in row)


def _cell(said: str, *, columns: int = 1, is_header: bool = False) -> Cell:
    alignment = Alignment.CENTER if is_header else Alignment.NONE
    return Cell((Paragraph((Text(said),)),), columns, 1, alignment, is_header)
