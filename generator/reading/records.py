"""Typed values into frozen records; what pydantic refuses becomes faults."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.findings import Fault, KeyPath, Place
from generator.library.record import Record
from generator.reading.keys import key_names, nested_model, shown_key
from generator.reading.labels import prepare
from generator.reading.outcome import Outcome
from generator.suggestions import nearest

R = TypeVar("R", bound=Record)

MAX_SUGGESTIONS: Final = 20
"""So many unknown keys of one file get a nearest key; comparing names costs time."""

VARIANTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "model_type": "mapping",
        "dict_type": "mapping",
        "tuple_type": "list",
        "list_type": "list",
        "string_type": "text",
        "string_too_short": "empty",
        "int_type": "integer",
        "int_parsing": "integer",
        "int_parsing_size": "integer",
        "int_from_float": "integer",
        "float_type": "number",
        "float_parsing": "number",
        "finite_number": "number",
        "greater_than": "more-than",
        "greater_than_equal": "at-least",
        "less_than_equal": "at-most",
        "bool_type": "boolean",
        "bool_parsing": "boolean",
        "date_type": "date",
        "date_parsing": "date",
        "date_from_datetime_parsing": "date",
        "date_from_datetime_inexact": "date",
        "datetime_type": "moment",
        "datetime_parsing": "moment",
    }
)
"""Error type of pydantic → variant of the wording of `value-invalid`."""
_LIMITS: Final = ("gt", "ge", "le")


def make_record(
    model: type[R], data: Mapping[str, object], path: str, at: KeyPath = ()
) -> Outcome[R]:
    """Make a record of typed keys and values; `at` is where they stand in the file."""
    prepared, refused = prepare(model, data, path)
    refused_keys = {fault.place.key for fault in refused}
    try:
        record = model.model_validate(prepared)
    except ValidationError as error:
        found = _faults(model, error, path)
        faults = refused + tuple(f for f in found if f.place.key not in refused_keys)
        return Outcome(None, tuple(_below(fault, at) for fault in faults))
    return Outcome(record, tuple(_below(fault, at) for fault in refused))


def _below(fault: Fault, at: KeyPath) -> Fault:
    if not at or fault.place.key is None:
        return fault
    place = Place(key=(*at, *fault.place.key), on_key=fault.place.on_key)
    return Fault(fault.path, fault.code, place, fault.values)


def _faults(model: type[Record], error: ValidationError, path: str) -> Iterator[Fault]:
    suggestions = MAX_SUGGESTIONS
    for details in error.errors(include_url=False, include_input=False):
        if details["type"] == "extra_forbidden":
            suggestions -= 1
            yield _unknown_key(model, details["loc"], path, suggest=suggestions >= 0)
        else:
            yield _fault(details, path)


def _fault(details: ErrorDetails, path: str) -> Fault:
    key = details["loc"]
    if details["type"] == "missing":
        return Fault(path, "key-missing", Place(key=key), {"key": shown_key(key)})
    on_key = bool(key) and key[-1] == "[key]"
    if on_key:
        key = key[:-1]
    context: Mapping[str, Any] = details.get("ctx", {})
    limit = next((context[name] for name in _LIMITS if name in context), "")
    values = {
        "key": shown_key(key),
        "variant": "year" if on_key else VARIANTS.get(details["type"], "other"),
        "limit": f"{limit:g}" if isinstance(limit, float) else limit,
    }
    return Fault(path, "value-invalid", Place(key=key, on_key=on_key), values)


def _unknown_key(model: type[Record], key: KeyPath, path: str, *, suggest: bool) -> Fault:
    name = str(key[-1])
    allowed = key_names(nested_model(model, key))
    near = nearest(name, allowed) if suggest else ""
    values: dict[str, object] = {"key": name, "nearest": near, "allowed": allowed}
    if near:
        values["variant"] = "near"
    return Fault(path, "key-unknown", Place(key=key, on_key=True), values)
