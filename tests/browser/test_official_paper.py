"""A notice on paper by GB/T 9704: 22 lines of 28 characters on a page, its margins and numbers."""

import io
from typing import Final

import pytest
from playwright.sync_api import Browser
from pypdf import PageObject, PdfReader

pytestmark = pytest.mark.needs("chromium")

NOTICE: Final = "notices/2022-06-14-wuhan-call/"
MILLIMETRE: Final = 72 / 25.4
LONG: Final = """
paragraphs => {
  const body = document.querySelector(".paper .body");
  body.textContent = "";
  for (const text of paragraphs)
    body.appendChild(document.createElement("p")).textContent = text;
}
"""
CHARACTER: Final = "标"
FULL: Final = CHARACTER * (26 + 27 * 28)  # the first line is indented by two: 28 lines in all


def pages_with(browser: Browser, site: str, paragraphs: list[str]) -> list[PageObject]:
    """Print a notice whose text is replaced."""
    page = browser.new_page()
    page.goto(site + NOTICE)
    page.evaluate(LONG, paragraphs)
    data = page.pdf(prefer_css_page_size=True)
    page.close()
    return list(PdfReader(io.BytesIO(data)).pages)


def test_a_full_page_has_22_lines_of_28_characters(browser: Browser, site: str) -> None:
    pages = pages_with(browser, site, [FULL] * 3)
    full = pages[1].extract_text().count(CHARACTER)
    assert full in (22 * 28, 22 * 28 - 2)  # less the indent, if a paragraph begins here
    assert len(pages) >= 4


def test_pages_are_numbered_between_dashes_outside_the_text(browser: Browser, site: str) -> None:
    pages = pages_with(browser, site, [FULL] * 2)
    for number, page in enumerate(pages, start=1):
        assert f"— {number} —" in page.extract_text()


def test_the_text_stands_28_millimetres_from_the_left(browser: Browser, site: str) -> None:
    pages = pages_with(browser, site, [FULL] * 2)
    found: list[float] = []

    def seen(text: str, user: list[float], matrix: list[float], *_: object) -> None:
        if CHARACTER in text:
            found.append((user[0] * matrix[4] + user[4]) / MILLIMETRE)

    pages[1].extract_text(visitor_text=seen)
    assert found
    assert min(found) == pytest.approx(28, abs=0.5)
