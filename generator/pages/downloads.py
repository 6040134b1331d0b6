"""What a page offers to take away: the documents that a build makes beside it."""

from collections.abc import Iterable, Mapping
from typing import Final

from generator.library.case import Case
from generator.library.edition import Edition
from generator.library.ids import CaseId, EditionId
from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.values import Link
from generator.strings import text

FORMS: Final[Mapping[str, tuple[str, ...]]] = {
    "case": ("docx", "pdf", "epub", "pptx"),
    "book": ("docx", "pdf", "epub"),
    "list": ("docx", "pdf", "xlsx", "csv"),
    "notice": ("docx", "pdf"),
    "handout": ("docx", "pdf"),
    "data": ("json", "csv", "xlsx", "sqlite", "jsonld"),
}
"""Kind of document → the forms in which a build makes it; a form is the ending of a file's name."""

DATA_FILES: Final[Mapping[str, str]] = {
    "json": "library.json",
    "csv": "cases.csv",
    "xlsx": "library.xlsx",
    "sqlite": "library.sqlite",
    "jsonld": "dataset.jsonld",
}
"""Form → name of the file of the open data."""


def forms_of(inputs: Inputs, what: str) -> tuple[str, ...]:
    """Give the forms of a kind of document that this library's builds make."""
    return tuple(form for form in FORMS[what] if f"{what}.{form}" in inputs.config.documents)


def case_downloads(inputs: Inputs, case: Case) -> tuple[Link, ...]:
    """Give the documents of a case: only of one that is listed, with a published text."""
    if not case.is_listed or case.body.is_empty:
        return ()
    return tuple(
        _link("case", form, routes.case_document(case.id, form))
        for form in forms_of(inputs, "case")
    )


def notice_downloads(inputs: Inputs, notice: Notice) -> tuple[Link, ...]:
    """Give the notice as documents."""
    forms = forms_of(inputs, "notice")
    return tuple(_link("notice", form, routes.notice_document(notice.id, form)) for form in forms)


def handout_downloads(inputs: Inputs, notice: Notice) -> tuple[Link, ...]:
    """Give the handout of a session; nothing of another notice."""
    forms = forms_of(inputs, "handout") if notice.front.session is not None else ()
    return tuple(_link("handout", form, routes.handout(notice.id, form)) for form in forms)


def list_downloads(inputs: Inputs, edition: Edition, *, is_empty: bool) -> tuple[Link, ...]:
    """Give the documents of an edition's list; none where the library holds none of its cases."""
    if is_empty:
        return ()
    return tuple(
        _link("list", form, routes.edition_list(edition.year, EditionId(edition.id), form))
        for form in forms_of(inputs, "list")
    )


def book_downloads(inputs: Inputs, year: str, case_ids: Iterable[CaseId]) -> tuple[Link, ...]:
    """Give the books of a year with these cases; none where none has a published text."""
    cases, forms = inputs.library.cases, forms_of(inputs, "book")
    if not forms or all(cases[case_id].body.is_empty for case_id in case_ids):
        return ()
    return tuple(_link("book", form, routes.year_book(int(year), form)) for form in forms)


def document_downloads(inputs: Inputs, path: str) -> tuple[Link, ...]:
    """Give the files of the open data on the hand-written page that explains them."""
    if path != routes.OPEN_DATA_SOURCE:
        return ()
    return tuple(
        Link(DATA_FILES[form], routes.encoded(routes.data(DATA_FILES[form])))
        for form in forms_of(inputs, "data")
    )


def _link(what: str, form: str, uri: str) -> Link:
    label = text(f"pages.downloads.{what}", form=text(f"pages.downloads.forms.{form}"))
    return Link(label, routes.encoded(uri))
