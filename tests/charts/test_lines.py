"""Lines: heights stand for numbers, names do not cover each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.lines import lines
from generator.charts.pieces import spread
from generator.charts.values import Series
from tests.charts.drawing import at, check_places, of_class, parsed, texts


def heights(svg: str, place: int) -> list[float]:
    """Give the heights of a line, the first year first."""
    line = of_class(parsed(svg), f"line-{place}")[0]
    return [float(pair.partition(",")[2]) for pair in line.get("points", "").split()]


def test_steps_are_proportional() -> None:
    drawn = lines("t", "About", ["2020", "2021", "2022"], [Series("SPC", (100, 150, 250))])
    check_places(parsed(drawn))
    first, second, third = heights(drawn, 0)
    assert second - third == pytest.approx(2 * (first - second), abs=0.2)


def test_lines_of_the_same_small_numbers_run_side_by_side() -> None:
    series = [Series(name, (1, 2, 0)) for name in "abc"]
    drawn = lines("t", "", ["2020", "2021", "2022"], series)
    apart = [
        first - second for first, second in zip(heights(drawn, 1), heights(drawn, 0), strict=True)
    ]
    assert apart == pytest.approx([2.4] * 3, abs=0.11)


def test_every_line_has_a_style_and_its_name_with_its_last_number() -> None:
    series = [Series(f"方法{place}", (place, place)) for place in range(6)]
    root = parsed(lines("t", "", ["2021", "2022"], series))
    assert {f"方法{place} {place}" for place in range(6)} <= set(texts(root))
    assert all(len(of_class(root, f"line-{place}")) == 1 for place in range(6))


def test_names_at_the_ends_are_apart() -> None:
    series = [Series(f"方法{place}", (3, 5)) for place in range(6)]
    root = parsed(lines("t", "", ["2021", "2022"], series))
    named = sorted(at(node, "y") for node in root.iter("text") if "方法" in (node.text or ""))
    assert all(after - before >= 15.9 for before, after in pairwise(named))


@pytest.mark.parametrize("highest", [0, 1, 2, 5, 6, 12, 13, 99, 100, 9999])
def test_the_scale_has_few_ticks_and_reaches_the_highest(highest: int) -> None:
    root = parsed(lines("t", "", ["2021", "2022"], [Series("a", (0, highest))]))
    check_places(root)
    ticks = [int(node.text or "") for node in root.iter("text") if node.get("text-anchor") == "end"]
    assert ticks[0] == 0
    assert max(highest, 2) <= ticks[-1] <= max(2 * highest, 2)
    assert 3 <= len(ticks) <= 6
    assert len({after - before for before, after in pairwise(ticks)}) == 1


@given(st.lists(st.floats(-50, 300), max_size=8))
def test_places_are_spread_in_their_order(wanted: list[float]) -> None:
    placed = spread(wanted, 16, (0, 250))
    order = sorted(range(len(wanted)), key=lambda place: (wanted[place], place))
    assert all(placed[b] - placed[a] >= 16 - 1e-6 for a, b in pairwise(order))
    assert all(-1e-6 <= place <= 250 + 1e-6 for place in placed)


def test_places_that_have_room_do_not_move() -> None:
    assert spread([100, 50, 20], 16, (0, 200)) == [100, 50, 20]
    assert spread([50, 50], 16, (0, 200)) == [50, 66]
