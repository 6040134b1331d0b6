"""Whether the rows of a table add up."""

from collections.abc import Sequence

from generator.publication.blocks.tree import Row, Table


def adds_up(table: Table) -> bool:
    """Tell whether every slot of the grid belongs to exactly one cell, and none lies outside."""
    return table.columns > 0 and _covered(table.head, table) and _covered(table.body, table)


def _covered(rows: Sequence[Row], table: Table) -> bool:
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in taken:
                column += 1
            slots = {
                (number + y, column + x) for y in range(cell.rows) for x in range(cell.columns)
            }
            if taken & slots or cell.rows < 1 or cell.columns < 1:
                return False
            taken |= slots
            column += cell.columns
    return taken == {(y, x) for y in range(len(rows)) for x in range(table.columns)}
