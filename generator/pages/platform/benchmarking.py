"""The benchmarking: an enterprise's own numbers beside those that cases of its industry state.

The numbers never leave the device. The script reads what there is to compare from an index and
from the files of the chosen industry; a reader without a script finds the same in a list.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.library.case import Case
from generator.library.lifecycle import Direction
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.lists import counted
from generator.pages.planned import Pages, PlannedPage
from generator.pages.platform.indicator_statements import (
    Held,
    file_content,
    files_of,
    held_indicators,
    industries,
    sections_of,
    statements,
    stating,
)
from generator.pages.platform.measures import form_indicators, key_of, scales
from generator.pages.platform.opening import hub_link
from generator.pages.structured import Location
from generator.pages.values import CountSaid
from generator.pages.verbatim import Verbatim
from generator.strings import labels, table, text

BENCHMARKING: Final = routes.service("benchmarking")
INDEX: Final = f"{BENCHMARKING}index.json"
"""Industries, the form's indicators, units, and which file has which industry."""
_SHOWN: Final = 100
"""Indicators in the list for readers without a script."""
_EXAMPLES: Final = 3
"""Cases that a line of it leads to."""

Files = Sequence[Sequence[Case]]


@dataclass(frozen=True, slots=True)
class HeldLine:
    """An indicator that cases state."""

    name: str
    unit: str
    direction: str
    """Empty where its cases do not say it, or not the same."""
    count: CountSaid
    cases: tuple[CaseRow, ...]


@dataclass(frozen=True, slots=True)
class BenchmarkingView:
    """The page that places one's own numbers (template service-benchmarking.html)."""

    head: Head
    title: str
    lead: str
    index: str
    """Uri of what the script reads first."""
    held: tuple[HeldLine, ...]
    held_said: str
    """How many there are, and how many are shown."""


def benchmarking_pages(inputs: Inputs) -> Pages:
    """Plan the page, its index, and the files of statements."""
    title = text("pages.platform.benchmarking.title")
    cases = stating(inputs)
    files = files_of(cases)
    make = partial(benchmarking_view, inputs, cases)
    yield PlannedPage(BENCHMARKING, "service-benchmarking.html", title, make)
    index = partial(benchmarking_index, inputs, files)
    yield PlannedPage(INDEX, "verbatim.html", INDEX, index, indexed=False)
    for number, held in enumerate(files, 1):
        uri = _file(number)
        content = partial(benchmarking_file, inputs, held)
        yield PlannedPage(uri, "verbatim.html", uri, content, indexed=False)


def benchmarking_view(inputs: Inputs, cases: Sequence[Case]) -> BenchmarkingView:
    """Give the page; the list on it has the indicators that most cases state."""
    title = text("pages.platform.benchmarking.title")
    lead = text("pages.platform.benchmarking.lead")
    hub = hub_link()
    held = held_indicators(cases)
    key = "held_cut" if len(held) > _SHOWN else "held_all"
    return BenchmarkingView(
        head=head(inputs, Location(BENCHMARKING, title, (hub,)), lead),
        title=title,
        lead=lead,
        index=INDEX,
        held=tuple(_line(inputs, one) for one in held[:_SHOWN]),
        held_said=text(f"pages.platform.benchmarking.{key}", all=len(held), shown=_SHOWN),
    )


def benchmarking_with(case: Case) -> str:
    """Give the address that compares with a case's industry; "" where the case states nothing."""
    is_there = case.is_listed and case.industry and statements(case)
    return f"{BENCHMARKING}?industry={case.industry}" if is_there else ""


def benchmarking_index(inputs: Inputs, files: Files) -> Verbatim:
    """Give what the script must know before an industry is chosen, and its words."""
    return _json(
        {
            "words": table("benchmarking")["said"],
            "mark": text("pages.mark.demonstration"),
            "scales": [list(family.items()) for family in scales()],
            "form": [
                {
                    "key": key_of(one.name, one.unit),
                    "name": one.name,
                    "aliases": one.aliases,
                    "unit": one.unit,
                    "group": one.group,
                    "direction": {"higher": 1, "lower": -1}.get(one.direction, 0),
                }
                for one in form_indicators()
            ],
            "industries": _industries(inputs, files),
            "files": [
                {"uri": _file(number), "industries": _names(inputs, held)}
                for number, held in enumerate(files, 1)
            ],
        }
    )


def benchmarking_file(inputs: Inputs, cases: Sequence[Case]) -> Verbatim:
    """Give the statements of some cases."""
    return _json(file_content(inputs, cases))


def _line(inputs: Inputs, held: Held) -> HeldLine:
    said = {1: Direction.HIGHER, -1: Direction.LOWER}
    agreed = [labels("direction")[said[sign]] for sign in held.directions]
    return HeldLine(
        held.name,
        held.unit,
        agreed[0] if len(agreed) == 1 else "",
        counted(held.count),
        tuple(inputs.row(case) for case in held.cases[:_EXAMPLES]),
    )


def _industries(inputs: Inputs, files: Files) -> list[Mapping[str, object]]:
    """Give sections and divisions with cases; a division names its section."""
    entries = inputs.catalogue.entries[Dimension.INDUSTRY]
    counts = industries(inputs, [case for held in files for case in held])
    return [
        {
            "slug": slug,
            "label": entries[slug].label,
            "section": entries[slug].parent,
            "real": count.real,
            "demonstration": count.demonstration,
        }
        for slug, count in counts.items()
    ]


def _names(inputs: Inputs, cases: Sequence[Case]) -> list[str]:
    return sorted({slug for case in cases for slug in sections_of(inputs, case)})


def _file(number: int) -> str:
    return f"{BENCHMARKING}statements-{number}.json"


def _json(content: object) -> Verbatim:
    return Verbatim(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n")
