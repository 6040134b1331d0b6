"""One indicator: its years as a line, its industry's average and best as dashed lines.

Every case page has some, so the markup is written straight and kept short.
"""

import math
from collections.abc import Sequence
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

_ABOVE: Final = 9
"""Units from a point up to its number."""

# Years and values are the same few thousand in the charts of ten thousand cases.
_plain = lru_cache(maxsize=4096)(svg.plain)


class Point(NamedTuple):
    """The value of one year."""

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


class IndicatorPlot(NamedTuple):
    """What one chart shows; every value is finite."""

    points: Sequence[tuple[str, float, str]]
    """Each a `Point`, or a plain tuple: a page makes a dozen. The earliest year first, years
    without a value left out."""
    levels: Sequence[tuple[str, float, bool]] = ()
    """Each a `Level`, or a plain tuple."""


class Axis(NamedTuple):
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
    known = [value for _, value, _ in (*plot.points, *plot.levels)] or (0.0,)
    low, high = min(known), max(known)
    if 0 <= low <= high * _NEAR:
        low = 0.0
    elif 0 >= high >= low * _NEAR:
        high = 0.0
    return Axis(low, high)


def indicator(title: str, description: str, plot: IndicatorPlot, axis: Axis | None = None) -> str:
    """Give the chart of one indicator; `axis` is that of `axis_of`, where it is known already."""
    points, levels = plot
    axis = axis or axis_of(plot)
    names = [_named(label) for label, _, _ in levels]
    right = _WIDTH - (max([width for _, width in names]) + 8 if names else 8)
    count = len(points)
    heights = axis.heights([value for _, value, _ in (*points, *levels)])
    compared = heights[count:]
    shown = [
        _plain(title),
        f"<desc>{svg.plain(description)}</desc>" if description else "",
        _zero(axis, right) if axis.has_zero else "",
    ]
    places = spread(compared, _LABEL, (_TOP - 8, _BOTTOM + 8))
    for height, place, (name, _) in zip(compared, places, names, strict=True):
        shown += svg.number(height), svg.number(place + 4), name
    ends = [_of_height(f"{height:.1f}") for height in heights[:count]]
    if count > 1:
        shown += [y for y, _ in ends]
    for (y, above), (year, _, value) in zip(ends, points, strict=True):
        shown += y, above, _plain(value), _plain(year)
    return _form(count, tuple([is_best for _, _, is_best in levels]), right) % tuple(shown)


@lru_cache(maxsize=512)  # as many years, and names as long: a few dozen in a library
def _form(count: int, levels: tuple[bool, ...], right: float) -> str:
    """Give a chart with a place (%s) for each text and height.

    With it, the indicators of a page take 0.09 ms; each line written for itself, 0.13 ms.
    """
    end, beside = svg.number(right), svg.number(right + 4)
    lines = [
        f'<path class="level {"best" if is_best else "average"}" d="M12 %sH{end}"/>'
        f'<text x="{beside}" y="%s">%s</text>'
        for is_best in levels
    ]
    places, every = _places(count, right - 22)
    path = "L".join([f"{x} %s" for x in places])
    lines.append(f'<path class="course" d="M{path}"/>' if count > 1 else "")
    for place, x in enumerate(places, start=1):
        # Where is no room for its number, `%.0s` takes it and prints nothing.
        number = (
            "%.0s%.0s%.0s"
            if (count - place) % every
            else f'<text class="value" x="{x}" y="%s">%s</text>'
            f'<text class="year" x="{x}" y="{_YEARS}">%s</text>'
        )
        lines.append(f'<circle class="point" cx="{x}" cy="%s" r="3.5"/>{number}')
    # As `svg.figure` does, without the looking for links: no chart of these has one.
    size = f'viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    opened = f'<svg class="chart indicator" {size} role="img" font-size="12">'
    return f"{opened}<title>%s</title>%s%s{''.join(lines)}</svg>"


def _places(count: int, right: float) -> tuple[list[str], int]:
    """Give where the points stand, and every which of them has room for its number."""
    step = (right - _LEFT) / (count - 1) if count > 1 else 0
    every = math.ceil(_GAP / step) if step else 1
    first = _LEFT if step else (_LEFT + right) / 2
    return [svg.number(first + step * place) for place in range(count)], every


@lru_cache(maxsize=1024)  # a library compares with the same few hundred
def _named(label: str) -> tuple[str, float]:
    """Give the name of a level as markup, and its width."""
    return svg.plain(label), svg.width_of(label, 12)


def _zero(axis: Axis, right: float) -> str:
    height = axis.heights([0])[0]
    return (
        f'<path class="zero" d="M12 {svg.number(height)}H{svg.number(right)}"/>'
        f'<text class="dim" x="0" y="{svg.number(height + 4)}">0</text>'
    )


@lru_cache(maxsize=1024)  # a chart is not seven hundred tenths high
def _of_height(written: str) -> tuple[str, str]:
    """Give the coordinates of a height that is written with one decimal, and of its number above.

    To take 9 away is exact where points stand, so the digit behind the point stays as it is.
    """
    return written.removesuffix(".0"), svg.number(float(written) - _ABOVE)
