"""The lists of cases and of terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.library.case import Case
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import CountedLink, CountSaid, Link, paragraphs
from generator.strings import text

LINES: Final = 5
"""A page of one-line entries holds so many times the entries of a page of cases."""


@dataclass(frozen=True, slots=True)
class CaseListView:
    """One page of all cases (template cases.html)."""

    head: Head
    title: str
    count: CountSaid
    dimensions: tuple[Link, ...]
    """The other ways in."""
    rows: tuple[CaseRow, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term of a dimension."""

    link: Link
    count: int
    demonstration: str
    """演示 5, or empty when none of its cases is fictional."""
    note: str
    """The first sentence of what the term is, or empty."""
    is_narrower: bool
    """True: it belongs to the term above it."""


@dataclass(frozen=True, slots=True)
class TermListView:
    """One page of the terms of a dimension (template terms.html)."""

    head: Head
    title: str
    lead: str
    rows: tuple[TermRow, ...]
    empty: tuple[TermRow, ...]
    """Terms that are worth a page though no case carries them yet."""
    pager: Pager | None


def case_list_parts(inputs: Inputs) -> Iterator[Part[Case]]:
    """Cut the list of all cases into pages."""
    return parts(inputs.catalogue.cases, inputs.config.per_page, routes.CASES)


def case_list_view(inputs: Inputs, part: Part[Case]) -> CaseListView:
    """Give one page of all cases."""
    count = counted(inputs.counted)
    title = titled(text("pages.cases.title"), part.number)
    return CaseListView(
        head=head(inputs, Location(part.uri, title), str(count)),
        title=title,
        count=count,
        dimensions=dimension_links(),
        rows=tuple(inputs.row(case) for case in part.items),
        pager=part.pager,
    )


def term_list_parts(inputs: Inputs, dimension: Dimension) -> Iterator[Part[TermEntry]]:
    """Cut the terms of a dimension into pages; narrower terms follow their broader one."""
    size = inputs.config.per_page * LINES
    ordered = _with_narrower(list(inputs.entries[dimension].values()))
    ordered.sort(key=_stands_apart)
    return parts(ordered, size, routes.dimension(dimension))


def term_list_view(inputs: Inputs, dimension: Dimension, part: Part[TermEntry]) -> TermListView:
    """Give one page of a dimension's terms."""
    lead = text(f"pages.dimension.{dimension}.lead", count=_how_many(inputs, dimension))
    title = titled(text(f"pages.dimension.{dimension}.title"), part.number)
    return TermListView(
        head=head(inputs, Location(part.uri, title), lead),
        title=title,
        lead=lead,
        rows=tuple(_row(inputs, entry) for entry in part.items if not _stands_apart(entry)),
        empty=tuple(_row(inputs, entry) for entry in part.items if _stands_apart(entry)),
        pager=part.pager,
    )


def dimension_links() -> tuple[Link, ...]:
    """Give the links to the lists of terms."""
    return tuple(
        Link(text(f"pages.dimension.{name}.short"), routes.dimension(name)) for name in Dimension
    )


def counted_link(link: Link, label: str, count: Count) -> CountedLink:
    """Give a link with its number of cases, the fictional ones apart."""
    return CountedLink(label, link.uri, count.real, fictional(count))


def fictional(count: Count) -> str:
    """Say how many fictional cases come on top; nothing when there are none."""
    number = count.demonstration
    return text("pages.count.demonstration", demonstration=number) if number else ""


def fictional_beside(count: Count) -> str:
    """Say the same in brackets, for running text."""
    said = fictional(count)
    return text("pages.count.beside", demonstration=said) if said else ""


def counted(count: Count) -> CountSaid:
    """Say how many cases, the fictional ones apart."""
    return CountSaid(text("pages.count.cases", real=count.real), fictional_beside(count))


def _how_many(inputs: Inputs, dimension: Dimension) -> str:
    """Say how many terms; only enterprises can themselves be fictional."""
    if dimension is not Dimension.ENTERPRISE:
        return str(len(inputs.entries[dimension]))
    return text("pages.count.firms", real=inputs.firms.real) + fictional_beside(inputs.firms)


def _stands_apart(entry: TermEntry) -> bool:
    """Tell a term without cases from years and enterprises, which have other things to say."""
    return entry.term is not None and not entry.count


def _row(inputs: Inputs, entry: TermEntry) -> TermRow:
    return TermRow(
        inputs.term(entry.dimension, entry.slug),
        entry.counted.real,
        fictional(entry.counted),
        _note(inputs, entry),
        entry.parent in inputs.entries[entry.dimension],
    )


def _note(inputs: Inputs, entry: TermEntry) -> str:
    if entry.dimension is Dimension.YEAR:
        rounds = inputs.catalogue.editions_of_year(int(entry.slug))
        return text("pages.format.comma").join(item.edition.title for item in rounds)
    lines = paragraphs(entry.term.description) if entry.term else ()
    return lines[0] if lines else ""


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


def case_list_pages(inputs: Inputs) -> Pages:
    """Plan the list of all cases."""
    for part in case_list_parts(inputs):
        title = titled(text("pages.cases.title"), part.number)
        yield PlannedPage(part.uri, "cases.html", title, partial(case_list_view, inputs, part))


def term_list_pages(inputs: Inputs, dimension: Dimension) -> Pages:
    """Plan the list of a dimension's terms."""
    for part in term_list_parts(inputs, dimension):
        title = titled(text(f"pages.dimension.{dimension}.title"), part.number)
        make = partial(term_list_view, inputs, dimension, part)
        yield PlannedPage(part.uri, "terms.html", title, make)
