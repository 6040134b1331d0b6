"""What happened, step by step: the line of time of a round, and the one of a case."""

from generator.library.notice import Notice
from generator.pages.notice_rows import EventView
from generator.pages.notices import notice_link
from generator.pages.values import mark
from generator.strings import labels

__all__ = ["EventView"]


def notice_event(notice: Notice, on: str) -> EventView:
    """Give the step that a notice tells of; `on` is when it happened."""
    front = notice.front
    kind, told = labels("kind")[front.kind], mark(front.demonstration)
    return EventView(on, kind, notice_link(notice), front.issuer, told)
