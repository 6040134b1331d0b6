"""The tiles: forty regions, each once, near its place; shades that can be read."""

import re
from pathlib import Path

import pytest
import yaml

from generator.charts.tiles import PLACES, ROUND, shade, tile_map
from generator.charts.values import Bar
from generator.strings import table
from tests.charts.drawing import at, check_places, links, of_class, parsed, texts

ROOT = Path(__file__).resolve().parents[2]
PROVINCE = {
    "xpcc": "xinjiang",
    "dalian": "liaoning",
    "qingdao": "shandong",
    "ningbo": "zhejiang",
    "xiamen": "fujian",
    "shenzhen": "guangdong",
}


def test_the_cells_are_forty_and_those_of_the_vocabulary() -> None:
    known = yaml.safe_load((ROOT / "cases/vocabulary/regions.yml").read_text(encoding="utf-8"))
    assert len(PLACES) == len(set(PLACES.values())) == 40
    assert set(PLACES) == {term["slug"] for term in known}
    assert {term["slug"] for term in known if term["kind"] != "province"} == ROUND
    chart = table("pages")["chart"]
    assert isinstance(chart, dict)
    assert chart["place"].keys() == PLACES.keys()
    assert all(0 <= column < 8 and 0 <= row < 8 for column, row in PLACES.values())


def test_the_round_ones_touch_their_province() -> None:
    assert PROVINCE.keys() == ROUND
    for slug, province in PROVINCE.items():
        (column, row), (other_column, other_row) = PLACES[slug], PLACES[province]
        assert max(abs(column - other_column), abs(row - other_row)) == 1, slug


def test_neighbours_lie_as_on_the_ground() -> None:
    west, east = PLACES["xinjiang"], PLACES["shanghai"]
    north, south = PLACES["heilongjiang"], PLACES["hainan"]
    assert west[0] == 0
    assert east[0] == 7
    assert north[1] == 0
    assert south[1] == 7


def test_all_are_drawn_and_those_without_cases_show_a_dash() -> None:
    tiles = {
        "hubei": Bar("湖北", 5, 2, "../hubei/"),
        "taiwan": Bar("台湾", 0, 0, ""),
        "qingdao": Bar("青岛", 0, 1, "../qingdao/"),
    }
    root = parsed(tile_map("t", "About", tiles))
    check_places(root)
    drawn = [
        node for node in of_class(root, "tile") if at(node, "width") == 42 or at(node, "r") == 21
    ]
    places = [(at(node, "x"), at(node, "y"), at(node, "cx"), at(node, "cy")) for node in drawn]
    assert len(drawn) == len(set(map(str, places))) == 40
    assert sum(node.tag == "circle" for node in drawn) == 6
    shown = texts(root)
    assert shown.count("—") == 38
    assert shown[shown.index("湖北") + 1] == "5+2"
    assert shown[shown.index("台湾") + 1] == "—"
    assert shown[shown.index("青岛") + 1] == "+1"
    assert "示意图，非地图" in shown
    assert links(root) == {
        "../hubei/": "湖北 5+2 项（演示 2）",
        "../qingdao/": "青岛 +1 项（演示 1）",
    }


@pytest.mark.parametrize("top", [1, 3, 4, 7, 10000])
def test_more_cases_have_no_lighter_shade(top: int) -> None:
    shades = [shade(real, top) for real in range(top + 1)]
    assert shades[0] == 0
    assert shades == sorted(shades)
    assert shades[-1] == min(top, 4)
    assert 0 not in shades[1:]


@pytest.mark.parametrize("top", [1, 3, 4, 7, 10])
def test_the_legend_says_what_a_shade_means(top: int) -> None:
    words = texts(parsed(tile_map("t", "", {"hubei": Bar("湖北", top)})))
    said = [word for word in words if re.fullmatch(r"\d+(?:～\d+)? 项", word)]
    bounds = [[int(number) for number in re.findall(r"\d+", word)] for word in said]
    for real in range(1, top + 1):
        inside = [
            place
            for place, (first, *last) in enumerate(bounds, 1)
            if first <= real <= (last or [first])[0]
        ]
        assert inside == [shade(real, top)]
