"""Shared by the tests of the finder: opening its pages, and naming their parts."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, Route

from tests.browser.visiting import LIGHT, Reader, Windows

DATA = "**/search/data/*"
ROWS = ".found > .rows > li"
SECOND = "cases/page/2/"
SPC = "statistical-process-control"


@contextmanager
def finding(windows: Windows, site: str, path: str, reader: Reader = LIGHT) -> Iterator[Page]:
    """Open a page of the finder; afterwards nothing may have complained."""
    with windows.visiting(site, reader) as visit:
        yield visit.open(path)
        assert visit.all_complaints() == []


def status(page: Page) -> Locator:
    return page.locator(".bar .status")


def facet(page: Page, name: str) -> Locator:
    return page.locator(f"[data-facet={name}]")


def term(page: Page, name: str, value: str) -> Locator:
    return facet(page, name).locator(f"input[value='{value}']")


def chosen(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def titles(page: Page) -> list[str]:
    return page.locator(f"{ROWS} .what a").all_inner_texts()


def search(page: Page, words: str) -> None:
    page.locator("main #q").fill(words)
    page.locator("main #q").press("Enter")


class Held:
    """Answers that are held back until a test lets them go."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.routes: list[Route] = []
        self._is_held = True
        page.route(pattern, self._meet)

    def _meet(self, route: Route) -> None:
        if self._is_held:
            self.routes.append(route)
        else:
            route.continue_()

    def let_go(self) -> None:
        self._is_held = False
        for route in self.routes:
            route.continue_()
