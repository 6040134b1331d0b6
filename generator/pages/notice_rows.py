"""What a line of a list, or of time, says of a notice."""

from dataclasses import dataclass

from generator.pages.states import State
from generator.pages.values import Link


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice as one line of a list."""

    date: str
    """As exact as known: 2014, 2022-06, 2022-06-14."""
    kind: str
    link: Link
    issuer: str
    document_number: str
    mark: str
    """演示, or empty."""
    state: State | None
    """Of its publicity period, its session or its next deadline; None when it sets no day."""


@dataclass(frozen=True, slots=True)
class EventView:
    """One step on a line of time."""

    date: str
    """As exact as known: 2014, 2022-06, 2022-06-14; empty for none."""
    kind: str
    """What happened: 公示, 公告, 交流活动, 截止, 前身 …"""
    what: Link
    """The notice, the deadline or the other case; no label where only the date is known."""
    note: str = ""
    """Who issued the notice, what the other case is, or why."""
    mark: str = ""
    """演示 for what is fictional, else empty."""
