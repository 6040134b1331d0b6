"""The search page in a real browser."""

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.visiting import visiting

pytestmark = pytest.mark.needs("chromium")


def test_a_search_from_the_header_finds_cases_and_methods(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        page = visit.open("notices/")
        page.locator(".find input").fill("质量")
        page.locator(".find button").click()
        page.wait_for_url("**/search/?q=*")
        expect(page.locator(".found .part").first).to_be_visible()
        names = page.locator(".found .what a").all_inner_texts()
        assert names
        page.locator(".found .what a").first.click()
        expect(page.locator("h1")).to_be_visible()
        assert visit.all_complaints() == []


def test_every_word_must_fit_and_going_back_shows_the_former_search(
    browser: Browser, site: str
) -> None:
    with visiting(browser, site) as visit:
        page = visit.open("search/?q=2022 示例")
        expect(page.locator(".status")).to_contain_text("2022 示例")
        for row in page.locator(".found li").all_inner_texts():
            assert "2022" in row
        page.locator("#q").fill("没有这样的名称")
        page.locator("#q").press("Enter")
        expect(page.locator(".status")).to_contain_text("没有找到")
        assert page.locator(".found li").count() == 0
        page.go_back()
        expect(page.locator("#q")).to_have_value("2022 示例")
        expect(page.locator(".found li").first).to_be_visible()


def test_a_query_is_text_and_never_markup(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        page = visit.open("search/?q=<img src=x onerror=alert(1)>")
        expect(page.locator(".status")).to_contain_text("<img")
        assert page.locator(".status img").count() == 0
        assert visit.all_complaints() == []


@pytest.mark.parametrize("query", ["$&", "$'", "$`", "{count}"])
def test_a_query_is_shown_as_it_was_typed(browser: Browser, site: str, query: str) -> None:
    with visiting(browser, site) as visit:
        page = visit.open("search/")
        page.locator("#q").fill(query)
        page.locator("#q").press("Enter")
        expect(page.locator(".status")).to_contain_text(f"“{query}”")


def test_two_quick_searches_fetch_once_and_the_last_is_shown(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        visit.page.route("**/names.json", hold)
        page = visit.open("search/")
        for query in ("示例", "没有这样的名称"):
            page.locator("#q").fill(query)
            page.locator("#q").press("Enter")
        page.wait_for_timeout(100)
        assert len(held) == 1
        held[0].continue_()
        expect(page.locator(".status")).to_contain_text("“没有这样的名称”")
        assert page.locator(".found li").count() == 0


def test_names_that_cannot_be_fetched_are_said_so(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.route("**/names.json", lambda route: route.abort())
        page = visit.open("search/?q=质量")
        expect(page.locator(".status")).to_contain_text("没有取到")
        visit.page.unroute("**/names.json")
        page.locator("#q").press("Enter")
        expect(page.locator(".found .part").first).to_be_visible()
