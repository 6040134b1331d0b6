"""How much room a text takes, and how it is spread over slides so that none runs over.

Lines are spaced exactly, so that a face with taller lines (that of Windows) changes nothing.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.charts.svg import width_of
from generator.publication.slides.points import Point

SPACING: Final = 1.4
"""Height of a line, in sizes of its type."""
_AFTER: Final = 0.4
"""Room below a point, in sizes of its type."""
INDENT: Final = 28.0
"""Points that a level's text stands in."""
SIZES: Final = (26.0, 24.0, 22.0, 20.0)
"""Sizes of the points of a slide, the best first; what does not fit goes on further slides."""
WIDTH: Final = 848.0
"""Of the lines of a slide."""
ABOVE: Final = 100.0
"""Most height of points that stand above a picture, not on a slide of their own."""
ABOVE_SIZE: Final = 22.0
_BESIDE: Final = 0.25
"""Ems between a Chinese character and a Latin letter or a figure."""
_MEETING: Final = re.compile(
    "(?<=[\u2e80-\uffef])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u2e80-\uffef])"
)
_SMALLER: Final = 0.9
"""A point of the second level against the first."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in points from its upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """The points of one slide."""

    points: tuple[Point, ...]
    size: float


def size_of(size: float, level: int) -> float:
    """Give the size of type of a level."""
    return round(size * _SMALLER) if level else size


def width(content: str, size: float) -> float:
    """Estimate the width of a text; programs set Chinese and Latin letters a little apart."""
    return width_of(content, size) + size * _BESIDE * len(_MEETING.findall(content))


def lines_of(content: str, size: float, room: float) -> int:
    """Estimate the lines of a text; too many rather than too few.

    A character less: what may not begin a line takes its neighbour along.
    """
    return max(1, math.ceil(width(content, size) / max(size, room - size)))


def text_height(content: str, size: float, room: float) -> float:
    """Give the height of one paragraph in lines of a width, in points."""
    return lines_of(content, size, room) * size * SPACING


def height_of(point: Point, size: float, room: float) -> float:
    """Give the height of a point with the room below it."""
    own = size_of(size, point.level)
    line = room - INDENT * (point.level + 1)
    return text_height(point.whole, own, line) + own * _AFTER


def after(size: float) -> float:
    """Give the room below a point of a size."""
    return size * _AFTER


def best_size(content: str, sizes: Sequence[float], box: Box) -> float:
    """Give the first of some sizes at which a paragraph fits into a box, or the last."""
    for size in sizes:
        if text_height(content, size, box.width) <= box.height:
            return size
    return sizes[-1]


def cut(content: str, size: float, box: Box) -> str:
    """Give a text with … where it is too long for a box."""
    if text_height(content, size, box.width) <= box.height:
        return content
    lines = max(1, int(box.height / (size * SPACING)))
    kept = content
    while len(kept) > 1 and lines_of(kept + "\u2026", size, box.width) > lines:
        kept = kept[: -max(1, len(kept) // 50)]
    return kept + "\u2026"


def pages(points: Sequence[Point], box: Box) -> tuple[Page, ...]:
    """Spread points over slides: one where a readable size allows it, else as few as may be."""
    for size in SIZES:
        if _height(points, size, box) <= box.height:
            return (Page(tuple(points), size),) if points else ()
    size = SIZES[-1]
    whole = [part for point in points for part in _fitting(point, size, box)]
    least = math.ceil(_height(whole, size, box) / box.height)
    # Even slides read better than a full one with a line left over.
    even = _filled(whole, size, box, _height(whole, size, box) / least * 1.1)
    full = _filled(whole, size, box, box.height)
    return even if len(even) <= len(full) else full


def points_height(points: Sequence[Point]) -> float:
    """Give the height of points above a picture."""
    return _height(points, ABOVE_SIZE, Box(0, 0, WIDTH, 0))


def _filled(points: Sequence[Point], size: float, box: Box, height: float) -> tuple[Page, ...]:
    limit = min(height, box.height)
    found: list[Page] = []
    kept: list[Point] = []
    used = 0.0
    for point in points:
        taken = height_of(point, size, box.width)
        if kept and used + taken > limit:
            kept, carried = _parted(kept)
            found.append(Page(tuple(kept), size))
            kept, used = carried, _height(carried, size, box)
        kept.append(point)
        used += taken
    return (*found, Page(tuple(kept), size)) if kept else tuple(found)


def _parted(points: list[Point]) -> tuple[list[Point], list[Point]]:
    """Take a heading that would end a slide to the next one."""
    is_heading = len(points) > 1 and bool(points[-1].lead) and not points[-1].text
    return (points[:-1], points[-1:]) if is_heading else (points, [])


def _height(points: Sequence[Point], size: float, box: Box) -> float:
    return sum(height_of(point, size, box.width) for point in points)


def _fitting(point: Point, size: float, box: Box) -> Iterator[Point]:
    """Give a point, in pieces where it is longer than a slide."""
    if height_of(point, size, box.width) <= box.height:
        yield point
        return
    own = size_of(size, point.level)
    lines = int(box.height / (own * SPACING)) - 1
    most = max(1, int(lines * (box.width - INDENT * 2 - own) / own))
    content = point.whole
    for start in range(0, len(content), most):
        yield replace(point, text=content[start : start + most], lead="", number=0, numbering="")
