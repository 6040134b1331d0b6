"""The panel of the finder as the server makes it: the facets, and the commonest terms of the first.

A reader sees it before the finder's data is fetched, which happens when the panel is first used.
Numbers are of all listed cases, real and fictional: as many rows as a choice then shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.pages.inputs import Inputs
from generator.strings import text

SHOWN: Final = 8
"""Terms of a facet before a reader asks for all of them; so in theme/finder/70-panel.js."""
LONG: Final = 12
"""A facet with more terms has a field to look for one."""
_OPEN: Final = {
    "year": Dimension.YEAR,
    "field": Dimension.FOCUS_AREA,
    "method": Dimension.METHOD,
}
_CLOSED: Final = {
    "recommender": Dimension.RECOMMENDER,
    "industry": Dimension.INDUSTRY,
    "region": Dimension.REGION,
}
_OWN: Final = ("level", "content")
"""Facets that are no dimension of the catalogue; `content` is: has a video, has a text."""


@dataclass(frozen=True, slots=True)
class FacetTerm:
    """A term that can be chosen."""

    value: str
    """What stands for it in an address."""
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetView:
    """One facet of the panel."""

    name: str
    label: str
    is_open: bool
    is_long: bool
    terms: tuple[FacetTerm, ...] = ()
    """The commonest ones; the script adds the rest."""
    all: str = ""
    """显示全部 15 项, or empty when none is left out."""


def facets(inputs: Inputs) -> tuple[FacetView, ...]:
    """Give the facets with the commonest terms of those that stand open."""
    opened = tuple(_facet(inputs, name, dimension) for name, dimension in _OPEN.items())
    return (*opened, *(facet for facet in empty_facets() if not facet.is_open))


def empty_facets() -> tuple[FacetView, ...]:
    """Give the facets without their terms: the search page has no list before it has a query."""
    labels = {
        **{name: f"pages.dimension.{of}.short" for name, of in (_OPEN | _CLOSED).items()},
        **{name: f"pages.finder.{name}" for name in _OWN},
    }
    return tuple(
        FacetView(name, text(key), is_open=name in _OPEN, is_long=False)
        for name, key in labels.items()
    )


def _facet(inputs: Inputs, name: str, dimension: Dimension) -> FacetView:
    found = [entry for entry in inputs.catalogue.terms(dimension) if entry.count]
    roots = [entry for entry in found if not entry.parent]
    if dimension is not Dimension.YEAR:
        roots.sort(key=lambda entry: (-entry.count, entry.place))
    is_cut = len(found) > min(len(roots), SHOWN)
    return FacetView(
        name=name,
        label=text(f"pages.dimension.{dimension}.short"),
        is_open=True,
        is_long=len(found) > LONG,
        terms=_terms(roots[:SHOWN]),
        all=text("finder.words.all", count=len(found)) if is_cut else "",
    )


def _terms(entries: Sequence[TermEntry]) -> tuple[FacetTerm, ...]:
    return tuple(FacetTerm(entry.slug, _label(entry), entry.count) for entry in entries)


def _label(entry: TermEntry) -> str:
    is_year = entry.dimension is Dimension.YEAR
    return text("pages.format.year", year=entry.label) if is_year else entry.label
