from enum import StrEnum
from typing import get_args

from generator.library.record import Record
from generator.reading.keys import nested_models
from generator.reading.labels import TABLES, choices
from generator.reading.records import VARIANTS
from generator.reading.schema import MODELS
from generator.strings import labels, table


def all_records() -> list[type[Record]]:
    records: list[type[Record]] = list(MODELS.values())
    for record in records:
        records += nested_models(record).values()
    return records


def closed_lists() -> set[type[StrEnum]]:
    annotations = [
        part
        for record in all_records()
        for info in record.model_fields.values()
        for part in (info.annotation, *get_args(info.annotation))
    ]
    return {part for part in annotations if isinstance(part, type) and issubclass(part, StrEnum)}


def test_every_closed_list_has_labels() -> None:
    assert closed_lists() == set(TABLES)
    for kind, name in TABLES.items():
        assert list(labels(name)) == [member.value for member in kind]


def test_labels_of_a_list_differ() -> None:
    for kind in TABLES:
        assert len(set(choices(kind))) == len(kind)


def test_what_pydantic_refuses_has_wording() -> None:
    wording = table("findings")["value-invalid"]
    assert isinstance(wording, dict)
    assert set(VARIANTS.values()) <= set(wording["variants"])
