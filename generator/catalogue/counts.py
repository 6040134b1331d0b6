"""A number of cases, real and demonstration told apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.library.case import Case


@dataclass(frozen=True, slots=True)
class Count:
    """How many cases; only the real ones may be held against an announced number."""

    real: int = 0
    demonstration: int = 0

    @property
    def total(self) -> int:
        """Give all cases, as a list of them shows."""
        return self.real + self.demonstration


def count_cases(cases: Iterable[Case]) -> Count:
    """Count cases by kind."""
    counted = [0, 0]
    for case in cases:
        counted[case.is_demonstration] += 1
    return Count(*counted)
