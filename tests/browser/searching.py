"""Shared by the tests of the search under attack, without connection and on all servers."""

from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.visiting import Visit

MANIFEST = "**/search/index.json"
WORD, OTHER = "质量", "失效机理"
"""Both are found in texts; they need different shards."""


def shown(page: Page) -> str:
    """Wait until the finder has drawn, and give what it says."""
    expect(page.locator("html:not([data-asked])")).to_have_count(1)
    expect(page.locator(".found[aria-busy]")).to_have_count(0)
    return page.locator(".listed .status").inner_text()


def search(page: Page, words: str) -> str:
    """Type words, press Enter and give what the page says then."""
    page.locator("main #q").fill(words)
    page.evaluate("document.documentElement.setAttribute('data-asked', '')")
    page.locator("main #q").press("Enter")
    return shown(page)


def other_complaints(visit: Visit) -> list[str]:
    """Give complaints but those about files that a test itself held back."""
    return [one for one in visit.all_complaints() if "Failed to load resource" not in one]


def works(visit: Visit, path: str = "search/") -> None:
    """Search by address and by typing; see rows, a passage from a text, and no complaint."""
    page = visit.open(f"{path}?q={quote(OTHER)}")
    assert "项" in shown(page)
    expect(page.locator(".found > .rows > li").first).to_be_visible()
    expect(page.locator(".snippet mark").first).to_have_text(OTHER)
    assert "项" in search(page, WORD)
    expect(page.locator(".found > .rows mark").first).to_have_text(WORD)
    assert visit.all_complaints() == []
