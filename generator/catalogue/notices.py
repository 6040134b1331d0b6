"""Notices in order, which of them name a case, and which forwards which."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue.ordering import newest_notice_first
from generator.catalogue.timeline import RosterGroup, grouped
from generator.library.case import Case
from generator.library.ids import CaseId, NoticeId
from generator.library.library import Library
from generator.library.lifecycle import NoticeKind, Status
from generator.library.notice import Notice
from generator.library.short_addresses import short_names

Links = Mapping[NoticeId, Sequence[NoticeId]]


@dataclass(frozen=True, slots=True)
class NoticeIndex:
    """All notices, newest first, and the links between them and the cases."""

    notices: tuple[Notice, ...]
    by_kind: Mapping[NoticeKind, tuple[Notice, ...]]
    """Every kind is a key."""
    by_year: Mapping[str, tuple[Notice, ...]]
    """The years that occur, the newest first; of issue, else what the id says."""
    naming: Mapping[CaseId, tuple[Notice, ...]]
    """Notices other than sessions that name a case, oldest first."""
    sessions: Mapping[CaseId, tuple[Notice, ...]]
    """Sessions at which a case was presented, oldest first."""
    up: Links
    down: Links
    short_names: Mapping[NoticeId, str]
    """The name of each session in its short address."""

    @classmethod
    def of(cls, library: Library) -> "NoticeIndex":
        """Build the index in O(n log n) over notices and the cases they name."""
        notices = newest_notice_first(library.notices.values())
        named, presented = _links_to_cases(notices, library.cases.values())
        up: dict[NoticeId, list[NoticeId]] = {}
        down: dict[NoticeId, list[NoticeId]] = {}
        for notice in notices:
            known = (NoticeId(text) for text in notice.front.forwards)
            up[notice.id] = [other for other in known if other in library.notices]
            for other in up[notice.id]:
                down.setdefault(other, []).append(notice.id)
        by_kind = {
            kind: tuple(notice for notice in notices if notice.front.kind is kind)
            for kind in NoticeKind
        }
        years: dict[str, list[Notice]] = {}
        for notice in notices:
            years.setdefault(notice.dated[:4], []).append(notice)
        by_year = {year: tuple(found) for year, found in years.items()}
        short = short_names(notices)
        return cls(notices, by_kind, by_year, named, presented, up, down, short)

    def steps(self, notice_id: NoticeId) -> tuple[tuple[NoticeId, ...], ...]:
        """Give the way of a document step by step, from whoever issued it to the last offices.

        The notice itself is a step of its own; each step is as many forwards away from it, and a
        circle of forwards ends where it began.
        """
        above = _reachable(self.up, notice_id)
        seen = {notice_id, *_flat(above)}
        below = (
            tuple(there for there in step if there not in seen)
            for step in _reachable(self.down, notice_id)
        )
        return (*reversed(above), (notice_id,), *(step for step in below if step))


def notice_roster(library: Library, notice: Notice) -> tuple[RosterGroup, ...]:
    """Group the cases that a notice names as its edition groups them; empty groups are left out.

    A case since revoked stays, for the notice did name it: the page shows its state. Drafts have
    no page and are left out, so are ids that the library does not hold.
    """
    ids = dict.fromkeys(CaseId(text) for text in notice.front.cases)
    named = [library.cases[case_id] for case_id in ids if case_id in library.cases]
    shown = [case for case in named if case.front.status is not Status.DRAFT]
    editions = {str(edition_id): edition for edition_id, edition in library.editions.items()}
    groups = grouped(editions.get(notice.front.edition), shown)
    return tuple(group for group in groups if group.case_ids)


NoticesOfCases = Mapping[CaseId, tuple[Notice, ...]]


def _links_to_cases(
    notices: Sequence[Notice], cases: Iterable[Case]
) -> tuple[NoticesOfCases, NoticesOfCases]:
    """Read both directions: ids in a notice, and ids of notices in a case."""
    written: dict[NoticeId, list[CaseId]] = {notice.id: [] for notice in notices}
    for case in cases:
        for notice_id in case.named_in:
            written.get(notice_id, []).append(case.id)
    named: dict[CaseId, list[Notice]] = {}
    presented: dict[CaseId, list[Notice]] = {}
    for notice in reversed(notices):
        mentions = [*map(CaseId, _mentioned(notice)), *written[notice.id]]
        target = presented if notice.front.kind is NoticeKind.SESSION else named
        for case_id in dict.fromkeys(mentions):
            target.setdefault(case_id, []).append(notice)
    return _frozen(named), _frozen(presented)


def _mentioned(notice: Notice) -> tuple[str, ...]:
    """Give the ids that a notice names; of a session that says which it showed, only these."""
    session = notice.front.session
    if session is None:
        return notice.front.cases
    programme = (item.case for item in session.programme if item.case)
    return session.shown or (*notice.front.cases, *programme)


def _frozen(lists: Mapping[CaseId, list[Notice]]) -> NoticesOfCases:
    return {case_id: tuple(found) for case_id, found in lists.items()}


def _flat(steps: Iterable[tuple[NoticeId, ...]]) -> tuple[NoticeId, ...]:
    return tuple(notice_id for step in steps for notice_id in step)


def _reachable(links: Links, start: NoticeId) -> tuple[tuple[NoticeId, ...], ...]:
    """Walk breadth first, a step a tuple; each notice once, the start never."""
    found: dict[NoticeId, None] = {start: None}
    steps: list[tuple[NoticeId, ...]] = []
    frontier: tuple[NoticeId, ...] = (start,)
    while frontier:
        reached = [there for here in frontier for there in links.get(here, ())]
        frontier = tuple(there for there in dict.fromkeys(reached) if there not in found)
        found.update(dict.fromkeys(frontier))
        steps.append(frontier)
    return tuple(steps[:-1])
