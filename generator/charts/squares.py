"""Squares: years against terms; the area of a square is its number of cases.

The years climb a staff that stands on the ground, the latest at the top as in the tables; the
terms are written downwards, as Chinese can be, so that twelve of them fit on a phone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from generator.charts import svg
from generator.charts.pieces import LEGEND_HEIGHT, kinds_legend, staff
from generator.charts.values import Row, said, shown

_POLE = 8
_LEFT = 48
"""Units for the staff and the years."""
_STEP = 36
_LINE = 40
"""Units from one year to the next: the largest square and its number."""
_NUMBER = 14
_LETTER = 12
_LONGEST = 11 * _LETTER
_FEW = 4
"""So many cases fill a cell: one case alone shall not."""


@dataclass(frozen=True, slots=True)
class _Grid:
    head: float
    """Units for the names above."""
    step: float
    """Units from one term to the next."""
    per_case: float
    """Side of the square of one case."""


def squares(title: str, description: str, years: Sequence[str], rows: Sequence[Row]) -> str:
    """Give the squares of `rows` (each a column here) for `years`, in the order given."""
    names = [svg.fitted(row.label, _LETTER, _LONGEST) for row in rows]
    longest = max((svg.width_of(name, _LETTER) for name in names), default=0)
    top = max((sum(cell) for row in rows for cell in row.cells), default=0)
    step = min((svg.WIDTH - _LEFT) / max(len(rows), 1), _STEP)
    largest = min(step - 2, _LINE - _NUMBER - 1)
    grid = _Grid(longest + 16, step, largest / sqrt(max(top, _FEW)))
    has_fiction = any(fictional for row in rows for _, fictional in row.cells)
    height = grid.head + len(years) * _LINE + (LEGEND_HEIGHT if has_fiction else 4)
    parts = _parts(years, rows, names, grid)
    return svg.figure(title, description, (svg.WIDTH, height), parts, "squares")


def _parts(
    years: Sequence[str], rows: Sequence[Row], names: Sequence[str], grid: _Grid
) -> Iterator[str]:
    ground = grid.head + len(years) * _LINE
    for place, (row, name) in enumerate(zip(rows, names, strict=True)):
        total = (sum(real for real, _ in row.cells), sum(fictional for _, fictional in row.cells))
        middle = _LEFT + (place + 0.5) * grid.step
        corner = (middle - grid.step / 2 + 1, 1)
        drawn = svg.rectangle("hit", corner, (grid.step - 2, grid.head - 2))
        drawn += svg.label(
            name,
            x=middle,
            y=grid.head - 8,
            class_="name",
            # The old word for vertical-rl: all browsers know it, and the validator this one only.
            writing_mode="tb",
            text_anchor="end",
        )
        yield svg.linked(row.href, said(row.label, *total, name), drawn)
    yield '<g aria-hidden="true">'
    for line, year in enumerate(years):
        y = grid.head + line * _LINE
        yield svg.rectangle("rule", (_POLE, y + _LINE - 0.5), (svg.WIDTH - _POLE, 0.5))
        yield svg.label(year, x=_POLE + 7, y=y + _LINE / 2 + 4)
        for place, row in enumerate(rows):
            yield from _cell(row.cells[line], _LEFT + (place + 0.5) * grid.step, y, grid)
    yield "</g>"
    yield from staff((0.5, grid.head), (_POLE, ground - grid.head), len(years))
    if any(fictional for row in rows for _, fictional in row.cells):
        yield from kinds_legend(0.5, ground + 20)


def _cell(cell: tuple[int, int], middle: float, y: float, grid: _Grid) -> Iterator[str]:
    """Draw real cases inside the square of all: each area is its number."""
    real, fictional = cell
    if not real and not fictional:
        return
    side = grid.per_case * sqrt(real + fictional)
    inner = grid.per_case * sqrt(real)
    # All squares of a line stand on one ground, as the staff does.
    ground = y + _LINE - _NUMBER
    if fictional:
        yield svg.rectangle("faint", (middle - side / 2, ground - side), (side, side))
    if real:
        yield svg.rectangle("solid", (middle - side / 2, ground - inner), (inner, inner))
    number = shown(real, fictional)
    size = min(11, 11 * grid.step / svg.width_of(number, 11))
    # There are as many of these as of all other texts together: written straight, for speed.
    yield (
        f'<text class="count" text-anchor="middle" font-size="{svg.number(size)}"'
        f' x="{svg.number(middle)}" y="{svg.number(ground + 11)}">{number}</text>'
    )
