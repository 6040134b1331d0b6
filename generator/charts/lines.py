"""Lines over years: each with a style of its own and its name at its end, so none needs a key."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil
from typing import Final

from generator.charts import svg
from generator.charts.pieces import spread, staff
from generator.charts.values import Series

_LEFT: Final = 30
"""Units for the scale."""
_TOP: Final = 14
_HEIGHT: Final = 250
_GROUND: Final = _TOP + _HEIGHT
_POLE: Final = 7
_LABEL: Final = 16
"""Units from one name to the next."""
_NAMES: Final = 0.4
"""The largest share of the width that names may take."""
_STYLES: Final = 6
"""Styles in the sheet: `line-0` to `line-5`."""
_LANE: Final = 2.4
"""Units between lines of one number."""
_FEW: Final = 12
"""Up to this number lines often meet; they run side by side there, as on a plan of the metro."""
_TICKS: Final = 5


@dataclass(frozen=True, slots=True)
class _Scale:
    years: int
    lines: int
    step: int
    """Cases from one tick to the next."""
    top: int
    """The highest number of the scale."""
    right: float
    """Where the lines end."""

    def x(self, year: int) -> float:
        """Give the middle of a year's band of the staff."""
        return _LEFT + (year + 0.5) * (self.right - _LEFT) / max(self.years, 1)

    def y(self, value: float) -> float:
        """Give the height of a number."""
        sunk = self.lane(0)
        return _GROUND + sunk - 3 - value * ((_HEIGHT + 2 * sunk - 3) / self.top)

    def lane(self, line: int) -> float:
        """Give how far a line runs beside its number."""
        if self.top > _FEW:
            return 0
        return (line - (min(self.lines, _STYLES) - 1) / 2) * _LANE


def lines(title: str, description: str, years: Sequence[str], series: Sequence[Series]) -> str:
    """Give one line for each series, the earliest year first; six have a style of their own."""
    series = [one for one in series if one.values]
    names = [_named(one) for one in series]
    gutter = max((svg.width_of(name, 12) for name in names), default=0) + 16
    step = _step(max((value for one in series for value in one.values), default=0))
    highest = max((value for one in series for value in one.values), default=0)
    top = max(ceil(highest / step), 2) * step
    scale = _Scale(len(years), len(series), step, top, svg.WIDTH - gutter)
    parts = (*_axes(years, scale), *_lines(series, names, scale))
    return svg.figure(title, description, (svg.WIDTH, _GROUND + _POLE + 20), parts, "lines")


def _named(one: Series) -> str:
    last = f" {one.values[-1]}"
    return svg.fitted(one.label, 12, svg.WIDTH * _NAMES - svg.width_of(last, 12)) + last


def _step(highest: int) -> int:
    """Give the step of a scale with at most five ticks, one of 1, 2, 5, 10, 20, 50 and so on."""
    steps = (base * 10**power for power in count() for base in (1, 2, 5))
    return int(next(step for step in steps if step * _TICKS >= highest))


def _axes(years: Sequence[str], scale: _Scale) -> Iterator[str]:
    for tick in range(0, scale.top + 1, scale.step):
        y = scale.y(tick)
        yield svg.rectangle("rule", (_LEFT, y), (scale.right - _LEFT, 0.5))
        yield svg.label(str(tick), x=_LEFT - 6, y=y + 4, text_anchor="end", class_="dim")
    band = (scale.right - _LEFT) / max(len(years), 1)
    every = ceil((svg.width_of("2000", 12) + 6) / band)
    for place, year in enumerate(years):
        if (len(years) - 1 - place) % every == 0:
            yield svg.label(year, x=scale.x(place), y=_GROUND + _POLE + 15, text_anchor="middle")
    yield from staff((_LEFT, _GROUND), (scale.right - _LEFT, _POLE), len(years))


def _lines(series: Sequence[Series], names: Sequence[str], scale: _Scale) -> Iterator[str]:
    ends = [
        scale.y(one.values[-1]) + scale.lane(place % _STYLES) for place, one in enumerate(series)
    ]
    labels = spread(ends, _LABEL, (_TOP, _GROUND))
    end = scale.x(scale.years - 1)
    for place, (one, name) in reversed([*enumerate(zip(series, names, strict=True))]):
        style = place % _STYLES
        lane = scale.lane(style)
        points = " ".join(
            f"{svg.number(scale.x(year))},{svg.number(scale.y(value) + lane)}"
            for year, value in enumerate(one.values)
        )
        middle = labels[place]
        # The halo parts lines where they cross.
        yield svg.element("polyline", class_="halo", points=points)
        yield svg.element("polyline", class_=f"line line-{style}", points=points)
        yield svg.element(
            "path",
            class_="leader",
            d=f"M{svg.number(end)} {svg.number(ends[place])}L{svg.number(scale.right + 6)}"
            f" {svg.number(middle)}",
        )
        yield svg.element("circle", class_=f"end end-{style}", cx=end, cy=ends[place], r=3)
        yield svg.label(name, x=scale.right + 9, y=middle + 4, class_=f"said-{style}")
