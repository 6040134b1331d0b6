"""A number of cases, real and demonstration told apart."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.library.case import Case
from generator.library.ids import CaseId


@dataclass(frozen=True, slots=True)
class Count:
    """How many cases; only the real ones may be held against an announced number."""

    real: int = 0
    demonstration: int = 0

    @property
    def total(self) -> int:
        """Give all cases, as a list of them shows."""
        return self.real + self.demonstration


def count_ids(case_ids: Collection[CaseId], fictional: frozenset[CaseId]) -> Count:
    """Count cases of which `fictional` are the made-up ones, in O(cases) without a look at each."""
    made_up = len(fictional.intersection(case_ids)) if fictional else 0
    return Count(len(case_ids) - made_up, made_up)


def count_cases(cases: Iterable[Case]) -> Count:
    """Count cases by kind."""
    counted = [0, 0]
    for case in cases:
        counted[case.is_demonstration] += 1
    return Count(*counted)
