"""Cases worth reading next to one, with the reasons.

Score of a pair = the sum of the `WEIGHTS` of what they share: a lineage counts most, then the same
enterprise, then each shared method, the same industry division and each shared focus area. Only
listed cases are offered, and a real case never stands beside a fictional one.

The work is bounded: on the posting list of each term a case looks at its `REACH` nearest neighbours
in catalogue order on either side, adds up a first score, and only the best `EXACT` are scored in
full. In a term of up to `REACH` cases nothing is left out.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from generator.catalogue.enterprises import Enterprise
from generator.library.case import Case
from generator.library.ids import CaseId

MAX_RELATED: Final = 6
"""Cases offered."""
REACH: Final = 20
"""Neighbours looked at on either side of a case in each posting list."""
EXACT: Final = 12
"""Candidates scored in full."""


class Reason(StrEnum):
    """Why two cases are related."""

    ANCESTOR = "ancestor"
    """This case grew from the related one."""
    DESCENDANT = "descendant"
    """The related case grew from this one."""
    ENTERPRISE = "enterprise"
    """One enterprise."""
    METHOD = "method"
    """Shared quality methods."""
    INDUSTRY = "industry"
    """The same division of industry."""
    FOCUS_AREA = "focus_area"
    """Shared focus areas."""


WEIGHTS: Final[Mapping[Reason, int]] = MappingProxyType(
    {
        Reason.ANCESTOR: 200,
        Reason.DESCENDANT: 200,
        Reason.ENTERPRISE: 60,
        Reason.METHOD: 6,
        Reason.INDUSTRY: 4,
        Reason.FOCUS_AREA: 3,
    }
)
"""Points for each thing shared. Nobody types so many methods that they outweigh a lineage."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One reason and the slugs that are shared; empty for a lineage."""

    reason: Reason
    slugs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """A related case; sorts by score, then catalogue order."""

    case_id: CaseId
    score: int
    reasons: tuple[Shared, ...]
    """In the order of `Reason`."""


Feature = tuple[Reason, str]


@dataclass(frozen=True, slots=True)
class RelatedIndex:
    """Posting lists over the listed cases: for each feature the positions in catalogue order."""

    cases: Sequence[Case]
    positions: Mapping[CaseId, int]
    enterprises: Mapping[CaseId, Enterprise]
    postings: Mapping[tuple[Feature, bool], Sequence[int]]
    """(feature, fictional) → positions, ascending."""
    descendants: Mapping[CaseId, Sequence[CaseId]]

    @classmethod
    def of(cls, cases: Sequence[Case], enterprises: Mapping[CaseId, Enterprise]) -> "RelatedIndex":
        """Build the posting lists in one pass over the listed cases."""
        postings: dict[tuple[Feature, bool], list[int]] = {}
        descendants: dict[CaseId, list[CaseId]] = {}
        for position, case in enumerate(cases):
            for feature in _features(case, enterprises[case.id].slug):
                postings.setdefault((feature, case.is_demonstration), []).append(position)
            for ancestor in dict.fromkeys(case.front.lineage):
                descendants.setdefault(CaseId(ancestor), []).append(case.id)
        positions = {case.id: position for position, case in enumerate(cases)}
        return cls(cases, positions, enterprises, postings, descendants)

    def related(self, case_id: CaseId) -> tuple[Related, ...]:
        """Give at most `MAX_RELATED` related cases, the best first; none for an unlisted case."""
        here = self.positions.get(case_id)
        if here is None:
            return ()
        best = sorted(
            ((self._scored(here, there), there) for there in self._candidates(here)),
            key=lambda pair: (-pair[0].score, pair[1]),
        )
        return tuple(related for related, _ in best[:MAX_RELATED])

    def _candidates(self, here: int) -> list[int]:
        case = self.cases[here]
        points: defaultdict[int, int] = defaultdict(int)
        for feature in _features(case, self.enterprises[case.id].slug):
            posting = self.postings[feature, case.is_demonstration]
            weight = WEIGHTS[feature[0]]
            for there in _around(posting, here):
                points[there] += weight
        for relative in self._lineage(case):
            points[relative] += WEIGHTS[Reason.ANCESTOR]
        points.pop(here, None)
        # One integer orders by points, then by position, several times faster than a key function.
        size = len(self.cases)
        ranked = sorted([there - size * score for there, score in points.items()])
        return [number % size for number in ranked[:EXACT]]

    def _lineage(self, case: Case) -> Iterator[int]:
        """Give the listed relatives of the same kind, at most `REACH` each way."""
        for relatives in (case.front.lineage, self.descendants.get(case.id, ())):
            for relative in relatives[:REACH]:
                there = self.positions.get(CaseId(relative))
                if there is not None and (
                    self.cases[there].is_demonstration is case.is_demonstration
                ):
                    yield there

    def _scored(self, here: int, there: int) -> Related:
        case, other = self.cases[here], self.cases[there]
        shared: dict[Reason, tuple[str, ...]] = {}
        if other.id in case.front.lineage:
            shared[Reason.ANCESTOR] = ()
        if case.id in other.front.lineage:
            shared[Reason.DESCENDANT] = ()
        enterprise = self.enterprises[case.id].slug
        if enterprise == self.enterprises[other.id].slug:
            shared[Reason.ENTERPRISE] = (enterprise,)
        if methods := _common(case.methods, other.methods):
            shared[Reason.METHOD] = methods
        if case.industry and case.industry == other.industry:
            shared[Reason.INDUSTRY] = (case.industry,)
        if fields := _common(case.fields, other.fields):
            shared[Reason.FOCUS_AREA] = fields
        score = sum(WEIGHTS[reason] * (len(slugs) or 1) for reason, slugs in shared.items())
        return Related(other.id, score, tuple(Shared(*item) for item in shared.items()))


def _features(case: Case, enterprise: str) -> Iterator[Feature]:
    yield Reason.ENTERPRISE, enterprise
    for method in case.methods:
        yield Reason.METHOD, method
    if case.industry:
        yield Reason.INDUSTRY, case.industry
    for field in case.fields:
        yield Reason.FOCUS_AREA, field


def _around(posting: Sequence[int], here: int) -> Sequence[int]:
    middle = bisect_left(posting, here)
    return posting[max(0, middle - REACH) : middle + REACH + 1]


def _common(these: Sequence[str], those: Sequence[str]) -> tuple[str, ...]:
    return tuple([slug for slug in these if slug in those])
