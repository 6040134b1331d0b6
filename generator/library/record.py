"""The base of every record read from YAML: frozen, strict on keys, lenient on numbers."""

from functools import cache
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict

R = TypeVar("R", bound="Record")

_KEPT: Final = "__pydantic_fields_set__"


class Record(BaseModel):
    """A frozen record. Unknown keys are faults; 2022 typed where text is meant becomes "2022"."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
        allow_inf_nan=False,
        use_attribute_docstrings=True,
    )

    def __reduce__(self) -> tuple[Any, ...]:
        """Give how to make the record again: its values, without what was looked up in it.

        Which fields were written is one shared set for all records that wrote the same: pydantic's
        own way gives each record a set of 2 KB, half of what a case takes in memory.
        """
        names, stated = _names(type(self)), self.__pydantic_fields_set__
        values = tuple(map(self.__dict__.__getitem__, names))
        written = tuple([name for name in names if name in stated])
        return _restored, (type(self), values, written)


def _restored(kind: type[R], values: tuple[object, ...], written: tuple[str, ...]) -> R:
    """Make a record from values that were validated before."""
    record = kind.__new__(kind)
    object.__setattr__(record, "__dict__", dict(zip(_names(kind), values, strict=True)))
    object.__setattr__(record, _KEPT, _shared(written))
    object.__setattr__(record, "__pydantic_extra__", None)
    object.__setattr__(record, "__pydantic_private__", None)
    return record


@cache
def _names(kind: type[Record]) -> tuple[str, ...]:
    """Give the names of a record's fields, which pydantic looks for anew each time."""
    return tuple(kind.model_fields)


@cache
def _shared(names: tuple[str, ...]) -> set[str]:
    """Give one set for equal names; records are frozen, so nobody adds to it."""
    return set(names)
