"""The applications: the list of the forms, and a page for each.

What is typed stays in the browser. Only where the operator configured an office's address can it be
sent, after a click on a button that names the host and a second one that confirms the content.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.planned import Pages, PlannedPage
from generator.pages.platform.forms import Field, Form, Section, fields_of, forms
from generator.pages.platform.opening import hub_link, opening
from generator.pages.structured import Location
from generator.pages.values import Link
from generator.strings import table, text

_NAME: Final = "application"
_SHORT: Final = 60
"""Characters of a field that takes half a line on paper."""
_SMALL: Final = ("date", "number", "choice", "phone", "mail")
"""Kinds that take half a line however long they may be."""
_CODE: Final = "credit_code"
"""The field whose check digit is computed (GB 32100)."""
_AFTER: Final = {"date_to": "date_from"}
"""Days that must not lie before another."""
_FROM_CASE: Final = "case_"
"""What the keys of the facts of a case begin with."""
_AUTOCOMPLETE: Final = {
    "applicant": "organization",
    "contact_name": "name",
    "contact_post": "organization-title",
    "contact_phone": "tel",
    "contact_mail": "email",
}
"""What a browser may offer to fill in itself; the standard's tokens."""


@dataclass(frozen=True, slots=True)
class FormLine:
    """A form on the page of all."""

    link: Link
    lead: str
    blank: Link
    """The empty form in Word."""


@dataclass(frozen=True, slots=True)
class ApplicationsView:
    """The page of all forms (template service-application.html)."""

    head: Head
    title: str
    lead: str
    forms: tuple[FormLine, ...]
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field as the page asks for it."""

    field: Field
    check: str
    """`code` for the credit code, else the kind."""
    after: str
    """Key of the day that this one must not lie before, or empty."""
    autocomplete: str
    is_wide: bool
    """Takes the whole line on paper."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section as the page shows it."""

    title: str
    note: str
    fields: tuple[FieldView, ...]
    is_case: bool
    """Its fields are filled from a case."""
    rows: tuple[tuple[FieldView, ...], ...]
    """The same fields by lines of the printed table: one, or two that are short."""


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """One form (template service-application-form.html)."""

    head: Head
    form: Form
    sections: tuple[SectionView, ...]
    others: tuple[Link, ...]
    """The other forms."""
    blank: str
    """Address of the empty form in Word."""
    keys: str
    """The fields of all forms: what may be read from the device."""
    mail: str
    """mailto: address of the office, or empty."""
    address: str
    """Where a form is sent after a click, or empty."""
    host: str
    send: str
    """The words of the button: they name the host."""
    confirm_lead: str
    confirm_send: str
    said: tuple[tuple[str, str], ...]


def application_pages(inputs: Inputs) -> Pages:
    """Plan the page of all forms, and one for each."""
    title = text(f"pages.platform.{_NAME}.title")
    uri, make = routes.service(_NAME), partial(applications_view, inputs)
    yield PlannedPage(uri, "service-application.html", title, make)
    for form in forms(inputs.config.forms):
        view = partial(application_view, inputs, form)
        yield PlannedPage(_uri(form), "service-application-form.html", form.title, view)


def applications_view(inputs: Inputs) -> ApplicationsView:
    """Give the page of all forms."""
    begun = opening(inputs, _NAME)
    return ApplicationsView(
        head=begun.head,
        title=begun.title,
        lead=begun.lead,
        forms=tuple(
            FormLine(
                Link(form.title, _uri(form)),
                form.lead,
                Link(
                    text(f"pages.platform.{_NAME}.blank_of", title=form.title),
                    routes.form_document(form.slug),
                ),
            )
            for form in forms(inputs.config.forms)
        ),
        said=_said(),
    )


def application_view(inputs: Inputs, form: Form) -> ApplicationView:
    """Give the page of one form."""
    crumbs = hub_link(), Link(text(f"pages.platform.{_NAME}.title"), routes.service(_NAME))
    address = inputs.config.applications_address
    host = urlsplit(address).netloc
    every = forms(inputs.config.forms)
    return ApplicationView(
        head=head(inputs, Location(_uri(form), form.title, crumbs), form.lead),
        form=form,
        sections=tuple(_section(section) for section in form.sections),
        others=tuple(Link(one.title, _uri(one)) for one in every if one.slug != form.slug),
        blank=routes.form_document(form.slug),
        keys=" ".join(dict.fromkeys(field.key for one in every for field in fields_of(one))),
        mail=inputs.config.applications_mail,
        address=address,
        host=host,
        send=text(f"pages.platform.{_NAME}.send", host=host),
        confirm_lead=text(f"pages.platform.{_NAME}.confirm_lead", host=host),
        confirm_send=text(f"pages.platform.{_NAME}.confirm_send", host=host),
        said=_said(),
    )


def _section(section: Section) -> SectionView:
    fields = tuple(_field(field) for field in section.fields)
    return SectionView(
        title=section.title,
        note=section.note,
        fields=fields,
        is_case=any(one.field.key.startswith(_FROM_CASE) for one in fields),
        rows=tuple(_rows(fields)),
    )


def _field(field: Field) -> FieldView:
    return FieldView(
        field=field,
        check="code" if field.key == _CODE else field.kind,
        after=_AFTER.get(field.key, ""),
        autocomplete=_AUTOCOMPLETE.get(field.key, "off"),
        is_wide=field.kind not in _SMALL and (field.kind == "text" or field.most > _SHORT),
    )


def _rows(fields: Iterable[FieldView]) -> Iterator[tuple[FieldView, ...]]:
    """Put short neighbours on one line."""
    waiting: FieldView | None = None
    for one in fields:
        if waiting and not one.is_wide:
            yield waiting, one
            waiting = None
            continue
        if waiting:
            yield (waiting,)
        waiting = None if one.is_wide else one
        if one.is_wide:
            yield (one,)
    if waiting:
        yield (waiting,)


def _uri(form: Form) -> str:
    return f"{routes.service(_NAME)}{form.slug}/"


def _said() -> tuple[tuple[str, str], ...]:
    said = table(_NAME)["said"]
    assert isinstance(said, Mapping)
    return tuple((key.replace("_", "-"), str(words)) for key, words in said.items())
