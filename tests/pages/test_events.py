"""A step on a line of time."""

from dataclasses import replace

from generator.library.lifecycle import NoticeKind
from generator.pages.events import EventView, notice_event
from generator.pages.values import Link
from generator.strings import labels, text
from tests.pages import toy


def test_a_notice_tells_what_happened_who_issued_it_and_that_it_is_fictional() -> None:
    notice = toy.notice("2022-x", NoticeKind.CALL)
    front = notice.front.model_copy(update={"issuer": "Office", "demonstration": False})
    real = replace(notice, front=front)
    link = Link(front.title, "notices/2022-x/")
    plain = EventView("2022-06", labels("kind")["call"], link, "Office", "")
    assert notice_event(real, "2022-06") == plain
    fictional = replace(real, front=front.model_copy(update={"demonstration": True}))
    assert notice_event(fictional, "2022-06") == replace(
        plain, mark=text("pages.mark.demonstration")
    )
