"""The lists of terms: focus areas, methods, recommenders, industries, regions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.charts.drawing import Tiles
from generator.pages import routes
from generator.pages.drawn_terms import region_tiles
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.lists import LINES, fictional, how_many
from generator.pages.modified import newest_of_terms
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import Link, paragraphs
from generator.strings import text

_DESCRIBED: Final = frozenset({Dimension.FOCUS_AREA, Dimension.METHOD})
"""What a recommender or a region is, its name says."""
_CODED: Final = frozenset({Dimension.INDUSTRY})
_KINDS: Final = {
    Dimension.FOCUS_AREA: ("core", "other"),
    Dimension.RECOMMENDER: ("province", "city", "corps", "association"),
}
"""The kinds by which a dimension is grouped, in order; other kinds follow without a heading."""


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term of a dimension."""

    link: Link
    code: str
    """Official code, or empty."""
    count: int
    demonstration: str
    """演示 5, or empty when none of its cases is fictional."""
    note: str
    """What the term is, or empty."""
    is_narrower: bool
    """True: it belongs to the term above it."""


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms of one kind, or of one section of the industries."""

    label: str
    """Empty where a dimension is not grouped by kind."""
    section: TermRow | None
    """Industries only."""
    rows: tuple[TermRow, ...]


@dataclass(frozen=True, slots=True)
class TermListView:
    """One page of the terms of a dimension (template terms.html)."""

    head: Head
    title: str
    lead: str
    tiles: Tiles | None
    """Regions only: their map."""
    is_described: bool
    """False: a row is a name and a number, and more of them stand side by side."""
    groups: tuple[TermGroup, ...]
    empty: tuple[TermGroup, ...]
    """Terms that are worth a page though no case carries them yet."""
    pager: Pager | None

    @property
    def map(self) -> str:
        """Draw the regions as tiles: SVG, safe, or ""."""
        return str(self.tiles or "")


def term_list_parts(inputs: Inputs, dimension: Dimension) -> Iterator[Part[TermEntry]]:
    """Cut the terms of a dimension into pages; those without cases come last."""
    size = inputs.config.per_page * LINES
    return parts(_ordered(inputs, dimension), size, routes.dimension(dimension))


def term_list_view(inputs: Inputs, dimension: Dimension, part: Part[TermEntry]) -> TermListView:
    """Give one page of a dimension's terms."""
    lead = text(f"pages.dimension.{dimension}.lead", count=how_many(inputs, dimension))
    title = titled(text(f"pages.dimension.{dimension}.title"), part.number)
    has_map = dimension is Dimension.REGION and part.number == 1
    return TermListView(
        head=head(inputs, Location(part.uri, title), lead),
        title=title,
        lead=lead,
        tiles=_tiles(inputs) if has_map else None,
        is_described=dimension in _DESCRIBED,
        groups=_groups(inputs, dimension, [entry for entry in part.items if entry.count]),
        empty=_groups(inputs, dimension, [entry for entry in part.items if not entry.count]),
        pager=part.pager,
    )


def _ordered(inputs: Inputs, dimension: Dimension) -> list[TermEntry]:
    """Order methods by their cases, kinds together, else as the vocabulary does; empty ones last.

    Narrower terms follow their broader one.
    """
    entries = _with_narrower(list(inputs.entries[dimension].values()))
    if dimension is Dimension.METHOD:
        entries.sort(key=lambda entry: (-entry.counted.real, -entry.count))
    entries.sort(key=lambda entry: (not entry.count, _kind_rank(entry)))
    return entries


def _kind_rank(entry: TermEntry) -> int:
    kinds = _KINDS.get(entry.dimension, ())
    kind = entry.term.kind if entry.term else ""
    return kinds.index(kind) if kind in kinds else len(kinds)


def _groups(
    inputs: Inputs, dimension: Dimension, entries: Sequence[TermEntry]
) -> tuple[TermGroup, ...]:
    if dimension is Dimension.INDUSTRY:
        return _sections(inputs, entries)
    kinds = _KINDS.get(dimension, ())
    return tuple(
        TermGroup(
            text(f"pages.terms.kind.{kinds[rank]}") if rank < len(kinds) else "",
            None,
            tuple(_row(inputs, entry) for entry in group),
        )
        for rank, group in groupby(entries, key=_kind_rank)
    )


def _sections(inputs: Inputs, entries: Sequence[TermEntry]) -> tuple[TermGroup, ...]:
    """Give each section with its divisions; a page that begins in one names it again."""
    known = inputs.entries[Dimension.INDUSTRY]
    tops = {entry.slug: entry.parent if entry.parent in known else entry.slug for entry in entries}
    return tuple(
        TermGroup(
            "",
            _row(inputs, known[top]),
            tuple(_row(inputs, entry) for entry in group if entry.slug != top),
        )
        for top, group in groupby(entries, key=lambda entry: tops[entry.slug])
    )


def _row(inputs: Inputs, entry: TermEntry) -> TermRow:
    term = entry.term
    about = paragraphs(term.description) if term and entry.dimension in _DESCRIBED else ()
    return TermRow(
        link=inputs.term(entry.dimension, entry.slug),
        code=term.code if term and entry.dimension in _CODED else "",
        count=entry.counted.real,
        demonstration=fictional(entry.counted),
        note=about[0] if about else "",
        is_narrower=entry.parent in inputs.entries[entry.dimension],
    )


def _tiles(inputs: Inputs) -> Tiles:
    title, description = text("pages.terms.map"), text("pages.terms.map_description")
    return region_tiles(inputs, routes.dimension(Dimension.REGION), title, description)


def _with_narrower(entries: Sequence[TermEntry]) -> list[TermEntry]:
    known = {entry.slug for entry in entries}
    below: dict[str, list[TermEntry]] = {}
    for entry in entries:
        if entry.parent in known and entry.parent != entry.slug:
            below.setdefault(entry.parent, []).append(entry)
    tops = [entry for entry in entries if entry.parent not in known or entry.parent == entry.slug]
    ordered = dict.fromkeys(item.slug for top in tops for item in (top, *below.get(top.slug, ())))
    # Deeper trees and circles do not occur in our vocabularies, but no term may vanish.
    ordered.update(dict.fromkeys(entry.slug for entry in entries))
    by_slug = {entry.slug: entry for entry in entries}
    return [by_slug[slug] for slug in ordered]


def term_list_pages(inputs: Inputs, dimension: Dimension) -> Pages:
    """Plan the list of a dimension's terms."""
    for part in term_list_parts(inputs, dimension):
        title = titled(text(f"pages.dimension.{dimension}.title"), part.number)
        make = partial(term_list_view, inputs, dimension, part)
        on = newest_of_terms(inputs, part.items)
        yield PlannedPage(part.uri, "terms.html", title, make, modified_on=on)
