"""The digest of a view: equal values have equal digests, in every process and every run of Python.

A page's key is made from it, so it is total and canonical. A value becomes a tree of tuples, lists
and plain values: only tuples stay tuples, everything else is a list that begins with the tag of its
kind or class, so no two values share a tree. `marshal` writes the tree with the length of each part
before it; its version 2 knows no references, so it does not matter which values are one object.
10,000 case views take 0.4 s this way; a walk that writes every value in Python takes four times as
long.
"""

import marshal
from collections.abc import Callable, Collection, Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from types import MappingProxyType, UnionType
from typing import Any, Final, Union, get_args, get_origin

from generator.library.record import Record
from generator.pages.inputs import CaseRow
from generator.pages.notice_rows import NoticeRow
from generator.pages.values import SharedFact

WHOLE: Final = 16
"""Bytes of the digest of a view."""
PART: Final = 8
"""Bytes of the digest of one field."""
_VERSION: Final = 2
"""Of marshal's format; from 3 on, identical and equal values are written differently."""
_PLAIN: Final[frozenset[type]] = frozenset({str, int, float, bool, bytes, type(None)})
"""Types that marshal writes as they are; a subclass is none of them."""
_UNIONS: Final[frozenset[object]] = frozenset({UnionType, Union})
SHARED: Final[frozenset[type]] = frozenset({CaseRow, NoticeRow, SharedFact})
"""Records that stand on many pages and live as long as the inputs: digested once."""

_Tree = object
_Flatten = Callable[[object], _Tree]


class Digester:
    """Digests many views; what they share is digested once, as long as the digester is kept."""

    def __init__(self, shared: Collection[type] = SHARED) -> None:
        kinds = frozenset(shared)
        self._flatten = _Flattening(kinds, trusting=True)
        self._careful = _Flattening(kinds, trusting=False)

    def digest_of(self, view: object) -> bytes:
        """Give 16 bytes for a view; raises TypeError for a value of an unknown type."""
        return self._digest(view, WHOLE)

    def field_digests(self, view: object) -> dict[str, bytes]:
        """Give 8 bytes for each field of a view, to tell which of them changed.

        Raises TypeError for a value of an unknown type, and for a view without fields.
        """
        kind: Any = type(view)
        names = _names_of(kind)
        return {name: self._digest(getattr(view, name), PART) for name in names}

    def _digest(self, value: object, size: int) -> bytes:
        try:
            return _digest(self._flatten.tree(value), size)
        except ValueError:  # marshal met a subclass, as of str, in a field that says str
            return _digest(self._careful.tree(value), size)


class _Flattening(dict[type, _Flatten]):
    """What makes the tree of a value, by its class; compiled when a class first comes."""

    def __init__(self, shared: frozenset[type], *, trusting: bool) -> None:
        super().__init__(dict.fromkeys(_PLAIN, _itself))
        self._shared = shared
        self._trusting = trusting
        """True: a field that says str holds one, and is not looked at: a third of the time."""
        self._kept: dict[int, tuple[object, _Tree]] = {}
        """By identity; the object is kept with it, or another could get its identity."""
        self[tuple] = self._tuple
        self[list] = self._list
        self[dict] = self[MappingProxyType] = self._mapping
        self[set] = self[frozenset] = self._set
        self[date] = self[datetime] = _day

    def __missing__(self, kind: type) -> _Flatten:
        tag = _tag(kind)
        if hasattr(kind, "digest"):
            # Without its class: the text of a body is the same in memory and in the cache.
            found: _Flatten = _own_digest
        elif issubclass(kind, Enum):
            found = self._enum(kind, tag)
        else:
            found = self._record(kind, tag)
        self[kind] = self._keeping(found) if kind in self._shared else found
        return self[kind]

    def tree(self, value: object) -> _Tree:
        """Give a value as a tree that marshal writes."""
        return self[value.__class__](value)

    def _tuple(self, value: object) -> _Tree:
        assert isinstance(value, tuple)
        return tuple(
            [part if part.__class__ in _PLAIN else self[part.__class__](part) for part in value]
        )

    def _list(self, value: object) -> _Tree:
        assert isinstance(value, list)
        return ["list", self._tuple(tuple(value))]

    def _mapping(self, value: Any) -> _Tree:  # noqa: ANN401 (a dict or a proxy of one)
        tree, kinds = self.tree, set(map(type, value))
        if kinds <= {str} or kinds == {int}:
            return ["dict", *[(key, tree(held)) for key, held in sorted(value.items())]]
        written = [_written((tree(key), tree(held))) for key, held in value.items()]
        return ["mixed", *sorted(written)]

    def _set(self, value: object) -> _Tree:
        assert isinstance(value, set | frozenset)
        return [value.__class__.__name__, *sorted(_written(self.tree(item)) for item in value)]

    def _enum(self, kind: type[Enum], tag: bytes) -> _Flatten:
        known: dict[object, _Tree] = {one: [tag, self.tree(one.value)] for one in kind}
        # A member's value is asked through a descriptor; combined flags are no members.
        return lambda value: known.get(value) or [tag, self.tree(getattr(value, "value", None))]

    def _record(self, kind: type, tag: bytes) -> _Flatten:
        names = _names_of(kind)
        if len(names) < 2:  # then attrgetter gives no tuple
            return lambda value: [tag, *[self.tree(getattr(value, name)) for name in names]]
        values_of = attrgetter(*names)
        types = _types_of(kind) if self._trusting else [object] * len(names)
        deep = [place for place, type_ in enumerate(types, start=1) if not _is_plain(type_)]

        def flatten(value: object) -> _Tree:
            parts: list[Any] = [tag, *values_of(value)]
            for place in deep:
                part = parts[place]
                if part.__class__ not in _PLAIN:
                    parts[place] = self[part.__class__](part)
            return parts

        return flatten

    def _keeping(self, flatten: _Flatten) -> _Flatten:
        kept = self._kept

        def keep(value: object) -> _Tree:
            found = kept.get(id(value))
            if found is None:
                found = kept[id(value)] = value, ["kept", _digest(flatten(value), WHOLE)]
            return found[1]

        return keep


def digest_of(view: object) -> bytes:
    """Give 16 bytes for one view, as `Digester.digest_of` does."""
    return Digester().digest_of(view)


def field_digests(view: object) -> dict[str, bytes]:
    """Give 8 bytes for each field of one view, as `Digester.field_digests` does."""
    return Digester().field_digests(view)


def _digest(tree: Any, size: int) -> bytes:  # noqa: ANN401 (what marshal writes has no type)
    return blake2b(marshal.dumps(tree, _VERSION), digest_size=size).digest()


def _written(tree: Any) -> bytes:  # noqa: ANN401 (what marshal writes has no public type)
    return marshal.dumps(tree, _VERSION)


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    if issubclass(kind, Record):
        return tuple(kind.model_fields)
    raise TypeError(f"a view holds a {kind.__module__}.{kind.__qualname__}, which has no digest")


def _types_of(kind: type) -> Iterable[object]:
    if is_dataclass(kind):
        return [field.type for field in fields(kind)]
    assert issubclass(kind, Record)
    return [field.annotation for field in kind.model_fields.values()]


def _is_plain(annotation: object) -> bool:
    """Tell whether a field holds what is written as it is: str, float | None, tuple[str, ...]."""
    origin = get_origin(annotation)
    if origin is tuple or origin in _UNIONS:
        return all(part is ... or _is_plain(part) for part in get_args(annotation))
    return annotation in _PLAIN


def _tag(kind: type) -> bytes:
    """Give what tells the records of a class from all others: 8 bytes are quicker than its name."""
    return _digest((kind.__module__, kind.__qualname__), PART)


def _day(value: object) -> _Tree:
    assert isinstance(value, date)
    return [value.__class__.__name__, value.isoformat()]


def _own_digest(value: object) -> _Tree:
    digest = getattr(value, "digest", None)
    if not isinstance(digest, bytes):
        raise TypeError(f"the digest of a {value.__class__.__qualname__} is no bytes")
    return ["digest", digest]


def _itself(value: object) -> _Tree:
    return value
