"""Editions in time: what each announced, what the library holds of it, its list, its events."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from generator.catalogue.counts import Count, count_cases
from generator.catalogue.ordering import LEVEL_RANK, roster_key
from generator.library.case import Case
from generator.library.edition import Announced, Edition
from generator.library.ids import CaseId, EditionId
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice


@dataclass(frozen=True, slots=True)
class RosterGroup:
    """One group of an edition's list."""

    label: str
    """As the edition announced it; empty for the cases whose group is not known."""
    announced: int | None
    """How many the announcement counted in it; None where it did not say."""
    case_ids: tuple[CaseId, ...]
    """Real before demonstration, by printed number, then by id."""
    counted: Count


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """An edition and its listed cases."""

    edition: Edition
    id: EditionId
    case_ids: tuple[CaseId, ...]
    """In the order of the list; `previous_next` walks it."""
    places: Mapping[CaseId, int]
    """Position of each case in `case_ids`, from 0."""
    counted: Count
    """Only `counted.real` may be held against `announced`."""
    groups: tuple[RosterGroup, ...]
    """The announced groups in their order, empty ones too; then, unnamed, what belongs to none."""

    @property
    def announced(self) -> Announced | None:
        """Give what the result announcement counted, or None where it is not known."""
        return self.edition.announced


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a round: a notice of it, or a deadline that its rules set."""

    on: str
    """ISO date, exact to the day or the month; empty: nothing says when in the year it was."""
    notice: Notice | None
    """None for a deadline."""
    deadline: str = ""
    """What was due, in the edition's words."""


_STEPS: Final[tuple[NoticeKind | None, ...]] = (
    NoticeKind.CALL,
    None,
    NoticeKind.PUBLICITY,
    NoticeKind.RESULT,
    NoticeKind.SESSION,
    NoticeKind.REVOCATION,
    NoticeKind.DOWNLOAD,
)
"""The steps of a round, for those of one day; None stands for a deadline."""
_STEP_RANK: Final = {kind: rank for rank, kind in enumerate(_STEPS)}
_TO_THE_MONTH: Final = len("2022-06")


def events_of(edition: Edition, notices: Iterable[Notice]) -> tuple[Event, ...]:
    """Give the steps of a round from the earliest on, those without a date last."""
    events = [Event(_when(notice), notice) for notice in notices]
    events += [Event(due.on.isoformat(), None, due.label) for due in edition.deadlines]
    return tuple(sorted(events, key=_event_key))


def _when(notice: Notice) -> str:
    """Give the day on which a session or a publicity period began, else the day of issue."""
    begun = notice.front.session or notice.front.publicity
    if begun:
        return begun.starts_on.isoformat()
    return notice.dated if len(notice.dated) >= _TO_THE_MONTH else ""


def _event_key(event: Event) -> tuple[bool, str, int, str, str]:
    notice = event.notice
    rank = _STEP_RANK[notice.front.kind if notice else None]
    return not event.on, event.on, rank, notice.id if notice else "", event.deadline


def edition_entries(
    editions: Mapping[EditionId, Edition], cases: Iterable[Case]
) -> Mapping[EditionId, EditionEntry]:
    """Give every edition, the newest first, in a year by level and id."""
    by_edition: dict[EditionId, list[Case]] = {edition_id: [] for edition_id in editions}
    for case in cases:
        if case.edition in by_edition:
            by_edition[case.edition].append(case)
    ordered = sorted(
        editions, key=lambda key: (-editions[key].year, LEVEL_RANK[editions[key].level], key)
    )
    return {key: _entry(key, editions[key], by_edition[key]) for key in ordered}


def grouped(edition: Edition | None, cases: Iterable[Case]) -> tuple[RosterGroup, ...]:
    """Group cases as the edition's announcement does; groups without a case are kept."""
    announced = edition.announced if edition else None
    labels = {group.label: group.count for group in announced.groups} if announced else {}
    members: dict[str, list[Case]] = {label: [] for label in labels}
    rest: list[Case] = []
    for case in sorted(cases, key=roster_key):
        members.get(case.front.group, rest).append(case)
    groups = [_group(label, labels[label], found) for label, found in members.items()]
    return (*groups, _group("", None, rest)) if rest else tuple(groups)


def previous_next(entry: EditionEntry, case_id: CaseId) -> tuple[CaseId | None, CaseId | None]:
    """Give the cases before and after one in the edition's list; None for an unlisted case."""
    place = entry.places.get(case_id)
    if place is None:
        return None, None
    before = entry.case_ids[place - 1] if place else None
    after = entry.case_ids[place + 1] if place + 1 < len(entry.case_ids) else None
    return before, after


def _entry(edition_id: EditionId, edition: Edition, cases: list[Case]) -> EditionEntry:
    groups = grouped(edition, cases)
    ids = tuple(case_id for group in groups for case_id in group.case_ids)
    places = {case_id: place for place, case_id in enumerate(ids)}
    return EditionEntry(edition, edition_id, ids, places, count_cases(cases), groups)


def _group(label: str, announced: int | None, cases: list[Case]) -> RosterGroup:
    ids = tuple(case.id for case in cases)
    return RosterGroup(label, announced, ids, count_cases(cases))
