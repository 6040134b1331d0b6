"""The search page: the names of everything that has a page, looked through in the browser.

The names are one file that only a search fetches. Without a script the page offers the catalogues.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.library.lifecycle import Status
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.lists import counted, dimension_links
from generator.pages.notices import notice_row
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import Link
from generator.pages.verbatim import Verbatim
from generator.strings import labels, text

_TERMS: Final = (
    Dimension.METHOD,
    Dimension.FOCUS_AREA,
    Dimension.ENTERPRISE,
    Dimension.RECOMMENDER,
    Dimension.INDUSTRY,
    Dimension.REGION,
)

Entry = tuple[str, str, str, str, str, str]
"""Group, name, what stands beside it, address, other names to look through, and what is shown
but not looked through."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page (template search.html)."""

    head: Head
    title: str
    names_uri: str
    """The file that a search fetches, relative to the site's root."""
    catalogues: tuple[Link, ...]


def search_pages(inputs: Inputs) -> Pages:
    """Plan the search page and the file that it looks through."""
    title = text("pages.search.title")
    yield PlannedPage(routes.SEARCH, "search.html", title, partial(search_view, inputs))
    names = partial(names_view, inputs)
    uri = routes.SEARCH_NAMES
    yield PlannedPage(uri, "verbatim.html", uri, names, indexed=False)


def search_view(inputs: Inputs) -> SearchView:
    """Give the search page."""
    title = text("pages.search.title")
    return SearchView(
        head=head(inputs, Location(routes.SEARCH, title), text("pages.search.lead")),
        title=title,
        names_uri=routes.SEARCH_NAMES,
        catalogues=(Link(text("pages.navigation.cases"), routes.CASES), *dimension_links()),
    )


def names_view(inputs: Inputs) -> Verbatim:
    """Give the names as JSON: a list of `Entry`, cases first, each kind in its own order."""
    entries = [*_cases(inputs), *_terms(inputs), *_notices(inputs)]
    return Verbatim(json.dumps(entries, ensure_ascii=False, separators=(",", ":")) + "\n")


def _cases(inputs: Inputs) -> Iterator[Entry]:
    group = text("pages.search.cases")
    beside = text("pages.format.beside")
    for case in (*inputs.catalogue.cases, *inputs.catalogue.revoked):
        row = inputs.row(case)
        name, other = row.title, row.enterprise.label
        if not row.is_titled:
            name, other = other, name
        about = beside.join(part for part in (row.mark, row.status, other, row.about) if part)
        methods = (inputs.term(Dimension.METHOD, slug).label for slug in case.methods)
        region = inputs.term(Dimension.REGION, case.region).label
        others = (case.id, *case.front.enterprise_aliases, *methods, region, case.front.city)
        yield group, name, about, row.uri, " ".join(others).strip(), ""


def _terms(inputs: Inputs) -> Iterator[Entry]:
    for dimension in _TERMS:
        group = text(f"pages.dimension.{dimension}.short")
        for entry in inputs.entries[dimension].values():
            others = entry.term.aliases if entry.term else ()
            if entry.enterprise:
                others = entry.enterprise.other_names
            uri = inputs.term(dimension, entry.slug).uri
            yield group, entry.label, "", uri, " ".join(others), _held(entry)


def _held(entry: TermEntry) -> str:
    if entry.count:
        return str(counted(entry.counted))
    return labels("status")[Status.REVOKED] if entry.revoked_ids else ""


def _notices(inputs: Inputs) -> Iterator[Entry]:
    group = text("pages.notices.title")
    beside = text("pages.format.beside")
    for notice in inputs.catalogue.notices.notices:
        row = notice_row(inputs, notice)
        about = beside.join(part for part in (row.mark, row.kind, row.date, row.issuer) if part)
        yield group, row.link.label, about, row.link.uri, notice.front.document_number, ""
