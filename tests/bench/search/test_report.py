import math

import pytest

from tests.bench.measure import Cost, Output
from tests.bench.search.__main__ import chosen
from tests.bench.search.answers import Answers
from tests.bench.search.report import Result, beside, figure, goals, table
from tests.bench.search.scoring import Answer, Truth, score


def result(seconds: float) -> Result:
    truth = Truth("质量", ("质量",), "everyday", frozenset({1}), frozenset({1}))
    answers = Answers([Answer((), 0.2, 0.1, 150_000, 6)], [Answer((1,), 0.019, 0.009, 20_000, 3)])
    return Result(
        name="ours",
        shown="ours",
        cost=Cost(wall_seconds=seconds, cpu_seconds=2 * seconds, peak_bytes=500_000_000),
        output=Output(pages=0, files=1500, bytes=21_000_000),
        answers=answers,
        score=score([truth], answers.later),
        parts={"columns": 140_000},
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [(12345.6, "12,346"), (12.34, "12.3"), (0.9, "0.9"), (1.0, "1"), (math.nan, "-")],
)
def test_figures_have_few_digits(value: float, shown: str) -> None:
    assert figure(value) == shown


def test_the_table_has_a_line_a_figure_and_a_column_an_engine() -> None:
    lines = table([result(7), result(9)]).splitlines()
    assert lines[0].split() == ["ours", "ours"]
    assert lines[1].split() == ["build:", "wall", "s", "7", "9"]


def test_goals_are_judged_at_their_size_only() -> None:
    assert [line[:6] for line in goals(10_000, result(7))] == ["met   "] * 8
    assert [line[:6] for line in goals(10_000, result(9))].count("MISSED") == 1
    assert len(goals(1_000, result(9))) == 2


def test_what_stands_beside_the_index_is_named() -> None:
    assert beside(result(1)) == "ours, KB: columns 140.0"


def test_large_libraries_leave_slow_peers_out_and_say_so() -> None:
    engines, left = chosen(None, 10_000)
    assert [engine.name for engine in engines] == ["ours", "sqlite"]
    assert sorted(left) == ["MiniSearch", "Pagefind"]
    assert [engine.name for engine in chosen(None, 1_000)[0]] == [
        "ours",
        "pagefind",
        "minisearch",
        "sqlite",
    ]
    assert [engine.name for engine in chosen("pagefind,ours", 10_000)[0]] == ["ours", "pagefind"]
