"""What is said in a video, in Chromium: searched, clicked, marked while it is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Page, expect

from tests.browser.lessons import FILM, lessons_served, play, words
from tests.browser.test_video import AT, FILMS, until
from tests.browser.visiting import PHONE, Windows

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture(scope="module")
def made(real_site: Path) -> Iterator[str]:
    with lessons_served(real_site) as address:
        yield address


def test_what_is_said_is_searched(windows: Windows, made: str) -> None:
    with windows.visiting(made) as visit:
        page = visit.open(FILM)
        field, status = page.locator(".seek input"), page.locator(".seek [data-hits]")
        field.focus()
        page.keyboard.type("needle")
        expect(status).to_have_text(words("hits", at=1, count=3))
        assert page.locator(".cues mark").all_inner_texts() == ["Needle"] * 3
        top = page.evaluate("scrollY")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        expect(status).to_have_text(words("hits", at=3, count=3))
        expect(page.locator(".cues mark[data-here]")).to_be_in_viewport()
        assert page.evaluate("document.querySelector('.cues').scrollTop") > 0
        assert page.evaluate("scrollY") == top
        page.keyboard.press("Shift+Enter")
        expect(status).to_have_text(words("hits", at=2, count=3))
        page.get_by_role("button", name=words("seek_next")).click()
        page.get_by_role("button", name=words("seek_next")).click()
        expect(status).to_have_text(words("hits", at=1, count=3))
        field.fill("<i>")
        expect(status).to_have_text(words("hits", at=1, count=3))
        field.fill("\U0001f600")
        expect(status).to_have_text(words("no_hits", query="\U0001f600"))
        expect(page.get_by_role("button", name=words("seek_next"))).to_be_disabled()
        page.keyboard.press("Escape")
        expect(status).to_have_text("")
        assert page.locator(".cues mark, .cues i").count() == 0
        assert page.locator(".cues [data-from]").nth(20).inner_text() == "line 20 Needle <i>"


def test_a_click_on_what_is_said_plays_from_there(windows: Windows, made: str) -> None:
    with windows.visiting(made) as visit:
        page = visit.open(FILM)
        page.locator(".cues [data-from='4.2']").click()
        until(page, f"{AT} > 4.3 && !{FILMS}[0].paused")
        assert page.url == f"{made}{FILM}#t=4"
        page.locator(".cues a.at").first.focus()
        page.keyboard.press("Enter")
        until(page, f"{AT} < 2 && {AT} > 0.1")
        assert page.url == f"{made}{FILM}#t=0"


def test_what_is_being_said_is_marked_and_only_its_box_moves(windows: Windows, made: str) -> None:
    with windows.visiting(made) as visit:
        page = visit.open(FILM)
        page.locator("#video-1").scroll_into_view_if_needed()
        top = page.evaluate("scrollY")
        play(page, 4.5)
        until(page, f"{AT} > 5")
        page.evaluate(f"{FILMS}[0].pause()")
        mark = page.locator(".cues [aria-current=true]")
        expect(mark).to_have_count(1)
        assert abs(float(mark.get_attribute("data-from") or 0) - page.evaluate(AT)) < 0.6
        assert page.evaluate("document.querySelector('.cues').scrollTop") > 0
        assert page.evaluate("scrollY") == top
        expect(mark).to_be_in_viewport()


def test_the_text_stands_beside_the_video_and_below_it_on_a_phone(
    windows: Windows, made: str
) -> None:
    def boxes(page: Page) -> tuple[FloatRect, FloatRect]:
        film = page.locator("#video-1 .screen").bounding_box()
        box = page.locator("#video-1 .cues").bounding_box()
        assert film
        assert box
        return film, box

    with windows.visiting(made) as visit:
        film, box = boxes(visit.open(FILM))
        assert box["x"] >= film["x"] + film["width"]
        assert box["y"] < film["y"] + film["height"]
    with windows.visiting(made, PHONE) as visit:
        page = visit.open(FILM)
        film, box = boxes(page)
        assert box["y"] >= film["y"] + film["height"]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
