"""Where a case comes from and what became of it, as one line of time."""

from collections.abc import Iterable, Iterator
from typing import Final

from generator.library.case import Case
from generator.library.ids import CaseId
from generator.library.lifecycle import NoticeKind, Status
from generator.library.notice import Notice
from generator.pages.events import EventView, notice_event
from generator.pages.inputs import Inputs, has_page
from generator.pages.values import Link, day
from generator.strings import labels, text

_UNDATED: Final = "9999"
"""Sorts after every date."""


def provenance(inputs: Inputs, case: Case) -> tuple[EventView, ...]:
    """Give the line of time of a case, the earliest first; what has no date stands last.

    Exchange sessions are told apart (`appearances`), with their place and recording.
    """
    catalogue = inputs.catalogue
    notices = catalogue.naming(case.id)
    descendants = catalogue.relations.descendants.get(case.id, ())
    steps = (
        *_cases(inputs, "forerunner", map(CaseId, case.front.lineage)),
        *[_step(inputs, notice, notice.dated) for notice in notices],
        *_unannounced(case, {notice.front.kind for notice in notices}),
        *_cases(inputs, "successor", descendants),
    )
    # The sort is stable: on one day, what was decided stands in the order of the lines above.
    return tuple(sorted(steps, key=lambda step: step.date or _UNDATED))


def _step(inputs: Inputs, notice: Notice, on: str) -> EventView:
    key = notice.id, on
    found = inputs.events.get(key)
    if found is None:
        found = inputs.events[key] = notice_event(notice, on)
    return found


def _unannounced(case: Case, announced: set[NoticeKind]) -> Iterator[EventView]:
    """Give the days that the case states itself, where the library holds no notice of them."""
    front = case.front
    if front.approved_on and NoticeKind.RESULT not in announced:
        label = labels("status")[Status.APPROVED]
        yield EventView(day(front.approved_on), label, Link(""))
    if front.revocation and NoticeKind.REVOCATION not in announced:
        label, ground = labels("status")[front.status], labels("ground")[front.revocation.ground]
        yield EventView(day(front.revocation.revoked_on), label, Link(""), ground)


def _cases(inputs: Inputs, key: str, case_ids: Iterable[CaseId]) -> Iterator[EventView]:
    for case_id in case_ids:
        case = inputs.library.cases.get(case_id)
        if case and has_page(case):
            row, front = inputs.row(case), case.front
            on = day(front.approved_on) or str(front.year)
            kind = text(f"pages.provenance.{key}", level=labels("level")[front.level])
            yield EventView(on, kind, row.link, row.about, row.mark)
