"""Numbers of cases by year, against the terms of a dimension or against the levels.

A case with two focus areas counts in both rows and once in the year's total, so rows need not add
up to the total. Broader terms count what their narrower terms count.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import CaseTerms, TermEntry
from generator.library.case import Case
from generator.library.ids import CaseId
from generator.library.lifecycle import Level

_NONE: Final = Count()
_NO_TERM: Final = ""
"""Stands for the missing term; no slug is empty."""


@dataclass(frozen=True, slots=True)
class StatisticsRow:
    """One term and its cases in each year."""

    slug: str
    """The term's slug, or the level's value."""
    label: str
    """The term's label; empty for a level, whose label the strings hold."""
    counts: tuple[Count, ...]
    """Beside `YearTable.years`."""
    total: Count


@dataclass(frozen=True, slots=True)
class YearTable:
    """Rows against years."""

    years: tuple[int, ...]
    """The latest first."""
    rows: tuple[StatisticsRow, ...]
    totals: tuple[Count, ...]
    """All listed cases of each year, each once."""
    without: tuple[Count, ...]
    """Cases of each year that carry no term of the dimension."""
    total: Count


@dataclass(frozen=True, slots=True)
class YearCount:
    """The cases of one year."""

    year: int
    count: Count


def course_of(
    case_ids: Collection[CaseId],
    terms: Mapping[CaseId, CaseTerms],
    fictional: frozenset[CaseId],
    years: Iterable[int],
) -> tuple[YearCount, ...]:
    """Count cases by year, for every one of `years` in its order, in O(cases + years)."""
    every = _years_of(case_ids, terms)
    made_up = _years_of(fictional.intersection(case_ids), terms)
    return tuple(
        YearCount(year, Count(every[str(year)] - made_up[str(year)], made_up[str(year)]))
        for year in years
    )


def _years_of(case_ids: Iterable[CaseId], terms: Mapping[CaseId, CaseTerms]) -> Counter[str]:
    return Counter([terms[case_id][Dimension.YEAR][0] for case_id in case_ids])


def table_by_term(
    cases: Sequence[Case],
    terms: Mapping[CaseId, CaseTerms],
    fictional: frozenset[CaseId],
    entries: Sequence[TermEntry],
    dimension: Dimension,
) -> YearTable:
    """Count the cases of each term by year, in O(cases of all terms)."""
    rows = [(entry.slug, entry.label) for entry in entries]
    return _table(cases, [terms[case.id][dimension] for case in cases], fictional, rows)


def table_by_level(cases: Sequence[Case], fictional: frozenset[CaseId]) -> YearTable:
    """Count the cases of each level by year; every level is a row."""
    rows = [(level.value, "") for level in Level]
    return _table(cases, [(case.front.level.value,) for case in cases], fictional, rows)


def _table(
    cases: Sequence[Case],
    slugs: Sequence[Sequence[str]],
    fictional: frozenset[CaseId],
    rows: Sequence[tuple[str, str]],
) -> YearTable:
    of_year: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
    cells: defaultdict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0])
    for case, carried in zip(cases, slugs, strict=True):
        year, made_up = case.front.year, case.id in fictional
        of_year[year][made_up] += 1
        for slug in carried or (_NO_TERM,):
            cells[slug, year][made_up] += 1
    years = tuple(sorted(of_year, reverse=True))
    counted = {cell: Count(*found) for cell, found in cells.items()}
    totals = tuple([Count(*of_year[year]) for year in years])

    def counts(slug: str) -> tuple[Count, ...]:
        return tuple([counted.get((slug, year), _NONE) for year in years])

    return YearTable(
        years,
        tuple(_row(slug, label, counts(slug)) for slug, label in rows),
        totals,
        counts(_NO_TERM),
        _sum(totals),
    )


def _row(slug: str, label: str, counts: tuple[Count, ...]) -> StatisticsRow:
    return StatisticsRow(slug, label, counts, _sum(counts))


def _sum(counts: Sequence[Count]) -> Count:
    return Count(
        sum([count.real for count in counts]), sum([count.demonstration for count in counts])
    )
