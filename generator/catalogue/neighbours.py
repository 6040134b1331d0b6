"""What else the cases of one term have in common: the doors from a term's page to other terms."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import CaseTerms, Entries, TermEntry
from generator.library.ids import CaseId

MAX_NEIGHBOURS: Final = 8
"""Terms shown for each other dimension."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A term of another dimension and how many of this term's cases carry it."""

    slug: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The commonest terms of one other dimension."""

    dimension: Dimension
    terms: tuple[Neighbour, ...]
    """At most `MAX_NEIGHBOURS`, most cases first, then in the dimension's own order."""
    omitted: int
    """How many further terms there are."""


def neighbours_of(
    entry: TermEntry,
    terms: Mapping[CaseId, CaseTerms],
    entries: Mapping[Dimension, Entries],
) -> tuple[Neighbours, ...]:
    """Count the other dimensions' terms among a term's cases, in O(cases of the term)."""
    carried = [terms[case_id] for case_id in entry.case_ids]
    others = [dimension for dimension in Dimension if dimension is not entry.dimension]
    counters = [Counter([slug for slugs in carried for slug in slugs[name]]) for name in others]
    return tuple(
        _commonest(dimension, counter, entries[dimension])
        for dimension, counter in zip(others, counters, strict=True)
        if counter
    )


def _commonest(dimension: Dimension, counter: Counter[str], entries: Entries) -> Neighbours:
    ordered = sorted(counter, key=lambda slug: (-counter[slug], entries[slug].place))
    shown = tuple(
        Neighbour(slug, entries[slug].label, counter[slug]) for slug in ordered[:MAX_NEIGHBOURS]
    )
    return Neighbours(dimension, shown, len(ordered) - len(shown))
