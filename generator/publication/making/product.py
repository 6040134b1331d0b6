"""A file that is to be made, and how."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.publication.making.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Product:
    """A file; it is made anew only when its key is another."""

    path: str
    """'/'-separated, below the folder that it is made for."""
    key: bytes
    """Digest of all that it is made from."""
    make: Callable[[Workshop], "bytes | Made"] = field(compare=False, repr=False)
    """Raises BiaoganError when it cannot be made."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file with others beside it."""

    data: bytes
    beside: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    """Path relative to the file's folder → bytes."""
