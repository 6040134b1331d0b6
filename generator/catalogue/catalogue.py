"""The catalogue: all that can be asked of a library, computed once.

`Catalogue.of` sorts the listed cases once and files each under its terms: O(n log n) with n cases.
What only one page asks (neighbours of a term, related cases, a table of numbers) is computed when
asked, from these lists and within stated bounds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generator.catalogue import terms as filing
from generator.catalogue.dimensions import Dimension
from generator.catalogue.enterprises import Enterprise, enterprises_of
from generator.catalogue.neighbours import Neighbours, neighbours_of, together_with
from generator.catalogue.notices import NoticeIndex, notice_roster
from generator.catalogue.ordering import catalogue_key, newest_revocation_first
from generator.catalogue.related import Related, RelatedIndex
from generator.catalogue.statistics import (
    YearCount,
    YearTable,
    course_of,
    table_by_level,
    table_by_term,
)
from generator.catalogue.terms import CaseTerms, Entries, TermEntry
from generator.catalogue.timeline import (
    EditionEntry,
    Event,
    RosterGroup,
    edition_entries,
    events_of,
    previous_next,
)
from generator.catalogue.videos import VideoEntry, videos_of
from generator.library.case import Case
from generator.library.ids import CaseId, EditionId
from generator.library.library import Library
from generator.library.lifecycle import Status
from generator.library.notice import Notice


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything in its order. Fields hold what every page needs, methods answer one question."""

    library: Library
    cases: tuple[Case, ...]
    """Listed cases in catalogue order (`ordering.catalogue_key`), newest first."""
    revoked: tuple[Case, ...]
    """Revoked cases, the newest revocation first."""
    videos: tuple[VideoEntry, ...]
    """Videos of listed cases, in catalogue order."""
    editions: Mapping[EditionId, EditionEntry]
    """Every edition with its listed cases, the newest first."""
    notices: NoticeIndex
    """Notices by kind, newest first, and their links."""
    enterprises: Mapping[CaseId, Enterprise]
    """The enterprise of every listed and every revoked case."""
    case_terms: Mapping[CaseId, CaseTerms]
    """Terms of every listed case, broader terms included."""
    entries: Mapping[Dimension, Entries]
    """Every term of every dimension, with or without cases, by slug, in order."""
    relations: RelatedIndex
    """Posting lists for `related`."""
    fictional: frozenset[CaseId]
    """The listed cases that are made up."""

    @classmethod
    def of(cls, library: Library) -> "Catalogue":
        """File the library's cases under all their terms."""
        known = library.cases.values()
        cases = tuple(sorted((case for case in known if case.is_listed), key=catalogue_key))
        revoked = newest_revocation_first(
            case for case in known if case.front.status is Status.REVOKED
        )
        enterprises = enterprises_of((*cases, *revoked))
        case_terms = filing.terms_of(cases, library.vocabularies, enterprises)
        fictional = frozenset(case.id for case in cases if case.is_demonstration)
        gathered = filing.Gathered.of(case_terms, fictional)
        return cls(
            library=library,
            cases=cases,
            revoked=revoked,
            videos=videos_of(cases),
            editions=edition_entries(library.editions, cases),
            notices=NoticeIndex.of(library),
            enterprises=enterprises,
            case_terms=case_terms,
            fictional=fictional,
            entries=_entries(library, gathered, enterprises, revoked),
            relations=RelatedIndex.of(cases, enterprises),
        )

    def terms(self, dimension: Dimension) -> tuple[TermEntry, ...]:
        """Give the terms that have a page: those with cases, and all that a reader looks up.

        Focus areas, methods and recommenders are worth a page before their first case: what a
        method is and which problem it solves, which body a recommender is.
        An enterprise whose titles were all revoked has a page too: it must say so.
        """
        return tuple(entry for entry in self.entries[dimension].values() if _has_page(entry))

    def term(self, dimension: Dimension, slug: str) -> TermEntry | None:
        """Give one term's entry, or None if there is no such term."""
        return self.entries[dimension].get(slug)

    def enterprise(self, case_id: CaseId) -> TermEntry:
        """Give the entry of the enterprise of a listed or revoked case."""
        return self.entries[Dimension.ENTERPRISE][self.enterprises[case_id].slug]

    def neighbours(self, entry: TermEntry) -> tuple[Neighbours, ...]:
        """Give the commonest terms of the other dimensions among a term's cases."""
        return neighbours_of(entry, self.case_terms, self.entries, self.fictional)

    def together(self, entry: TermEntry) -> Neighbours:
        """Give the commonest other terms of the same dimension among a term's cases."""
        return together_with(entry, self.case_terms, self.entries, self.fictional)

    def course(self, entry: TermEntry) -> tuple[YearCount, ...]:
        """Count a term's cases in every year between the library's first and its last."""
        if not self.cases:
            return ()
        years = range(self.cases[-1].front.year, self.cases[0].front.year + 1)
        return course_of(entry.case_ids, self.case_terms, self.fictional, years)

    def videos_of(self, entry: TermEntry) -> tuple[VideoEntry, ...]:
        """Give the videos of a term's cases, in the order of the cases."""
        return videos_of(self.library.cases[case_id] for case_id in entry.case_ids)

    def related(self, case_id: CaseId) -> tuple[Related, ...]:
        """Give at most six related cases with the reasons, the best first."""
        return self.relations.related(case_id)

    def previous_next(self, case_id: CaseId) -> tuple[CaseId | None, CaseId | None]:
        """Give the listed cases before and after one in the list of its edition."""
        case = self.library.cases[case_id]
        entry = self.editions.get(case.edition)
        return previous_next(entry, case_id) if entry else (None, None)

    def editions_of_year(self, year: int) -> tuple[EditionEntry, ...]:
        """Give the rounds of a year, the national one first."""
        return tuple(entry for entry in self.editions.values() if entry.edition.year == year)

    def events(self, entry: EditionEntry) -> tuple[Event, ...]:
        """Give the steps of a round in time: its notices and deadlines.

        A session that names no edition belongs to the rounds whose cases it presented.
        """
        own = [notice for notice in self.notices.notices if notice.front.edition == entry.id]
        presented = [
            notice
            for case_id in entry.case_ids
            for notice in self.sessions(case_id)
            if not notice.front.edition
        ]
        return events_of(entry.edition, {item.id: item for item in (*own, *presented)}.values())

    def naming(self, case_id: CaseId) -> tuple[Notice, ...]:
        """Give the notices that name a case, oldest first; sessions are apart."""
        return self.notices.naming.get(case_id, ())

    def sessions(self, case_id: CaseId) -> tuple[Notice, ...]:
        """Give the exchange sessions at which a case was presented, oldest first."""
        return self.notices.sessions.get(case_id, ())

    def roster(self, notice: Notice) -> tuple[RosterGroup, ...]:
        """Give the cases that a notice names, grouped as its edition groups them."""
        return notice_roster(self.library, notice)

    def statistics(self, dimension: Dimension) -> YearTable:
        """Count by year the cases of each term that has any, and of every focus area."""
        rows = [
            entry
            for entry in self.entries[dimension].values()
            if entry.count or dimension is Dimension.FOCUS_AREA
        ]
        return table_by_term(self.cases, self.case_terms, self.fictional, rows, dimension)

    def statistics_by_level(self) -> YearTable:
        """Count the cases of each level by year."""
        return table_by_level(self.cases, self.fictional)


_ALWAYS: Final = frozenset({Dimension.FOCUS_AREA, Dimension.METHOD, Dimension.RECOMMENDER})


def _has_page(entry: TermEntry) -> bool:
    return bool(entry.case_ids or entry.revoked_ids or entry.dimension in _ALWAYS)


def _entries(
    library: Library,
    gathered: filing.Gathered,
    enterprises: Mapping[CaseId, Enterprise],
    revoked: tuple[Case, ...],
) -> Mapping[Dimension, Entries]:
    found = {Dimension.YEAR: filing.year_entries(gathered)}
    for dimension, name in filing.VOCABULARY_OF.items():
        vocabulary = library.vocabularies.get(name)
        found[dimension] = filing.vocabulary_entries(dimension, vocabulary, gathered)
    found[Dimension.ENTERPRISE] = filing.enterprise_entries(enterprises, gathered, revoked)
    return found
