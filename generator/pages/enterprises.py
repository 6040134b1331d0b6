"""The list of enterprises, which says of each whether it holds a title today."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.lists import LINES, how_many
from generator.pages.modified import newest_of_terms
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.titles import titles_of
from generator.pages.values import Link, mark
from generator.strings import text


@dataclass(frozen=True, slots=True)
class EnterpriseRow:
    """An enterprise as one line of the list."""

    link: Link
    mark: str
    """演示 for a fictional enterprise, else empty."""
    years: tuple[Link, ...]
    """Of the titles it holds, the latest first; of those it held, when it holds none."""
    titles: str
    """2 项, or 原 1 项 for an enterprise that holds none any more."""
    state: str
    is_holder: bool


@dataclass(frozen=True, slots=True)
class EnterpriseListView:
    """One page of the enterprises (template enterprises.html)."""

    head: Head
    title: str
    lead: str
    rows: tuple[EnterpriseRow, ...]
    pager: Pager | None


def enterprise_list_parts(inputs: Inputs) -> Iterator[Part[TermEntry]]:
    """Cut the enterprises into pages."""
    entries = list(inputs.entries[Dimension.ENTERPRISE].values())
    return parts(entries, inputs.config.per_page * LINES, routes.dimension(Dimension.ENTERPRISE))


def enterprise_list_view(inputs: Inputs, part: Part[TermEntry]) -> EnterpriseListView:
    """Give one page of the enterprises."""
    lead = text("pages.dimension.enterprise.lead", count=how_many(inputs, Dimension.ENTERPRISE))
    title = titled(text("pages.dimension.enterprise.title"), part.number)
    return EnterpriseListView(
        head=head(inputs, Location(part.uri, title), lead),
        title=title,
        lead=lead,
        rows=tuple(_row(inputs, entry) for entry in part.items),
        pager=part.pager,
    )


def _row(inputs: Inputs, entry: TermEntry) -> EnterpriseRow:
    titles = titles_of(inputs.library, entry)
    told = titles.held or titles.lost
    years = sorted({case.front.year for case in told}, reverse=True)
    key = "titles" if titles.held else "former_titles"
    return EnterpriseRow(
        link=inputs.term(Dimension.ENTERPRISE, entry.slug),
        mark=mark(not titles.is_real),
        years=tuple(inputs.term(Dimension.YEAR, str(year)) for year in years),
        titles=text(f"pages.terms.{key}", count=len(told)),
        state=_state(len(titles.held), len(titles.lost)),
        is_holder=bool(titles.held),
    )


def _state(held: int, revoked: int) -> str:
    if not held:
        return text("pages.terms.state.revoked")
    if revoked:
        return text("pages.terms.state.some", count=revoked)
    return text("pages.terms.state.valid")


def enterprise_list_pages(inputs: Inputs) -> Pages:
    """Plan the list of enterprises."""
    for part in enterprise_list_parts(inputs):
        title = titled(text("pages.dimension.enterprise.title"), part.number)
        make = partial(enterprise_list_view, inputs, part)
        on = newest_of_terms(inputs, part.items)
        yield PlannedPage(part.uri, "enterprises.html", title, make, modified_on=on)
