"""The JSON Schema of `library.json`, made from its records; `docs/schema/` publishes it."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, get_args

from pydantic import BaseModel

from generator.publication.opendata.records import SCHEMA_VERSION
from generator.publication.opendata.rounds import LibraryRecord
from generator.strings import text

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
FILE: Final = "library.schema.json"
"""Its name in docs/schema/."""

_WORD: Final = re.compile(r"(?<!^)(?=[A-Z])")


def library_schema() -> str:
    """Give the schema as JSON text, each field described in Chinese."""
    made = LibraryRecord.model_json_schema()
    records = {record.__name__: record for record in records_below(LibraryRecord)}
    definitions = {
        name: _described(records[name], node) if name in records else _closed(node)
        for name, node in sorted(made.pop("$defs").items())
    }
    schema = {
        "$schema": DIALECT,
        "title": text("publication_opendata.schema_title", version=SCHEMA_VERSION),
        **_described(LibraryRecord, made),
        "$defs": definitions,
    }
    schema["properties"]["schema_version"]["const"] = SCHEMA_VERSION
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def records_below(record: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Give a record and all that it holds, each as often as it is held."""
    yield record
    for info in record.model_fields.values():
        for below in _records_in(info.annotation):
            yield from records_below(below)


def section_of(record: type[BaseModel]) -> str:
    """Give the table of the strings file that describes a record's fields: CaseRecord → case."""
    name = record.__name__.removesuffix("Record").removesuffix("Ref")
    return _WORD.sub("_", name).lower()


def _records_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 -- any type at all
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _records_in(part)


def _described(record: type[BaseModel], node: Mapping[str, Any]) -> dict[str, Any]:
    section = section_of(record)
    properties = {
        name: {
            "description": text(f"publication_opendata.record.{section}.{name}"),
            **{key: part for key, part in made.items() if key != "title"},
        }
        for name, made in node["properties"].items()
    }
    return {
        "type": "object",
        "properties": properties,
        "required": node["required"],
        "additionalProperties": False,
    }


def _closed(node: Mapping[str, Any]) -> dict[str, Any]:
    """Give a closed list of values."""
    return {"type": node["type"], "enum": node["enum"]}
