"""What a page of a service does where it cannot serve: no such case, no script, no storage."""

from typing import Final

from playwright.sync_api import Page, expect

from tests.browser.visiting import Visit

STORAGE_FAULTS: Final = {
    "full": "Storage.prototype.setItem = () => "
    "{ throw new DOMException('', 'QuotaExceededError'); };",
    "forbidden": "Object.defineProperty(window, 'localStorage', "
    "{get() { throw new Error('refused'); }});",
}
"""What keeps a page from keeping anything; run before the page's own scripts."""


def check_refused(visit: Visit, path: str, said: str, choose: str) -> Page:
    """Open a page that has no such case: it says so, shortly, and offers the ways to others."""
    page = visit.open(path)
    expect(page.locator(".notes")).to_contain_text(said.rpartition("}")[2])
    expect(page.get_by_role("heading", name=choose)).to_be_visible()
    assert len(page.locator(".notes").inner_text()) < 200
    assert [said for said in visit.all_complaints() if "404" not in said] == []
    return page


def read_again(visit: Visit, path: str, failed: str, retry: str) -> Page:
    """Open a page whose case cannot be read; it says so, and reads it when asked to."""
    visit.page.route("**/cases/2022-d01/", lambda route: route.abort())
    page = visit.open(path)
    expect(page.locator(".notes")).to_have_text(failed)
    page.unroute("**/cases/2022-d01/")
    page.get_by_role("button", name=retry).click()
    return page


def check_without_scripts(visit: Visit, path: str, said: str, hidden: str) -> None:
    """Open a page without scripts: it says what it would do, and leads to all cases."""
    page = visit.open(path)
    assert said in page.locator("main").inner_text()
    expect(page.locator(hidden)).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="全部经验").click()
    assert page.url == f"{visit.root}cases/"
