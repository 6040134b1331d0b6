"""The self-evaluation: a questionnaire on the page, and what the script recommends after it.

The answers never leave the device; the script fetches the whole of the recommendations, so that
even the server cannot tell from a request what was answered.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.library.case import Case
from generator.pages import routes
from generator.pages.head import Head
from generator.pages.inputs import Inputs
from generator.pages.lists import counted, fictional
from generator.pages.planned import Pages, PlannedPage
from generator.pages.platform.opening import opening
from generator.pages.platform.questionnaire import GENERAL, Question, questionnaire
from generator.pages.values import Link
from generator.pages.verbatim import Verbatim
from generator.strings import table, text

_NAME: Final = "evaluation"
_CASES: Final = 6
"""Cases recommended for a focus area, at most."""
_METHODS: Final = 5
"""Methods, at most."""


@dataclass(frozen=True, slots=True)
class DimensionView:
    """One part of the questionnaire."""

    slug: str
    label: str
    about: str
    is_general: bool
    """True: not to be chosen, for everybody answers it."""
    more: Link
    """The focus area's own page; without an address where the library has none."""
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """The self-evaluation (template service-evaluation.html)."""

    head: Head
    title: str
    lead: str
    basis: str
    version: int
    levels: tuple[str, ...]
    dimensions: tuple[DimensionView, ...]
    said: tuple[tuple[str, str], ...]
    """What the script says, by name."""
    data: str
    """Address of the recommendations."""
    template: str
    """Address of the Word file that the script fills with the result."""
    fields: Link
    """All focus areas, for a reader without a script."""


def evaluation_pages(inputs: Inputs) -> Pages:
    """Plan the page of the questionnaire, and the file of what is recommended after it."""
    title = text(f"pages.platform.{_NAME}.title")
    uri = routes.service(_NAME)
    make = partial(evaluation_view, inputs)
    yield PlannedPage(uri, "service-evaluation.html", title, make)
    data = partial(recommendations, inputs)
    yield PlannedPage(_data_uri(), "verbatim.html", _data_uri(), data, indexed=False)


def evaluation_view(inputs: Inputs) -> EvaluationView:
    """Give the page of the questionnaire."""
    known = questionnaire(inputs.config.questionnaire)
    begun = opening(inputs, _NAME)
    return EvaluationView(
        head=begun.head,
        title=begun.title,
        lead=begun.lead,
        basis=text(f"pages.platform.{_NAME}.basis", version=known.version),
        version=known.version,
        levels=known.levels,
        dimensions=tuple(
            DimensionView(
                slug=item.slug,
                label=_area(inputs, item.slug, item.label).label,
                about=item.about,
                is_general=item.slug == GENERAL,
                more=_area(inputs, item.slug, item.label),
                questions=item.questions,
            )
            for item in known.dimensions
        ),
        said=_said(),
        data=_data_uri(),
        template=routes.EVALUATION_DOCUMENT,
        fields=Link(
            text("pages.dimension.focus_area.title"), routes.dimension(Dimension.FOCUS_AREA)
        ),
    )


def recommendations(inputs: Inputs) -> Verbatim:
    """Give the cases to learn from and the methods most used, for every focus area asked about."""
    entries = inputs.entries[Dimension.FOCUS_AREA]
    areas = {
        item.slug: _recommended(inputs, entries[item.slug])
        for item in questionnaire(inputs.config.questionnaire).dimensions
        if item.slug in entries
    }
    return Verbatim(json.dumps({"areas": areas}, ensure_ascii=False, separators=(",", ":")) + "\n")


def _recommended(inputs: Inputs, entry: TermEntry) -> Mapping[str, object]:
    cases = [inputs.library.cases[case_id] for case_id in entry.case_ids]
    held = [case for case in cases if not case.body.is_empty]
    held.sort(key=lambda case: case.is_demonstration)  # real ones first, else as in the catalogue
    return {
        "cases": [_case(inputs, case) for case in held[:_CASES]],
        "methods": _methods(inputs, entry),
    }


def _case(inputs: Inputs, case: Case) -> Mapping[str, str]:
    row = inputs.row(case)
    return {
        "title": row.link.label,
        "uri": row.link.uri,
        "enterprise": row.enterprise.label,
        "mark": row.mark,
    }


def _methods(inputs: Inputs, entry: TermEntry) -> list[Mapping[str, str]]:
    return [
        {
            "label": (link := inputs.term(Dimension.METHOD, term.slug)).label,
            "uri": link.uri,
            "count": str(counted(term.count)) if term.count.real else fictional(term.count),
        }
        for neighbours in inputs.catalogue.neighbours(entry)
        if neighbours.dimension is Dimension.METHOD
        for term in neighbours.terms[:_METHODS]
    ]


def _area(inputs: Inputs, slug: str, label: str) -> Link:
    """Give the focus area's own name and page, or the questionnaire's name where it has none."""
    return inputs.links[Dimension.FOCUS_AREA].get(slug) or Link(label)


def _said() -> tuple[tuple[str, str], ...]:
    platform = table("pages")["platform"]
    assert isinstance(platform, Mapping)
    return tuple(platform[_NAME]["said"].items())


def _data_uri() -> str:
    return f"{routes.service(_NAME)}data.json"
