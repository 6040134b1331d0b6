"""What else the cases of one term have in common: the doors from a term's page to other terms."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import Final

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import CaseTerms, Entries, TermEntry
from generator.library.ids import CaseId

MAX_NEIGHBOURS: Final = 8
"""Terms shown for each other dimension."""
_FEW: Final = 12
"""Up to so many cases are counted by hand."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another term and how many of this term's cases carry it."""

    slug: str
    label: str
    count: Count


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The commonest terms of one dimension among the cases of a term."""

    dimension: Dimension
    terms: tuple[Neighbour, ...]
    """At most `MAX_NEIGHBOURS`, most real cases first, then most cases, then in its own order."""
    omitted: int
    """How many further terms there are."""


def neighbours_of(
    entry: TermEntry,
    terms: Mapping[CaseId, CaseTerms],
    entries: Mapping[Dimension, Entries],
    fictional: frozenset[CaseId],
) -> tuple[Neighbours, ...]:
    """Count the other dimensions' terms among a term's cases, in O(cases of the term)."""
    carried = [terms[case_id] for case_id in entry.case_ids]
    made_up = [terms[case_id] for case_id in fictional.intersection(entry.case_ids)]
    others = [dimension for dimension in Dimension if dimension is not entry.dimension]
    found = [
        _commonest(name, _counted(carried, name), _counted(made_up, name), entries[name])
        for name in others
    ]
    return tuple([neighbours for neighbours in found if neighbours.terms])


def together_with(
    entry: TermEntry,
    terms: Mapping[CaseId, CaseTerms],
    entries: Mapping[Dimension, Entries],
    fictional: frozenset[CaseId],
) -> Neighbours:
    """Count the other terms of the same dimension that a term's cases carry: methods used together.

    Meant for dimensions without broader terms; O(cases of the term).
    """
    name = entry.dimension
    every = _counted([terms[case_id] for case_id in entry.case_ids], name)
    made_up = [terms[case_id] for case_id in fictional.intersection(entry.case_ids)]
    every.pop(entry.slug, None)
    return _commonest(name, every, _counted(made_up, name), entries[name])


def _counted(carried: Sequence[CaseTerms], name: Dimension) -> dict[str, int]:
    if len(carried) > _FEW:
        return Counter(chain.from_iterable(map(itemgetter(name), carried)))
    # The most terms are enterprises with a case or two: a Counter takes longer to make than this.
    found: dict[str, int] = {}
    for terms in carried:
        for slug in terms[name]:
            found[slug] = found.get(slug, 0) + 1
    return found


def _commonest(
    dimension: Dimension, every: dict[str, int], fictional: dict[str, int], entries: Entries
) -> Neighbours:
    made_up = fictional.get
    # Slugs are unique, and so are their places: the order is total before it comes to the slug.
    ordered = sorted(
        [
            (made_up(slug, 0) - count, -count, entries[slug].place, slug)
            for slug, count in every.items()
        ]
    )
    shown = tuple(
        [
            Neighbour(slug, entries[slug].label, Count(-real, real - whole))
            for real, whole, _, slug in ordered[:MAX_NEIGHBOURS]
        ]
    )
    return Neighbours(dimension, shown, len(ordered) - len(shown))
