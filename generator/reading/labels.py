"""What an editor types, turned into what the records want, key by key.

The records say of each key what it holds; from that follows how its typed text is read: a label of
a closed list, a date, yes or no, a list for which one item alone may be typed. Nothing is guessed:
what does not fit is a fault, and its key is left out.
"""

import re
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache, partial
from typing import Final, Union, get_args, get_origin

from generator.findings import Fault, KeyPath, Place
from generator.library.lifecycle import (
    Direction,
    Level,
    NameRule,
    NoticeKind,
    RevocationGround,
    Size,
    Status,
    VideoProvider,
)
from generator.library.paper import Typeface, TypeSize
from generator.library.record import Record
from generator.library.vocabulary import fold
from generator.reading.keys import key_of, shown_key
from generator.strings import labels
from generator.suggestions import nearest

TABLES: Final[Mapping[type[StrEnum], str]] = {
    Status: "status",
    Level: "level",
    Size: "size",
    Direction: "direction",
    RevocationGround: "ground",
    NoticeKind: "kind",
    NameRule: "name_rule",
    VideoProvider: "provider",
    Typeface: "typeface",
    TypeSize: "type_size",
}
"""Closed list → its table in strings/zh/labels.toml."""

SHANGHAI: Final = timezone(timedelta(hours=8))
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_BOOLEANS: Final = {"true": True, "yes": True, "false": False, "no": False}
_BOOLEAN_TABLE: Final = "boolean"

_Refusals = list[tuple[KeyPath, str, Mapping[str, object]]]
_Reader = Callable[[object, KeyPath, _Refusals], object]
_REFUSED: Final = object()


def prepare(
    model: type[Record], data: Mapping[str, object], path: str
) -> tuple[dict[str, object], tuple[Fault, ...]]:
    """Turn the typed values of a record into those that its model takes; keys without value go."""
    refusals: _Refusals = []
    prepared = _record(model, data, (), refusals)
    faults = tuple(
        Fault(path, code, Place(key=key), {"key": shown_key(key), **values})
        for key, code, values in refusals
    )
    return (prepared if isinstance(prepared, dict) else {}), faults


def choices(kind: type[StrEnum]) -> tuple[str, ...]:
    """Give the labels of a closed list in its order."""
    table = labels(TABLES[kind])
    return tuple(table[member.value] for member in kind)


@cache
def _readers(model: type[Record]) -> Mapping[str, _Reader]:
    return {
        key_of(name, info): _reader(info.annotation) for name, info in model.model_fields.items()
    }


def _reader(annotation: object) -> _Reader:
    """Choose how the text typed for a key is read."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return partial(_list, _reader(arguments[0]))
    kinds = [kind for kind in arguments if kind is not types.NoneType] or [annotation]
    if origin in (Union, types.UnionType) and len(kinds) > 1:
        return _moment if datetime in kinds else _as_typed
    kind = kinds[0] if origin in (None, Union, types.UnionType) else annotation
    if not isinstance(kind, type):
        return _as_typed
    if issubclass(kind, StrEnum):
        return partial(_label, kind)
    if issubclass(kind, Record):
        return partial(_record, kind)
    return {date: _day, datetime: _moment, bool: _boolean}.get(kind, _as_typed)


def _as_typed(value: object, _key: KeyPath, _refusals: _Refusals) -> object:
    return value


def _record(model: type[Record], value: object, key: KeyPath, refusals: _Refusals) -> object:
    if not isinstance(value, dict):
        return value
    readers = _readers(model)
    prepared: dict[str, object] = {}
    for name, typed in value.items():
        reader = readers.get(name)
        if reader is None or (reader is _as_typed and typed is not None):
            prepared[name] = typed
        elif typed is not None:
            read = reader(typed, (*key, name), refusals)
            if read is not _REFUSED:
                prepared[name] = read
    return prepared


def _list(item: _Reader, value: object, key: KeyPath, refusals: _Refusals) -> object:
    if not isinstance(value, list):
        return [item(value, key, refusals)]
    return [
        item(typed, (*key, index), refusals)
        for index, typed in enumerate(value)
        if typed is not None
    ]


def _label(kind: type[StrEnum], value: object, key: KeyPath, refusals: _Refusals) -> object:
    found = _names(kind).get(fold(value)) if isinstance(value, str) else None
    if found is not None:
        return found
    allowed = choices(kind)
    name = value if isinstance(value, str) else "\u2026"
    near = nearest(name, allowed)
    variant = "closed-near" if near else "closed"
    values = {"name": name, "nearest": near, "allowed": allowed, "variant": variant}
    refusals.append((key, "value-unknown", values))
    return _REFUSED


@cache
def _names(kind: type[StrEnum]) -> Mapping[str, StrEnum]:
    table = labels(TABLES[kind])
    names = {fold(member.value): member for member in kind}
    return names | {fold(table[member.value]): member for member in kind}


def _day(value: object, key: KeyPath, refusals: _Refusals) -> object:
    if isinstance(value, str) and _DAY.fullmatch(value.strip()):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            pass
    refusals.append((key, "value-invalid", {"variant": "date"}))
    return _REFUSED


def _moment(value: object, key: KeyPath, refusals: _Refusals) -> object:
    """Read a day, or a day and hour; an hour with another time zone is turned to Shanghai's."""
    if isinstance(value, str) and _DAY.fullmatch(value.strip()):
        return _day(value, key, refusals)
    if isinstance(value, str) and _MOMENT.fullmatch(value.strip()):
        try:
            moment = datetime.fromisoformat(value.strip())
            return moment.astimezone(SHANGHAI).replace(tzinfo=None) if moment.tzinfo else moment
        except (ValueError, OverflowError):
            pass
    refusals.append((key, "value-invalid", {"variant": "moment"}))
    return _REFUSED


def _boolean(value: object, key: KeyPath, refusals: _Refusals) -> object:
    found = _booleans().get(fold(value)) if isinstance(value, str) else None
    if found is not None:
        return found
    refusals.append((key, "value-invalid", {"variant": "boolean"}))
    return _REFUSED


@cache
def _booleans() -> Mapping[str, bool]:
    shown = labels(_BOOLEAN_TABLE)
    return _BOOLEANS | {fold(shown[name]): name == "true" for name in ("true", "false")}
