"""Shared by the tests of the suggestions."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.visiting import Visit

HEADER, BOX = ".find input", "#q"
PAUSE = 150
"""Milliseconds that `wait` of theme/finder/54-suggest.js lets pass after the last key."""


def typed(page: Page, text: str, field: str = HEADER) -> Locator:
    """Type into a field as a reader does, and give it."""
    found = page.locator(field)
    found.click()
    found.press_sequentially(text)
    return found


def offers(page: Page) -> Locator:
    return page.locator(".offers:not([hidden]) li")


def labels(page: Page) -> list[str]:
    """Give what is offered, without the small print, once it is there."""
    expect(offers(page).first).to_be_visible()
    found = offers(page).evaluate_all("all => all.map(one => one.firstChild.data)")
    return [str(text) for text in found]


def asked(visit: Visit) -> list[str]:
    """Give the finder's files that were asked for."""
    return [request.url for request in visit.requests if "/search/" in request.url]


def chosen(field: Locator) -> str:
    """Give the option that a screen reader is told of, or ""."""
    return str(
        field.evaluate(
            "field => (document.getElementById(field.getAttribute('aria-activedescendant')) || {})"
            ".textContent || ''"
        )
    )
