"""The switches of the header in a real browser: what they change, and that the choice stays."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visiting import DARK, LIGHT, visiting

pytestmark = pytest.mark.needs("chromium")


def test_the_elder_mode_enlarges_everything_and_stays(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        page = visit.open("")
        size = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
        before = page.evaluate(size)
        switch = page.locator("[data-switch=elder]")
        switch.click()
        assert page.evaluate(size) >= before * 1.3
        expect(switch).to_have_attribute("aria-pressed", "true")
        box = switch.bounding_box()
        assert box is not None
        assert box["height"] >= 60
        page = visit.open("notices/")
        expect(page.locator("[data-switch=elder]")).to_have_attribute("aria-pressed", "true")
        page.locator("[data-switch=elder]").click()
        assert not page.evaluate("document.documentElement.hasAttribute('data-elder')")


@pytest.mark.parametrize("reader", [LIGHT, DARK], ids=str)
def test_the_dark_switch_turns_the_page_over(browser: Browser, site: str, reader: object) -> None:
    assert reader in (LIGHT, DARK)
    colour = "getComputedStyle(document.body).backgroundColor"
    with visiting(browser, site, LIGHT if reader is LIGHT else DARK) as visit:
        page = visit.open("about/")
        before = page.evaluate(colour)
        page.locator("[data-switch=dark]").click()
        after = page.evaluate(colour)
        assert before != after
        assert visit.open("cases/").evaluate(colour) == after


def test_reading_aloud_speaks_the_page_and_stops(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        # A voice that notes what it is given: a headless browser has none of its own.
        visit.page.add_init_script("""
            window.said = [];
            const voice = {
              speak(words) { said.push(words.text); setTimeout(() => words.onend(), 5); },
              cancel() { window.cancelled = true; },
            };
            Object.defineProperty(window, "speechSynthesis", { value: voice });
            window.SpeechSynthesisUtterance = function (text) { this.text = text; };
        """)
        page = visit.open("about/")
        button = page.locator("[data-read]")
        button.click()
        page.wait_for_function("window.said.length > 3")
        title = page.locator("h1").inner_text()
        assert page.evaluate("said[0]") == title
        button.click()
        assert page.evaluate("window.cancelled")
        expect(button).to_have_attribute("aria-pressed", "false")
        assert page.locator(".being-read").count() == 0


def test_without_a_voice_there_is_no_button(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.add_init_script(
            "Object.defineProperty(window, 'speechSynthesis', { value: undefined });"
        )
        expect(visit.open("about/").locator("[data-read]")).not_to_be_visible()
