import json

from tests.bench.goals import Goal
from tests.bench.growth import Size, smaller, table
from tests.bench.latency import Latency
from tests.bench.report import (
    data_of,
    figure,
    goal_data,
    latency_lines,
    output_table,
    scenario_tables,
)
from tests.bench.scenarios import BODY, COLD, Result, middle
from tests.bench.test_goals import cost, result


def test_figures_have_the_digits_that_they_deserve() -> None:
    assert [figure(value) for value in (0.123, 12.345, 123.45, 12_345.6)] == [
        "0.12",
        "12.35",
        "123.5",
        "12,346",
    ]


def test_every_scenario_has_its_own_rows() -> None:
    blocks = scenario_tables([result("biaogan", 2), result("hugo", 5)]).split("\n\n")
    assert [block.split("  ")[0] for block in blocks] == [
        "cold",
        "one body edited",
        "one title edited",
        "nothing changed",
    ]
    rows = blocks[1].splitlines()
    assert rows[1].split()[:3] == ["biaogan", "2.00", "(1.00)"]
    assert rows[2].split()[:3] == ["hugo", "5.00", "(2.50)"]
    assert len({len(row) for row in rows}) == 1


def test_output_names_the_weights() -> None:
    rows = output_table([result("biaogan", 2), result("hugo", 5, page=39_000)]).splitlines()
    assert rows[2].split()[-4:] == ["39.00", "(0.97)", "10.00", "(1.00)"]


def test_the_middle_run_counts() -> None:
    assert middle([cost(3), cost(1), cost(2)]).wall_seconds == 2
    assert middle([cost(3), cost(1)]).wall_seconds == 1
    assert middle([cost(7)]).wall_seconds == 7


def test_growth_is_told_by_the_case() -> None:
    assert smaller(100_000) == [1000, 10_000]
    assert smaller(1000) == []
    rows = table([Size(1000, cost(2)), Size(10_000, cost(30, 250))]).splitlines()
    assert rows[2].split() == ["10,000", "30.00", "30.00", "3.000", "(1.50)", "250", "(2.50)"]


def test_waiting_times_are_listed_in_order() -> None:
    lines = latency_lines(Latency(2.5, (0.5, 0.4), (0.9,))).splitlines()
    assert lines[0].endswith("2.50 s")
    assert lines[1].endswith("s: 0.40 0.50")


def test_everything_can_be_written_as_json() -> None:
    one: Result = result("hugo", 5)
    data = json.loads(json.dumps([data_of(one), goal_data(Goal("x", 1, 2))]))
    assert data[0]["scenarios"][COLD][0]["wall_seconds"] == 5
    assert list(data[0]["scenarios"])[1] == BODY
    assert data[1]["is_met"] is True
