"""Cases side by side: chosen by hand or by the address, read, printed, and what may go wrong."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.strings import text
from tests.browser.server import STRICT_POLICY, Manner, served
from tests.browser.test_axe import violations
from tests.browser.test_print import holds, printed
from tests.browser.visiting import PHONE, READERS, WITHOUT_SCRIPTS, Visit, Windows, visiting

pytestmark = pytest.mark.needs("chromium")

HERE: Final = "platform/compare/"
PAIR: Final = "?cases=2022-d01,2022-d03"
FOUR: Final = f"{PAIR},2020-d01,2023-d01"
LANDSCAPE: Final = (842, 595)


def words(key: str, **values: object) -> str:
    return text(f"pages.platform.compare.{key}", **values)


def opened(visit: Visit, query: str, count: int) -> Page:
    """Open a comparison and wait until so many cases stand there."""
    page = visit.open(HERE + query)
    expect(page.locator(".compared")).not_to_have_attribute("aria-busy", "true")
    if count:
        heads = page.locator("table.across").first.locator("thead th")
        expect(heads, query[:60]).to_have_count(count + 1)
    return page


def titles(page: Page) -> list[str]:
    return page.locator(".compared > .part > h2").all_inner_texts()


def chosen(page: Page) -> list[str]:
    said = page.locator(".picked .quiet").all_inner_texts()
    return [line.rsplit(" ", 1)[-1] for line in said]


def test_sections_of_one_name_stand_beside_each_other(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, PAIR, 2)
        assert titles(page)[:4] == ["基本情况", "摘要", "成效指标", "企业概况"]
        part = page.locator(".part", has=page.get_by_role("heading", name="实施成效", exact=True))
        left, right = part.locator(".cell").all()
        boxes = [cell.bounding_box() or {"x": 0, "y": 0} for cell in (left, right)]
        assert boxes[0]["y"] == boxes[1]["y"]
        assert boxes[0]["x"] < boxes[1]["x"]
        assert visit.all_complaints() == []


def test_what_one_case_alone_has_is_kept(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, "?cases=2022-d01,2020-d01", 2)
        own = page.locator(".part", has=page.get_by_role("heading", name=words("others")))
        assert own.locator(".cell").nth(0).locator("h3.own").all_inner_texts()[0] == "实施背景"
        assert "实施效果" in own.locator(".cell").nth(1).locator("h3.own").all_inner_texts()[-1]


def test_indicators_have_a_row_for_each_name(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, PAIR, 2)
        table = page.locator("table.across").nth(1)
        rows = {
            row.locator("th").inner_text(): [
                " ".join(cell.locator("> span").all_inner_texts())
                for cell in row.locator("td").all()
            ]
            for row in table.locator("tbody tr").all()
        }
        both = ["2019 年 76.4 % 2021 年 85.7 % 越大越好", "2019 年 72.5 % 2021 年 83.6 % 越大越好"]
        assert next(iter(rows)) == "设备综合效率"  # what both have comes first
        assert rows["设备综合效率"] == both
        assert rows["焊接不良率"] == ["2019 年 412 PPM 2021 年 98 PPM 越小越好", "—"]


def test_what_is_taken_over_has_no_ids_and_leads_where_it_led(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, PAIR, 2)
        assert page.locator(".compared .body [id], .compared td [id]").count() == 0
        sources = page.locator(".compared img").evaluate_all("all => all.map(one => one.src)")
        assert sources
        assert all(
            source.startswith((f"{site}cases/2022-d01/", f"{site}cases/2022-d03/"))
            for source in sources
        )
        page.evaluate(
            "Promise.all([...document.querySelectorAll('.compared img')].map(one => one.decode()))"
        )
        year = page.locator("table.across a", has_text="2022 年").first
        assert year.get_attribute("href") == "/years/2022/"


def test_the_keyboard_alone_chooses_and_takes_away(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, "", 0)
        page.locator("#case-field").focus()
        page.keyboard.type("2022-d01")
        expect(page.locator(".heard")).to_have_text(words("found", count=1))
        page.keyboard.press("Enter")
        expect(page.locator("#case-field")).to_be_focused()
        page.keyboard.type("精密轴承")
        page.keyboard.press("ArrowDown")
        expect(page.locator(".hits button").first).to_be_focused()
        page.keyboard.press("Enter")
        assert page.url == site + HERE + PAIR
        expect(page.locator("table.across").first.locator("thead th")).to_have_count(3)
        page.locator(".picked button").first.focus()
        page.keyboard.press("Enter")
        assert page.url == f"{site}{HERE}?cases=2022-d03"
        expect(page.locator(".picked button")).to_be_focused()
        expect(page.locator(".notes")).to_contain_text(words("one_more"))
        page.locator("#case-field").focus()
        page.keyboard.type("   ")
        page.keyboard.press("Escape")
        expect(page.locator(".hits")).to_be_hidden()


def test_back_forward_and_reload_keep_what_is_compared(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, PAIR, 2)
        page.locator(".picked button").first.click()
        expect(page.locator(".picked li")).to_have_count(1)
        page.go_back()
        expect(page.locator(".picked li")).to_have_count(2)
        expect(page.locator("table.across").first.locator("thead th")).to_have_count(3)
        page.go_forward()
        expect(page.locator(".picked li")).to_have_count(1)
        page.reload()
        expect(page.locator(".picked li")).to_have_count(1)
        assert chosen(page) == ["2022-d03"]


def test_a_place_of_the_page_is_a_step_of_its_own(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, PAIR, 2)
        page.locator(".places a").last.click()
        assert page.url.startswith(f"{site}{HERE}{PAIR}#part-")
        page.go_back()
        expect(page.locator("table.across").first.locator("thead th")).to_have_count(3)


def test_no_more_than_four_can_be_chosen(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, f"{FOUR},2022-d02", 4)
        assert chosen(page) == ["2022-d01", "2022-d03", "2020-d01", "2023-d01"]
        expect(page.locator(".notes")).to_contain_text(words("too_many"))
        page.locator("#case-field").fill("2022")
        expect(page.locator(".heard")).to_have_text(words("full"))
        expect(page.locator(".hits")).to_be_hidden()


FOREIGN: Final = (
    "<img src=x onerror=alert(1)>",
    "../../../etc/passwd",
    "__proto__",
    "constructor",
    "https://example.org/",
    "2022-d05",  # revoked
    "2019-001",  # without a text
    "%F0%9F%98%80",
    "x" * 5000,
    "%",
)


def test_what_cannot_be_compared_is_said_and_does_no_harm(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        for foreign in FOREIGN:
            name = foreign[:20]
            page = opened(visit, f"{PAIR},{foreign}", 2)
            assert chosen(page) == ["2022-d01", "2022-d03"], name
            expect(page.locator(".notes p").first, name).to_contain_text("没有可对比的经验")
            assert len(page.locator(".notes").inner_text()) < 500, name
            assert page.locator(".notes img").count() == 0, name
            assert visit.all_complaints() == [], name
        asked = [request.url for request in visit.requests if "/cases/" in request.url]
        assert len(asked) >= 2 * len(FOREIGN)
        assert all("/cases/2022-d01/" in url or "/cases/2022-d03/" in url for url in asked)


def test_a_case_that_cannot_be_read_is_said_and_asked_for_again(
    windows: Windows, site: str
) -> None:
    with windows.visiting(site) as visit:
        visit.page.route("**/cases/2022-d03/", lambda route: route.abort())
        page = opened(visit, PAIR, 1)
        expect(page.locator(".notes")).to_contain_text("未能读取")
        page.unroute("**/cases/2022-d03/")
        page.get_by_role("button", name=words("retry")).click()
        expect(page.locator("table.across").first.locator("thead th")).to_have_count(3)
        expect(page.locator(".notes")).to_be_empty()
        expect(page.locator(".again")).to_be_hidden()


def test_the_list_that_cannot_be_read_is_asked_for_again(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        visit.page.route("**/cases.json", lambda route: route.fulfill(body="<html>"))
        page = visit.open(HERE + PAIR)
        expect(page.locator(".notes")).to_have_text(words("failed_list"))
        page.unroute("**/cases.json")
        page.get_by_role("button", name=words("retry")).click()
        expect(page.locator("table.across").first.locator("thead th")).to_have_count(3)


def test_it_works_under_the_strict_policy_and_without_storage(
    browser: Browser, guarded_site: str
) -> None:
    with visiting(browser, guarded_site) as visit:
        visit.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }});"
        )
        opened(visit, PAIR, 2)
        assert visit.all_complaints() == []
        assert all(request.method == "GET" for request in visit.requests)


def test_hostile_pages_of_cases_do_nothing(browser: Browser, real_site: Path) -> None:
    case = (
        '<!doctype html><body><article class="case"><dl class="ledger"><div><dt>年度</dt><dd>'
        '<a href="javascript:alert(1)" onclick="alert(1)">x</a></dd></div></dl>'
        '<div class="body"><h2 id="content">一</h2><p>text<img src="x" onerror="alert(1)">'
        "<script>alert(1)</script><style>body{display:none}</style>"
        '<iframe src="/"></iframe></p></div></article>'
    )
    manner = Manner({"Content-Security-Policy": STRICT_POLICY}, made={"/cases/2022-d01/": case})
    with served(real_site, manner) as address, visiting(browser, address) as visit:
        visit.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        visit.page.route("**/x", lambda route: route.fulfill(body=""))
        page = opened(visit, PAIR, 2)
        assert page.locator(".compared").locator("script, style, iframe, [onerror]").count() == 0
        assert page.locator('.compared a[href^="javascript"]').count() == 0
        assert page.locator("#content").count() == 1


def test_on_a_phone_cases_stand_below_each_other(windows: Windows, site: str) -> None:
    with windows.visiting(site, PHONE) as visit:
        page = opened(visit, FOUR, 4)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        cells = page.locator(".beside").first.locator(".cell").all()
        tops = [(cell.bounding_box() or {"y": 0})["y"] for cell in cells]
        assert tops == sorted(set(tops))
        expect(page.locator(".across td .of").first).to_be_visible()


@pytest.mark.needs("npm:axe-core")
@pytest.mark.parametrize("query", ["", PAIR, f"{FOUR},nix"])
def test_axe_finds_nothing(windows: Windows, site: str, query: str) -> None:
    with windows.visiting(site) as visit:
        opened(visit, query, query.count(",") + 1 - query.count("nix") if query else 0)
        found = []
        for reader in READERS:
            page = visit.become(reader)
            expect(page.locator(".compared")).not_to_have_attribute("aria-busy", "true")
            page.locator("#case-field").fill("2022")
            found += [f"{reader}: {violation}" for violation in violations(page)]
    assert not found, "\n".join(found)


def test_it_prints_in_columns_on_sheets_that_lie(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, FOUR, 4)
        sheets = printed(page)
    whole = "".join(sheet.text for sheet in sheets)
    assert {sheet.size for sheet in sheets} == {LANDSCAPE}
    assert holds(sheets[0].text, HERE)
    for title in ("示例智行汽车电子", "示例新能源电池", "成效指标", "实施成效"):
        assert holds(whole, title)
    assert not holds(whole, words("hint"))


def test_without_scripts_it_says_what_it_would_do(windows: Windows, site: str) -> None:
    with windows.visiting(site, WITHOUT_SCRIPTS) as visit:
        page = visit.open(HERE)
        assert words("no_script") in page.locator("main").inner_text()
        expect(page.locator("#case-field")).to_be_hidden()
        page.get_by_role("link", name=words("cases")).click()
        assert page.url == f"{site}cases/"


def test_a_case_leads_to_its_comparison(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("cases/2022-d01/")
        page.get_by_role("link", name=words("add")).click()
        expect(page.locator(".picked li")).to_have_count(1)
