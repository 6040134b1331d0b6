"""The indicators of a case: a chart each, and the table that says the same."""

import html5lib

from generator.library.case import Indicator
from generator.library.lifecycle import Direction
from generator.pages.indicators import IndicatorRow, indicator_table
from tests.charts.drawing import check_places, of_class, parsed, texts
from tests.pages.rendering import environment
from tests.pages.toy_cases import indicators
from tests.safety import unsafe_things


def row(**values: object) -> IndicatorRow:
    known: dict[str, object] = {"name": "合格率", "values": {2019: 96.1, 2020: 97.4, 2021: 98.8}}
    table = indicator_table((Indicator.model_validate({**known, **values}),))
    assert table is not None
    return table.rows[0]


def test_a_case_without_indicators_has_no_table() -> None:
    assert indicator_table(()) is None


def test_every_number_stands_in_the_chart_and_in_the_table() -> None:
    made = row(unit="%", industry_average=95.0, industry_best=99.2, rank=3)
    assert (made.values, made.average, made.best) == (("96.1", "97.4", "98.8"), "95", "99.2")
    shown = set(texts(parsed(made.chart)))
    assert {"96.1", "97.4", "98.8", "2019", "2020", "2021"} <= shown
    assert {"行业平均 95", "行业最佳 99.2"} <= shown
    said = parsed(made.chart)[1].text
    assert said == "2019 年 96.1、2020 年 97.4、2021 年 98.8、行业平均 95、行业最佳 99.2"


def test_the_reader_is_told_how_to_read_it() -> None:
    made = row(unit="%", rank=3)
    assert made.heading == "合格率（%）"
    assert made.reading == "越大越好 ↑ · 本企业名次 3 · 纵轴不从 0 起"
    falling = row(values={2019: 9.0, 2020: 4.0}, direction=Direction.LOWER)
    assert (falling.heading, falling.reading) == ("合格率", "越小越好 ↓")


def test_years_without_a_value_are_left_out_of_the_line() -> None:
    table = indicator_table(
        (
            Indicator(name="a", values={2019: 1.0, 2021: 3.0}),
            Indicator(name="b", values={2020: 2.0, 2019: 1.0}),
        )
    )
    assert table is not None
    assert table.years == ("2019", "2020", "2021")
    assert table.rows[0].values == ("1", "—", "3")
    points = [of_class(parsed(made.chart), "year") for made in table.rows]
    assert [[node.text for node in nodes] for nodes in points] == [
        ["2019", "2021"],
        ["2019", "2020"],
    ]


def test_numbers_that_no_page_can_write_out_are_rounded() -> None:
    made = row(values={2019: 1e300, 2020: 123456789.25}, industry_best=-1e300)
    root = parsed(made.chart)
    check_places(root)
    assert {"1e+300", "1.235e+08", "行业最佳 -1e+300"} <= set(texts(root))


def test_the_macro_shows_charts_and_table() -> None:
    table = indicator_table(indicators("<b>&"))
    source = '{% import "macros.html" as m %}{{ m.indicators(t, table) }}'
    texts_of_case = dict.fromkeys(
        ("indicators", "indicator", "unit", "average", "best", "rank", "direction"), "x"
    )
    shown = environment().from_string(source).render(t={"case": texts_of_case}, table=table)
    tree = html5lib.parse(shown, namespaceHTMLElements=False)
    assert len(list(tree.iter("{http://www.w3.org/2000/svg}svg"))) == 1
    caption = tree.find(".//figcaption/b")
    assert caption is not None
    assert caption.text == "Scrap<b>&（%<b>&）"
    cells = ["".join(node.itertext()) for node in tree.iter("td")]
    assert cells == ["%<b>&", "1.5", "1200000", "2", "—", "1", "越小越好"]
    assert unsafe_things(f"<!doctype html><title>t</title>{shown}", shell=True) == []


def test_a_chart_is_small() -> None:
    made = row(unit="%", industry_average=95.0, industry_best=99.2, rank=3)
    assert len(made.chart.encode()) < 1400, "a case page has five of them"
