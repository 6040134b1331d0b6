"""The elements of charts: escaping, numbers, the frame, the room for a text."""

from collections.abc import Callable

import pytest

from generator.charts import svg
from generator.charts.columns import columns
from generator.charts.indicator import IndicatorPlot, Level, Point, indicator
from generator.charts.lines import lines
from generator.charts.ranking import ranking
from generator.charts.squares import squares
from generator.charts.tiles import tile_map
from generator.charts.values import Bar, Row, Series, said, shown
from tests.charts.drawing import HOSTILE, check_places, links, parsed
from tests.safety import unsafe_things

HREF = 'x/"><script>alert(1)</script>'
BARS = [Bar(HOSTILE, 2, 1, HREF), Bar("", 0)]
PLOT = IndicatorPlot((Point(HOSTILE, 1, HOSTILE),), (Level(HOSTILE, 2),))
CHARTS: dict[str, Callable[[], str]] = {
    "columns": lambda: columns(HOSTILE, HOSTILE, BARS),
    "ranking": lambda: ranking(HOSTILE, HOSTILE, BARS),
    "squares": lambda: squares(HOSTILE, HOSTILE, [HOSTILE], [Row(HOSTILE, HREF, ((1, 1),))]),
    "lines": lambda: lines(HOSTILE, HOSTILE, [HOSTILE], [Series(HOSTILE, (1,))]),
    "tiles": lambda: tile_map(
        HOSTILE, HOSTILE, {"hubei": Bar("湖北", 1, 1, HREF), "jilin": Bar(HOSTILE, 1)}
    ),
    "indicator": lambda: indicator(HOSTILE, HOSTILE, PLOT),
}
EMPTY: dict[str, Callable[[], str]] = {
    "columns": lambda: columns("t", "", []),
    "ranking": lambda: ranking("t", "", []),
    "squares": lambda: squares("t", "", [], []),
    "squares without cases": lambda: squares("t", "", ["2022"], [Row("a", "", ((0, 0),))]),
    "lines": lambda: lines("t", "", [], []),
    "lines without years": lambda: lines("t", "", [], [Series("a", ())]),
    "lines of noughts": lambda: lines("t", "", ["2021"], [Series("a", (0,))]),
    "tiles": lambda: tile_map("t", "", {}),
    "tiles without cases": lambda: tile_map("t", "", {"hubei": Bar("a", 0, 0, "")}),
    "indicator": lambda: indicator("t", "", IndicatorPlot(())),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_hostile_label_is_only_text(name: str) -> None:
    drawn = CHARTS[name]()
    root = parsed(drawn)
    assert {str(node.tag) for node in root.iter()} <= {
        *("svg", "title", "desc", "g", "a", "text", "rect", "circle", "path", "polyline")
    }
    clean = HOSTILE.replace("\x00", "").replace("\x08", "")
    assert (root[0].text, root[1].text) == (clean, clean)
    assert unsafe_things(f"<!doctype html><title>t</title>{drawn}", shell=True) == []


@pytest.mark.parametrize("name", EMPTY)
def test_nothing_to_draw_is_drawn(name: str) -> None:
    check_places(parsed(EMPTY[name]()))


@pytest.mark.parametrize("name", CHARTS)
def test_a_picture_with_links_does_not_hide_them(name: str) -> None:
    root = parsed(CHARTS[name]())
    has_links = bool(links(root))
    assert has_links == (name not in ("lines", "indicator"))
    assert root.get("role") == ("group" if has_links else "img")


@pytest.mark.parametrize("name", CHARTS)
def test_a_link_is_called_what_it_shows(name: str) -> None:
    """One who speaks to the computer says what stands there."""
    for link in parsed(CHARTS[name]()).iter("a"):
        shown = " ".join("".join(link.itertext()).split())
        assert shown in link.get("aria-label", "")


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_has_no_colour_and_no_size_of_its_own(name: str) -> None:
    for node in parsed(CHARTS[name]()).iter():
        assert not {"fill", "stroke", "style", "id"} & set(node.attrib)


def test_numbers_are_short() -> None:
    assert [svg.number(value) for value in (3, 2.0, 0.25, 1.96)] == ["3", "2", "0.2", "2"]


def test_attributes_without_a_value_are_left_out() -> None:
    assert svg.element("g", "x", class_="", y=None, text_anchor="end") == (
        '<g text-anchor="end">x</g>'
    )
    assert svg.element("path", d="M0 0") == '<path d="M0 0"/>'


def test_a_text_is_shortened_to_its_room() -> None:
    assert svg.fitted("质量管理体系", 10, 60) == "质量管理体系"
    assert svg.fitted("质量管理体系", 10, 59) == "质量管理…"
    assert svg.fitted("质量管理体系", 10, 1) == "质…"
    assert svg.width_of("质A", 10) == pytest.approx(15.8)


def test_fictional_cases_are_said_apart() -> None:
    assert [shown(5, 0), shown(5, 2), shown(0, 2), shown(0, 0)] == ["5", "5+2", "+2", "0"]
    assert said("湖北", 5, 2) == "湖北 5+2 项（演示 2）"
    assert said("湖北", 5, 0) == "湖北 5 项"
