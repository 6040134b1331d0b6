"""Dates: none before its time, none missing where the state of a case needs it."""

from collections.abc import Iterator
from datetime import date

from generator.findings import Fault, KeyPath
from generator.library.case import Case
from generator.library.edition import Edition
from generator.library.lifecycle import Status
from generator.library.notice import Notice
from generator.library.rules.placing import at_key

Dated = tuple[KeyPath, date | None]
"""A key and its day, if one is typed."""


def check_case_dates(case: Case, edition: Edition | None) -> Iterator[Fault]:
    """Let publicity, approval and revocation follow each other, not before the edition's year.

    Source: 遴选管理办法 (2021), articles 21, 22, 24: 公示, then 结果公告, then, if at all, 撤销.
    """
    front = case.front
    revoked_on = front.revocation.revoked_on if front.revocation else None
    steps: list[Dated] = [
        (("publicity_on",), front.publicity_on),
        (("approved_on",), front.approved_on),
        (("revocation", "revoked_on"), revoked_on),
    ]
    yield from _check_order(case.path, steps)
    if edition:
        videos: list[Dated] = [
            (("videos", number, "published_on"), video.published_on)
            for number, video in enumerate(front.videos)
        ]
        for key, day in (*steps, *videos):
            if day and day.year < edition.year:
                yield at_key(
                    case.path, "date-order", key, day=day, year=edition.year, variant="edition"
                )
    if front.status is Status.PUBLICITY and not front.publicity_on:
        yield at_key(case.path, "date-missing", ("status",), key="publicity_on")


def check_notice_dates(notice: Notice) -> Iterator[Fault]:
    """Let a notice's day of issue precede what it announces, and beginnings precede ends."""
    front = notice.front
    issued: Dated = (("issued_on",), front.issued_on)
    if front.publicity:
        starts: Dated = (("publicity", "starts_on"), front.publicity.starts_on)
        ends: Dated = (("publicity", "ends_on"), front.publicity.ends_on)
        yield from _check_order(notice.path, [starts, ends])
    if front.session:
        starts = (("session", "starts_on"), front.session.starts_on)
        ends = (("session", "ends_on"), front.session.ends_on)
        yield from _check_order(notice.path, [starts, ends])
    for number, deadline in enumerate(front.deadlines):
        due: Dated = (("deadlines", number, "at"), _day(deadline.at))
        yield from _check_order(notice.path, [issued, due])


def _day(at: date) -> date:
    """Give the day of a day or of a moment (a datetime is a date in Python, but not comparable)."""
    return date(at.year, at.month, at.day)


def _check_order(path: str, steps: list[Dated]) -> Iterator[Fault]:
    """Yield a fault at each day that precedes the one typed before it."""
    before: Dated | None = None
    for key, day in steps:
        if day is None:
            continue
        if before and before[1] and day < before[1]:
            yield at_key(
                path, "date-order", key, day=day, other=before[1], key=_shown(key),
                other_key=_shown(before[0]),
            )  # fmt: skip
        before = (key, day)


def _shown(key: KeyPath) -> str:
    return str(next((step for step in reversed(key) if isinstance(step, str)), ""))
