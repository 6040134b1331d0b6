"""What is indexed together: a run of documents of one kind, each of which gives its folded text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from generator.digests import digest_of_parts
from generator.program import program_digest


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
    """A document before it is indexed."""

    @property
    def uri(self) -> str:
        """What it keeps when it is edited: it decides with which others it is kept."""
        ...

    def digest(self) -> bytes:
        """Give 32 bytes that change whenever anything below may change."""
        ...

    def text(self) -> str:
        """Give all pieces in which the document is found, `folding.APART` between them."""
        ...

    def named(self) -> str:
        """Give of these the names that count more: title, enterprise, its other names."""
        ...

    def is_traditional(self) -> bool:
        """Tell whether its texts, not its names, hold a traditional character."""
        ...


@dataclass(frozen=True, slots=True)
class Segment:
    """Documents with the running numbers `first`, `first + 1`, … of their kind.

    The newest year is a segment of its own: a new case changes the files of that segment only.
    """

    kind: Kind
    first: int
    uris: Sequence[str]
    digests: Sequence[bytes]
    """`Source.digest` of every document: those that did not change are never made."""
    read: Callable[[Sequence[int]], Sequence[Source]]
    """Gives the documents with these numbers in the segment."""
    mark: Mark = Mark.OFTEN

    @classmethod
    def of(
        cls, kind: Kind, first: int, sources: Sequence[Source], mark: Mark = Mark.OFTEN
    ) -> "Segment":
        """Give the segment of documents that are there."""
        return cls(
            kind,
            first,
            [source.uri for source in sources],
            [source.digest() for source in sources],
            lambda numbers: [sources[number] for number in numbers],
            mark,
        )

    @property
    def name(self) -> str:
        """Tell it from the other segments: a kind has at most two.

        Not by `first`, which moves with every case.
        """
        return f"{self.kind}-{'rest' if self.first else 'first'}"

    def key(self) -> bytes:
        """Give the digest of all that the files of the segment are made from."""
        uris = "\0".join(self.uris).encode(errors="surrogatepass")
        return digest_of_parts(program_digest(), self.mark.encode(), uris, b"".join(self.digests))
