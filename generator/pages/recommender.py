"""The page of a recommender: under which names the editions printed it, its course, its cases."""

from dataclasses import dataclass
from functools import partial

from generator.catalogue.terms import TermEntry
from generator.library.ids import CaseId
from generator.pages.head import Head
from generator.pages.inputs import Inputs
from generator.pages.modified import newest_case
from generator.pages.paging import Part
from generator.pages.planned import Pages, PlannedPage
from generator.pages.term import TermPart, page_title, term_head, term_part, term_parts
from generator.pages.wordings import Wording, printed_names


@dataclass(frozen=True, slots=True)
class RecommenderView:
    """One page of a recommender (template recommender.html)."""

    head: Head
    term: TermPart
    names: tuple[Wording, ...]
    """The number is that of the edition's directory."""


def recommender_view(inputs: Inputs, entry: TermEntry, part: Part[CaseId]) -> RecommenderView:
    """Give one page of a recommender."""
    return RecommenderView(
        head=term_head(inputs, entry, part),
        term=term_part(inputs, entry, part),
        names=printed_names(inputs, entry) if part.number == 1 else (),
    )


def recommender_pages(inputs: Inputs, entry: TermEntry) -> Pages:
    """Plan the pages of a recommender."""
    for part in term_parts(inputs, entry):
        make = partial(recommender_view, inputs, entry, part)
        on = newest_case(inputs, part.items)
        title = page_title(entry, part)
        yield PlannedPage(part.uri, "recommender.html", title, make, modified_on=on)
