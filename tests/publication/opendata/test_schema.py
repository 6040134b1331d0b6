"""The published schema: current, whole, and every field described."""

import json
from pathlib import Path

import jsonschema

from generator.publication.opendata.rounds import LibraryRecord
from generator.publication.opendata.schema import FILE, library_schema, records_below, section_of
from generator.strings import table

ROOT = Path(__file__).resolve().parents[3]


def test_the_published_schema_is_current() -> None:
    published = ROOT / "docs" / "schema" / FILE
    assert published.read_text(encoding="utf-8") == library_schema()


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(library_schema()))


def test_no_description_is_of_a_field_that_is_gone() -> None:
    described = table("publication_opendata")["record"]
    assert isinstance(described, dict)
    fields: dict[str, set[str]] = {}
    for record in records_below(LibraryRecord):
        fields.setdefault(section_of(record), set()).update(record.model_fields)
    assert {name: set(keys) for name, keys in described.items()} == fields


def test_the_guide_names_every_field_of_a_case() -> None:
    guide = (ROOT / "docs" / "opendata.md").read_text(encoding="utf-8")
    for name in json.loads(library_schema())["$defs"]["CaseRecord"]["properties"]:
        assert f"`{name}`" in guide, name
