"""The finder on the list of cases, in a real browser: before a choice, and its facets."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.finding import (
    ROWS,
    SECOND,
    SPC,
    chosen,
    facet,
    finding,
    status,
    term,
    titles,
)
from tests.browser.server import served
from tests.browser.visiting import (
    WITHOUT_SCRIPTS,
    Windows,
)

pytestmark = pytest.mark.needs("chromium")


def test_a_plain_visit_shows_the_servers_list_and_fetches_nothing(
    windows: Windows, site: str
) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("cases/")
        expect(status(page)).to_have_text("共 26 项经验（含演示 7 项）")
        page.wait_for_timeout(300)
        assert page.locator(ROWS).count() == 20
        assert not [one.url for one in visit.requests if "/search/" in one.url]
        facet(page, "year").hover()
        expect(facet(page, "content").locator("b").last).not_to_be_empty()
        assert [one.url for one in visit.requests if "/search/data/" in one.url]
        assert page.locator(ROWS).count() == 20


def test_the_servers_counts_and_order_are_those_of_the_script(windows: Windows, site: str) -> None:
    read = "boxes => boxes.map(box => box.innerText.replace(/\\s+/g, ' '))"
    with finding(windows, site, "cases/") as page:
        boxes = page.locator("[data-facet]:not([data-facet=content]) label")
        before = boxes.evaluate_all(read)
        facet(page, "content").locator("summary").click()
        expect(facet(page, "content").locator("b").last).not_to_be_empty()
        assert before
        assert boxes.evaluate_all(read) == before


def test_without_scripts_the_list_is_walked_by_links(windows: Windows, site: str) -> None:
    with finding(windows, site, "cases/?year=2022", WITHOUT_SCRIPTS) as page:
        assert page.locator(ROWS).count() == 20
        assert page.locator(ROWS).first.is_visible()
        assert page.locator(".ways-in a").first.is_visible()
        assert not page.locator(".panel, .bar, main form").locator("visible=true").count()
        page.locator(".pager a").first.click()
        page.wait_for_url(f"**/{SECOND}")


def test_the_second_page_of_the_server_leads_to_the_finder(windows: Windows, site: str) -> None:
    with finding(windows, site, SECOND) as page:
        term(page, "year", "2022").click()
        page.wait_for_url("**/cases/?year=2022")
        expect(status(page)).to_contain_text("共 5 项经验")


def test_the_pager_of_the_first_list_keeps_the_reader_in_the_finder(
    windows: Windows, site: str
) -> None:
    with finding(windows, site, "cases/") as page:
        first = titles(page)
        page.locator(".pager a").first.click()
        page.wait_for_url("**/cases/?page=2")
        expect(page.locator(ROWS)).to_have_count(6)
        assert not set(titles(page)) & set(first)
        assert page.evaluate("document.activeElement.id") == "list-name"
        page.go_back()
        expect(page.locator(ROWS)).to_have_count(20)
        assert titles(page) == first


def test_the_pager_works_below_a_path_that_ends_in_page(
    windows: Windows, real_site: Path, tmp_path: Path
) -> None:
    (tmp_path / "homepage").symlink_to(real_site)
    with served(tmp_path) as root, finding(windows, f"{root}homepage/", "cases/") as page:
        link = page.locator(".pager a").first
        assert (link.get_attribute("href") or "").endswith("/homepage/cases/?page=2")


def test_a_choice_stands_in_the_address_the_chips_and_the_list(windows: Windows, site: str) -> None:
    with finding(windows, site, "cases/") as page:
        term(page, "year", "2022").check()
        expect(status(page)).to_have_text("共 5 项经验（含演示 4 项）")
        term(page, "method", SPC).check()
        expect(status(page)).to_contain_text("共 2 项经验")
        assert chosen(page) == {"year": ["2022"], "method": [SPC]}
        assert page.locator(".chips button").all_inner_texts() == [
            "年度：2022 年 ×",
            "质量方法：统计过程控制 ×",
            "清除全部",
        ]
        expect(page.get_by_role("button", name="去掉 年度：2022 年")).to_be_visible()
        expect(facet(page, "method").locator("summary b")).to_have_text("1")
        # OR inside a facet.
        term(page, "year", "2023").check()
        expect(status(page)).to_contain_text("共 3 项经验")
        for row in page.locator(ROWS).all_inner_texts():
            assert "2022" in row or "2023" in row


def test_chips_take_choices_away_and_the_focus_goes_to_the_next(
    windows: Windows, site: str
) -> None:
    with finding(windows, site, f"cases/?year=2022&method={SPC}&q=质量") as page:
        expect(page.locator(".chips button")).to_have_count(3)
        page.locator(".chips button").first.click()
        expect(page.locator(".chips button")).to_have_count(2)
        assert chosen(page) == {"q": ["质量"], "method": [SPC]}
        assert "统计过程控制" in page.evaluate("document.activeElement.textContent")
        page.get_by_role("button", name="清除全部").click()
        expect(page.locator(".chips")).to_be_hidden()
        assert chosen(page) == {"q": ["质量"]}
        assert page.evaluate("document.activeElement.id") == "list-name"


def test_terms_without_cases_cannot_be_chosen_but_can_be_taken_away(
    windows: Windows, site: str
) -> None:
    with finding(windows, site, f"cases/?year=2012&method={SPC}") as page:
        expect(status(page)).to_contain_text("没有经验符合所选条件")
        expect(term(page, "method", SPC)).to_be_enabled()
        expect(term(page, "method", "qc-circle")).to_be_disabled()
        page.get_by_role("link", name="去掉筛选再找").click()
        expect(status(page)).to_contain_text("共 26 项经验")


def test_a_long_facet_is_cut_extended_and_looked_through(windows: Windows, site: str) -> None:
    with finding(windows, site, "cases/") as page:
        methods = facet(page, "method")
        assert methods.locator("li").count() == 8
        methods.locator(".tail").click()
        expect(methods.locator("li")).to_have_count(15)
        expect(methods.locator(".tail")).to_have_text("收起")
        methods.locator(".tail").click()
        expect(methods.locator("li")).to_have_count(8)
        expect(methods.locator(".tail")).to_have_text("显示全部 15 项")
        methods.locator(".within").fill("DFSS")
        expect(methods.locator("li")).to_have_count(1)
        expect(methods.locator("li")).to_contain_text("六西格玛设计")
        methods.locator(".within").press("Enter")
        methods.locator("input[type=checkbox]").check()
        expect(status(page)).to_contain_text("共 1 项经验")
        methods.locator(".within").fill("")
        expect(methods.locator("li input:checked")).to_have_count(1)


def test_a_facet_is_looked_through_with_traditional_characters(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("cases/")
        methods = facet(page, "method")
        methods.locator(".within").fill("六西格瑪設計")
        expect(methods.locator("li")).to_have_count(1)
        expect(methods.locator("li")).to_contain_text("六西格玛设计")
        methods.locator(".within").fill("没有这样的")
        expect(methods.locator("li")).to_have_count(0)
        assert visit.all_complaints() == []


def test_nothing_fires_while_an_input_method_composes(windows: Windows, site: str) -> None:
    with finding(windows, site, "cases/") as page:
        within = facet(page, "method").locator(".within")
        within.focus()
        expect(facet(page, "content").locator("b").last).not_to_be_empty()
        within.evaluate(
            """field => { field.value = 'liuxigema';
            field.dispatchEvent(new InputEvent('input', {bubbles: true, isComposing: true})); }"""
        )
        page.wait_for_timeout(100)
        assert facet(page, "method").locator("li").count() == 8
        within.evaluate(
            """field => { field.value = '六西格玛';
            field.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true})); }"""
        )
        expect(facet(page, "method").locator("li")).to_have_count(1)


def test_a_narrower_term_takes_the_place_of_its_broader_one(windows: Windows, site: str) -> None:
    with finding(windows, site, "cases/?industry=section-c") as page:
        industries = facet(page, "industry")
        expect(industries.locator("details")).to_have_attribute("open", "")
        below = industries.locator("li.below input")
        expect(below.first).to_be_visible()
        value = below.first.get_attribute("value")
        below.first.check()
        expect(page.locator(".chips button")).to_have_count(2)
        assert chosen(page) == {"industry": [value]}
        term(page, "industry", "section-c").check()
        expect(page.locator(".chips button")).to_have_count(2)
        assert chosen(page) == {"industry": ["section-c"]}


def test_what_the_reader_uses_does_not_move(windows: Windows, site: str) -> None:
    order = "boxes => boxes.map(box => box.value)"
    with finding(windows, site, "cases/") as page:
        methods = facet(page, "method").locator("li input")
        methods.last.scroll_into_view_if_needed()
        before, top = methods.evaluate_all(order), page.evaluate("scrollY")
        last = methods.last.get_attribute("value") or ""
        methods.last.check()
        expect(page.locator(".chips button")).to_have_count(2)
        assert methods.evaluate_all(order) == before
        assert page.evaluate("document.activeElement.value") == last
        assert page.evaluate("scrollY") == top
        page.keyboard.press("Space")
        expect(page.locator(".chips")).to_be_hidden()
        assert page.evaluate("document.activeElement.value") == last


def test_what_no_term_is_called_chooses_nothing(windows: Windows, site: str) -> None:
    with finding(windows, site, "cases/?year=1066&method=x&colour=red&year=2022&video=yes") as page:
        expect(status(page)).to_contain_text("共 5 项经验")
        assert page.locator(".chips button").count() == 2
