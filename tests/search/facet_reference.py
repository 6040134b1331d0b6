"""What the finder must answer, worked out from the library's cases with sets and loops.

Nothing here is shared with the columns: values, broader terms and orders are found anew.
"""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.catalogue.catalogue import Catalogue
from generator.library.case import Case
from generator.library.ids import CaseId
from generator.library.vocabulary import Term, VocabularyName

FACETS: Final = ("year", "field", "method", "recommender", "region", "industry", "level")
SORTS: Final = ("newest", "title", "enterprise", "relevance")
Selection = Mapping[str, Any]
"""Facet → chosen values; `video` and `text` → True."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Ids in order, and for every facet the number of cases by value."""

    ids: tuple[CaseId, ...]
    counts: Mapping[str, Mapping[str, int]]


class FacetReference:
    """The listed cases, and plain answers about them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.cases = tuple(catalogue.cases)
        self.terms = {
            name: {term.slug: term for term in vocabulary.terms}
            for name, vocabulary in catalogue.library.vocabularies.items()
        }
        self.values = {case.id: self._values(case) for case in self.cases}
        self.known = {
            facet: sorted(set().union(*(found[facet] for found in self.values.values())))
            for facet in FACETS
        }

    def _values(self, case: Case) -> Mapping[str, set[str]]:
        return {
            "year": {str(case.front.year)},
            "level": {case.front.level.value},
            "field": self._broadened(VocabularyName.FOCUS_AREAS, case.fields),
            "method": self._broadened(VocabularyName.METHODS, case.methods),
            "recommender": self._broadened(VocabularyName.RECOMMENDERS, [case.recommender]),
            "industry": self._broadened(VocabularyName.INDUSTRIES, [case.industry]),
            "region": self._places(case),
            "video": {"yes"} if case.front.videos else set(),
            "text": {"yes"} if case.body.html else set(),
        }

    def _broadened(self, name: VocabularyName, slugs: Sequence[str]) -> set[str]:
        found: set[str] = set()
        for slug in slugs:
            while slug:
                found.add(slug)
                slug = self.terms[name][slug].parent  # noqa: PLW2901
        return found

    def _places(self, case: Case) -> set[str]:
        found = self._broadened(VocabularyName.REGIONS, [case.region])
        city = case.front.city.strip()
        terms = self.terms[VocabularyName.REGIONS]
        if not city or (case.region and city in _names(terms[case.region])):
            return found
        for slug, term in terms.items():
            if city in _names(term) and term.parent == case.region:
                return found | {slug}
        return found | {f"{case.region}.{city}" if case.region else city}

    def _fitting(self, selection: Selection, facet: str) -> set[CaseId]:
        """Give the cases that a facet lets through; a value of no case at all asks for nothing."""
        if facet in ("video", "text"):
            wanted = {"yes"} if selection.get(facet) else set()
        else:
            wanted = set(selection.get(facet, ())) & set(self.known[facet])
        return {
            case.id for case in self.cases if not wanted or wanted & self.values[case.id][facet]
        }

    def answer(
        self,
        selection: Selection,
        mask: Collection[str] | None = None,
        sort: str = "newest",
        scores: Mapping[CaseId, int] | None = None,
    ) -> Answer:
        """Give the cases of a selection among those of a mask, sorted, and all counts."""
        pool = {case.id for case in self.cases if mask is None or case.id in mask}
        every = (*FACETS, "video", "text")
        fitting = {facet: self._fitting(selection, facet) for facet in every}
        counts: dict[str, dict[str, int]] = {}
        for facet in every:
            held = pool.intersection(*(fitting[name] for name in every if name != facet))
            counts[facet] = dict.fromkeys(self.known.get(facet, ["yes"]), 0)
            for case_id in held:
                for value in self.values[case_id][facet]:
                    counts[facet][value] += 1
        ids = pool.intersection(*fitting.values())
        found = [case for case in self.cases if case.id in ids]
        found.sort(key=lambda case: self._sort_key(case, sort, scores or {}))
        return Answer(tuple(case.id for case in found), counts)

    def _sort_key(self, case: Case, sort: str, scores: Mapping[CaseId, int]) -> Any:
        # sort() is stable and the cases come the newest first.
        if sort == "title":
            return (case.front.title or case.front.enterprise).encode("gb18030")
        if sort == "enterprise":
            enterprise = self.catalogue.enterprises[case.id]
            return enterprise.name.encode("gb18030"), enterprise.slug
        return -scores.get(case.id, 0) if sort == "relevance" else 0

    def selections(self, seed: str, count: int) -> Iterator[Selection]:
        """Yield random selections of no to four facets; some values are of no case at all."""
        chance = random.Random(seed)
        for _ in range(count):
            selection: dict[str, Any] = {}
            for facet in chance.sample(FACETS, chance.choice((0, 1, 1, 2, 2, 3, 4))):
                most = min(4, len(self.known[facet]))
                selection[facet] = chance.sample(
                    self.known[facet], chance.randint(min(1, most), most)
                )
                if chance.random() < 0.1:
                    selection[facet].append(chance.choice(("unknown", "__proto__", "", "2099")))
            for flag in ("video", "text"):
                if chance.random() < 0.1:
                    selection[flag] = True
            yield selection


def _names(term: Term) -> set[str]:
    return {term.label, *term.aliases}
