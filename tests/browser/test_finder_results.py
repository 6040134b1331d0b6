"""What the finder shows of texts, notices and other kinds, in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.finding import (
    ROWS,
    facet,
    finding,
    search,
    status,
    term,
)
from tests.browser.server import served
from tests.browser.visiting import (
    Windows,
)

pytestmark = pytest.mark.needs("chromium")


def test_a_passage_is_marked_and_its_link_lands_there(windows: Windows, site: str) -> None:
    with finding(windows, site, "search/?q=失效机理") as page:
        snippet = page.locator(".snippet").first
        expect(snippet.locator("mark").first).to_have_text("失效机理")
        assert len(snippet.inner_text()) < 140
        link = snippet.locator("a")
        section = re.sub("^见“|”$", "", link.inner_text())
        link.click()
        page.wait_for_url("**/cases/*/#*")
        target = page.locator(":target")
        expect(target).to_be_in_viewport()
        assert section in target.inner_text()


def test_a_passage_is_the_one_with_all_words_near_each_other(windows: Windows, site: str) -> None:
    with finding(windows, site, "cases/?q=测量 沟道") as page:
        marks = page.locator(f"{ROWS}:first-child .snippet mark")
        expect(marks.first).to_be_visible()
        assert set(marks.all_inner_texts()) == {"测量", "沟道"}


def test_facets_apply_to_what_a_text_finds(windows: Windows, site: str) -> None:
    with finding(windows, site, "cases/?q=质量") as page:
        expect(status(page)).to_contain_text("共 11 项")
        expect(page.locator("[name=sort]")).to_have_value("relevance")
        counted = facet(page, "year").locator("li", has_text="2021 年").locator("b").inner_text()
        term(page, "year", "2021").check()
        expect(status(page)).to_contain_text(f"共 {counted} 项")
        assert page.locator("main #q").input_value() == "质量"


def test_a_row_that_only_seemed_to_hold_a_word_is_left_out(
    windows: Windows, real_site: Path
) -> None:
    """Its pairs stand in the text, the word does not: the page's own text decides."""
    page_of = re.compile(r"/cases/20[^/]+/$")
    with served(real_site) as root, windows.visiting(root) as visit:
        visit.page.route(page_of, lambda route: route.fulfill(body="<main data-found>无</main>"))
        page = visit.open("cases/?q=加速试验联动")
        expect(page.locator(ROWS)).to_have_count(1)  # its title proves it without its text
        search(page, "热变形与砂轮")
        expect(status(page)).to_have_text("没有找到。“热变形与砂轮” 0 项")
        visit.page.unroute(page_of)
        page.reload()
        expect(page.locator(ROWS)).to_have_count(1)
        expect(page.locator(".snippet mark").first).to_have_text("热变形与砂轮")
        assert visit.all_complaints() == []


@pytest.mark.parametrize("query", ["$&", "$'", "$`", "{count}", "<img src=x onerror=alert(1)>"])
def test_a_query_is_text_and_is_shown_as_it_was_typed(
    windows: Windows, site: str, query: str
) -> None:
    with finding(windows, site, "search/") as page:
        search(page, query)
        expect(status(page)).to_contain_text("没有找到")
        for word in query.split():
            expect(status(page)).to_contain_text(word)
        assert page.locator(".status *").count() == 0
        assert page.locator("main #q").input_value() == query


def test_no_hits_say_which_word_and_what_is_near(windows: Windows, site: str) -> None:
    with finding(windows, site, "search/?q=质量 六西格玛设汁") as page:
        expect(status(page)).to_have_text("没有找到。“质量” 11 项，“六西格玛设汁” 0 项")
        page.locator(".notes").get_by_role("link", name="六西格玛设计").click()
        page.wait_for_url("**/search/?method=*")
        expect(page.locator(ROWS)).to_have_count(1)


def test_the_search_page_begins_with_the_catalogues(windows: Windows, site: str) -> None:
    with finding(windows, site, "search/") as page:
        assert page.locator(".start a").first.is_visible()
        assert not page.locator(".kinds, .side, .listed").locator("visible=true").count()
        search(page, "质量")
        expect(page.locator(ROWS).first).to_be_visible()
        assert not page.locator(".start").is_visible()


def test_every_kind_has_its_tab_with_its_number(windows: Windows, site: str) -> None:
    with finding(windows, site, "search/?q=质量") as page:
        expect(page.locator(ROWS)).to_have_count(11)
        assert page.locator(".direct a").count() == 5
        assert page.locator(".group h3").all_inner_texts() == ["通知公告 查看全部 18 项"] or (
            page.locator(".group").count() == 2
        )
        for tab in page.locator(".kinds a").all()[1:]:
            name, number = tab.inner_text().split()
            tab.click()
            expect(page.locator(".kinds a[aria-current=page]")).to_contain_text(name)
            expect(status(page)).to_contain_text(f"共 {number} 项")
            assert page.locator(ROWS).count() == min(int(number), 20)
            assert page.locator(".side").is_visible() == (name == "经验")


def test_notices_are_narrowed_by_kind_and_year_together(windows: Windows, site: str) -> None:
    with finding(windows, site, "search/?kind=notice") as page:
        expect(page.locator(ROWS).first).to_be_visible()
        page.locator(".narrow [name=type]").select_option("公告")
        page.wait_for_url("**&type=*")
        page.locator(".narrow [name=year]").select_option("2022")
        expect(page.locator(ROWS)).to_have_count(1)
        expect(page.locator(ROWS)).to_contain_text("公告 · 2022-")
        page.reload()
        expect(page.locator(ROWS)).to_have_count(1)
        expect(page.locator(".narrow [name=type]")).to_have_value("公告")
        search(page, "质量")
        expect(page.locator(ROWS)).to_have_count(1)


def test_a_notice_is_found_by_its_text(windows: Windows, site: str) -> None:
    with finding(windows, site, "search/?q=选读与本企业&kind=notice") as page:
        expect(page.locator(".snippet mark").first).to_have_text("选读与本企业")


def test_a_word_that_is_found_only_by_its_sound_says_so(windows: Windows, site: str) -> None:
    with finding(windows, site, "search/?q=jiumu") as page:
        expect(status(page)).to_contain_text("按拼音找出")
        expect(page.locator(ROWS).first).to_contain_text("九牧厨卫股份有限公司")
        search(page, "FMEA")
        expect(status(page)).not_to_contain_text("按拼音")
