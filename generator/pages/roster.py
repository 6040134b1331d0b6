"""The lists of a year as printed: groups in their order, one line a case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.catalogue.counts import Count
from generator.catalogue.ordering import roster_key
from generator.catalogue.terms import TermEntry
from generator.catalogue.timeline import EditionEntry, RosterGroup
from generator.library.ids import CaseId, EditionId
from generator.pages.inputs import CaseRow, Inputs, any_recommender
from generator.strings import text


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One case of a list with the group it stands in."""

    place: int
    """Position of the group among all groups of the year; equal for one group's lines."""
    edition: EditionEntry | None
    """None for a case of no known round."""
    group: RosterGroup
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class RosterView:
    """A part of one group of a list."""

    label: str
    """The group's name as printed, or the words for cases whose group is not known."""
    rows: tuple[CaseRow, ...]
    has_numbers: bool
    """False: no row has a printed number, and the column is left out."""
    has_recommenders: bool


def roster_lines(inputs: Inputs, year: TermEntry) -> list[RosterLine]:
    """Give every case of a year: the lists of its rounds one after the other, then the rest."""
    rounds = inputs.catalogue.editions_of_year(int(year.slug))
    groups = [(held, group) for held in rounds for group in held.groups]
    ended = _revoked(inputs, int(year.slug))
    lines = [
        RosterLine(place, held, group, case_id)
        for place, (held, group) in enumerate(groups)
        for case_id in _as_printed(inputs, group.case_ids, ended.get((held.id, group.label), []))
    ]
    printed = {line.case_id for line in lines}
    rest = tuple(case_id for case_id in year.case_ids if case_id not in printed)
    stray = RosterGroup("", None, rest, Count())
    return [*lines, *(RosterLine(len(groups), None, stray, case_id) for case_id in rest)]


def _revoked(inputs: Inputs, year: int) -> Mapping[tuple[EditionId, str], list[CaseId]]:
    """Give the revoked cases of a year by round and group: the printed list named them too."""
    found: dict[tuple[EditionId, str], list[CaseId]] = {}
    for case in inputs.catalogue.revoked:
        if case.front.year == year:
            found.setdefault((case.edition, case.front.group), []).append(case.id)
    return found


def _as_printed(
    inputs: Inputs, listed: Sequence[CaseId], revoked: Sequence[CaseId]
) -> Sequence[CaseId]:
    if not revoked:
        return listed
    cases = inputs.library.cases
    return sorted((*listed, *revoked), key=lambda case_id: roster_key(cases[case_id]))


def rosters(inputs: Inputs, lines: Sequence[RosterLine]) -> tuple[RosterView, ...]:
    """Give the lists that lines belong to, a table a group."""
    return tuple(
        _roster(inputs, tuple(group)) for _, group in groupby(lines, key=lambda line: line.place)
    )


def _roster(inputs: Inputs, lines: tuple[RosterLine, ...]) -> RosterView:
    held, group = lines[0].edition, lines[0].group
    is_only = held is None or len(held.groups) == 1
    rows = inputs.rows_of([line.case_id for line in lines])
    return RosterView(
        label=group.label or ("" if is_only else text("pages.year.no_group")),
        rows=rows,
        has_numbers=any(row.number for row in rows),
        has_recommenders=any_recommender(rows),
    )
