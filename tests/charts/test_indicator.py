"""The chart of an indicator: any numbers stand inside it, in their order."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.indicator import IndicatorPlot, Level, Point, axis_of, indicator
from tests.charts.drawing import at, check_places, of_class, parsed, texts

FINITE = st.floats(allow_nan=False, allow_infinity=False)


def plot(
    values: list[float], average: float | None = None, best: float | None = None
) -> IndicatorPlot:
    levels = [Level(f"average {average}", average)] if average is not None else []
    if best is not None:
        levels.append(Level(f"best {best}", best, is_best=True))
    points = (Point(str(2019 + place), value, str(value)) for place, value in enumerate(values))
    return IndicatorPlot(tuple(points), tuple(levels))


@given(st.lists(FINITE, max_size=12), st.none() | FINITE, st.none() | FINITE)
def test_any_numbers_stand_inside(
    values: list[float], average: float | None, best: float | None
) -> None:
    short = plot(values, average, best)
    named = IndicatorPlot(
        tuple(Point(year, value, "v") for year, value, _ in short.points),
        tuple(Level("level", value, is_best) for _, value, is_best in short.levels),
    )
    root = parsed(indicator("t", "d", named))
    check_places(root)
    heights = [at(node, "cy") for node in of_class(root, "point")]
    assert len(heights) == len(values)
    for first, second in pairwise(range(len(values))):
        if values[first] <= values[second]:
            assert heights[first] >= heights[second]


def test_small_differences_can_be_seen() -> None:
    root = parsed(indicator("t", "d", plot([96.1, 97.4, 98.8], 95, 99.2)))
    first, second, third = (at(node, "cy") for node in of_class(root, "point"))
    assert first - second > 10
    assert second - third > 10
    assert {"96.1", "97.4", "98.8", "2019", "2020", "2021", "average 95", "best 99.2"} <= set(
        texts(root)
    )


@pytest.mark.parametrize(
    ("values", "is_cut"),
    [
        ([96.1, 97.4, 98.8], True),
        ([2.0, 6.0, 10.0], False),
        ([0.0, 0.0], False),
        ([-3.0, 4.0], False),
        ([-10.0, -2.0], False),
        ([-10.0, -9.0], True),
        ([5.0], False),
    ],
)
def test_the_axis_begins_at_zero_where_that_shows_enough(values: list[float], is_cut: bool) -> None:
    assert axis_of(plot(values)).is_cut == is_cut


def test_numbers_next_to_each_other_keep_their_labels_apart() -> None:
    root = parsed(indicator("t", "d", plot([98.8, 97.4, 96.1], 96.2, 96.0)))
    said = [at(node, "y") for node in root.iter("text") if (node.text or "")[0] in "ab"]
    assert abs(said[0] - said[1]) >= 14.9


def test_many_years_name_only_as_many_as_fit() -> None:
    root = parsed(indicator("t", "d", plot([float(value) for value in range(20)])))
    years = [at(node, "x") for node in of_class(root, "year")]
    assert of_class(root, "year")[-1].text == "2038"
    assert all(after - before > 40 for before, after in pairwise(years))
