"""The facets of the finder as values: for every case the terms under which it is chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from generator.library.ids import CaseId


class FacetName(StrEnum):
    """The facets whose terms are chosen; the value is also the key in an address (`?year=2022`)."""

    YEAR = "year"
    FIELD = "field"
    METHOD = "method"
    RECOMMENDER = "recommender"
    REGION = "region"
    INDUSTRY = "industry"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Node:
    """A term of a facet."""

    value: str
    """What stands for it in an address: the slug; `hubei.武汉` for a city below a region."""
    label: str
    others: tuple[str, ...] = ()
    """Every other name by which a reader may search it: aliases, printed names."""
    parent: int = -1
    """Place of the broader term among the facet's nodes, or -1."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: its terms in the order of the panel, and those of every row."""

    nodes: tuple[Node, ...]
    of: tuple[tuple[int, ...], ...]
    """For every row the places of its terms, broader ones not repeated; empty for none."""


@dataclass(frozen=True, slots=True)
class Table:
    """All listed cases, one row each, the oldest first: the catalogue's order reversed.

    A new case of the newest year stands among the last rows.
    """

    ids: tuple[CaseId, ...]
    facets: Mapping[FacetName, Facet]
    has_video: tuple[bool, ...]
    has_text: tuple[bool, ...]
    newest: int
    """The first row of the newest year; 0 for a library of one year."""

    def names_of_rows(self) -> Iterator[tuple[str, ...]]:
        """Yield, row by row, the labels and other names of all terms, those of broader ones too."""
        for names in zip(*map(_names_of_rows, self.facets.values()), strict=True):
            yield tuple(chain.from_iterable(names))


def _names_of_rows(facet: Facet) -> Iterator[Sequence[str]]:
    # Many rows have the same terms.
    known: dict[tuple[int, ...], list[str]] = {}
    for places in facet.of:
        found = known.get(places)
        if found is None:
            found = known[places] = _names(facet, places)
        yield found


def _names(facet: Facet, places: Iterable[int]) -> list[str]:
    found: list[str] = []
    waiting = list(places)
    while waiting:
        node = facet.nodes[waiting.pop()]
        found += (node.label, *node.others)
        waiting += [node.parent] if node.parent >= 0 else []
    return found
