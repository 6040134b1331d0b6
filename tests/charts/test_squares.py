"""Squares: an area stands for a number."""

import pytest

from generator.charts.squares import squares
from generator.charts.values import Row
from tests.charts.drawing import at, check_places, links, of_class, parsed, texts

YEARS = ["2022", "2021"]
ROWS = [
    Row("质量管理体系", "../a/", ((16, 0), (4, 5))),
    Row("过程控制", "../b/", ((0, 9), (0, 0))),
]


def areas(svg: str, kind: str) -> list[float]:
    """Give the areas of the squares of a kind; the swatches of the legend come last."""
    found = of_class(parsed(svg), kind)
    return [at(node, "width") ** 2 for node in found if at(node, "width") == at(node, "height")]


def test_areas_are_proportional_to_numbers() -> None:
    drawn = squares("t", "About", YEARS, ROWS)
    sixteen, four, *_ = areas(drawn, "solid")
    fictional, together, *_ = areas(drawn, "faint")
    # Sides are rounded to a tenth of a unit.
    assert sixteen == pytest.approx(4 * four, rel=0.02)
    assert fictional == pytest.approx(9 / 16 * sixteen, rel=0.02)
    assert together == pytest.approx(9 / 16 * sixteen, rel=0.02), "4 real and 5 fictional"


def test_every_number_is_written_and_every_term_leads_to_its_page() -> None:
    root = parsed(squares("t", "About", YEARS, ROWS))
    check_places(root)
    assert {"16", "4+5", "+9", *YEARS, "质量管理体系", "过程控制"} <= set(texts(root))
    assert links(root) == {
        "../a/": "质量管理体系 20+5 项（演示 5）",
        "../b/": "过程控制 +9 项（演示 9）",
    }


def test_one_case_alone_is_not_a_large_square() -> None:
    one = areas(squares("t", "", ["2022"], [Row("a", "", ((1, 0),))]), "solid")
    four = areas(squares("t", "", ["2022"], [Row("a", "", ((4, 0),))]), "solid")
    assert one[0] == pytest.approx(four[0] / 4, rel=0.03)


@pytest.mark.parametrize(("terms", "years"), [(1, 1), (12, 15), (30, 60)])
def test_many_terms_and_years_stay_inside(terms: int, years: int) -> None:
    cells = tuple((1000 + year, 1000) for year in range(years))
    rows = [Row("社会公益与可持续发展的长名称", "", cells)] * terms
    root = parsed(squares("t", "", [str(year) for year in range(years)], rows))
    check_places(root)
    *sides, _ = [at(node, "width") for node in of_class(root, "faint")]
    assert max(sides) <= (360 - 48) / terms
