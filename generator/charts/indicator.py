"""One indicator: its years as a line, its industry's average and best as dashed lines.

Every case page has some, so the markup is written straight and kept short.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

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

# Years and values are the same few thousand in the charts of ten thousand cases.
_plain = lru_cache(maxsize=4096)(svg.plain)


class Point(NamedTuple):
    """The value of one year; a page makes a dozen, and a tuple is made in half the time."""

    year: str
    value: float
    shown: str
    """The value as the page writes it."""


class Level(NamedTuple):
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
    """From which value to which the chart reaches."""

    low: float
    high: float

    @property
    def has_zero(self) -> bool:
        """Tell whether 0 is on it, so that lengths may be compared."""
        return self.low <= 0 <= self.high and self.low < self.high

    @property
    def is_cut(self) -> bool:
        """Tell whether 0 is not on it, so that differences look larger than they are."""
        return not self.low <= 0 <= self.high and self.low < self.high

    def heights(self, values: Sequence[float]) -> list[float]:
        """Give where values stand that lie on the axis.

        In halves, so that no difference overflows.
        """
        low = self.low / 2
        span = self.high / 2 - low
        if span <= 0:
            return [(_TOP + _BOTTOM) / 2] * len(values)
        return [_BOTTOM - (value / 2 - low) / span * (_BOTTOM - _TOP) for value in values]


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
    names = max([svg.width_of(level.label, 12) for level in plot.levels], default=0)
    right = _WIDTH - (names + 8 if names else 8)
    parts = (
        _zero(axis, right) if axis.has_zero else "",
        _levels(plot.levels, axis, right),
        _points(plot.points, axis, right - 22),
    )
    return svg.figure(title, description, (_WIDTH, _HEIGHT), parts, "indicator")


def _zero(axis: Axis, right: float) -> str:
    height = axis.heights([0])[0]
    return (
        f'<path class="zero" d="M12 {svg.number(height)}H{svg.number(right)}"/>'
        f'<text class="dim" x="0" y="{svg.number(height + 4)}">0</text>'
    )


def _levels(levels: Sequence[Level], axis: Axis, right: float) -> str:
    heights = axis.heights([level.value for level in levels])
    places = spread(heights, _LABEL, (_TOP - 8, _BOTTOM + 8))
    end, beside = svg.number(right), svg.number(right + 4)
    drawn = [
        f'<path class="level {"best" if level.is_best else "average"}"'
        f' d="M12 {svg.number(height)}H{end}"/>'
        f'<text x="{beside}" y="{svg.number(place + 4)}">{_plain(level.label)}</text>'
        for level, height, place in zip(levels, heights, places, strict=True)
    ]
    return "".join(drawn)


def _points(points: Sequence[Point], axis: Axis, right: float) -> str:
    heights = axis.heights([point.value for point in points])
    places, every = _places(len(points), right)
    ends = [svg.number(height) for height in heights]
    path = "L".join([f"{x} {y}" for x, y in zip(places, ends, strict=True)])
    drawn = f'<path class="course" d="M{path}"/>' if len(points) > 1 else ""
    last = len(points) - 1
    for place, (year, _, shown) in enumerate(points):
        x = places[place]
        drawn += f'<circle class="point" cx="{x}" cy="{ends[place]}" r="3.5"/>'
        if (last - place) % every == 0:
            drawn += (
                f'<text class="value" x="{x}" y="{svg.number(heights[place] - 9)}">'
                f'{_plain(shown)}</text><text class="year" x="{x}" y="{_YEARS}">'
                f"{_plain(year)}</text>"
            )
    return drawn


@lru_cache(maxsize=512)  # as many years, and names as long: a few dozen in a library
def _places(count: int, right: float) -> tuple[tuple[str, ...], int]:
    """Give where the points stand, and every which of them has room for its number."""
    step = (right - _LEFT) / (count - 1) if count > 1 else 0
    every = math.ceil(_GAP / step) if step else 1
    first = _LEFT if step else (_LEFT + right) / 2
    return tuple([svg.number(first + step * place) for place in range(count)]), every
