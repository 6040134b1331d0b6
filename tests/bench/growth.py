"""How the time of a case and the memory grow with the library."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tests.bench.measure import Cost

STEPS: Final = (1000, 10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Size:
    """A cold build of ours at one size."""

    cases: int
    cost: Cost

    @property
    def seconds_a_case(self) -> float:
        """The time of the build, shared by all cases."""
        return self.cost.wall_seconds / self.cases

    @property
    def peak_bytes(self) -> int:
        """The largest memory of the build."""
        return self.cost.peak_bytes


def smaller(count: int) -> list[int]:
    """Give the sizes that are built beside the one that was asked for."""
    return [step for step in STEPS if step < count]


def table(sizes: Sequence[Size]) -> str:
    """Give a line a size; ratios are to the smallest."""
    lines = [f"{'cases':>10}{'wall s':>12}{'CPU s':>12}{'ms a case':>20}{'memory MB':>20}"]
    first = sizes[0]
    for size in sizes:
        each = 1000 * size.seconds_a_case
        pace = f"{each:.3f} ({size.seconds_a_case / first.seconds_a_case:.2f})"
        memory = f"{size.peak_bytes / 1e6:,.0f} ({size.peak_bytes / first.peak_bytes:.2f})"
        lines.append(
            f"{size.cases:>10,}{size.cost.wall_seconds:>12.2f}{size.cost.cpu_seconds:>12.2f}"
            f"{pace:>20}{memory:>20}"
        )
    return "\n".join(lines)
