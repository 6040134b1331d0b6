"""Numbers of cases by year, against the terms of a dimension or against the levels.

A case with two focus areas counts in both rows and once in the year's total, so rows need not add
up to the total. Broader terms count what their narrower terms count.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.catalogue.counts import Count, count_cases
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


def course_of(cases: Iterable[Case], years: Iterable[int]) -> tuple[YearCount, ...]:
    """Count cases by year, for every one of `years` in its order, in O(cases + years)."""
    of_year: dict[int, list[Case]] = {}
    for case in cases:
        of_year.setdefault(case.front.year, []).append(case)
    return tuple(YearCount(year, count_cases(of_year.get(year, ()))) for year in years)


def table_by_term(
    cases: Sequence[Case],
    terms: Mapping[CaseId, CaseTerms],
    dimension: Dimension,
    entries: Sequence[TermEntry],
) -> YearTable:
    """Count the cases of each term by year, in O(cases of all terms)."""
    rows = [(entry.slug, entry.label) for entry in entries]
    return _table(cases, {case.id: terms[case.id][dimension] for case in cases}, rows)


def table_by_level(cases: Sequence[Case]) -> YearTable:
    """Count the cases of each level by year; every level is a row."""
    rows = [(level.value, "") for level in Level]
    return _table(cases, {case.id: (case.front.level.value,) for case in cases}, rows)


def _table(
    cases: Sequence[Case],
    slugs_of: Mapping[CaseId, Sequence[str]],
    rows: Sequence[tuple[str, str]],
) -> YearTable:
    of_year: dict[int, list[Case]] = {}
    cells: dict[tuple[str, int], list[Case]] = {}
    for case in cases:
        of_year.setdefault(case.front.year, []).append(case)
        for slug in slugs_of[case.id] or (_NO_TERM,):
            cells.setdefault((slug, case.front.year), []).append(case)
    years = tuple(sorted(of_year, reverse=True))
    counted = {cell: count_cases(found) for cell, found in cells.items()}

    def counts(slug: str) -> tuple[Count, ...]:
        return tuple(counted.get((slug, year), _NONE) for year in years)

    return YearTable(
        years,
        tuple(_row(slug, label, counts(slug)) for slug, label in rows),
        tuple(count_cases(of_year[year]) for year in years),
        counts(_NO_TERM),
        count_cases(cases),
    )


def _row(slug: str, label: str, counts: tuple[Count, ...]) -> StatisticsRow:
    total = Count(sum(count.real for count in counts), sum(count.demonstration for count in counts))
    return StatisticsRow(slug, label, counts, total)
