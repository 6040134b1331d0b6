"""The page of a focus area: what it is, what each edition called it, its course, its cases."""

from dataclasses import dataclass
from functools import partial

from generator.catalogue.terms import TermEntry
from generator.library.ids import CaseId
from generator.pages.head import Head
from generator.pages.inputs import Inputs
from generator.pages.modified import newest_case
from generator.pages.paging import Part
from generator.pages.planned import Pages, PlannedPage
from generator.pages.term import (
    TermPart,
    defined_term,
    page_title,
    term_head,
    term_part,
    term_parts,
)
from generator.pages.wordings import Wording, focus_area_wordings


@dataclass(frozen=True, slots=True)
class FocusAreaView:
    """One page of a focus area (template focus_area.html)."""

    head: Head
    term: TermPart
    wordings: tuple[Wording, ...]


def focus_area_view(inputs: Inputs, entry: TermEntry, part: Part[CaseId]) -> FocusAreaView:
    """Give one page of a focus area."""
    is_first = part.number == 1
    things = (defined_term(inputs, entry),) if is_first else ()
    return FocusAreaView(
        head=term_head(inputs, entry, part, *things),
        term=term_part(inputs, entry, part),
        wordings=focus_area_wordings(inputs, entry) if is_first else (),
    )


def focus_area_pages(inputs: Inputs, entry: TermEntry) -> Pages:
    """Plan the pages of a focus area."""
    for part in term_parts(inputs, entry):
        make = partial(focus_area_view, inputs, entry, part)
        on = newest_case(inputs, part.items)
        title = page_title(entry, part)
        yield PlannedPage(part.uri, "focus_area.html", title, make, modified_on=on)
