"""The terms of each dimension with the cases that carry them.

A region's case counts for the region and for what it belongs to: one in Qingdao, a city with a
separate plan, stands under Qingdao and under Shandong. In the same way a division of the industry
classification counts for its section. A year holds the cases of all programmes of that year.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.catalogue.counts import Count, count_cases
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
Gathered = Mapping[Dimension, Mapping[str, Sequence[Case]]]
"""The cases of every term, in catalogue order."""
Entries = Mapping[str, TermEntry]
"""The entries of one dimension by slug, in the dimension's order."""


def terms_of(
    case: Case, vocabularies: Vocabularies, enterprises: Mapping[CaseId, Enterprise]
) -> CaseTerms:
    """Give all terms under which a case is found."""

    def broadened(name: VocabularyName, slug: str) -> tuple[str, ...]:
        vocabulary = vocabularies.get(name)
        return with_broader(vocabulary, slug) if vocabulary else ((slug,) if slug else ())

    return {
        Dimension.YEAR: (str(case.front.year),),
        Dimension.FOCUS_AREA: case.fields,
        Dimension.METHOD: case.methods,
        Dimension.RECOMMENDER: (case.recommender,) if case.recommender else (),
        Dimension.INDUSTRY: broadened(VocabularyName.INDUSTRIES, case.industry),
        Dimension.REGION: broadened(VocabularyName.REGIONS, case.region),
        Dimension.ENTERPRISE: (enterprises[case.id].slug,),
    }


def with_broader(vocabulary: Vocabulary, slug: str) -> tuple[str, ...]:
    """Give a slug and the slugs of its broader terms, nearest first; a cycle of parents ends it."""
    chain: list[str] = []
    while slug and slug not in chain:
        chain.append(slug)
        term = vocabulary.by_slug.get(slug)
        slug = term.parent if term else ""
    return tuple(chain)


def gather(cases: Iterable[Case], terms: Mapping[CaseId, CaseTerms]) -> Gathered:
    """Collect the cases of every term in one pass, in the order given."""
    gathered: dict[Dimension, dict[str, list[Case]]] = {name: {} for name in Dimension}
    for case in cases:
        for dimension, slugs in terms[case.id].items():
            of_dimension = gathered[dimension]
            for slug in slugs:
                of_dimension.setdefault(slug, []).append(case)
    return gathered


def year_entries(gathered: Mapping[str, Sequence[Case]]) -> Entries:
    """Give the years, the latest first."""
    return {
        year: _unlisted(Dimension.YEAR, year, place, gathered[year])
        for place, year in enumerate(sorted(gathered, reverse=True))
    }


def vocabulary_entries(
    dimension: Dimension, vocabulary: Vocabulary | None, gathered: Mapping[str, Sequence[Case]]
) -> Entries:
    """Give every term of a vocabulary in its order, with or without cases.

    Slugs that the vocabulary does not know come last, by slug: they occur only in a library with
    errors, and a reader must still find the case.
    """
    known = vocabulary.terms if vocabulary else ()
    narrower: dict[str, list[str]] = {}
    for term in known:
        if term.parent and gathered.get(term.slug):
            narrower.setdefault(term.parent, []).append(term.slug)
    entries = {
        term.slug: TermEntry(
            dimension,
            term.slug,
            term.label,
            place,
            term,
            tuple(case.id for case in gathered.get(term.slug, ())),
            count_cases(gathered.get(term.slug, ())),
            term.parent,
            tuple(narrower.get(term.slug, ())),
        )
        for place, term in enumerate(known)
    }
    for slug in sorted(set(gathered).difference(entries)):
        entries[slug] = _unlisted(dimension, slug, len(entries), gathered[slug])
    return entries


def enterprise_entries(
    enterprises: Mapping[CaseId, Enterprise],
    gathered: Mapping[str, Sequence[Case]],
    revoked: Sequence[Case],
) -> Entries:
    """Give the enterprises by name; one whose titles are all revoked has an entry without cases."""
    withdrawn: dict[str, list[CaseId]] = {}
    for case in revoked:
        withdrawn.setdefault(enterprises[case.id].slug, []).append(case.id)
    by_slug = {enterprise.slug: enterprise for enterprise in enterprises.values()}
    ordered = sorted(by_slug.values(), key=lambda item: label_key(item.name, item.slug))
    return {
        item.slug: TermEntry(
            Dimension.ENTERPRISE,
            item.slug,
            item.name,
            place,
            case_ids=tuple(case.id for case in gathered.get(item.slug, ())),
            counted=count_cases(gathered.get(item.slug, ())),
            enterprise=item,
            revoked_ids=tuple(withdrawn.get(item.slug, ())),
        )
        for place, item in enumerate(ordered)
    }


def _unlisted(dimension: Dimension, slug: str, place: int, cases: Sequence[Case]) -> TermEntry:
    """Make the entry of a slug that stands in no vocabulary and is its own label."""
    ids = tuple(case.id for case in cases)
    return TermEntry(dimension, slug, slug, place, case_ids=ids, counted=count_cases(cases))
