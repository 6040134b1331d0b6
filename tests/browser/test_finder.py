"""The finder as people use it: on the list of cases and on the search page, in a real browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.server import served
from tests.browser.test_axe import violations
from tests.browser.visiting import (
    LIGHT,
    PHONE,
    READERS,
    WITHOUT_SCRIPTS,
    Reader,
    Visit,
    Windows,
    visiting,
)

pytestmark = pytest.mark.needs("chromium")

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


# --- The list of cases before anything is chosen


def test_a_plain_visit_shows_the_servers_list_and_fetches_nothing(
    browser: Browser, site: str
) -> None:
    with visiting(browser, site) as visit:
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


# --- Facets


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
        methods.locator(".rest").click()
        expect(methods.locator("li")).to_have_count(15)
        expect(methods.locator(".rest")).to_have_text("收起")
        methods.locator(".rest").click()
        expect(methods.locator("li")).to_have_count(8)
        expect(methods.locator(".rest")).to_have_text("显示全部 15 项")
        methods.locator(".within").fill("DFSS")
        expect(methods.locator("li")).to_have_count(1)
        expect(methods.locator("li")).to_contain_text("六西格玛设计")
        methods.locator(".within").press("Enter")
        methods.locator("input[type=checkbox]").check()
        expect(status(page)).to_contain_text("共 1 项经验")
        methods.locator(".within").fill("")
        expect(methods.locator("li input:checked")).to_have_count(1)


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


# --- The address


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


class Held:
    """Answers that are held back until a test lets them go."""

    def __init__(self, page: Page, pattern: str) -> None:
        self._routes: list[Route] = []
        self._is_held = True
        page.route(pattern, self._meet)

    def _meet(self, route: Route) -> None:
        if self._is_held:
            self._routes.append(route)
        else:
            route.continue_()

    def let_go(self) -> None:
        self._is_held = False
        for route in self._routes:
            route.continue_()


def test_no_other_list_is_shown_first(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        held = Held(visit.page, DATA)
        page = visit.open("cases/?year=2012")
        page.wait_for_timeout(300)
        assert page.locator(ROWS).count() == 20
        assert not page.locator(ROWS).first.is_visible()
        assert not status(page).is_visible()
        held.let_go()
        expect(page.locator(ROWS)).to_have_count(8)
        assert page.locator(ROWS).first.is_visible()


def test_a_newer_search_makes_the_older_one_void(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
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


# --- Texts


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
    browser: Browser, real_site: Path
) -> None:
    """Its pairs stand in the text, the word does not: the page's own text decides."""
    page_of = re.compile(r"/cases/20[^/]+/$")
    with served(real_site) as root, visiting(browser, root) as visit:
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


# --- Kinds


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
            expect(page.locator(".kinds a[aria-current]")).to_contain_text(name)
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


# --- Keyboard, phone, other readers


def test_arrows_lead_through_the_results(windows: Windows, site: str) -> None:
    with finding(windows, site, "cases/?year=2022") as page:
        links = page.locator(f"{ROWS} .what a")
        expect(links).to_have_count(5)
        links.first.focus()
        page.keyboard.press("ArrowDown")
        expect(links.nth(1)).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(page.locator("main #q")).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(links.first).to_be_focused()


def test_on_a_phone_the_panel_folds_and_says_how_many_are_chosen(
    windows: Windows, site: str
) -> None:
    with finding(windows, site, "cases/", PHONE) as page:
        fold = page.locator(".fold")
        expect(fold).to_have_text("筛选")
        assert not page.locator(".panel").is_visible()
        fold.click()
        expect(fold).to_have_attribute("aria-expanded", "true")
        for value in ("2022", "2021"):
            page.locator(f"[data-facet=year] label:has([value='{value}'])").click()
        expect(fold).to_have_text("筛选（已选 2）")
        assert fold.is_visible()
        fold.click()
        assert not page.locator(".panel").is_visible()
        expect(status(page)).to_contain_text("共 8 项")
        page.reload()
        expect(fold).to_have_text("筛选（已选 2）")


@pytest.mark.parametrize(("reader", "least"), [(READERS[2], 44), (READERS[3], 60)], ids=str)
def test_targets_are_large_enough_for_fingers(
    windows: Windows, site: str, reader: Reader, least: int
) -> None:
    with finding(windows, site, f"cases/?year=2022&method={SPC}", reader) as page:
        expect(page.locator(".chips button").first).to_be_visible()
        if page.locator(".fold").is_visible():
            page.locator(".fold").click()
        small = page.locator(
            ".finder button, .finder summary, .panel label, .finder select, .finder input[type=search]"
        ).evaluate_all(
            """(elements, least) => elements.filter(element => {
                const box = element.getBoundingClientRect();
                return box.height && box.height < least - 0.5;
            }).map(element => element.outerHTML.slice(0, 90))""",
            least,
        )
        assert small == []


@pytest.mark.needs("npm:axe-core")
@pytest.mark.parametrize(
    "path",
    [
        f"cases/?year=2022&method={SPC}&industry=section-c",
        "search/?q=质量",
        "search/?q=没有这样的词",
        "search/?kind=notice",
    ],
)
def test_axe_finds_nothing_in_a_list_that_was_drawn(windows: Windows, site: str, path: str) -> None:
    with windows.visiting(site) as visit:
        drawn(visit, path)
        for reader in READERS:
            page = visit.become(reader)
            expect(page.locator("html:not([data-asked])")).to_have_count(1)
            assert violations(page) == [], str(reader)


def drawn(visit: Visit, path: str) -> Page:
    page = visit.open(path)
    expect(page.locator("html:not([data-asked])")).to_have_count(1)
    return page


def test_nothing_is_wider_than_the_window(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        for path in ("cases/?year=2022&sort=enterprise", "search/?q=质量", "search/?kind=notice"):
            drawn(visit, path)
            for reader in (*READERS, Reader("zoomed", width=640), Reader("narrow", width=320)):
                page = visit.become(reader)
                expect(page.locator("html:not([data-asked])")).to_have_count(1)
                over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                assert over <= 0, f"{path} {reader}"


def test_on_paper_the_list_stands_without_the_panel(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = drawn(visit, "cases/?year=2022")
        page.emulate_media(media="print")
        assert page.locator(ROWS).first.is_visible()
        assert status(page).is_visible()
        assert not page.locator(".panel, .tools, .fold, main form").locator("visible=true").count()


def test_a_failure_is_said_and_the_next_try_works(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.route(DATA, lambda route: route.abort())
        page = visit.open(f"search/?q={quote('质量')}")
        expect(status(page)).to_have_text("网络没有连通，检索数据没有取到。")
        visit.page.unroute(DATA)
        page.get_by_role("button", name="重试").click()
        expect(page.locator(ROWS).first).to_be_visible()
        expect(page.locator(".notes")).to_be_hidden()
