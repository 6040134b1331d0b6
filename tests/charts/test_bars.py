"""Columns and rankings: lengths stand for numbers."""

from itertools import pairwise

import pytest

from generator.charts.columns import columns
from generator.charts.ranking import ranking
from generator.charts.values import Bar
from tests.charts.drawing import at, check_places, links, of_class, parsed, texts

COUNTS = [Bar("2019", 4, 0, "../2019/"), Bar("2020", 0), Bar("2021", 8, 4, "../2021/")]


def test_heights_are_proportional() -> None:
    root = parsed(columns("Years", "About", COUNTS))
    check_places(root)
    real = [at(node, "height") for node in of_class(root, "solid") if at(node, "width") > 20]
    # The bands of the staff are wider and flat.
    four, eight = [height for height in real if height > 10]
    assert eight == pytest.approx(2 * four, abs=0.2)
    fictional = of_class(root, "faint")[0]
    assert at(fictional, "height") == pytest.approx(four, abs=0.2)
    assert links(root) == {"../2019/": "2019 4 项", "../2021/": "2021 8+4 项（演示 4）"}
    assert {"4", "0", "8+4", "2019", "2020", "2021"} <= set(texts(root))


def test_a_legend_stands_where_there_are_fictional_cases_only() -> None:
    for chart in (columns, ranking):
        with_fiction = texts(parsed(chart("t", "", COUNTS)))
        without = texts(parsed(chart("t", "", COUNTS[:2])))
        assert "演示（虚构）" in with_fiction
        assert "演示（虚构）" not in without


@pytest.mark.parametrize("count", [1, 2, 13, 40, 101])
def test_as_many_years_as_there_are_fit(count: int) -> None:
    bars = [Bar(str(1990 + year), year * 100) for year in range(count)]
    root = parsed(columns("t", "", bars))
    check_places(root)
    years = [node for node in root.iter("text") if node.get("class") == "name"]
    assert years[-1].text == str(1989 + count), "the last year is named"
    places = [at(node, "x") for node in years]
    assert all(after - before > 27 for before, after in pairwise(places))


def test_the_smallest_number_can_be_seen() -> None:
    root = parsed(columns("t", "", [Bar("a", 1, 1), Bar("b", 10000)]))
    assert at(of_class(root, "faint")[0], "height") >= 2
    root = parsed(ranking("t", "", [Bar("b", 10000), Bar("a", 1, 1)]))
    assert min(at(node, "width") for node in of_class(root, "solid")) >= 2


def test_lengths_of_a_ranking_are_proportional() -> None:
    root = parsed(ranking("t", "", [Bar("a", 30, 10, "a/"), Bar("b", 10, 0, "b/")]))
    check_places(root)
    long, short = (at(node, "width") for node in of_class(root, "solid") if at(node, "x") == 0)
    assert long == pytest.approx(3 * short, abs=0.2)
    # The first faint rectangle is the bar, the second one explains it.
    assert at(of_class(root, "faint")[0], "width") == pytest.approx(short, abs=0.2)
    assert links(root) == {"a/": "a 30+10 项（演示 10）", "b/": "b 10 项"}


def test_one_case_does_not_fill_a_ranking() -> None:
    root = parsed(ranking("t", "", [Bar("a", 1)]))
    assert at(of_class(root, "solid")[0], "width") < 120


def test_the_full_name_of_a_long_office_is_said() -> None:
    name = "一个名称长得无论如何也放不进一行因而必须截断的推荐单位的全称"
    root = parsed(ranking("t", "", [Bar(name, 3, 0, "a/")]))
    shown = texts(root)[0]
    assert links(root) == {"a/": f"{shown} 3 项 {name}"}
    assert shown.endswith("…")
    assert name.startswith(shown[:-1])
