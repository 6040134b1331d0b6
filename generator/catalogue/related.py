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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
    """In the order of `Reason`. Cases that share the same have one and the same tuple."""


Feature = tuple[Reason, str]
_ANCESTOR: Final = 0
_DESCENDANT: Final = 1
_LINEAGE: Final[tuple[Feature, ...]] = ((Reason.ANCESTOR, ""), (Reason.DESCENDANT, ""))
"""The first two features; they have no slug and stand on no posting list."""


@dataclass(frozen=True, slots=True)
class RelatedIndex:
    """Posting lists over the listed cases: for each feature the positions in catalogue order.

    A feature is its number: to compare two cases is then to compare small integers.
    """

    cases: Sequence[Case]
    fictional: Sequence[bool]
    """Beside `cases`."""
    positions: Mapping[CaseId, int]
    known: Sequence[Feature]
    """Every feature by its number."""
    weights: Sequence[int]
    """Beside `known`."""
    features: Sequence[Sequence[int]]
    """What each case can share, in the order of `Reason`; beside `cases`."""
    postings: Mapping[tuple[int, bool], Sequence[int]]
    """(feature, fictional) → positions, ascending."""
    descendants: Mapping[CaseId, Sequence[CaseId]]
    reasons: dict[tuple[int, ...], tuple[Shared, ...]] = field(default_factory=dict)
    """What was shared → the reasons: the same few thousand for all pairs of cases."""

    @classmethod
    def of(cls, cases: Sequence[Case], enterprises: Mapping[CaseId, Enterprise]) -> "RelatedIndex":
        """Build the posting lists in one pass over the listed cases."""
        numbers = {feature: number for number, feature in enumerate(_LINEAGE)}
        fictional = [case.is_demonstration for case in cases]
        features: list[tuple[int, ...]] = []
        postings: defaultdict[tuple[int, bool], list[int]] = defaultdict(list)
        descendants: dict[CaseId, list[CaseId]] = {}
        for position, case in enumerate(cases):
            shareable = [
                numbers.setdefault(feature, len(numbers))
                for feature in _features(case, enterprises[case.id].slug)
            ]
            features.append(tuple(dict.fromkeys(shareable)))
            for feature in features[position]:
                postings[feature, fictional[position]].append(position)
            for ancestor in dict.fromkeys(case.front.lineage):
                descendants.setdefault(CaseId(ancestor), []).append(case.id)
        positions = {case.id: position for position, case in enumerate(cases)}
        known = tuple(numbers)
        weights = [WEIGHTS[reason] for reason, _ in known]
        return cls(cases, fictional, positions, known, weights, features, postings, descendants)

    def related(self, case_id: CaseId) -> tuple[Related, ...]:
        """Give at most `MAX_RELATED` related cases, the best first; none for an unlisted case."""
        here = self.positions.get(case_id)
        if here is None:
            return ()
        weight = self.weights.__getitem__
        best = []
        for there in self._candidates(here):
            shared = self._shared(here, there)
            best.append((-sum(map(weight, shared)), there, shared))
        best.sort()
        return tuple(
            [
                Related(self.cases[there].id, -score, self._reasons(shared))
                for score, there, shared in best[:MAX_RELATED]
            ]
        )

    def _candidates(self, here: int) -> list[int]:
        fictional = self.fictional[here]
        # One integer orders by points, then by position, several times faster than a key function;
        # it begins as the position, so that it need not be added in the end.
        size = len(self.cases)
        ranks: dict[int, int] = {}
        rank_of = ranks.get
        for feature in self.features[here]:
            step = size * self.weights[feature]
            for there in _around(self.postings[feature, fictional], here):
                ranks[there] = rank_of(there, there) - step
        for relative in self._lineage(self.cases[here]):
            ranks[relative] = rank_of(relative, relative) - size * WEIGHTS[Reason.ANCESTOR]
        ranks.pop(here, None)
        return [rank % size for rank in sorted(ranks.values())[:EXACT]]

    def _lineage(self, case: Case) -> Iterator[int]:
        """Give the listed relatives of the same kind, at most `REACH` each way."""
        for relatives in (case.front.lineage, self.descendants.get(case.id, ())):
            for relative in relatives[:REACH]:
                there = self.positions.get(CaseId(relative))
                if there is not None and (
                    self.fictional[there] is self.fictional[self.positions[case.id]]
                ):
                    yield there

    def _shared(self, here: int, there: int) -> tuple[int, ...]:
        """Give what two cases share, in the order of `Reason`."""
        theirs = self.features[there]
        case, other = self.cases[here], self.cases[there].id
        shared = tuple([feature for feature in self.features[here] if feature in theirs])
        if other in self.descendants.get(case.id, ()):
            shared = (_DESCENDANT, *shared)
        return (_ANCESTOR, *shared) if other in case.front.lineage else shared

    def _reasons(self, shared: tuple[int, ...]) -> tuple[Shared, ...]:
        found = self.reasons.get(shared)
        if found is None:
            found = self.reasons[shared] = _in_slugs([self.known[number] for number in shared])
        return found


def _in_slugs(shared: Iterable[Feature]) -> tuple[Shared, ...]:
    slugs: dict[Reason, list[str]] = {}
    for reason, slug in shared:
        slugs.setdefault(reason, []).append(slug)
    return tuple([Shared(reason, tuple(filter(None, found))) for reason, found in slugs.items()])


def _features(case: Case, enterprise: str) -> list[Feature]:
    industry = [(Reason.INDUSTRY, case.industry)] if case.industry else []
    return [
        (Reason.ENTERPRISE, enterprise),
        *[(Reason.METHOD, method) for method in case.methods],
        *industry,
        *[(Reason.FOCUS_AREA, area) for area in case.fields],
    ]


def _around(posting: Sequence[int], here: int) -> Sequence[int]:
    middle = bisect_left(posting, here)
    return posting[max(0, middle - REACH) : middle + REACH + 1]
