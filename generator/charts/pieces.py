"""What several charts draw: the staff as an axis, the shares of fictional cases, the legend."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.charts.svg import label, rectangle, width_of
from generator.strings import text

LEGEND_HEIGHT: Final = 26
"""Units that the legend needs below a chart."""
_SWATCH: Final = 11
_SPACE: Final = 18


def staff(place: tuple[float, float], size: tuple[float, float], count: int) -> Iterator[str]:
    """Draw the surveyor's staff, red and white in turn, along the longer side of its box."""
    (x, y), (width, height) = place, size
    upright = height > width
    step = (height if upright else width) / max(count, 1)
    if count:
        yield rectangle("pole", place, size)
    for band in range(0, count, 2):
        corner = (x, y + band * step) if upright else (x + band * step, y)
        yield rectangle("solid", corner, (width, step) if upright else (step, height))


def kinds_legend(x: float, y: float) -> Iterator[str]:
    """Explain the two fills: cases, and fictional ones; only for charts that have both."""
    for kind, key in (("solid", "real"), ("faint", "demonstration")):
        words = text(f"pages.chart.{key}")
        yield rectangle(kind, (x, y - _SWATCH + 1), (_SWATCH, _SWATCH))
        yield label(words, x=x + _SWATCH + 5, y=y, class_="dim")
        x += _SWATCH + 5 + width_of(words, 12) + _SPACE


def spread(wanted: Sequence[float], gap: float, limits: tuple[float, float]) -> list[float]:
    """Move places apart, each as little as need be, so that names do not cover each other.

    Gives the places in the order of `wanted`, at least `gap` apart and inside `limits` as far as
    these have the room.
    """
    first, last = limits
    if _are_apart(wanted, gap, limits):
        return list(wanted)
    order = sorted(range(len(wanted)), key=lambda place: (wanted[place], place))
    placed = list(wanted)
    floor = first
    for place in order:
        placed[place] = floor = max(placed[place], floor)
        floor += gap
    ceiling = last
    for place in reversed(order):
        placed[place] = ceiling = min(placed[place], ceiling)
        ceiling -= gap
    return placed


def _are_apart(wanted: Sequence[float], gap: float, limits: tuple[float, float]) -> bool:
    """Tell whether nothing need be moved, as in most charts: a quarter of the time of moving."""
    ordered = sorted(wanted)
    if not ordered or ordered[0] < limits[0] or ordered[-1] > limits[1]:
        return not ordered
    # Both ways, as places are moved: a sum and a difference may round apart.
    return all(one + gap <= other and one <= other - gap for one, other in pairwise(ordered))
