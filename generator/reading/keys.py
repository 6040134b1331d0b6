"""The keys of records: how they are typed, which record holds which, how a path of them reads."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import get_args

from pydantic.fields import FieldInfo

from generator.findings import KeyPath
from generator.library.record import Record


def key_of(name: str, info: FieldInfo) -> str:
    """Give the key under which a field is typed."""
    return info.alias or name


def key_names(model: type[Record]) -> tuple[str, ...]:
    """Give the keys of a record as they are typed, in their order."""
    return tuple(key_of(name, info) for name, info in model.model_fields.items())


def nested_model(model: type[Record], key: KeyPath) -> type[Record]:
    """Give the record that holds the last step of a key path, as far as the path is known."""
    for step in key[:-1]:
        if isinstance(step, int):
            continue
        below = nested_models(model).get(step)
        if below is None:
            break
        model = below
    return model


@cache
def nested_models(model: type[Record]) -> Mapping[str, type[Record]]:
    """Give the records below a record, by the key that holds one or a list of them."""
    found: dict[str, type[Record]] = {}
    for name, info in model.model_fields.items():
        for part in _parts(info.annotation):
            if isinstance(part, type) and issubclass(part, Record):
                found[key_of(name, info)] = part
    return found


def _parts(annotation: object) -> Iterable[object]:
    """Give the types that an annotation is made of: `tuple[X, ...]` and `X | None` give X."""
    arguments = get_args(annotation)
    if not arguments:
        return (annotation,)
    return (part for argument in arguments for part in _parts(argument))


def shown_key(key: KeyPath) -> str:
    """Give a key path as an editor reads it, lists counted from 1: videos[1].minutes."""
    shown = ""
    for step in key:
        if isinstance(step, int):
            shown += f"[{step + 1}]"
        else:
            shown += f".{step}" if shown else step
    return shown
