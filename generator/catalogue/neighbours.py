"""What else the cases of one term have in common: the doors from a term's page to other terms."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import CaseTerms, Entries, TermEntry
from generator.library.ids import CaseId, is_demonstration_id

MAX_NEIGHBOURS: Final = 8
"""Terms shown for each other dimension."""


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
) -> tuple[Neighbours, ...]:
    """Count the other dimensions' terms among a term's cases, in O(cases of the term)."""
    carried = [terms[case_id] for case_id in entry.case_ids]
    fictional = [terms[case_id] for case_id in entry.case_ids if is_demonstration_id(case_id)]
    others = [dimension for dimension in Dimension if dimension is not entry.dimension]
    found = (
        _commonest(name, _counter(carried, name), _counter(fictional, name), entries[name])
        for name in others
    )
    return tuple(neighbours for neighbours in found if neighbours.terms)


def together_with(
    entry: TermEntry,
    terms: Mapping[CaseId, CaseTerms],
    entries: Mapping[Dimension, Entries],
) -> Neighbours:
    """Count the other terms of the same dimension that a term's cases carry: methods used together.

    Meant for dimensions without broader terms; O(cases of the term).
    """
    name = entry.dimension
    every = _counter([terms[case_id] for case_id in entry.case_ids], name)
    fictional = _counter(
        [terms[case_id] for case_id in entry.case_ids if is_demonstration_id(case_id)], name
    )
    every.pop(entry.slug, None)
    return _commonest(name, every, fictional, entries[name])


def _counter(carried: Sequence[CaseTerms], name: Dimension) -> Counter[str]:
    return Counter([slug for slugs in carried for slug in slugs[name]])


def _commonest(
    dimension: Dimension, every: Counter[str], fictional: Counter[str], entries: Entries
) -> Neighbours:
    counts = {slug: Count(every[slug] - fictional[slug], fictional[slug]) for slug in every}
    ordered = sorted(
        counts, key=lambda slug: (-counts[slug].real, -every[slug], entries[slug].place)
    )
    shown = tuple(
        Neighbour(slug, entries[slug].label, counts[slug]) for slug in ordered[:MAX_NEIGHBOURS]
    )
    return Neighbours(dimension, shown, len(ordered) - len(shown))
