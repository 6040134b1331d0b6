"""What happened, step by step: the line of time of a round, and the one of a case."""

from dataclasses import dataclass

from generator.library.notice import Notice
from generator.pages.notices import notice_link
from generator.pages.values import Link, mark
from generator.strings import labels


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


def notice_event(notice: Notice, on: str) -> EventView:
    """Give the step that a notice tells of; `on` is when it happened."""
    front = notice.front
    kind, told = labels("kind")[front.kind], mark(front.demonstration)
    return EventView(on, kind, notice_link(notice), front.issuer, told)
