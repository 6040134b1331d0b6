"""What every step of reading gives: the value, if one could be made, and the faults found."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.findings import Fault

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """A value with the faults of its making; the value is None when the faults forbid one."""

    value: T_co | None
    faults: tuple[Fault, ...] = ()
