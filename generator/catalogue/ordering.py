"""The order of everything that is listed. Every key is total: one library, one order."""

from collections.abc import Iterable
from typing import Final

from generator.library.case import Case
from generator.library.ids import case_sort_key
from generator.library.lifecycle import Level
from generator.library.notice import Notice

LEVEL_RANK: Final = {level: rank for rank, level in enumerate(Level)}
"""National before provincial before municipal."""

CatalogueKey = tuple[int, int, str, bool, int]


def catalogue_key(case: Case) -> CatalogueKey:
    """Give a case's place in every catalogue.

    Newest year first; in a year national before provincial before municipal; then by edition, real
    before demonstration, and by the number in the id. The id is unique, so the key is total.
    """
    edition, demonstration, number = case_sort_key(case.id)
    return -case.front.year, LEVEL_RANK[case.front.level], edition, demonstration, number


def roster_key(case: Case) -> tuple[bool, bool, int, tuple[str, bool, int]]:
    """Give a case's place in the list of its edition: real first, by printed number, then by id."""
    number = case.front.number
    return case.is_demonstration, number is None, number or 0, case_sort_key(case.id)


def newest_revocation_first(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Sort revoked cases, the latest revocation first and those without a date last."""
    by_id = sorted(cases, key=catalogue_key)
    return tuple(sorted(by_id, key=_revoked_on, reverse=True))


def newest_notice_first(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Sort notices by date, the newest first; notices of one date by id."""
    by_id = sorted(notices, key=lambda notice: notice.id)
    return tuple(sorted(by_id, key=lambda notice: notice.dated, reverse=True))


def label_key(label: str, slug: str) -> tuple[bytes, str]:
    """Give a reader's order of names: GB 18030 holds common characters in pinyin order."""
    return label.encode("gb18030", "replace"), slug


def _revoked_on(case: Case) -> str:
    revocation = case.front.revocation
    return revocation.revoked_on.isoformat() if revocation else ""
