"""The figures as a table, and which of our goals they meet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from tests.bench.measure import Cost, Output
from tests.bench.search.answers import Answers
from tests.bench.search.scoring import Score

_KB: Final = 1000


@dataclass(frozen=True, slots=True)
class Result:
    """What one engine did."""

    name: str
    shown: str
    cost: Cost
    output: Output
    answers: Answers
    score: Score
    parts: Mapping[str, int]
    """What files of ours beside the shards weigh."""


Figure = Callable[[Result], float]


def _first(result: Result, name: str) -> float:
    return median(float(getattr(answer, name)) for answer in result.answers.first)


FIGURES: Final[Mapping[str, Figure]] = {
    "build: wall s": lambda r: r.cost.wall_seconds,
    "build: CPU s": lambda r: r.cost.cpu_seconds,
    "build: memory MB": lambda r: r.cost.peak_bytes / 1e6,
    "index: MB": lambda r: r.output.bytes / 1e6,
    "index: files": lambda r: r.output.files,
    "first search: KB": lambda r: _first(r, "bytes") / _KB,
    "first search: requests": lambda r: _first(r, "requests"),
    "first search: ms": lambda r: 1000 * _first(r, "seconds"),
    "query: KB, median": lambda r: r.score.bytes["median"] / _KB,
    "query: KB, mean": lambda r: r.score.bytes["mean"] / _KB,
    "query: requests, median": lambda r: r.score.requests["median"],
    "query: requests, mean": lambda r: r.score.requests["mean"],
    "query: ms, median": lambda r: r.score.alone_milliseconds["median"],
    "query: ms, p95": lambda r: r.score.alone_milliseconds["p95"],
    "query: ms, max": lambda r: r.score.alone_milliseconds["max"],
    "with loopback: ms, median": lambda r: r.score.milliseconds["median"],
    "with loopback: ms, p95": lambda r: r.score.milliseconds["p95"],
    "recall": lambda r: r.score.recall,
    "precision": lambda r: r.score.precision,
    "named first (T@10)": lambda r: r.score.named_first,
    "found for absent": lambda r: r.score.false_on_absent,
    "queries cut off": lambda r: r.score.cut_off,
}
GOALS: Final[Mapping[int, Mapping[str, float]]] = {
    10_000: {
        "build: wall s": 8,
        "build: memory MB": 600,
        "index: MB": 22,
        "first search: KB": 200,
        "query: KB, median": 30,
        "query: ms, median": 10,
    },
    100_000: {"first search: KB": 600, "query: ms, median": 25},
}
"""Cases → what we want to stay below."""
LEAST: Final[Mapping[str, float]] = {"recall": 1.0, "named first (T@10)": 0.98}
"""What we want to reach at any size."""


def figure(value: float) -> str:
    """Write a number with three digits that say something."""
    if value != value:  # noqa: PLR0124 -- the test for "not a number"
        return "-"
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.3f}".rstrip("0").rstrip(".")


def table(results: Sequence[Result]) -> str:
    """Give a line a figure and a column an engine."""
    lines = [" " * 26 + "".join(f"{result.shown:>14}" for result in results)]
    for name, value in FIGURES.items():
        cells = "".join(f"{figure(value(result)):>14}" for result in results)
        lines.append(f"{name:26}{cells}")
    return "\n".join(lines)


def beside(result: Result) -> str:
    """Say what our files beside the shards weigh; not all of them are fetched."""
    return "ours, KB: " + ", ".join(
        f"{name} {size / _KB:.1f}" for name, size in result.parts.items()
    )


def goals(count: int, result: Result) -> list[str]:
    """Say of each goal of ours whether it is met."""
    lines = []
    for name, most in GOALS.get(count, {}).items():
        value = FIGURES[name](result)
        lines.append(_goal(name, value, f"<= {most:g}", is_met=value <= most))
    for name, least in LEAST.items():
        value = FIGURES[name](result)
        lines.append(_goal(name, value, f">= {least:g}", is_met=value >= least))
    return lines


def _goal(name: str, value: float, limit: str, *, is_met: bool) -> str:
    return f"{'met   ' if is_met else 'MISSED'}  {name:26}{figure(value):>10}   goal {limit}"
