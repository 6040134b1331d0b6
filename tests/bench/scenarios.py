"""What is timed: a cold build, and builds after an edit; each starts the program anew."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.edits import Editor
from tests.bench.measure import Cost, Output, Weights, output_of, run, weights_of
from tests.bench.places import ENVIRONMENT
from tests.bench.programs import Program

COLD: Final = "cold"
BODY: Final = "one body edited"
TITLE: Final = "one title edited"
NOTHING: Final = "nothing changed"
SCENARIOS: Final = (COLD, BODY, TITLE, NOTHING)
ENOUGH_SECONDS: Final = 10
"""A scenario is run again until so much was measured, or as often as is allowed."""
_LEFT: Final = (".cache", "resources")


class WrongPageError(Exception):
    """A program ended well, but its page does not show what was edited."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one program did."""

    name: str
    versions: Mapping[str, str]
    output: Output
    weights: Weights
    is_as_heavy: bool
    costs: Mapping[str, Sequence[Cost]]
    """Of each scenario all its runs."""

    def cost(self, scenario: str) -> Cost:
        """Give the run of a scenario whose time is the middle one."""
        return middle(self.costs[scenario])


def middle(costs: Sequence[Cost]) -> Cost:
    """Give the run whose time is the middle one, of an even number the faster of the two."""
    return sorted(costs, key=lambda cost: cost.wall_seconds)[(len(costs) - 1) // 2]


@dataclass(frozen=True, slots=True)
class Bench:
    """A program, its project and how often it is run."""

    program: Program
    folder: Path
    editor: Editor
    most_runs: int = 3

    def measure(self, scenarios: Sequence[str] = SCENARIOS) -> Result:
        """Run all scenarios one after the other."""
        costs = {scenario: self._runs(scenario) for scenario in scenarios}
        site = self.folder / self.program.site
        return Result(
            name=self.program.name,
            versions=self.program.versions(),
            output=output_of(site),
            weights=weights_of(site),
            is_as_heavy=self.program.is_as_heavy,
            costs=costs,
        )

    def _runs(self, scenario: str) -> list[Cost]:
        costs: list[Cost] = []
        while len(costs) < self.most_runs:
            costs.append(self._run(scenario))
            if sum(cost.wall_seconds for cost in costs) >= ENOUGH_SECONDS:
                break
        return costs

    def _run(self, scenario: str) -> Cost:
        if scenario == COLD:
            for left in (self.program.site, *_LEFT):
                shutil.rmtree(self.folder / left, ignore_errors=True)
            return run(self.program.command, self.folder, ENVIRONMENT)
        if scenario == NOTHING:
            return run(self.program.rebuild, self.folder, ENVIRONMENT)
        shown = self.editor.edit_body() if scenario == BODY else self.editor.edit_title()
        cost = run(self.program.rebuild, self.folder, ENVIRONMENT)
        page = self.folder / self.program.site / self.editor.page
        if shown not in page.read_text(encoding="utf-8"):
            raise WrongPageError(f"{self.program.name}, {scenario}: {page} does not show {shown}")
        return cost
