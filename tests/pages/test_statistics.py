"""The page of statistics: its charts say what its tables say."""

import json

import html5lib

from generator.catalogue.catalogue import Catalogue
from generator.library.library import Library
from generator.pages.inputs import Inputs
from generator.pages.statistics import StatisticsView, statistics_view
from generator.pages.statistics_charts import BARS, LINES, ChartView
from tests.catalogue.samples import case, library, synthetic
from tests.charts.drawing import check_places, links, of_class, parsed, texts
from tests.pages import toy
from tests.pages.rendering import render


def view_of(held: Library) -> StatisticsView:
    return statistics_view(Inputs.of(held, Catalogue.of(held), toy.config()))


def charts(view: StatisticsView) -> list[ChartView]:
    return [chart for section in view.sections for chart in section.charts if chart.chart]


def chart(view: StatisticsView, anchor: str, place: int) -> ChartView:
    return next(section for section in view.sections if section.anchor == anchor).charts[place]


def test_every_chart_is_well_formed_and_leads_to_pages_that_are_planned() -> None:
    planned = toy.planned()
    view = statistics_view(toy.inputs())
    assert len(charts(view)) >= 7
    for drawn in charts(view):
        root = parsed(drawn.chart)
        check_places(root)
        assert root[0].text == drawn.title
        assert root[1].text, "a description"
        for href in links(root):
            assert href.startswith("../")
            assert href.removeprefix("../") in planned


def test_the_years_count_what_the_table_counts() -> None:
    view = view_of(
        library(
            [
                case("2022-001"),
                case("2022-d01", demonstration=True),
                case("2019-001"),
                case("2019-002"),
            ]
        )
    )
    drawn = chart(view, "year", 0)
    shown = texts(parsed(drawn.chart))
    # A year without cases stands in the chart: a gap in time is no neighbourhood.
    assert [shown[place : place + 2] for place in range(0, 8, 2)] == [
        ["2019", "2"],
        ["2020", "0"],
        ["2021", "0"],
        ["2022", "1+1"],
    ]
    assert "演示" in drawn.caption
    levels = view.sections[0].tables[1]
    assert [(cell.real, cell.demonstration) for cell in levels.totals.counts] == [
        ("1", "演示 1"),
        ("2", ""),
    ]
    national = chart(view, "year", 2)
    assert texts(parsed(national.chart))[:2] == ["国家级", "3+1"]


def test_squares_hold_the_numbers_of_their_table() -> None:
    view = view_of(synthetic(500))
    table = view.sections[0].tables[0]
    numbers = [cell.real for row in table.rows for cell in row.counts if cell.real]
    drawn = parsed(chart(view, "year", 1).chart)
    assert sorted(node.text or "" for node in of_class(drawn, "count")) == sorted(numbers)


def test_courses_are_those_of_real_cases() -> None:
    cases = [case(f"2022-{number:03}", methods=("spc",)) for number in range(3)]
    cases += [
        case(f"2022-d{number:02}", methods=("tsq", "spc"), demonstration=True)
        for number in range(9)
    ]
    shown = texts(parsed(chart(view_of(library(cases)), "method", 0).chart))
    assert "spc 3" in shown
    assert not [text for text in shown if "tsq" in text]


def test_only_as_many_lines_as_can_be_told_apart() -> None:
    drawn = parsed(chart(view_of(synthetic(300)), "method", 0).chart)
    assert len(of_class(drawn, "line")) == LINES


def test_without_real_methods_the_course_says_why_it_is_missing() -> None:
    view = view_of(library([case("2022-d01", demonstration=True)]))
    drawn = chart(view, "method", 0)
    assert drawn.chart == ""
    assert drawn.caption


def test_a_ranking_has_the_most_first_and_says_how_many_there_are() -> None:
    view = view_of(synthetic(500))
    drawn = chart(view, "office", 0)
    root = parsed(drawn.chart)
    assert len(links(root)) == BARS
    numbers = [int(node.text or "") for node in of_class(root, "count")]
    assert numbers == sorted(numbers, reverse=True)
    assert "49" in drawn.caption


def test_a_tile_says_what_the_page_of_its_region_says() -> None:
    held = library(
        [case("2022-001", region="hubei"), case("2022-d01", region="hubei", demonstration=True)]
    )
    view = view_of(held)
    root = parsed(chart(view, "office", 0).chart)
    shown = texts(root)
    assert shown[shown.index("湖北") + 1] == "1+1"
    assert links(root) == {"../regions/hubei/": "hubei 1+1 项（演示 1）"}


def test_an_empty_library_has_a_page() -> None:
    held = library()
    view = view_of(held)
    assert [drawn.title for drawn in charts(view)], "the tiles"
    shown = render(toy.planned(held)["statistics/"])
    assert "<svg" in shown
    assert "NaN" not in shown


def test_each_table_can_be_read_without_scripts() -> None:
    tree = html5lib.parse(render(toy.planned()["statistics/"]), namespaceHTMLElements=False)
    folded = list(tree.iter("details"))
    view = statistics_view(toy.inputs())
    titles = [table.title for section in view.sections for table in section.tables]
    assert len(folded) == len(titles) == 6
    for details, title in zip(folded, titles, strict=True):
        summary = details.find("summary")
        assert summary is not None
        assert "".join(summary.itertext()).endswith(title)
        assert details.find(".//table") is not None
    assert len(set(titles)) == 6


def test_machines_are_told_that_it_is_a_set_of_data() -> None:
    view = statistics_view(toy.inputs(site_url="https://example.org/"))
    graph = json.loads(view.head.structured)["@graph"]
    data = next(thing for thing in graph if thing["@type"] == "Dataset")
    assert data["url"] == "https://example.org/statistics/"
    assert data["temporalCoverage"] == "2021/2022"
    assert len(data["variableMeasured"]) == 6
    assert 50 <= len(data["description"]) <= 5000
