"""Reading a case: the contents follow, a citation is copied, the page is printed."""

import re
from dataclasses import replace
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visiting import (
    ELDER,
    LIGHT,
    PHONE,
    WITHOUT_SCRIPTS,
    Reader,
    Windows,
    visiting,
)

pytestmark = pytest.mark.needs("chromium")

CASE: Final = "cases/2022-d01/"
CURRENT: Final = ".contents [aria-current]"
DAY: Final = re.compile(r"\[\d{4}-\d{2}-\d{2}\]")


def top_of(page: Page, selector: str) -> float:
    top = page.evaluate("at => document.querySelector(at).getBoundingClientRect().top", selector)
    assert isinstance(top, int | float)
    return top


def test_the_contents_mark_the_section_that_is_read(windows: Windows, site: str) -> None:
    with windows.visiting(site, LIGHT) as visit:
        page = visit.open(CASE)
        expect(page.locator(CURRENT)).to_have_count(0)
        links = page.locator(".contents ol a")
        # The line is a third down the window: a section that is longer than that.
        page.evaluate("document.querySelectorAll('.body h3')[3].scrollIntoView()")
        expect(page.locator(CURRENT)).to_have_attribute("aria-current", "location")
        heading = page.locator(".body h3").nth(3).inner_text()
        assert "".join(page.locator(CURRENT).inner_text().split()) == "".join(heading.split())
        read = links.evaluate_all("all => all.map(link => link.classList.contains('read'))")
        assert read == sorted(read, reverse=True)
        assert 0 < sum(read) < len(read)


def test_a_leap_misses_no_section(windows: Windows, site: str) -> None:
    with windows.visiting(site, LIGHT) as visit:
        page = visit.open(CASE)
        page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
        expect(page.locator(CURRENT)).to_have_attribute("href", "#cite")
        expect(page.locator(".contents ol a:not(.read)")).to_have_count(0)
        page.evaluate("window.scrollTo(0, 0)")
        expect(page.locator(CURRENT)).to_have_count(0)


def test_the_contents_stay_beside_the_text(windows: Windows, site: str) -> None:
    with windows.visiting(site, LIGHT) as visit:
        page = visit.open(CASE)
        page.evaluate("document.querySelector('#indicators').scrollIntoView()")
        expect(page.locator(".contents ol").first).to_be_in_viewport()


def test_on_a_phone_a_bar_names_the_section_and_opens(windows: Windows, site: str) -> None:
    with windows.visiting(site, PHONE) as visit:
        page = visit.open(CASE)
        entries = page.locator(".contents ol").first
        expect(entries).to_be_hidden()
        page.evaluate("document.querySelectorAll('.body h2')[2].scrollIntoView()")
        bar = page.locator(".contents summary")
        expect(bar).to_be_in_viewport()
        expect(bar.locator(".here")).to_have_text(page.locator(CURRENT).text_content() or "?")
        bar.click()
        expect(entries).to_be_visible()
        page.keyboard.press("Escape")
        expect(entries).to_be_hidden()
        expect(bar).to_be_focused()


@pytest.mark.parametrize("reader", [PHONE, replace(ELDER, name="elder-phone", width=375)], ids=str)
def test_the_bar_hides_neither_the_chosen_section_nor_stays_open(
    windows: Windows, site: str, reader: Reader
) -> None:
    with windows.visiting(site, reader) as visit:
        page = visit.open(CASE)
        page.locator(".contents summary").click()
        page.locator(".contents ol > li > a").nth(1).click()
        expect(page.locator(".contents ol").first).to_be_hidden()
        page.wait_for_timeout(100)
        bar = page.evaluate("document.querySelector('.contents').getBoundingClientRect().bottom")
        assert top_of(page, ".body h2:nth-of-type(2)") >= bar


def test_the_day_of_the_reader_stands_in_the_citation(windows: Windows, site: str) -> None:
    with windows.visiting(site, LIGHT) as visit:
        page = visit.open(CASE)
        today = page.evaluate("new Date().toLocaleDateString('sv')")
        assert f"[{today}]" in page.locator("#cite-text").inner_text()
    with windows.visiting(site, WITHOUT_SCRIPTS) as visit:
        assert not DAY.search(visit.open(CASE).locator("#cite-text").inner_text())


def test_a_citation_is_copied_whole(browser: Browser, site: str) -> None:
    with visiting(browser, site, LIGHT) as visit:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = visit.open(CASE)
        page.locator("#cite details").evaluate_all(
            "all => all.forEach(one => { one.open = true; })"
        )
        said = page.locator("#cite").get_attribute("data-copied") or "?"
        words = {}
        for record in ("cite-text", "cite-bibtex", "cite-ris", "cite-csl"):
            button = page.locator(f"[data-copy={record}]")
            words[record] = button.inner_text()
            button.click()
            expect(button).to_have_text(said)
            expect(page.locator("#cite [role=status]")).to_have_text(said)
            copied = page.evaluate("navigator.clipboard.readText()")
            assert copied == page.locator(f"#{record}").text_content(), record
        for record, word in words.items():  # they all wait at once
            expect(page.locator(f"[data-copy={record}]")).to_have_text(word)
        expect(page.locator("#cite [role=status]")).to_have_text("")


def test_without_a_clipboard_the_text_is_selected(windows: Windows, site: str) -> None:
    with windows.visiting(site, LIGHT) as visit:
        page = visit.open(CASE)
        page.evaluate(  # the script looks for it at the click
            "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
            "document.execCommand = () => false;"
        )
        button = page.locator("[data-copy=cite-text]")
        button.click()
        expect(button).to_have_text(page.locator("#cite").get_attribute("data-selected") or "?")
        selected = page.evaluate("window.getSelection().toString()")
        assert selected.strip() == page.locator("#cite-text").inner_text().strip()


def test_the_print_button_prints(windows: Windows, site: str) -> None:
    with windows.visiting(site, LIGHT) as visit:
        page = visit.open(CASE)
        page.evaluate("window.print = () => { window.printed = true; };")
        page.locator("[data-print]").click()
        assert page.evaluate("window.printed") is True


def test_without_scripts_all_is_there_and_nothing_is_dead(windows: Windows, site: str) -> None:
    with windows.visiting(site, WITHOUT_SCRIPTS) as visit:
        page = visit.open(CASE)
        expect(page.locator(".contents ol a").first).to_be_visible()
        expect(page.locator("[data-copy], [data-print]").locator("visible=true")).to_have_count(0)
        page.locator("#cite summary").first.click()
        expect(page.locator("#cite-bibtex")).to_be_visible()


LOOK = """
() => {
  const page = getComputedStyle(document.body);
  return [...document.querySelectorAll(".body > p, .body > ul > li")].map((node) => {
    const own = getComputedStyle(node);
    return [own.color === page.color, parseFloat(own.fontSize), parseFloat(page.fontSize)];
  });
}
"""


@pytest.mark.parametrize("path", [CASE, "about/", "guide/case/"])
def test_a_text_has_the_colour_and_the_size_of_the_page(
    windows: Windows, site: str, path: str
) -> None:
    # A class of the finder once made the text of every case small and blue, and no test saw it.
    with windows.visiting(site) as visit:
        shown = visit.open(path).evaluate(LOOK)
    assert len(shown) > 3
    assert all(is_same and size == whole >= 16 for is_same, size, whole in shown)
