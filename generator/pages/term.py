"""The page of one term: what it is, how many cases, which cases, and the doors to other terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.neighbours import Neighbours
from generator.catalogue.terms import TermEntry
from generator.library.ids import CaseId
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.lists import counted, counted_link
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import CountedLink, CountSaid, Fact, Link, LinkGroup, fact, paragraphs
from generator.strings import text

_WORDINGS: Final = {Dimension.RECOMMENDER: "pages.term.printed"}


@dataclass(frozen=True, slots=True)
class Wording:
    """What one edition calls the term."""

    edition: Link
    label: str
    wording: str
    """The paragraph as printed, or empty."""


@dataclass(frozen=True, slots=True)
class TermView:
    """One page of a term (template term.html); what explains it stands on the first page only."""

    head: Head
    kind: str
    """Name of the dimension."""
    title: str
    about: tuple[str, ...]
    problem: tuple[str, ...]
    """Methods: the problem that it solves."""
    facts: tuple[Fact, ...]
    wordings_title: str
    """Focus areas: what each edition says of it. Recommenders: under which name it printed it."""
    wordings: tuple[Wording, ...]
    count: CountSaid
    narrower: tuple[CountedLink, ...]
    rows: tuple[CaseRow, ...]
    pager: Pager | None
    neighbours: tuple[LinkGroup, ...]


def term_parts(inputs: Inputs, entry: TermEntry) -> Iterator[Part[CaseId]]:
    """Cut the cases of a term into pages."""
    uri = routes.term(entry.dimension, entry.slug)
    return parts(entry.case_ids, inputs.config.per_page, uri)


def term_view(inputs: Inputs, entry: TermEntry, part: Part[CaseId]) -> TermView:
    """Give one page of a term."""
    is_first = part.number == 1
    term = entry.term if is_first else None
    cases = inputs.library.cases
    count = counted(entry.counted)
    about = paragraphs(term.description) if term else ()
    return TermView(
        head=head(
            inputs,
            Location(part.uri, titled(entry.label, part.number), crumbs(entry.dimension)),
            about[0] if about else f"{entry.label}{text('pages.format.colon')}{count}",
        ),
        kind=text(f"pages.dimension.{entry.dimension}.short"),
        title=titled(entry.label, part.number),
        about=about,
        problem=paragraphs(term.problem) if term else (),
        facts=_facts(inputs, entry) if is_first else (),
        wordings_title=text(_WORDINGS.get(entry.dimension, "pages.term.wordings")),
        wordings=_wordings(inputs, entry) if is_first else (),
        count=count,
        narrower=_narrower(inputs, entry) if is_first else (),
        rows=tuple(inputs.row(cases[case_id]) for case_id in part.items),
        pager=part.pager,
        neighbours=neighbour_groups(inputs, entry) if is_first else (),
    )


def crumbs(dimension: Dimension) -> tuple[Link, ...]:
    """Give the way from the home page to a term's page."""
    return (Link(text(f"pages.dimension.{dimension}.title"), routes.dimension(dimension)),)


def neighbour_groups(inputs: Inputs, entry: TermEntry) -> tuple[LinkGroup, ...]:
    """Give the commonest terms of the other dimensions among a term's cases."""
    return tuple(_group(inputs, found) for found in inputs.catalogue.neighbours(entry))


def _group(inputs: Inputs, found: Neighbours) -> LinkGroup:
    links = tuple(
        counted_link(inputs.term(found.dimension, item.slug), item.label, item.count)
        for item in found.terms
    )
    more = text("pages.count.omitted", count=found.omitted)
    label = text(f"pages.dimension.{found.dimension}.short")
    return LinkGroup(label, links, Link(more) if found.omitted else None)


def _facts(inputs: Inputs, entry: TermEntry) -> tuple[Fact, ...]:
    term = entry.term
    if term is None:
        return ()
    return (
        *fact("broader", inputs.term(entry.dimension, entry.parent)),
        *fact("aliases", text("pages.format.comma").join(term.aliases)),
        *fact("code", term.code),
        *fact("since", text("pages.format.year", year=term.since) if term.since else ""),
        *fact("source", term.source),
    )


def _narrower(inputs: Inputs, entry: TermEntry) -> tuple[CountedLink, ...]:
    known = inputs.entries[entry.dimension]
    return tuple(
        counted_link(inputs.term(entry.dimension, slug), known[slug].label, known[slug].counted)
        for slug in entry.children
        if slug in known
    )


def _wordings(inputs: Inputs, entry: TermEntry) -> tuple[Wording, ...]:
    """Give a focus area in each edition's words, or a recommender as each edition printed it."""
    found: list[Wording] = []
    for held in inputs.catalogue.editions.values():
        edition = edition_link(inputs, str(held.edition.year), str(held.id), held.edition.title)
        if entry.dimension is Dimension.FOCUS_AREA:
            found.extend(
                Wording(edition, area.label, area.wording)
                for area in held.edition.focus_areas
                if area.area == entry.slug
            )
        elif entry.dimension is Dimension.RECOMMENDER:
            found.extend(
                Wording(edition, printed.printed, "")
                for printed in held.edition.recommenders
                if printed.id == entry.slug
            )
    return tuple(found)


def edition_link(inputs: Inputs, year: str, edition_id: str, title: str) -> Link:
    """Give the link to an edition, which stands on its year's page."""
    uri = inputs.term(Dimension.YEAR, year).uri
    return Link(title, f"{uri}#{routes.edition_anchor(edition_id)}" if uri else "")


def term_pages(inputs: Inputs, entry: TermEntry) -> Pages:
    """Plan the pages of a term."""
    kind = text(f"pages.dimension.{entry.dimension}.short")
    name = text("pages.term.titled", kind=kind, label=entry.label)
    for part in term_parts(inputs, entry):
        make = partial(term_view, inputs, entry, part)
        yield PlannedPage(part.uri, "term.html", titled(name, part.number), make)
