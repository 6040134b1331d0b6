"""The switches of the header in a real browser: what they change, and that the choice stays."""

from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visiting import DARK, LIGHT, visiting

pytestmark = pytest.mark.needs("chromium")

PATIENCE = 500
"""Looks, 20 milliseconds apart."""


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


def test_the_dark_switch_follows_the_system_while_nothing_is_chosen(
    browser: Browser, site: str
) -> None:
    with visiting(browser, site, LIGHT) as visit:
        page = visit.open("about/")
        switch = page.locator("[data-switch=dark]")
        expect(switch).to_have_attribute("aria-pressed", "false")
        page.emulate_media(color_scheme="dark")
        expect(switch).to_have_attribute("aria-pressed", "true")
        switch.click()
        page.emulate_media(color_scheme="light")
        page.emulate_media(color_scheme="dark")
        expect(switch).to_have_attribute("aria-pressed", "false")


# A voice that notes what it is given: a headless browser has none of its own.
VOICE: Final = """
window.said = [];
window.cancels = 0;
window.last = Infinity;  // the block that it never comes to the end of
const voice = {
  speak(words) { if (said.push(words.text) < last) setTimeout(() => words.onend(), 5); },
  cancel() { window.cancels += 1; },
};
Object.defineProperty(window, "speechSynthesis", { value: voice });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
BLOCKS: Final = """
<h1>Title</h1>
<ol><li>Outer<ul><li>Inner <p>deep</p></li></ul></li></ol>
<ul><li><a href="#">Name</a><p>About</p></li></ul>
<table><tr><th>Head</th><td><p>Cell</p></td></tr></table>
<dl><dt>Label</dt><dd>Value<ul><li>first</li></ul></dd></dl>
<p hidden>Hidden</p>
"""


def test_reading_aloud_speaks_the_page_and_stops(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.add_init_script(VOICE)
        page = visit.open("about/")
        button = page.locator("[data-read]")
        page.evaluate("last = 4")
        button.click()
        # Not wait_for_function: it evaluates text inside the page, which the policy forbids.
        for _ in range(PATIENCE):
            if page.evaluate("said.length > 3"):
                break
            page.wait_for_timeout(20)
        assert page.evaluate("said.length") == 4
        assert page.locator(".being-read").count() == 1
        title = page.locator("h1").inner_text()
        assert page.evaluate("said[0]") == title
        button.click()
        assert page.evaluate("cancels") > 0
        expect(button).to_have_attribute("aria-pressed", "false")
        assert page.locator(".being-read").count() == 0


def test_every_block_is_read_whole_and_once(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.add_init_script(VOICE)
        page = visit.open("about/")
        page.evaluate("blocks => { document.querySelector('main').innerHTML = blocks; }", BLOCKS)
        button = page.locator("[data-read]")
        button.click()  # pressed at once, and released after the last block
        expect(button).to_have_attribute("aria-pressed", "false")
        assert page.evaluate("said") == [
            "Title",
            "Outer Inner deep",
            "Name About",
            "Head Cell",
            "Label",
            "Value first",
        ]


def test_a_page_that_is_left_silences_only_itself(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.add_init_script(VOICE)
        page = visit.open("about/")
        leave = "dispatchEvent(new PageTransitionEvent('pagehide')), cancels"
        assert page.evaluate(leave) == 0
        page.evaluate("last = 1")
        page.locator("[data-read]").click()
        assert page.evaluate(leave) == 1


def test_without_a_voice_there_is_no_button(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.add_init_script(
            "Object.defineProperty(window, 'speechSynthesis', { value: undefined });"
        )
        expect(visit.open("about/").locator("[data-read]")).not_to_be_visible()
