"""When two indicators are the same: their names, and units that can be converted.

What the form of 2022 prints, other names for it and the convertible units are data in
strings/zh/benchmarking.toml. The script reads the same tables.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from generator.library.vocabulary import fold
from generator.strings import table

_DIVISION: Final = "/"
"""Parts the unit that is converted from what it is counted for."""
_JOIN: Final = "|"


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as a size in a family of units that can be converted into each other."""

    family: str
    size: int
    """How many of the family's smallest unit it is."""


@dataclass(frozen=True, slots=True)
class FormIndicator:
    """An indicator that the application form prints."""

    name: str
    unit: str
    group: str
    """economic or management: the form's table."""
    aliases: tuple[str, ...] = ()
    direction: str = ""
    """higher, lower, or empty where the programme does not say which is better."""


@cache
def form_indicators() -> tuple[FormIndicator, ...]:
    """Give what the form prints, in its order."""
    return tuple(
        FormIndicator(**{**item, "aliases": tuple(item.get("aliases", ()))})
        for item in _listed("indicators")
    )


@cache
def scales() -> Sequence[Mapping[str, int]]:
    """Give the families of units: name → size."""
    return tuple(
        {unit["name"]: unit["size"] for unit in family["units"]} for family in _listed("scales")
    )


@lru_cache(maxsize=1024)
def measure(unit: str) -> Measure:
    """Give a unit's family and size; one that nobody knows is a family of its own."""
    folded = fold(unit)
    head, slash, tail = folded.partition(_DIVISION)
    known = _known_units().get(head)
    if known is None:
        return Measure(folded, 1)
    return Measure(known.family + slash + tail, known.size)


@lru_cache(maxsize=4096)
def key_of(name: str, unit: str) -> str:
    """Give what two indicators share exactly when they may be compared."""
    folded = fold(name)
    return f"{_canonical().get(folded, folded)}{_JOIN}{measure(unit).family}"


@cache
def _known_units() -> Mapping[str, Measure]:
    found = {}
    for family in scales():
        first = fold(next(iter(family)))
        found.update({fold(name): Measure(first, size) for name, size in family.items()})
    return found


@cache
def _canonical() -> Mapping[str, str]:
    """Map every other name of the form's indicators, folded, → the name."""
    return {
        fold(alias): fold(indicator.name)
        for indicator in form_indicators()
        for alias in indicator.aliases
    }


def _listed(name: str) -> Sequence[Mapping[str, Any]]:
    found = table("benchmarking")[name]
    assert isinstance(found, list)
    return found
