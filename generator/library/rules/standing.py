"""Lifecycle across the library: what a case's state says, a notice must have announced."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from generator.findings import Fault, KeyPath
from generator.library.case import Case
from generator.library.ids import CaseId, NoticeId
from generator.library.library import Library
from generator.library.lifecycle import NoticeKind, Status
from generator.library.notice import Notice
from generator.library.rules.placing import at_key, at_name

_ALLOWED: Final[Mapping[NoticeKind, frozenset[Status]]] = {
    NoticeKind.PUBLICITY: frozenset({Status.PUBLICITY, Status.APPROVED, Status.REVOKED}),
    NoticeKind.RESULT: frozenset({Status.APPROVED, Status.REVOKED}),
    NoticeKind.REVOCATION: frozenset({Status.REVOKED}),
}
"""Kind → the states of the cases that it may name; other kinds name what has a page."""
_WITH_PAGE: Final = frozenset({Status.APPROVED, Status.REVOKED})

NOTICES: Final = "notices/"

Announced = Mapping[NoticeKind, frozenset[str]]
"""Kind → ids of all cases that notices of this kind name."""


def check_standing(library: Library, failed: frozenset[str] = frozenset()) -> Iterator[Fault]:
    """Compare every case's state with the notices, and every notice with its cases' states.

    Source: 遴选管理办法 (2021), articles 21 (公示), 22 (结果公告), 24 (撤销并公告). O(n).
    While notices cannot be read (paths in `failed`), none is missed.
    """
    announced = _announced(library)
    read = {notice.path for notice in library.notices.values()}
    is_whole = not any(path.startswith(NOTICES) and path not in read for path in failed)
    for case in library.cases.values():
        if is_whole:
            yield from _check_announced(case, announced)
        yield from _check_revocation(case, library, failed)
    for notice in library.notices.values():
        yield from _check_cases(notice, library)


def _announced(library: Library) -> Announced:
    named: dict[NoticeKind, set[str]] = defaultdict(set)
    for notice in library.notices.values():
        named[notice.front.kind].update(notice.front.cases)
    return {kind: frozenset(named[kind]) for kind in NoticeKind}


def _check_announced(case: Case, announced: Announced) -> Iterator[Fault]:
    status = case.front.status
    if status is Status.APPROVED and case.id not in announced[NoticeKind.RESULT]:
        yield at_key(case.path, "result-notice-missing", ("status",), id=case.id)
    if status is Status.PUBLICITY and case.id not in announced[NoticeKind.PUBLICITY]:
        yield at_key(case.path, "publicity-notice-missing", ("status",), id=case.id)


def _check_revocation(case: Case, library: Library, failed: frozenset[str]) -> Iterator[Fault]:
    revocation = case.front.revocation
    if case.front.status is not Status.REVOKED:
        if revocation:
            yield at_name(case.path, "revocation-unexpected", ("revocation",), id=case.id)
        return
    if revocation is None:
        yield at_key(case.path, "revocation-incomplete", ("status",), id=case.id)
        return
    notice = library.notices.get(NoticeId(revocation.notice))
    variant = _shortcoming(case.id, notice)
    is_unread = notice is None and f"{NOTICES}{revocation.notice}.md" in failed
    if variant and not is_unread:
        yield at_key(
            case.path,
            "revocation-incomplete",
            ("revocation", "notice"),
            id=case.id,
            notice=revocation.notice,
            variant=variant,
        )


def _shortcoming(case_id: CaseId, notice: Notice | None) -> str:
    """Say what the notice of a revocation lacks, "" for nothing."""
    if notice is None:
        return "unknown"
    if notice.front.kind is not NoticeKind.REVOCATION:
        return "kind"
    return "" if case_id in notice.front.cases else "unnamed"


def _check_cases(notice: Notice, library: Library) -> Iterator[Fault]:
    allowed = _ALLOWED.get(notice.front.kind, _WITH_PAGE)
    for key, case_id in named_cases(notice):
        case = library.cases.get(CaseId(case_id))
        if case and case.front.status not in allowed:
            yield at_key(
                notice.path,
                "notice-case-status",
                key,
                id=case_id,
                variant=f"{notice.front.kind}-{case.front.status}",
            )


def named_cases(notice: Notice) -> Iterator[tuple[KeyPath, str]]:
    """Yield key and id of every case that the front matter of a notice names."""
    for number, case_id in enumerate(notice.front.cases):
        yield ("cases", number), case_id
    session = notice.front.session
    for number, item in enumerate(session.programme if session else ()):
        if item.case:
            yield ("session", "programme", number, "case"), item.case
    for number, case_id in enumerate(session.shown if session else ()):
        yield ("session", "shown", number), case_id
