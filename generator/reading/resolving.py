"""Names that editors type, looked up in the edition and in the vocabularies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.findings import Fault, KeyPath, Place
from generator.library.edition import Edition, PrintedNames
from generator.library.vocabulary import Vocabularies, VocabularyName
from generator.suggestions import nearest

MAX_SUGGESTIONS: Final = 20
"""So many unknown names of one file get a nearest name; comparing names costs time."""

_SEPARATORS: Final = re.compile("[\u3001\uff0c,\uff1b;]")
_DIVISION: Final = re.compile(r"[A-Ta-t]?(\d{1,2})", re.ASCII)

Own = PrintedNames | None
"""The names that an edition prints, with their slugs."""


@dataclass(slots=True)
class Resolver:
    """Turns the names in one file into slugs and keeps the faults."""

    path: str
    vocabularies: Vocabularies
    edition: Edition | None
    faults: list[Fault] = field(default_factory=list)
    _misses: int = 0

    def fields(self, typed: tuple[str, ...]) -> tuple[str, ...]:
        """Give the focus areas: this edition's labels first, then the vocabulary's names."""
        own = self.edition.printed_areas if self.edition else None
        return self._several("field", typed, VocabularyName.FOCUS_AREAS, own)

    def methods(self, typed: tuple[str, ...]) -> tuple[str, ...]:
        """Give the methods."""
        return self._several("method", typed, VocabularyName.METHODS, None)

    def recommender(self, typed: str) -> str:
        """Give the recommender: this edition's printed names first, then the vocabulary's names."""
        own = self.edition.printed_recommenders if self.edition else None
        return self._one(("recommender",), typed, VocabularyName.RECOMMENDERS, own)

    def region(self, typed: str) -> str:
        """Give the region."""
        return self._one(("region",), typed, VocabularyName.REGIONS, None)

    def industry(self, typed: str) -> str:
        """Give the two-digit code of the industry; 6, 06 and C06 are the same."""
        match = _DIVISION.fullmatch(typed)
        name = match[1].zfill(2) if match else typed
        return self._one(("industry",), name, VocabularyName.INDUSTRIES, None)

    def _several(
        self, key: str, typed: tuple[str, ...], name: VocabularyName, own: Own
    ) -> tuple[str, ...]:
        slugs: dict[str, None] = {}
        for index, text in enumerate(typed):
            if text and (slug := self._find(text, name, own)):
                slugs[slug] = None
                continue
            # Several names may have been typed into one text.
            for part in _SEPARATORS.split(text):
                if slug := self._one((key, index), part.strip(), name, own):
                    slugs[slug] = None
        return tuple(slugs)

    def _find(self, text: str, name: VocabularyName, own: Own) -> str:
        """Look a name up among the edition's first."""
        return (own.find(text) if own else "") or self._find_term(text, name)

    def _find_term(self, text: str, name: VocabularyName) -> str:
        term = self.vocabularies[name].find(text)
        return term.slug if term else ""

    def _one(self, key: KeyPath, typed: str, name: VocabularyName, own: Own) -> str:
        if not typed:
            return ""
        slug = self._find(typed, name, own)
        if not slug and self._is_complete(name):
            self.faults.append(self._unknown(key, typed, name))
        return slug

    def _is_complete(self, name: VocabularyName) -> bool:
        """Tell whether the names are all known: a file that makes none has faults of its own."""
        of_edition = (VocabularyName.FOCUS_AREAS, VocabularyName.RECOMMENDERS)
        has_edition = self.edition is not None or name not in of_edition
        return has_edition and self.vocabularies[name].is_whole

    def _unknown(self, key: KeyPath, typed: str, name: VocabularyName) -> Fault:
        self._misses += 1
        near = nearest(typed, self._names(name)) if self._misses <= MAX_SUGGESTIONS else ""
        values: dict[str, object] = {"name": typed, "key": str(key[0]), "nearest": near}
        values["variant"] = "near" if near else f"no-{name.value}"
        return Fault(self.path, "value-unknown", Place(key=key), values)

    def _names(self, name: VocabularyName) -> Iterator[str]:
        """Give what may be typed: this edition's names first, so that they win a tie."""
        if self.edition and name is VocabularyName.FOCUS_AREAS:
            yield from (item.label for item in self.edition.focus_areas)
        if self.edition and name is VocabularyName.RECOMMENDERS:
            yield from (item.printed for item in self.edition.recommenders)
        for term in self.vocabularies[name].terms:
            yield term.label
            yield from term.aliases
