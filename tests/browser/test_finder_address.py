"""Every state of the finder is in the address: reload, history, copies."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.finding import (
    DATA,
    ROWS,
    Held,
    finding,
    search,
    status,
    term,
    titles,
)
from tests.browser.visiting import (
    Windows,
    visiting,
)

pytestmark = pytest.mark.needs("chromium")


def test_reload_and_history_restore_every_part(windows: Windows, site: str) -> None:
    with finding(windows, site, "cases/") as page:
        term(page, "year", "2012").check()
        expect(status(page)).to_contain_text("共 8 项")
        page.locator("[name=sort]").select_option("title")
        page.wait_for_url("**/?year=2012&sort=title")
        search(page, "上海")
        page.wait_for_url("**/?q=*")
        expect(page.locator(f"{ROWS} mark").first).to_have_text("上海")
        shown = titles(page)
        page.reload()
        expect(page.locator("main #q")).to_have_value("上海")
        expect(page.locator("[name=sort]")).to_have_value("title")
        expect(term(page, "year", "2012")).to_be_checked()
        expect(page.locator(ROWS)).to_have_count(len(shown))
        assert titles(page) == shown
        page.go_back()
        expect(status(page)).to_contain_text("共 8 项")
        expect(page.locator("main #q")).to_have_value("")
        page.go_back()
        expect(page.locator("[name=sort]")).to_have_value("newest")
        page.go_back()
        expect(status(page)).to_contain_text("共 26 项")
        expect(term(page, "year", "2012")).not_to_be_checked()
        page.go_forward()
        expect(term(page, "year", "2012")).to_be_checked()


def test_back_from_a_case_finds_the_list_where_it_was_left(windows: Windows, site: str) -> None:
    with finding(windows, site, "search/?q=质量") as page:
        expect(page.locator(f"{ROWS} .what a").nth(9)).to_be_visible()
        page.evaluate("scrollTo(0, 700)")
        page.wait_for_timeout(100)
        page.locator(f"{ROWS} .what a").nth(6).click()
        expect(page.locator("article h1")).to_be_visible()
        page.go_back()
        expect(page.locator(f"{ROWS} .what a").nth(9)).to_be_visible()
        page.wait_for_timeout(100)
        assert abs(page.evaluate("scrollY") - 700) < 60


def test_no_other_list_is_shown_first(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        held = Held(visit.page, DATA)
        page = visit.open("cases/?year=2012")
        page.wait_for_timeout(300)
        assert page.locator(ROWS).count() == 20
        assert not page.locator(ROWS).first.is_visible()
        assert not status(page).is_visible()
        held.let_go()
        expect(page.locator(ROWS)).to_have_count(8)
        assert page.locator(ROWS).first.is_visible()


def test_a_newer_search_makes_the_older_one_void(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        held = Held(visit.page, DATA)
        page = visit.open("search/")
        search(page, "质量")
        page.wait_for_timeout(100)
        search(page, "没有这样的名称")
        page.wait_for_timeout(100)
        held.let_go()
        expect(status(page)).to_contain_text("“没有这样的名称” 0 项")
        page.wait_for_timeout(200)
        assert page.locator(".found li").count() == 0


def test_the_address_can_be_copied(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = visit.open("cases/")
        term(page, "year", "2022").check()
        expect(page.locator(".chips button")).to_have_count(2)
        page.get_by_role("button", name="复制链接").click()
        expect(page.locator(".share [role=status]")).to_have_text("已复制")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.url == f"{site}cases/?year=2022"
