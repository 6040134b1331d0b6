"""JSON Schema of the files, for editors' tools: made from the records, in Chinese.

The schema is a help while typing; the reading itself is more lenient (a slug, an English value,
several names in one text) and, where a rule depends on the edition, more exact.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, Literal

from generator.library.case import CaseFrontMatter
from generator.library.edition import Edition
from generator.library.ids import EditionId
from generator.library.notice import NoticeFrontMatter
from generator.library.record import Record
from generator.library.vocabulary import Vocabularies, VocabularyName
from generator.reading.keys import key_of, nested_models
from generator.reading.labels import TABLES, choices
from generator.strings import text

Kind = Literal["case", "notice", "edition"]
Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
MODELS: Final[Mapping[Kind, type[Record]]] = {
    "case": CaseFrontMatter,
    "notice": NoticeFrontMatter,
    "edition": Edition,
}
NEVER_TYPED: Final[Mapping[type[Record], frozenset[str]]] = {Edition: frozenset({"id"})}
"""Keys that the program fills."""

_WORD: Final = re.compile(r"(?<!^)(?=[A-Z])")
_YEAR: Final = r"^\d{4}$"
_DAY: Final = r"^\d{4}-\d{2}-\d{2}$"
_MOMENT: Final = r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$"
_EMPTY: Final[Schema] = {"type": "null"}


def json_schema(
    kind: Kind, vocabularies: Vocabularies, editions: Mapping[EditionId, Edition] | None = None
) -> Schema:
    """Give the JSON Schema of one kind of file; names come from vocabularies and editions."""
    model = MODELS[kind]
    made = model.model_json_schema(by_alias=True)
    names = _Names(vocabularies, editions or {})
    records = {record.__name__: record for record in _records(model)}
    definitions = {
        name: _object(record, made["$defs"][name], names)
        for name, record in sorted(records.items())
        if record is not model
    }
    schema: Schema = {"$schema": DIALECT, "title": text(f"schema.kinds.{kind}")}
    schema |= _object(model, made, names)
    return schema | ({"$defs": definitions} if definitions else {})


def section_of(model: type[Record]) -> str:
    """Give the table of strings/zh/schema.toml that describes the keys of a record."""
    for kind, top in MODELS.items():
        if model is top:
            return kind
    return _WORD.sub("_", model.__name__).lower()


def _records(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for below in nested_models(model).values():
        yield from _records(below)


class _Names:
    """The names that may be typed for a key."""

    def __init__(self, vocabularies: Vocabularies, editions: Mapping[EditionId, Edition]) -> None:
        rounds = [editions[key] for key in sorted(editions)]
        areas = (item.label for edition in rounds for item in edition.focus_areas)
        printed = (item.printed for edition in rounds for item in edition.recommenders)
        names = VocabularyName
        self._vocabularies = vocabularies
        self._lists: Mapping[tuple[str, str], Sequence[str | int]] = {
            ("case", "field"): self._of(names.FOCUS_AREAS, areas),
            ("case", "method"): self._of(names.METHODS),
            ("case", "recommender"): self._of(names.RECOMMENDERS, printed),
            ("case", "region"): self._of(names.REGIONS),
            ("case", "industry"): [
                *self._of(names.INDUSTRIES),
                *self._slugs(names.INDUSTRIES),
                *self._numbers(names.INDUSTRIES),
            ],
            ("edition", "region"): self._slugs(names.REGIONS),
            ("focus_area_wording", "area"): self._slugs(names.FOCUS_AREAS),
            ("printed_recommender", "id"): self._slugs(names.RECOMMENDERS),
        }

    def allowed(self, section: str, key: str) -> Sequence[str | int]:
        """Give the names for a key, or nothing when it takes free text."""
        return self._lists.get((section, key), [])

    def _of(self, name: VocabularyName, printed: Iterable[str] = ()) -> list[str]:
        terms = self._vocabularies[name].terms
        aliases = (alias for term in terms for alias in term.aliases)
        return list(dict.fromkeys([*(term.label for term in terms), *printed, *aliases]))

    def _slugs(self, name: VocabularyName) -> list[str]:
        return [term.slug for term in self._vocabularies[name].terms]

    def _numbers(self, name: VocabularyName) -> list[int]:
        """Give the codes that YAML reads as numbers when they stand without quotes."""
        return [int(slug) for slug in self._slugs(name) if slug.isdigit() and slug[0] != "0"]


def _object(model: type[Record], made: Schema, names: _Names) -> Schema:
    section = section_of(model)
    required = made.get("required", [])
    left_out = NEVER_TYPED.get(model, frozenset())
    properties: Schema = {}
    for name, info in model.model_fields.items():
        key = key_of(name, info)
        if key in left_out:
            continue
        value = _value(made["properties"][key])
        value = _named(value, names.allowed(section, key))
        if key not in required:
            value = _or_empty(value)
        description = text(f"schema.{section}.{key}")
        properties[key] = {"description": description, **value}
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _value(made: Schema) -> Schema:
    """Turn pydantic's schema of a value into one for what is typed."""
    options = [option for option in made.get("anyOf", ()) if option != _EMPTY]
    if len(options) > 1:
        return {"type": "string", "pattern": _MOMENT}
    core = options[0] if options else made
    if "$ref" in core:
        return _reference(core["$ref"])
    kept = {name: part for name, part in core.items() if name in _KEPT}
    if core.get("format") == "date":
        return {"type": "string", "pattern": _DAY}
    if "items" in core:
        items = _value(core["items"])
        one_alone = items.get("type") == "string"
        return {"type": ["array", "string"] if one_alone else "array", "items": items}
    if isinstance(core.get("additionalProperties"), dict):
        return _years(_value(core["additionalProperties"]))
    return kept


_KEPT: Final = frozenset(
    {"type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength"}
)


def _years(value: Schema) -> Schema:
    return {"type": "object", "propertyNames": {"pattern": _YEAR}, "additionalProperties": value}


def _reference(address: str) -> Schema:
    kind = _CLOSED.get(address.rpartition("/")[2])
    return {"enum": list(choices(kind))} if kind else {"$ref": address}


_CLOSED: Final[Mapping[str, type[StrEnum]]] = {kind.__name__: kind for kind in TABLES}


def _named(value: Schema, allowed: Sequence[str | int]) -> Schema:
    """Limit a text, or the texts of a list, to the names that may be typed."""
    if not allowed:
        return value
    one = {"enum": list(allowed)}
    if "items" in value:
        return {"anyOf": [{"type": "array", "items": one}, one]}
    return one


def _or_empty(value: Schema) -> Schema:
    """Let a key that may be left out also stand there without a value."""
    if "type" in value:
        types = value["type"] if isinstance(value["type"], list) else [value["type"]]
        return {**value, "type": [*types, "null"]}
    return {"anyOf": [*value.get("anyOf", [value]), dict(_EMPTY)]}
