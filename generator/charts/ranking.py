"""A ranking: horizontal bars, each under its full name, the longest names of offices too."""

from collections.abc import Iterator, Sequence

from generator.charts import svg
from generator.charts.pieces import LEGEND_HEIGHT, kinds_legend
from generator.charts.values import Bar, said, shown

_ROW = 36
_BAR = 9
_NAME = 13
"""Size of the names."""
_LEAST = 2.5
"""Length of a bar that is not nothing."""
_FEW = 4
"""So many cases fill the chart: one case alone shall not."""


def ranking(title: str, description: str, bars: Sequence[Bar]) -> str:
    """Give bars in the order of `bars`: the caller ranks."""
    has_fiction = any(bar.demonstration for bar in bars)
    height = len(bars) * _ROW + (LEGEND_HEIGHT if has_fiction else 2)
    parts = _parts(bars, has_fiction)
    return svg.figure(title, description, (svg.WIDTH, height), parts, "ranking")


def _parts(bars: Sequence[Bar], has_fiction: bool) -> Iterator[str]:
    top = max(max((bar.real + bar.demonstration for bar in bars), default=0), _FEW)
    longest = max((shown(bar.real, bar.demonstration) for bar in bars), key=len, default="")
    room = svg.WIDTH - svg.width_of(longest, 12) - 10
    for place, bar in enumerate(bars):
        name = svg.fitted(bar.label, _NAME, svg.WIDTH - 4)
        drawn = "".join(_row(bar, name, place * _ROW, room / top))
        yield svg.linked(bar.href, said(bar.label, bar.real, bar.demonstration, name), drawn)
    if has_fiction:
        yield from kinds_legend(0.5, len(bars) * _ROW + 18)


def _row(bar: Bar, name: str, y: float, scale: float) -> Iterator[str]:
    yield svg.rectangle("hit", (1, y + 1), (svg.WIDTH - 2, _ROW - 2))
    yield svg.label(name, x=0, y=y + 14, font_size=_NAME, class_="name")
    long = max(bar.real * scale, _LEAST) if bar.real else 0
    on_top = max(bar.demonstration * scale, _LEAST) if bar.demonstration else 0
    if bar.real:
        yield svg.rectangle("solid", (0, y + 20), (long, _BAR))
    if bar.demonstration:
        yield svg.rectangle("faint", (long + 0.5, y + 20.5), (on_top, _BAR - 1))
    number = shown(bar.real, bar.demonstration)
    yield svg.label(number, x=long + on_top + 6, y=y + 29, class_="count")
