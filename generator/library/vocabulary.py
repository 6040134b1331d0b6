"""Controlled vocabularies: permanent slug, label, other names, description."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Annotated, Final

from pydantic import Field

from generator.library.record import Record


class VocabularyName(StrEnum):
    """The vocabularies, each one file `cases/vocabulary/<name>.yml`."""

    FOCUS_AREAS = "focus-areas"
    METHODS = "methods"
    RECOMMENDERS = "recommenders"
    INDUSTRIES = "industries"
    REGIONS = "regions"


class Term(Record):
    """One term. The slug is for machines and addresses, the label for people."""

    slug: str
    """Permanent; never reused. Industries use the two-digit code of GB/T 4754-2017."""
    label: str
    """The name shown across years."""
    aliases: tuple[str, ...] = ()
    """Every other name an editor or a reader may type; for recommenders all printed names."""
    description: str = ""
    """What the term is, one to three sentences of our own."""
    problem: str = ""
    """Methods only: the problem that the method solves."""
    parent: str = ""
    """Slug of the broader term: a city's province, a division's section."""
    code: str = ""
    """Official code: GB/T 2260 for regions, the section letter for industry sections."""
    kind: str = ""
    """Recommenders: province, city, corps, association. Regions: province, city, corps.
    Industries: section, division. Focus areas: core (named by the programme's user), other."""
    since: int | None = None
    """First year in which the programme's documents name it; None where not documented."""
    source: Annotated[str, Field(description="where the term comes from")] = ""
    """The document that the term comes from, when there is one."""


class Vocabulary(Record):
    """All terms of one kind, in the order of the file (the order of menus and tables)."""

    name: VocabularyName
    terms: tuple[Term, ...]
    is_whole: bool = True
    """False when faults of the file kept terms out: a name that it lacks may yet be right."""

    @cached_property
    def by_slug(self) -> Mapping[str, Term]:
        """Map slug → term."""
        return MappingProxyType({term.slug: term for term in self.terms})

    @cached_property
    def by_name(self) -> Mapping[str, Term]:
        """Map every slug, label and alias, folded by `fold`, → term; the first term wins."""
        names: dict[str, Term] = {}
        for term in self.terms:
            for name in (term.label, term.slug, *term.aliases):
                names.setdefault(fold(name), term)
        return MappingProxyType(names)

    def find(self, name: str) -> Term | None:
        """Give the term an editor means by a label, an alias or a slug, or None."""
        return self.by_name.get(fold(name))


Vocabularies = Mapping[VocabularyName, Vocabulary]
"""All five, by name."""

_FULL_TO_HALF: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


_LONGEST_NAME: Final = 60
"""Longer texts are no names, and are not remembered."""


def fold(name: str) -> str:
    """Fold what people type differently: width, case, white space and the middle dot's variants."""
    return _fold_name(name) if len(name) <= _LONGEST_NAME else _fold(name)


def _fold(name: str) -> str:
    half = name.translate(_FULL_TO_HALF).casefold()
    return "".join(half.split()).replace("•", "·").replace("・", "·")


_fold_name = lru_cache(maxsize=4096)(_fold)
"""Headings and labels repeat in every case: 33 of its names are folded, nearly all known before."""
