"""The finder for every reader: keyboard, phone, large type, paper."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.finding import (
    DATA,
    ROWS,
    SPC,
    finding,
    status,
)
from tests.browser.test_axe import violations
from tests.browser.visiting import (
    PHONE,
    READERS,
    Reader,
    Visit,
    Windows,
)

pytestmark = pytest.mark.needs("chromium")


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
            ".finder button, .finder summary, .finder select, .finder input[type=search], "
            ".panel label"
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


def test_a_failure_is_said_and_the_next_try_works(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        visit.page.route(DATA, lambda route: route.abort())
        page = visit.open(f"search/?q={quote('质量')}")
        expect(status(page)).to_have_text("网络没有连通，检索数据没有取到。")
        visit.page.unroute(DATA)
        page.get_by_role("button", name="重试").click()
        expect(page.locator(ROWS).first).to_be_visible()
        expect(page.locator(".notes")).to_be_hidden()
