"""What cases state of their indicators, in the form in which the benchmarking reads it.

Only listed cases: what was revoked or never approved is no benchmark. Files hold whole cases of
neighbouring industries and are bounded, so a reader loads a few even of a large library.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from generator.catalogue.counts import Count
from generator.catalogue.dimensions import Dimension
from generator.library.case import Case, Indicator
from generator.library.lifecycle import Direction
from generator.pages.inputs import Inputs
from generator.pages.platform.measures import key_of, measure

MOST: Final = 1500
"""Statements of a file; only an industry's cases that alone are more begin another."""

_SIGNS: Final = {Direction.HIGHER: 1, Direction.LOWER: -1}


class Statement(NamedTuple):
    """One indicator of one case, its first and its last year."""

    key: str
    """What comparable indicators share."""
    name: str
    unit: str
    direction: int
    """1: higher is better, -1: lower is, 0: the case does not say."""
    first_year: int
    first: float
    year: int
    value: float
    average: float | None
    best: float | None


@dataclass(frozen=True, slots=True)
class Held:
    """An indicator that the library holds, under the name of its newest case."""

    name: str
    unit: str
    directions: frozenset[int]
    """What its cases say, without the silent ones."""
    cases: tuple[Case, ...]
    """In catalogue order."""

    @property
    def count(self) -> Count:
        """Count its cases."""
        made_up = sum(case.is_demonstration for case in self.cases)
        return Count(len(self.cases) - made_up, made_up)


def stating(inputs: Inputs) -> tuple[Case, ...]:
    """Give the listed cases that state an indicator, by industry, else in catalogue order."""
    held = [case for case in inputs.catalogue.cases if any(map(_is_stated, case.front.indicators))]
    return tuple(sorted(held, key=lambda case: case.industry))


def statements(case: Case) -> tuple[Statement, ...]:
    """Give what a case states; of two rows that could be compared the first."""
    found: dict[str, Statement] = {}
    for indicator in filter(_is_stated, case.front.indicators):
        statement = _statement(indicator)
        found.setdefault(statement.key, statement)
    return tuple(found.values())


def files_of(cases: Iterable[Case]) -> tuple[tuple[Case, ...], ...]:
    """Part cases that are sorted by industry; industries stay whole while they are small."""
    files: list[list[Case]] = []
    room = 0
    for group in _by_industry(cases):
        need = sum(len(case.front.indicators) for case in group)
        if need > room:
            files.append([])
            room = MOST
        for case in group:
            need = len(case.front.indicators)
            if need > room and files[-1]:
                files.append([])
                room = MOST
            files[-1].append(case)
            room -= need
    return tuple(tuple(file) for file in files if file)


def industries(inputs: Inputs, cases: Iterable[Case]) -> Mapping[str, Count]:
    """Count the cases of each division and each section that has any, in the vocabulary's order."""
    real: Counter[str] = Counter()
    made_up: Counter[str] = Counter()
    for case in cases:
        counter = made_up if case.is_demonstration else real
        counter.update(sections_of(inputs, case))
    known = inputs.catalogue.entries[Dimension.INDUSTRY]
    return {slug: Count(real[slug], made_up[slug]) for slug in known if real[slug] or made_up[slug]}


def sections_of(inputs: Inputs, case: Case) -> Sequence[str]:
    """Give a case's division and its section; nothing where it has none."""
    return inputs.catalogue.case_terms[case.id][Dimension.INDUSTRY]


def held_indicators(cases: Iterable[Case]) -> tuple[Held, ...]:
    """Give every indicator, that of most cases first."""
    names: dict[str, Statement] = {}
    owners: dict[str, list[Case]] = {}
    said: dict[str, set[int]] = {}
    for case in cases:
        for statement in statements(case):
            names.setdefault(statement.key, statement)
            owners.setdefault(statement.key, []).append(case)
            said.setdefault(statement.key, set()).add(statement.direction)
    ordered = sorted(owners, key=lambda key: (-len(owners[key]), key))
    return tuple(
        Held(names[key].name, names[key].unit, frozenset(said[key] - {0}), tuple(owners[key]))
        for key in ordered
    )


def file_content(inputs: Inputs, cases: Sequence[Case]) -> Mapping[str, object]:
    """Give a file's rows: indicators and cases once each, statements by their places there."""
    indicators: dict[tuple[str, str], int] = {}
    rows = []
    for place, case in enumerate(cases):
        for one in statements(case):
            at = indicators.setdefault((one.name, one.unit), len(indicators))
            rows.append([place, at, *one[3:]])
    return {
        "indicators": [
            [name, unit, key_of(name, unit), measure(unit).size] for name, unit in indicators
        ],
        "cases": [_case(inputs, case) for case in cases],
        "statements": rows,
    }


def _case(inputs: Inputs, case: Case) -> list[object]:
    row = inputs.row(case)
    return [
        case.id,
        row.link.label,
        case.front.enterprise,
        row.uri,
        int(case.is_demonstration),
        *sections_of(inputs, case),
    ]


def _is_stated(indicator: Indicator) -> bool:
    return bool(indicator.values)


def _statement(indicator: Indicator) -> Statement:
    first, last = min(indicator.values), max(indicator.values)
    # A direction that nobody typed is none: the record's default would judge for the case.
    is_said = "direction" in indicator.model_fields_set
    return Statement(
        key_of(indicator.name, indicator.unit),
        indicator.name,
        indicator.unit,
        _SIGNS[indicator.direction] if is_said else 0,
        first,
        indicator.values[first],
        last,
        indicator.values[last],
        indicator.industry_average,
        indicator.industry_best,
    )


def _by_industry(cases: Iterable[Case]) -> Iterable[list[Case]]:
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(case.industry, []).append(case)
    return groups.values()
