"""The comparison: two to four cases side by side, put together by a script from their own pages.

Which cases can be compared stands in a file of its own, which the script reads: what an address
asks for is looked up there and nowhere else.
"""

import json
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.library.case import Case
from generator.pages import routes
from generator.pages.head import Head
from generator.pages.inputs import Inputs, has_page
from generator.pages.planned import Pages, PlannedPage
from generator.pages.platform.opening import opening
from generator.pages.verbatim import Verbatim
from generator.strings import text

COMPARE: Final = routes.service("compare")
COMPARABLE: Final = f"{COMPARE}cases.json"
"""The cases that can be compared."""


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page that compares cases (template service-compare.html)."""

    head: Head
    title: str
    lead: str
    comparable: str
    """Uri of the file that lists the cases that can be compared."""
    cases: str
    """Uri of the list of cases, for readers without a script."""


def compare_pages(inputs: Inputs) -> Pages:
    """Plan the page that compares cases, and the list of those that can be."""
    title = text("pages.platform.compare.title")
    yield PlannedPage(COMPARE, "service-compare.html", title, partial(compare_view, inputs))
    make = partial(comparable_cases, inputs)
    yield PlannedPage(COMPARABLE, "verbatim.html", COMPARABLE, make, indexed=False)


def compare_view(inputs: Inputs) -> CompareView:
    """Give the page that compares cases."""
    begun = opening(inputs, "compare")
    return CompareView(
        head=begun.head,
        title=begun.title,
        lead=begun.lead,
        comparable=COMPARABLE,
        cases=routes.CASES,
    )


def is_comparable(case: Case) -> bool:
    """Tell whether a case has a page with a text that is still recommended."""
    return has_page(case) and case.is_listed and not case.body.is_empty


def comparison_with(case: Case) -> str:
    """Give the address of a comparison that begins with a case; "" where it cannot be compared."""
    return f"{COMPARE}?cases={case.id}" if is_comparable(case) else ""


def comparable_cases(inputs: Inputs) -> Verbatim:
    """List the cases that can be compared, in the catalogue's order: what the chooser shows.

    A case is [id, title, place of its enterprise, mark]; without a mark the list is one shorter.
    """
    places: dict[str, int] = {}
    listed = [_line(inputs, case, places) for case in inputs.catalogue.cases if is_comparable(case)]
    known = {"enterprises": list(places), "cases": listed}
    return Verbatim(json.dumps(known, ensure_ascii=False, separators=(",", ":")) + "\n")


def _line(inputs: Inputs, case: Case, places: dict[str, int]) -> list[str | int]:
    row = inputs.row(case)
    place = places.setdefault(row.enterprise.label, len(places))
    return [case.id, row.title, place, *([row.mark] if row.mark else [])]
