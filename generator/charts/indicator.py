"""One indicator: its years as a line, its industry's average and best as dashed lines.

Every case page has some, so the markup is written straight and kept short.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.charts import svg
from generator.charts.pieces import spread

_WIDTH: Final = 320
_HEIGHT: Final = 122
_TOP: Final = 24
_BOTTOM: Final = 92
_YEARS: Final = 114
_LEFT: Final = 30
_LABEL: Final = 15
_GAP: Final = 46
"""Units that the number above a point needs."""
_NEAR: Final = 0.5
"""Values that lie below this share of the largest are shown on an axis that begins at 0."""


@dataclass(frozen=True, slots=True)
class Point:
    """The value of one year."""

    year: str
    value: float
    shown: str
    """The value as the page writes it."""


@dataclass(frozen=True, slots=True)
class Level:
    """A value to compare with: the average or the best of the industry."""

    label: str
    """With its value: 行业平均 95.2."""
    value: float
    is_best: bool = False


@dataclass(frozen=True, slots=True)
class IndicatorPlot:
    """What one chart shows; every value is finite."""

    points: tuple[Point, ...]
    """The earliest year first, years without a value left out."""
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """From which value to which the chart reaches, in halves so that no difference overflows."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """Give how high a value stands, 0 to 1."""
        span = self.high / 2 - self.low / 2
        return min(max((value / 2 - self.low / 2) / span, 0.0), 1.0) if span > 0 else 0.5

    @property
    def has_zero(self) -> bool:
        """Tell whether 0 is on it, so that lengths may be compared."""
        return self.low <= 0 <= self.high and self.low < self.high

    @property
    def is_cut(self) -> bool:
        """Tell whether 0 is not on it, so that differences look larger than they are."""
        return not self.low <= 0 <= self.high and self.low < self.high


def axis_of(plot: IndicatorPlot) -> Axis:
    """Give the axis: from 0 where the values reach well down to it, else close around them."""
    known = [point.value for point in plot.points] + [level.value for level in plot.levels]
    low, high = min(known, default=0.0), max(known, default=0.0)
    if 0 <= low <= high * _NEAR:
        low = 0.0
    elif 0 >= high >= low * _NEAR:
        high = 0.0
    return Axis(low, high)


def indicator(title: str, description: str, plot: IndicatorPlot) -> str:
    """Give the chart of one indicator."""
    axis = axis_of(plot)
    names = max((svg.width_of(level.label, 12) for level in plot.levels), default=0)
    right = _WIDTH - (names + 8 if names else 8)
    end = svg.number(right)
    zero = "".join(_zero(axis, end)) if axis.has_zero else ""
    parts = (zero, *_levels(plot.levels, axis, right), *_points(plot.points, axis, right - 22))
    return svg.figure(title, description, (_WIDTH, _HEIGHT), parts, "indicator")


def _height(axis: Axis, value: float) -> float:
    return _BOTTOM - axis.share(value) * (_BOTTOM - _TOP)


def _zero(axis: Axis, end: str) -> Iterator[str]:
    height = _height(axis, 0)
    yield f'<path class="zero" d="M12 {svg.number(height)}H{end}"/>'
    yield f'<text class="dim" x="0" y="{svg.number(height + 4)}">0</text>'


def _levels(levels: Sequence[Level], axis: Axis, right: float) -> Iterator[str]:
    heights = [_height(axis, level.value) for level in levels]
    places = spread(heights, _LABEL, (_TOP - 8, _BOTTOM + 8))
    end = svg.number(right)
    for level, height, place in zip(levels, heights, places, strict=True):
        kind = "best" if level.is_best else "average"
        y = svg.number(height)
        yield (
            f'<path class="level {kind}" d="M12 {y}H{end}"/>'
            f'<text x="{svg.number(right + 4)}" y="{svg.number(place + 4)}">'
            f"{svg.plain(level.label)}</text>"
        )


def _points(points: Sequence[Point], axis: Axis, right: float) -> Iterator[str]:
    step = (right - _LEFT) / (len(points) - 1) if len(points) > 1 else 0
    every = math.ceil(_GAP / step) if step else 1
    first = _LEFT if step else (_LEFT + right) / 2
    places = [
        (svg.number(first + step * place), _height(axis, point.value))
        for place, point in enumerate(points)
    ]
    if step:
        path = "L".join(f"{x} {svg.number(y)}" for x, y in places)
        yield f'<path class="course" d="M{path}"/>'
    for place, (point, (x, height)) in enumerate(zip(points, places, strict=True)):
        yield f'<circle class="point" cx="{x}" cy="{svg.number(height)}" r="3.5"/>'
        if (len(points) - 1 - place) % every == 0:
            yield (
                f'<text class="value" x="{x}" y="{svg.number(height - 9)}">'
                f'{svg.plain(point.shown)}</text><text class="year" x="{x}" y="{_YEARS}">'
                f"{svg.plain(point.year)}</text>"
            )
