"""What a search must find, worked out from the corpus alone and in the plainest way.

A word occurs in a case when its folded form is part of one of the case's folded pieces: of its own
text, of a name of one of its terms as the vocabularies give them, or of its number.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.search.folding import fold
from tests.bench.synthesis import terms
from tests.search.corpus import Document

_APART = "\n"
"""Never part of a folded text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and what its writer means by it."""

    kind: str
    text: str
    wanted: tuple[str, ...]
    """Words and phrases that must occur."""
    unwanted: tuple[str, ...] = ()
    """Words that must not."""

    def __str__(self) -> str:
        """Name it in the tests' messages."""
        return f"{self.kind}: {self.text}"


class Reference:
    """The folded pieces of every case, and plain questions about them."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents = tuple(documents)
        self.pieces = {
            document.id: tuple(map(_folded, pieces_of(document))) for document in self.documents
        }
        self._whole = {name: _APART.join(pieces) for name, pieces in self.pieces.items()}
        self._names = {
            document.id: _APART.join(map(_folded, document.names())) for document in self.documents
        }

    def holding(self, word: str) -> frozenset[str]:
        """Give the ids of the cases in which a word occurs."""
        folded = _folded(word)
        return frozenset(name for name, text in self._whole.items() if folded in text)

    def answers(self, asked: Asked) -> frozenset[str]:
        """Give the ids of the cases that answer a query."""
        found = frozenset(self._whole)
        for word in asked.wanted:
            found &= self.holding(word)
        for word in asked.unwanted:
            found -= self.holding(word)
        return found

    def named(self, asked: Asked) -> frozenset[str]:
        """Give those answers of which title or a name of the enterprise holds every word."""
        folded = [_folded(word) for word in asked.wanted]
        return frozenset(
            name
            for name in self.answers(asked)
            if all(word in self._names[name] for word in folded)
        )


def first_named(found: Iterable[str], named: frozenset[str]) -> tuple[int, int]:
    """Give how many of the first results are named hits, and how many could be: T@10."""
    could = min(10, len(named))
    first = list(found)[:could]
    return sum(name in named for name in first), could


@cache
def _folded(text: str) -> str:
    return fold(text)


@cache
def _by_label(vocabulary: str) -> Mapping[str, Mapping[str, Any]]:
    return {term["label"]: term for term in terms(vocabulary)}


@cache
def _by_slug(vocabulary: str) -> Mapping[str, Mapping[str, Any]]:
    return {term["slug"]: term for term in terms(vocabulary)}


def _names(vocabulary: str, label: str) -> Iterator[str]:
    """Yield the names of a term and of those above it."""
    term: Mapping[str, Any] | None = _by_label(vocabulary)[label]
    while term:
        yield from (term["label"], *term.get("aliases", ()))
        term = _by_slug(vocabulary).get(term.get("parent", ""))


def pieces_of(document: Document) -> tuple[str, ...]:
    """Give everything in which a case is found: its text, its terms and its number."""
    return (*document.pieces(), *names_of_terms(document), document.id)


def names_of_terms(document: Document) -> tuple[str, ...]:
    """Give all names of all terms of a case."""
    found = [f"{document.year} 年", document.level, document.city]
    for vocabulary, labels in (
        ("focus-areas", document.fields),
        ("methods", document.methods),
        ("recommenders", (document.recommender,)),
        ("regions", (document.region,)),
        ("industries", (document.industry,)),
    ):
        for label in labels:
            found += _names(vocabulary, label)
    return tuple(name for name in found if name)
