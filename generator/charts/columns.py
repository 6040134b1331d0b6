"""Columns: the cases of a term over the years, on a staff that lies on the ground."""

from collections.abc import Iterator, Sequence
from math import ceil

from generator.charts import svg
from generator.charts.pieces import LEGEND_HEIGHT, kinds_legend, staff
from generator.charts.values import Bar, said, shown

_TOP = 22
_HEIGHT = 108
_GROUND = _TOP + _HEIGHT
_POLE = 7
_STEP = 46
"""Units between columns where there are few."""
_SHARE = 0.62
"""Of a step that its column fills."""
_LEAST = 2.5
"""Height of a column that is not nothing."""


def columns(title: str, description: str, bars: Sequence[Bar]) -> str:
    """Give columns in the order of `bars`, the earliest year first; years without cases too."""
    step = min(svg.WIDTH / max(len(bars), 1), _STEP)
    has_fiction = any(bar.demonstration for bar in bars)
    height = _GROUND + _POLE + 20 + (LEGEND_HEIGHT if has_fiction else 0)
    return svg.figure(
        title, description, (svg.WIDTH, height), _parts(bars, step, has_fiction), "columns"
    )


def _parts(bars: Sequence[Bar], step: float, has_fiction: bool) -> Iterator[str]:
    top = max((bar.real + bar.demonstration for bar in bars), default=0) or 1
    every = ceil((svg.width_of("2000", 12) + 4) / step)
    for place, bar in enumerate(bars):
        # The last year is always named; the others as far as there is room.
        named = (len(bars) - 1 - place) % every == 0
        drawn = svg.rectangle("hit", (place * step, 2), (step, _GROUND + _POLE + 17))
        if named:
            drawn += svg.label(
                bar.label,
                x=(place + 0.5) * step,
                y=_GROUND + _POLE + 15,
                text_anchor="middle",
                class_="name",
            )
        drawn += "".join(_column(bar, place * step, step, _HEIGHT / top))
        yield svg.linked(bar.href, said(bar.label, bar.real, bar.demonstration), drawn)
    yield from staff((0.5, _GROUND), (len(bars) * step - 1, _POLE), len(bars))
    if has_fiction:
        yield from kinds_legend(0.5, _GROUND + _POLE + 38)


def _column(bar: Bar, left: float, step: float, scale: float) -> Iterator[str]:
    width = step * _SHARE
    x = left + (step - width) / 2
    tall = _tall(bar.real, scale)
    above = _tall(bar.demonstration, scale)
    if bar.real:
        yield svg.rectangle("solid", (x, _GROUND - tall), (width, tall))
    if bar.demonstration:
        yield svg.rectangle("faint", (x, _GROUND - tall - above), (width, above))
    number = shown(bar.real, bar.demonstration)
    size = 12 if svg.width_of(number, 12) <= step else 10
    yield svg.label(
        number,
        x=left + step / 2,
        y=_GROUND - tall - above - 5,
        text_anchor="middle",
        font_size=None if size == 12 else size,
        class_="" if bar.real or bar.demonstration else "dim",
    )


def _tall(count: int, scale: float) -> float:
    return max(count * scale, _LEAST) if count else 0
