"""A piece of the staff as long as an announced list; red, as far as the library holds it."""

from collections.abc import Iterator
from math import ceil
from typing import Final

from generator.charts.svg import WIDTH, element, number, rectangle

_HEIGHT: Final = 12
_MOST_BANDS: Final = 12
_LEAST: Final = 2.5
"""Width of a share that is not nothing."""
_STEPS: Final = (1, 2, 5)


def held_staff(announced: int, held: int, longest: int = 0) -> str:
    """Give the picture; with `longest`, lists are drawn to one scale, the longest full width.

    Only real cases may be given as held. It says nothing to a screen reader: words stand beside it.
    """
    length = WIDTH * min(announced / longest, 1) if longest else float(WIDTH)
    if announced < 1:
        return ""
    drawn = "".join(_parts(announced, min(held, announced), length - 1))
    return element(
        "svg",
        drawn,
        class_="chart held-staff",
        viewBox=f"0 0 {number(WIDTH)} {number(_HEIGHT)}",
        aria_hidden="true",
        focusable="false",
    )


def _parts(announced: int, held: int, length: float) -> Iterator[str]:
    height = _HEIGHT - 1
    yield rectangle("whole", (0.5, 0.5), (length, height))
    step = _band(announced)
    for first in range(step, announced, 2 * step):
        width = min(step, announced - first) * length / announced
        yield rectangle("band", (0.5 + first * length / announced, 0.5), (width, height))
    if held:
        width = max(held * length / announced, _LEAST)
        yield rectangle("holds", (0.5, 0.5), (width, height))


def _band(announced: int) -> int:
    """Give how many cases one band stands for: 1, 2, 5, 10 …, so that a dozen bands do."""
    step = 1
    while True:
        for times in _STEPS:
            if ceil(announced / (step * times)) <= _MOST_BANDS:
                return step * times
        step *= 10
