"""Citations of a selection of cases as one file: as their pages show them, one after the other.

A reference list by GB/T 7714—2015 for people; BibTeX, RIS and CSL-JSON for reference managers.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from generator.errors import BiaoganError
from generator.library.case import Case
from generator.pages.citations import Citation, citation
from generator.pages.inputs import Inputs
from generator.strings import text

GBT7714: Final = "gbt7714"
BIBTEX: Final = "bibtex"
RIS: Final = "ris"
CSL_JSON: Final = "csl-json"
ENDINGS: Final[Mapping[str, str]] = MappingProxyType(
    {GBT7714: "txt", BIBTEX: "bib", RIS: "ris", CSL_JSON: "json"}
)
"""The forms, and how the names of their files end."""
_ANCHORS: Final = {BIBTEX: "cite-bibtex", RIS: "cite-ris", CSL_JSON: "cite-csl"}
"""Where a case's page shows the record of a form."""


def citations(inputs: Inputs, cases: Iterable[Case], form: str) -> str:
    """Give the citations of listed cases in their order, one record a case.

    The day on which the reader looked is the reader's: a reference keeps the place for it that the
    page has, and the records for programs leave it out. Raises BiaoganError for a form that there
    is not, and for a case that is not listed: a withdrawn title is not to be cited.
    """
    if form not in ENDINGS:
        known = text("labels.joint").join(ENDINGS)
        raise BiaoganError(text("publication_citations.form", form=form, known=known))
    return _WRITERS[form]([_citation(inputs, case) for case in cases])


def _citation(inputs: Inputs, case: Case) -> Citation:
    if not case.is_listed:
        raise BiaoganError(text("publication.case.not_listed", id=case.id))
    return citation(inputs, case)


def _references(cited: Iterable[Citation]) -> str:
    """Write the references with their numbers, as the first system of the standard does."""
    return "".join(
        text("publication_citations.reference", number=number, reference=_reference(one)) + "\n"
        for number, one in enumerate(cited, start=1)
    )


def _reference(cited: Citation) -> str:
    """Put the parts together as the template of the case's page does."""
    looked = text("pages.citation.today")
    return f"{cited.before} {cited.issued}[{looked}]. {cited.place}"


def _bibtex(cited: Iterable[Citation]) -> str:
    return "\n".join(f"{_record(one, BIBTEX)}\n" for one in cited)


def _ris(cited: Iterable[Citation]) -> str:
    return "\n".join(f"{_record(one, RIS)}\n" for one in cited)


def _csl_json(cited: Iterable[Citation]) -> str:
    """Make one array of arrays of one item each."""
    items = (_record(one, CSL_JSON).removeprefix("[").removesuffix("]") for one in cited)
    return "[" + ",\n".join(items) + "]\n"


def _record(cited: Citation, form: str) -> str:
    return next(item.content for item in cited.records if item.anchor == _ANCHORS[form])


_WRITERS: Final[Mapping[str, Callable[[Iterable[Citation]], str]]] = {
    GBT7714: _references,
    BIBTEX: _bibtex,
    RIS: _ris,
    CSL_JSON: _csl_json,
}
