"""What is indexed together: a run of documents of one kind, each of which gives its folded text."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What a document is."""

    CASE = "case"
    NOTICE = "notice"


class Mark(StrEnum):
    """Which keys of a document the index marks: its class 2, which ranks above a mere 1."""

    OFTEN = "often"
    """Those that occur `keys.OFTEN` times or more: what the text is about."""
    NAMED = "named"
    """Those that occur in a name: where no reader holds all names, the index tells who has them."""


class Source(Protocol):
    """A document before it is indexed; it can be sent to another process."""

    def digest(self) -> bytes:
        """Give 16 bytes that change whenever the folded text may change."""
        ...

    def folded(self) -> str:
        """Give everything in which the document is found, by `folding.fold`."""
        ...

    def named(self) -> str:
        """Give of it the names that count more than text: title, enterprise, its other names."""
        ...


@dataclass(frozen=True, slots=True)
class Segment:
    """Documents with the running numbers `first`, `first + 1`, … of their kind.

    The newest year is a segment of its own: a new case changes the files of that segment only.
    """

    kind: Kind
    first: int
    sources: Sequence[Source]
    mark: Mark = Mark.OFTEN
