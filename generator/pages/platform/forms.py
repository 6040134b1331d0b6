"""The application forms: read from strings/zh/application_forms.toml, and checked.

The page, the blank Word form and the one filled in the browser are all made from these records.
Who edits the file need not program: a mistake is told by its place, `forms[2].sections[1].fields`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias, cast, get_args

from generator.pages.platform.editable import Editable

Kind: TypeAlias = Literal["line", "text", "date", "mail", "phone", "number", "choice"]
"""What is typed: a line, some paragraphs, a day, an address, a number, or one of some words."""

_KINDS: Final[tuple[str, ...]] = get_args(Kind)
_FILE: Final = Editable("application_forms", "pages.platform.application.broken")
_UNLIMITED: Final = ("date", "choice")
"""Kinds whose values cannot be too long."""
_KEY: Final = re.compile(r"[a-z][a-z_]*")
_SLUG: Final = re.compile(r"[a-z][a-z0-9-]*")
_KNOWN: Final = ("label", "kind", "required", "most", "hint", "choices")
_CHANGED: Final = ("key", "label", "hint", "required")
"""What a form may say otherwise of a common field."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in."""

    key: str
    """Letters and underscores; the same key in two forms is the same value."""
    label: str
    kind: Kind
    required: bool
    most: int
    """Characters at most; of a number the greatest; 0 for a date or a choice."""
    hint: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Fields under one heading."""

    title: str
    note: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """One form."""

    slug: str
    title: str
    lead: str
    basis: str
    """What the form rests on, and that another form of the office goes before it."""
    sections: tuple[Section, ...]
    declaration: str
    """What the applicant promises, to be agreed to on the page and signed on paper."""
    handwritten: tuple[str, ...]
    """Labels of the boxes that are left empty for hand and seal."""
    version: int
    """The same for all forms of one file."""


@cache
def forms(own: str = "") -> tuple[Form, ...]:
    """Give the library's own forms, or where that is empty the program's.

    Raises ConfigurationError where the file is wrong.
    """
    return read_forms(_FILE.source(own))


def fields_of(form: Form) -> tuple[Field, ...]:
    """Give all fields of a form in order."""
    return tuple(field for section in form.sections for field in section.fields)


def read_forms(source: Mapping[str, object]) -> tuple[Form, ...]:
    """Check what a file says and give it as records, or raise ConfigurationError."""
    version = _FILE.version(source)
    described = source.get("fields")
    if not isinstance(described, Mapping) or not described:
        raise _FILE.wrong("fields", "list")
    fields = {key: _field(key, item) for key, item in described.items()}
    read = tuple(
        _form(item, f"forms[{place}]", fields, version)
        for place, item in enumerate(_FILE.listed(source, "forms", ""), 1)
    )
    _FILE.unique((form.slug for form in read), "forms", "slug")
    return read


def _form(item: object, place: str, fields: Mapping[str, Field], version: int) -> Form:
    source = _FILE.table(item, place)
    slug = source.get("slug")
    if not isinstance(slug, str) or not _SLUG.fullmatch(slug):
        raise _FILE.wrong(f"{place}.slug", "slug")
    form = Form(
        slug=slug,
        title=_FILE.sentence(source.get("title"), f"{place}.title"),
        lead=_FILE.sentence(source.get("lead"), f"{place}.lead"),
        basis=_FILE.sentence(source.get("basis"), f"{place}.basis"),
        sections=tuple(
            _section(one, f"{place}.sections[{number}]", fields)
            for number, one in enumerate(_FILE.listed(source, "sections", f"{place}."), 1)
        ),
        declaration=_FILE.sentence(source.get("declaration"), f"{place}.declaration"),
        handwritten=_sentences(source, "handwritten", place),
        version=version,
    )
    _FILE.unique((field.key for field in fields_of(form)), f"{place}.fields", "key")
    return form


def _section(item: object, place: str, fields: Mapping[str, Field]) -> Section:
    source = _FILE.table(item, place)
    return Section(
        title=_FILE.sentence(source.get("title"), f"{place}.title"),
        note=_optional(source, "note", place),
        fields=tuple(
            _used(one, f"{place}.fields[{number}]", fields)
            for number, one in enumerate(_FILE.listed(source, "fields", f"{place}."), 1)
        ),
    )


def _used(item: object, place: str, fields: Mapping[str, Field]) -> Field:
    """Give a common field as a section uses it: by its key, or in other words."""
    changed = {"key": item} if isinstance(item, str) else _FILE.table(item, place)
    _no_others(changed, _CHANGED, place)
    field = fields.get(str(changed.get("key")))
    if field is None:
        raise _FILE.wrong(f"{place}.key", "unknown")
    return Field(
        key=field.key,
        label=_FILE.sentence(changed.get("label", field.label), f"{place}.label"),
        kind=field.kind,
        required=_yes_no(changed, "required", place, default=field.required),
        most=field.most,
        hint=_optional(changed, "hint", place) if "hint" in changed else field.hint,
        choices=field.choices,
    )


def _field(key: str, item: object) -> Field:
    place = f"fields.{key}"
    source = _FILE.table(item, place)
    _no_others(source, _KNOWN, place)
    if not _KEY.fullmatch(key):
        raise _FILE.wrong(place, "name")
    kind = source.get("kind")
    if kind not in _KINDS:
        raise _FILE.wrong(f"{place}.kind", "kind")
    return Field(
        key=key,
        label=_FILE.sentence(source.get("label"), f"{place}.label"),
        kind=cast(Kind, kind),
        required=_yes_no(source, "required", place, default=False),
        most=0 if kind in _UNLIMITED else _FILE.number(source.get("most"), f"{place}.most"),
        hint=_optional(source, "hint", place),
        choices=_sentences(source, "choices", place) if kind == "choice" else (),
    )


def _yes_no(source: Mapping[str, object], key: str, place: str, *, default: bool) -> bool:
    found = source.get(key, default)
    if not isinstance(found, bool):
        raise _FILE.wrong(f"{place}.{key}", "yes_no")
    return found


def _sentences(source: Mapping[str, object], key: str, place: str) -> tuple[str, ...]:
    found = _FILE.listed(source, key, f"{place}.")
    said = tuple(_FILE.sentence(one, f"{place}.{key}[{at}]") for at, one in enumerate(found, 1))
    if len(set(said)) < len(said):
        raise _FILE.wrong(f"{place}.{key}", "double")
    return said


def _optional(source: Mapping[str, object], key: str, place: str) -> str:
    found = source.get(key, "")
    if not isinstance(found, str):
        raise _FILE.wrong(f"{place}.{key}", "text")
    return found.strip()


def _no_others(source: Mapping[str, object], known: tuple[str, ...], place: str) -> None:
    for key in source:
        if key not in known:
            raise _FILE.wrong(f"{place}.{key}", "strange")
