"""The figures as tables and as data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Final

from tests.bench.goals import Goal
from tests.bench.latency import Latency
from tests.bench.measure import Cost
from tests.bench.scenarios import SCENARIOS, Result

_COSTS: Final[Mapping[str, Callable[[Cost], float]]] = {
    "wall s": lambda cost: cost.wall_seconds,
    "CPU s": lambda cost: cost.cpu_seconds,
    "memory MB": lambda cost: cost.peak_bytes / 1e6,
}
_OUTPUTS: Final[Mapping[str, Callable[[Result], float]]] = {
    "pages": lambda result: result.output.pages,
    "MB written": lambda result: result.output.bytes / 1e6,
    "KB a case page": lambda result: result.weights.case_bytes / 1e3,
    "KB another page": lambda result: result.weights.list_bytes / 1e3,
}
_NAME: Final = 18
_CELL: Final = 18


def figure(value: float) -> str:
    """Write a number with no more digits than it deserves."""
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 100 else f"{value:.2f}"


def cell(value: float, ours: float) -> str:
    """Write a figure and, in brackets, how many times ours it is."""
    return f"{figure(value)} ({value / ours:.2f})" if ours else figure(value)


def scenario_tables(results: Sequence[Result]) -> str:
    """Give a table a scenario, a line a program; ratios are to the first program's."""
    blocks = []
    for scenario in SCENARIOS:
        if scenario not in results[0].costs:
            continue
        ours = results[0].cost(scenario)
        lines = [_head(scenario, _COSTS)]
        for result in results:
            cost = result.cost(scenario)
            cells = [cell(value(cost), value(ours)) for value in _COSTS.values()]
            lines.append(_line(result.name, [*cells, str(len(result.costs[scenario]))]))
        lines[0] += f"{'runs':>{_CELL}}"
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def output_table(results: Sequence[Result]) -> str:
    """Give what the programs wrote."""
    lines = [_head("written", _OUTPUTS)]
    for result in results:
        cells = [cell(value(result), value(results[0])) for value in _OUTPUTS.values()]
        lines.append(_line(result.name, cells))
    return "\n".join(lines)


def _head(name: str, columns: Mapping[str, object]) -> str:
    return _line(name, list(columns))


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:{_NAME}}" + "".join(f"{text:>{_CELL}}" for text in cells)


def latency_lines(latency: Latency) -> str:
    """Give what an editor waits for."""
    rows = {"body": latency.body, "title": latency.title}
    lines = [f"serve: first page after {latency.first_page:.2f} s"]
    lines += [
        f"serve: {name:5} saved to reloaded page, s: "
        + " ".join(f"{seconds:.2f}" for seconds in sorted(times))
        for name, times in rows.items()
    ]
    return "\n".join(lines)


def data_of(result: Result) -> dict[str, Any]:
    """Give a result as data."""
    return {
        "name": result.name,
        "versions": dict(result.versions),
        "output": asdict(result.output),
        "weights": asdict(result.weights),
        "scenarios": {
            name: [asdict(cost) for cost in costs] for name, costs in result.costs.items()
        },
    }


def goal_data(goal: Goal) -> dict[str, Any]:
    """Give a goal as data."""
    return {**asdict(goal), "is_met": goal.is_met}
