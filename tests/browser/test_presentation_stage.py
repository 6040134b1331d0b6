"""The stage of a presentation: size of type, enlarging, full screen, and fingers on a phone."""

from typing import Final

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.test_presentation import UNFIT, opened, press, words
from tests.browser.visiting import PHONE, Windows, visiting

pytestmark = pytest.mark.needs("chromium")


def height_of(shown: Locator) -> float:
    return (shown.bounding_box() or {"height": 0.0})["height"]


def test_the_type_grows_is_kept_and_leaves_the_place(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        press(page, *["PageDown"] * 11)
        title = page.locator(".slide.now h2").inner_text()
        before = page.locator(".slide").count()
        press(page, "+", "=")
        assert page.locator(".slide").count() > before
        assert page.locator(".slide.now h2").inner_text() == title
        assert page.evaluate(UNFIT) == []
        expect(page.locator(".stage > [role=status]")).to_have_text(words("sized", percent=145))
        grown = page.locator(".slide").count()
        page.reload()
        expect(page.locator(".slide")).to_have_count(grown)
        for kept in ("99", "x" * 9999, "toString"):
            page.evaluate("kept => localStorage.setItem('biaogan.presentation.size', kept)", kept)
            page.reload()
            expect(page.locator(".slide")).to_have_count(before)
        assert visit.all_complaints() == []


def test_storage_that_is_forbidden_is_said(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', "
            "{get() { throw new DOMException('no', 'SecurityError'); }})"
        )
        page = opened(visit)
        press(page, "-")
        expect(page.locator(".stage > [role=status]")).to_have_text(
            words("sized", percent=85) + words("unkept")
        )


def test_what_stands_alone_is_enlarged(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        expect(page.locator("[data-do=zoom]")).to_be_disabled()
        for kind in ("img", "table"):
            number = page.evaluate(
                "kind => [...document.querySelectorAll('.slide')].findIndex("
                "one => one.querySelector(`.body figure ${kind}`)) + 1",
                kind,
            )
            page.evaluate("number => { location.hash = `#${number}`; }", number)
            expect(page.locator(".place")).to_contain_text(f"{number} / ")
            shown = page.locator(f".slide.now {kind}")
            before = height_of(shown)
            press(page, "z")
            expect(page.locator(".slide.now .body")).to_be_focused()
            assert height_of(shown) > 1.5 * before
            assert press(page, "ArrowDown").startswith(f"{number} / ")  # moves what is enlarged
            press(page, "Escape")
            assert height_of(shown) == before
            shown.click()
            expect(page.locator(".slide.now[data-zoom]")).to_have_count(1)
            assert press(page, "PageDown").startswith(f"{number + 1} / ")
            expect(page.locator("[data-zoom]")).to_have_count(0)


def test_full_screen_comes_and_goes_and_is_not_needed(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        page = opened(visit)
        press(page, "f")
        expect(page.locator(".stage:fullscreen")).to_have_count(1)
        press(page, "f")
        expect(page.locator(".stage:fullscreen")).to_have_count(0)
        page.add_init_script(
            "delete Element.prototype.requestFullscreen;"
            "delete Element.prototype.webkitRequestFullscreen;"
        )
        page.reload()
        expect(page.locator(".slide.now")).to_have_count(1)
        press(page, "f")
        expect(page.locator(".told")).to_have_text(words("unfull"))
        assert press(page, "PageDown").startswith("2 / ")
        assert visit.all_complaints() == []


SWIPE: Final = """
([from, to, fingers]) => {
  const deck = document.querySelector(".deck");
  const at = ([x, y]) => new Touch({identifier: 1, target: deck, clientX: x, clientY: y});
  const other = new Touch({identifier: 2, target: deck, clientX: 9, clientY: 9});
  const more = fingers > 1 ? [other] : [];
  deck.dispatchEvent(new TouchEvent("touchstart", {touches: [at(from), ...more], bubbles: true}));
  deck.dispatchEvent(new TouchEvent("touchend", {changedTouches: [at(to)], bubbles: true}));
}
"""


def test_fingers_turn_the_screens_on_a_phone(windows: Windows, site: str) -> None:
    with windows.visiting(site, PHONE) as visit:
        page = opened(visit, height=667)
        for move, number in (
            ([[300, 300], [200, 310], 1], 2),
            ([[300, 300], [290, 300], 1], 2),  # a tap
            ([[300, 300], [200, 100], 1], 2),  # not sideways
            ([[300, 300], [100, 300], 2], 2),  # two fingers enlarge
            ([[100, 300], [300, 300], 1], 1),
        ):
            page.evaluate(SWIPE, move)
            assert press(page).startswith(f"{number} / "), move
        for knob in page.locator(".knobs > button").all():
            box = knob.bounding_box() or {"x": 0, "width": 999, "height": 0}
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 375
            assert box["height"] >= 44
