"""A piece of the staff: as long as a list, red as far as it is held."""

from xml.etree import ElementTree as ET

import pytest

from generator.charts.held import held_staff
from generator.charts.svg import WIDTH
from tests.charts.drawing import at, check_places, of_class


def drawn(announced: int, held: int, longest: int = 0) -> ET.Element:
    root = ET.fromstring(held_staff(announced, held, longest))
    check_places(root)
    return root


def width_of(root: ET.Element, name: str) -> float:
    (found,) = of_class(root, name)
    return at(found, "width")


def test_the_red_part_is_the_held_share_of_the_announced_length() -> None:
    root = drawn(58, 29)
    assert width_of(root, "holds") == pytest.approx(width_of(root, "whole") / 2, abs=0.1)
    full = drawn(58, 58)
    assert width_of(full, "holds") == width_of(full, "whole")


def test_nothing_held_is_not_red_and_one_of_many_is_seen() -> None:
    assert of_class(drawn(58, 0), "holds") == []
    assert width_of(drawn(5000, 1), "holds") >= 2


def test_more_than_announced_does_not_leave_the_picture() -> None:
    root = drawn(10, 30)
    assert width_of(root, "holds") == width_of(root, "whole")


def test_lists_to_one_scale_are_as_long_as_their_numbers() -> None:
    half, whole = drawn(51, 1, longest=102), drawn(102, 1, longest=102)
    assert width_of(whole, "whole") == pytest.approx(WIDTH - 1)
    assert width_of(half, "whole") == pytest.approx(WIDTH / 2 - 1)


@pytest.mark.parametrize("announced", [1, 2, 7, 12, 13, 58, 102, 999, 100_000])
def test_a_dozen_bands_at_most_each_a_round_number_of_cases(announced: int) -> None:
    root = drawn(announced, 0)
    assert 2 * len(of_class(root, "band")) <= 13


def test_it_is_a_picture_beside_words_and_says_nothing_itself() -> None:
    assert drawn(58, 3).get("aria-hidden") == "true"
    assert held_staff(0, 0) == ""
