"""What the pages of all terms show, and the page of a region or an industry."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.neighbours import Neighbours
from generator.catalogue.terms import TermEntry
from generator.library.ids import CaseId
from generator.pages import routes
from generator.pages.course import CourseView, course_view
from generator.pages.feeds.links import feed_links
from generator.pages.feeds.lists import term_feed
from generator.pages.head import Head, addresses_of, head
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.lists import counted, counted_link
from generator.pages.modified import newest_case
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location, Thing, thing
from generator.pages.values import CountedLink, CountSaid, Fact, Link, LinkGroup, fact, paragraphs
from generator.strings import text

FEW: Final = 8
"""So many narrower terms without cases are shown at once, more of them on demand."""


@dataclass(frozen=True, slots=True)
class TermPart:
    """What every kind of term shows; what explains it stands on the first page only."""

    kind: str
    """Name of the dimension."""
    title: str
    about: tuple[str, ...]
    facts: tuple[Fact, ...]
    course: CourseView | None
    count: CountSaid
    rows: tuple[CaseRow, ...]
    pager: Pager | None
    neighbours: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class TermView:
    """One page of a region or an industry (template term.html)."""

    head: Head
    term: TermPart
    below_title: str
    below_note: str
    """Whose cases count for whom."""
    below: tuple[CountedLink, ...]
    """What belongs to it and has cases."""
    without: tuple[str, ...]
    """What belongs to it and has none yet."""
    without_title: str
    """Says how many; empty for few, which are shown at once."""


def term_parts(inputs: Inputs, entry: TermEntry) -> Iterator[Part[CaseId]]:
    """Cut the cases of a term into pages."""
    uri = routes.term(entry.dimension, entry.slug)
    return parts(entry.case_ids, inputs.config.per_page, uri)


def term_part(inputs: Inputs, entry: TermEntry, part: Part[CaseId]) -> TermPart:
    """Give what the page of any term shows."""
    is_first = part.number == 1
    term = entry.term if is_first else None
    return TermPart(
        kind=text(f"pages.dimension.{entry.dimension}.short"),
        title=titled(entry.label, part.number),
        about=paragraphs(term.description) if term else (),
        facts=_facts(inputs, entry) if is_first else (),
        course=course_view(inputs, entry) if is_first else None,
        count=counted(entry.counted),
        rows=inputs.rows_of(part.items),
        pager=part.pager,
        neighbours=neighbour_groups(inputs, entry) if is_first else (),
    )


def term_head(inputs: Inputs, entry: TermEntry, part: Part[CaseId], *things: Thing) -> Head:
    """Give the head of a term's page."""
    about = paragraphs(entry.term.description) if entry.term and part.number == 1 else ()
    said = f"{entry.label}{text('pages.format.colon')}{counted(entry.counted)}"
    location = Location(part.uri, titled(entry.label, part.number), crumbs(entry.dimension))
    feeds = feed_links(inputs, term_feed(entry))
    return head(inputs, location, about[0] if about else said, *things, feeds=feeds)


def defined_term(inputs: Inputs, entry: TermEntry) -> Thing:
    """Tell machines what a term of a vocabulary means."""
    address = addresses_of(inputs, routes.term(entry.dimension, entry.slug))
    term = entry.term
    return thing(
        "DefinedTerm",
        name=entry.label,
        alternateName=list(term.aliases) if term else [],
        description=" ".join(paragraphs(term.description)) if term else "",
        url=address.here,
        inDefinedTermSet=thing(
            "DefinedTermSet",
            name=text(f"pages.dimension.{entry.dimension}.title"),
            url=address.of(routes.dimension(entry.dimension)),
        ),
    )


def term_view(inputs: Inputs, entry: TermEntry, part: Part[CaseId]) -> TermView:
    """Give one page of a region or an industry."""
    is_first = part.number == 1
    known = inputs.catalogue.entries[entry.dimension].values()
    below = [item for item in known if item.parent == entry.slug] if is_first else []
    without = tuple(item.label for item in below if not item.count)
    return TermView(
        head=term_head(inputs, entry, part),
        term=term_part(inputs, entry, part),
        below_title=text(f"pages.term.below.{entry.dimension}") if below else "",
        below_note=_below_note(inputs, entry, bool(below)) if is_first else "",
        below=tuple(
            counted_link(inputs.term(item.dimension, item.slug), item.label, item.counted)
            for item in below
            if item.count
        ),
        without=without,
        without_title=text("pages.term.without", count=len(without)) if len(without) > FEW else "",
    )


def _below_note(inputs: Inputs, entry: TermEntry, has_below: bool) -> str:
    if has_below:
        return text(f"pages.term.includes.{entry.dimension}")
    above = inputs.term(entry.dimension, entry.parent).label
    return text("pages.term.counted_above", name=above) if above else ""


def crumbs(dimension: Dimension) -> tuple[Link, ...]:
    """Give the way from the home page to a term's page."""
    return (Link(text(f"pages.dimension.{dimension}.title"), routes.dimension(dimension)),)


def neighbour_groups(inputs: Inputs, entry: TermEntry) -> tuple[LinkGroup, ...]:
    """Give the commonest terms of the other dimensions among a term's cases."""
    return tuple(neighbour_group(inputs, found) for found in inputs.catalogue.neighbours(entry))


def neighbour_group(inputs: Inputs, found: Neighbours) -> LinkGroup:
    """Give the commonest terms of one dimension as links, and how many are left out."""
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


def edition_link(inputs: Inputs, year: str, edition_id: str, title: str) -> Link:
    """Give the link to an edition, which stands on its year's page."""
    uri = inputs.term(Dimension.YEAR, year).uri
    return Link(title, f"{uri}#{routes.edition_anchor(edition_id)}" if uri else "")


def page_title(entry: TermEntry, part: Part[CaseId]) -> str:
    """Give the title of a term's page in a window's bar: a region and a body may share a name."""
    kind = text(f"pages.dimension.{entry.dimension}.short")
    return titled(text("pages.term.titled", kind=kind, label=entry.label), part.number)


def term_pages(inputs: Inputs, entry: TermEntry) -> Pages:
    """Plan the pages of a region or an industry."""
    for part in term_parts(inputs, entry):
        make = partial(term_view, inputs, entry, part)
        on = newest_case(inputs, part.items)
        title = page_title(entry, part)
        yield PlannedPage(part.uri, "term.html", title, make, modified_on=on)
