"""What the figures must reach, and whether they do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tests.bench.growth import Size
from tests.bench.latency import Latency
from tests.bench.scenarios import BODY, COLD, NOTHING, TITLE, Result

HUGO: Final = "hugo"
MATERIAL: Final = "material"
DESIGN_SIZE: Final = 10_000
"""The size that the limits against the peers are set for."""
WALL_LIMITS: Final[Mapping[str, float]] = {COLD: 0.5, BODY: 0.1, TITLE: 0.2, NOTHING: 0.08}
"""Scenario → our time in Hugo's times, at most."""
MEMORY_LIMIT: Final = 0.2
"""Our memory in a cold build, in Hugo's."""
MATERIAL_LIMIT: Final = 0.1
WEIGHT_TOLERANCE: Final = 0.05
SMALLEST_WEIGHED: Final = 1000
"""Below this a single page of ours, the statistics (116 KB), moves the average by 2 %."""
SERVE_LIMITS: Final[Mapping[int, float]] = {1000: 0.7, 10_000: 2.0}
"""Cases → seconds from saving to the reloaded page, the median."""
GROWTH_LIMIT: Final = 1.3
"""Time of a case in the largest library, in its time at the design size."""
LARGEST: Final = 100_000
LARGEST_BYTES: Final = 4e9


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure, its limit and where the limit is set."""

    name: str
    value: float
    limit: float
    unit: str = ""
    least: float | None = None
    """Set where the figure must not be too small either."""
    holds_here: bool = True
    """The limit is set for libraries of this size."""

    @property
    def is_met(self) -> bool:
        """Tell whether the figure keeps to its limit."""
        return self.value <= self.limit and (self.least is None or self.value >= self.least)

    def __str__(self) -> str:
        """Give the line that is printed."""
        unit = f" {self.unit}" if self.unit else ""
        limit = f"{self.limit:g}" if self.least is None else f"{self.least:g} to {self.limit:g}"
        verdict = "ok" if self.is_met else "MISSED"
        if not self.holds_here:
            verdict = "set for another size"
        return f"{self.name:58}{self.value:>8.3f}{unit} (limit {limit}{unit}) {verdict}"


def against_peers(count: int, results: Sequence[Result]) -> Iterator[Goal]:
    """Yield what is asked of us in comparison."""
    by_name = {result.name: result for result in results}
    ours, hugo, material = by_name.get("biaogan"), by_name.get(HUGO), by_name.get(MATERIAL)
    here = count == DESIGN_SIZE
    if ours and hugo:
        for scenario, limit in WALL_LIMITS.items():
            if scenario not in ours.costs:
                continue
            ratio = _ratio(ours.cost(scenario).wall_seconds, hugo.cost(scenario).wall_seconds)
            yield Goal(f"wall, {scenario}: biaogan / hugo", ratio, limit, holds_here=here)
        ratio = _ratio(ours.cost(COLD).peak_bytes, hugo.cost(COLD).peak_bytes)
        yield Goal("memory, cold: biaogan / hugo", ratio, MEMORY_LIMIT, holds_here=here)
    if ours and material:
        ratio = _ratio(ours.cost(COLD).wall_seconds, material.cost(COLD).wall_seconds)
        yield Goal("wall, cold: biaogan / material", ratio, MATERIAL_LIMIT, holds_here=here)
    if ours:
        for result in results:
            if result.is_as_heavy:
                yield from same_weight(count, ours, result)


def same_weight(count: int, ours: Result, theirs: Result) -> Iterator[Goal]:
    """Yield that a peer's pages weigh what ours weigh."""
    pairs = {
        "case pages": (theirs.weights.case_bytes, ours.weights.case_bytes),
        "other pages": (theirs.weights.list_bytes, ours.weights.list_bytes),
    }
    for kind, (weight, our_weight) in pairs.items():
        yield Goal(
            f"weight of {kind}: {theirs.name} / biaogan",
            _ratio(weight, our_weight),
            1 + WEIGHT_TOLERANCE,
            least=1 - WEIGHT_TOLERANCE,
            holds_here=count >= SMALLEST_WEIGHED,
        )


def of_serve(count: int, latency: Latency) -> Iterator[Goal]:
    """Yield what is asked of the live preview at this size."""
    if count in SERVE_LIMITS:
        limit = SERVE_LIMITS[count]
        yield Goal("serve, body saved to reloaded page, median", latency.body_median, limit, "s")
        yield Goal("serve, title saved to reloaded page, median", latency.title_median, limit, "s")


def of_growth(sizes: Sequence[Size]) -> Iterator[Goal]:
    """Yield what is asked of the largest library in comparison with the design size."""
    by_cases = {size.cases: size for size in sizes}
    design, largest = by_cases.get(DESIGN_SIZE), by_cases.get(LARGEST)
    if largest:
        yield Goal(
            f"memory, cold, {LARGEST:,} cases", largest.peak_bytes / 1e9, LARGEST_BYTES / 1e9, "GB"
        )
    if largest and design:
        ratio = _ratio(largest.seconds_a_case, design.seconds_a_case)
        name = f"time of a case, cold: at {LARGEST:,} / at {DESIGN_SIZE:,}"
        yield Goal(name, ratio, GROWTH_LIMIT)


def _ratio(value: float, other: float) -> float:
    return value / other if other else float("inf")
