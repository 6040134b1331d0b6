"""The terms of each dimension with the cases that carry them.

A region's case counts for the region and for what it belongs to: one in Qingdao, a city with a
separate plan, stands under Qingdao and under Shandong. In the same way a division of the industry
classification counts for its section. A year holds the cases of all programmes of that year.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.catalogue.counts import Count, count_ids
from generator.catalogue.dimensions import Dimension
from generator.catalogue.enterprises import Enterprise
from generator.catalogue.ordering import label_key
from generator.library.case import Case
from generator.library.ids import CaseId
from generator.library.vocabulary import Term, Vocabularies, Vocabulary, VocabularyName

VOCABULARY_OF: Final = MappingProxyType(
    {
        Dimension.FOCUS_AREA: VocabularyName.FOCUS_AREAS,
        Dimension.METHOD: VocabularyName.METHODS,
        Dimension.RECOMMENDER: VocabularyName.RECOMMENDERS,
        Dimension.INDUSTRY: VocabularyName.INDUSTRIES,
        Dimension.REGION: VocabularyName.REGIONS,
    }
)
"""The dimensions whose terms come from a vocabulary."""


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One term and its cases."""

    dimension: Dimension
    slug: str
    label: str
    place: int
    """Position in the dimension's order, from 0."""
    term: Term | None = None
    """The vocabulary's term; None for years and enterprises."""
    case_ids: tuple[CaseId, ...] = ()
    """Listed cases, in catalogue order."""
    counted: Count = Count()
    parent: str = ""
    """Slug of the broader term's entry, or empty."""
    children: tuple[str, ...] = ()
    """Slugs of the narrower terms that have cases, in vocabulary order."""
    enterprise: Enterprise | None = None
    """Only in the dimension of enterprises."""
    revoked_ids: tuple[CaseId, ...] = ()
    """Enterprises only: titles withdrawn. They stand on the page of the firm and in no count."""

    @property
    def count(self) -> int:
        """Give the number of listed cases."""
        return len(self.case_ids)


CaseTerms = Mapping[Dimension, tuple[str, ...]]
"""The slugs of one case, broader terms included, by dimension."""
Filed = Mapping[str, Sequence[CaseId]]
"""The cases of every term of one dimension, in catalogue order."""
Entries = Mapping[str, TermEntry]
"""The entries of one dimension by slug, in the dimension's order."""


def terms_of(
    cases: Iterable[Case], vocabularies: Vocabularies, enterprises: Mapping[CaseId, Enterprise]
) -> Mapping[CaseId, CaseTerms]:
    """Give all terms under which each case is found, in the order of the cases."""
    industries = _Broader(vocabularies.get(VocabularyName.INDUSTRIES))
    regions = _Broader(vocabularies.get(VocabularyName.REGIONS))
    return {
        case.id: {
            Dimension.YEAR: (str(case.front.year),),
            Dimension.FOCUS_AREA: case.fields,
            Dimension.METHOD: case.methods,
            Dimension.RECOMMENDER: (case.recommender,) if case.recommender else (),
            Dimension.INDUSTRY: industries[case.industry],
            Dimension.REGION: regions[case.region],
            Dimension.ENTERPRISE: (enterprises[case.id].slug,),
        }
        for case in cases
    }


class _Broader(dict[str, tuple[str, ...]]):
    """Every slug of one vocabulary with its broader terms, walked once: cases share a few."""

    def __init__(self, vocabulary: Vocabulary | None) -> None:
        super().__init__({"": ()})
        self._vocabulary = vocabulary

    def __missing__(self, slug: str) -> tuple[str, ...]:
        vocabulary = self._vocabulary
        found = self[slug] = with_broader(vocabulary, slug) if vocabulary else (slug,)
        return found


def with_broader(vocabulary: Vocabulary, slug: str) -> tuple[str, ...]:
    """Give a slug and the slugs of its broader terms, nearest first; a cycle of parents ends it."""
    chain: list[str] = []
    while slug and slug not in chain:
        chain.append(slug)
        term = vocabulary.by_slug.get(slug)
        slug = term.parent if term else ""
    return tuple(chain)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The cases of every term, and which of them are fictional."""

    by_dimension: Mapping[Dimension, Filed]
    fictional: frozenset[CaseId]

    @classmethod
    def of(cls, terms: Mapping[CaseId, CaseTerms], fictional: frozenset[CaseId]) -> "Gathered":
        """Collect the cases of every term in one pass, in the order of `terms`."""
        found: dict[Dimension, defaultdict[str, list[CaseId]]] = {
            name: defaultdict(list) for name in Dimension
        }
        for name, filed in found.items():
            for case_id, slugs in terms.items():
                for slug in slugs[name]:
                    filed[slug].append(case_id)
        return cls(found, fictional)

    def cases(self, dimension: Dimension, slug: str) -> tuple[CaseId, ...]:
        """Give the cases of a term; none for one that no case carries."""
        return tuple(self.by_dimension[dimension].get(slug, ()))

    def count(self, case_ids: Collection[CaseId]) -> Count:
        """Count cases, the fictional ones apart."""
        return count_ids(case_ids, self.fictional)


def year_entries(gathered: Gathered) -> Entries:
    """Give the years, the latest first."""
    years = sorted(gathered.by_dimension[Dimension.YEAR], reverse=True)
    return {
        year: _unlisted(Dimension.YEAR, year, place, gathered) for place, year in enumerate(years)
    }


def vocabulary_entries(
    dimension: Dimension, vocabulary: Vocabulary | None, gathered: Gathered
) -> Entries:
    """Give every term of a vocabulary in its order, with or without cases.

    Slugs that the vocabulary does not know come last, by slug: they occur only in a library with
    errors, and a reader must still find the case.
    """
    known = vocabulary.terms if vocabulary else ()
    filed = gathered.by_dimension[dimension]
    narrower: dict[str, list[str]] = {}
    for term in known:
        if term.parent and filed.get(term.slug):
            narrower.setdefault(term.parent, []).append(term.slug)
    entries = {}
    for place, term in enumerate(known):
        case_ids = gathered.cases(dimension, term.slug)
        entries[term.slug] = TermEntry(
            dimension,
            term.slug,
            term.label,
            place,
            term,
            case_ids,
            gathered.count(case_ids),
            term.parent,
            tuple(narrower.get(term.slug, ())),
        )
    for slug in sorted(set(filed).difference(entries)):
        entries[slug] = _unlisted(dimension, slug, len(entries), gathered)
    return entries


def enterprise_entries(
    enterprises: Mapping[CaseId, Enterprise],
    gathered: Gathered,
    revoked: Sequence[Case],
) -> Entries:
    """Give the enterprises by name; one whose titles are all revoked has an entry without cases."""
    withdrawn: dict[str, list[CaseId]] = {}
    for case in revoked:
        withdrawn.setdefault(enterprises[case.id].slug, []).append(case.id)
    by_slug = {enterprise.slug: enterprise for enterprise in enterprises.values()}
    ordered = sorted(by_slug.values(), key=lambda item: label_key(item.name, item.slug))
    entries = {}
    for place, item in enumerate(ordered):
        case_ids = gathered.cases(Dimension.ENTERPRISE, item.slug)
        entries[item.slug] = TermEntry(
            Dimension.ENTERPRISE,
            item.slug,
            item.name,
            place,
            case_ids=case_ids,
            counted=gathered.count(case_ids),
            enterprise=item,
            revoked_ids=tuple(withdrawn.get(item.slug, ())),
        )
    return entries


def _unlisted(dimension: Dimension, slug: str, place: int, gathered: Gathered) -> TermEntry:
    """Make the entry of a slug that stands in no vocabulary and is its own label."""
    ids = gathered.cases(dimension, slug)
    return TermEntry(dimension, slug, slug, place, case_ids=ids, counted=gathered.count(ids))
