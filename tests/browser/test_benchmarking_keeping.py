"""One's own numbers stay on the device: kept, taken out and in, cleared; and what may attack."""

import csv
import io
import json
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from tests.browser.refusing import STORAGE_FAULTS
from tests.browser.test_benchmarking import HOSTILE, PATH, changed, fill, opened, result_of
from tests.browser.visiting import PHONE, Visit, Windows, visiting

pytestmark = pytest.mark.needs("chromium")

KEY: Final = "biaogan.benchmarking.1"


def opened_with(visit: Visit, kept: str) -> Page:
    """Open the page where `kept` is stored."""
    visit.open("404.html").evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
    return opened(visit)


def stored(page: Page) -> dict[str, str]:
    found = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))
    return {one["name"]: one["typed"] for one in found["values"]}


def notice(page: Page) -> Locator:
    return page.locator("[data-notice]")


def kept(*values: object, **other: object) -> str:
    content = {"format": "biaogan-benchmarking", "version": 1, "year": "2025", "values": values}
    return json.dumps({**content, **other})


def offer(page: Page, name: str, content: bytes) -> None:
    file: FilePayload = {"name": name, "mimeType": "text/plain", "buffer": content}
    page.locator("#numbers-file").set_input_files(file)


def taken(page: Page, action: str, path: Path) -> bytes:
    with page.expect_download() as coming:
        page.locator(f"[data-do={action}]").click()
    coming.value.save_as(path / coming.value.suggested_filename)
    return (path / coming.value.suggested_filename).read_bytes()


def test_back_and_reload_keep_the_industry_and_the_numbers(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        fill(page, 质量损失率="1")
        rows = result_of(page, "质量损失率").locator("tbody tr:not(.mine)")
        expect(rows).to_have_count(4)
        page.locator("#industry").select_option("34")
        expect(rows).to_have_count(2)
        assert page.url == f"{site}{PATH}?industry=34"
        page.reload()
        expect(rows).to_have_count(2)
        expect(page.locator("#industry")).to_have_value("34")
        page.locator("#industry").select_option("section-c")
        expect(rows).to_have_count(4)
        page.go_back()
        expect(rows).to_have_count(2)
        page.go_back()
        expect(rows).to_have_count(4)
        expect(page.locator("#industry")).to_have_value("")
        assert stored(page) == {"质量损失率": "1"}
        asked = [request.url for request in visit.requests if PATH in request.url]
        assert not any("1.2" in url or "%E" in url for url in asked)
        assert all(request.method == "GET" for request in visit.requests)
        assert visit.all_complaints() == []


def test_an_address_chooses_only_what_the_library_has(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        for foreign in (
            HOSTILE,
            "../../x",
            "__proto__",
            "99",
            "all",
            "x" * 5000,
            "%",
            "%F0%9F%98%80",
        ):
            page = opened(visit, f"?industry={foreign}")
            expect(page.locator("#industry")).to_have_value("")
            expect(notice(page)).to_contain_text("改为全部行业")
        asked = {request.url for request in visit.requests if request.url.endswith(".json")}
        assert asked == {f"{site}{PATH}index.json", f"{site}{PATH}statements-1.json"}
        assert visit.all_complaints() == []


def test_a_large_library_is_read_as_a_whole_only_when_asked(windows: Windows, site: str) -> None:
    def enlarged(content: Any) -> None:
        more = {"uri": f"{PATH}statements-9.json", "industries": []}
        content["files"] += [more] * 8

    nothing: dict[str, list[object]] = {"indicators": [], "cases": [], "statements": []}
    with windows.visiting(site) as visit:
        visit.page.route("**/index.json", lambda route: changed(route, enlarged))
        visit.page.route("**/statements-9.json", lambda route: route.fulfill(json=nothing))
        page = opened(visit)
        fill(page, 质量损失率="1")
        expect(page.locator("[data-result]")).to_contain_text("请先选择行业")
        assert not any("statements" in request.url for request in visit.requests)
        page.locator("#industry").select_option("34")
        rows = result_of(page, "质量损失率").locator("tbody tr:not(.mine)")
        expect(rows).to_have_count(2)
        page.locator("#industry").select_option("all")
        expect(rows).to_have_count(4)
        page.reload()
        expect(rows).to_have_count(4)
        assert page.url.endswith("?industry=all")


def test_numbers_are_taken_out_cleared_and_taken_in(
    windows: Windows, site: str, tmp_path: Path
) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        fill(page, 质量损失率="１．２％", 三包索赔起数="300")
        page.get_by_label("本企业数据的年份").fill("2025年")
        expect(page.locator("[data-result]")).to_contain_text("本企业的数据为 2025 年")
        content = taken(page, "export", tmp_path)
        page.once("dialog", lambda dialog: dialog.accept())
        page.locator("[data-do=clear]").click()
        expect(notice(page)).to_have_text("已清除。")
        assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
        expect(page.locator(".placed")).to_have_count(0)
        fill(page, 设备综合效率="80")
        offer(page, "x.json", content)
        expect(notice(page)).to_have_text("已读入 2 项，其余不变。")
        assert stored(page) == {
            "质量损失率": "１．２％",
            "三包索赔起数": "300",
            "设备综合效率": "80",
        }
        expect(page.locator(".placed")).to_have_count(3)
        expect(page.get_by_label("本企业数据的年份")).to_have_value("2025年")


def test_the_template_is_filled_in_a_spreadsheet(
    windows: Windows, site: str, tmp_path: Path
) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, "?industry=34")
        fill(page, 质量损失率="=1+1")
        content = taken(page, "template", tmp_path)
        assert content.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        assert rows[0] == ["指标", "单位", "数值"]
        assert ["主营业务收入", "万元", ""] in rows
        assert ["质量损失率", "%", "'=1+1"] in rows
        assert any(row[0] == "三包索赔起数" for row in rows)
        filled = [
            [name, unit, "6,5" if name == "产品返修率" else "-2"] for name, unit, _ in rows[1:4]
        ]
        table = "".join(
            ",".join(f'"{cell}"' for cell in row) + "\r\n" for row in [rows[0], *filled]
        )
        for coding in ("utf-8-sig", "gb18030", "utf-16"):
            offer(page, "x.csv", table.encode(coding))
            expect(notice(page)).to_have_text("已读入 3 项，其余不变。")
            assert stored(page)["主营业务收入"] == "-2"
            fill(page, 主营业务收入="7")
        tabbed = "指标\t单位\t数值\n客户满意度\t分\t'+90\n" + "x" * 80 + "\t\t1\n"
        offer(page, "x.txt", tabbed.encode())
        expect(notice(page)).to_have_text("已读入 1 项；1 行看不懂，没有读入。")
        expect(page.get_by_label("顾客满意度", exact=True)).to_have_value("+90")
        assert visit.all_complaints() == []


def test_a_foreign_file_is_not_taken(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        fill(page, 质量损失率="1")
        foreign = (HOSTILE, "x" * 700_000, "", kept(version=9), "[]", '{"format":"x"}', "a,b\n1,2")
        for content in foreign:
            offer(page, "x.json", content.encode())
            expect(notice(page)).to_contain_text("没有读入")
            fill(page, 质量损失率="1")
            expect(notice(page)).to_contain_text("已保存")
        assert stored(page) == {"质量损失率": "1"}
        assert visit.all_complaints() == []


def test_malformed_storage_is_told_and_does_no_harm(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        for content in (HOSTILE, "null", "7", "[" * 20_000, "x" * 500_000, kept(values={})):
            page = opened_with(visit, content)
            expect(notice(page)).to_contain_text("没有使用")
            fill(page, 质量损失率="1")
            expect(page.locator(".placed")).to_have_count(1)
            assert stored(page) == {"质量损失率": "1"}
        assert visit.all_complaints() == []


def test_of_hostile_numbers_only_short_texts_are_taken(windows: Windows, site: str) -> None:
    good = {"name": "质量损失率", "unit": "%", "typed": "1"}
    hostile: tuple[Any, ...] = (
        good,
        {"name": HOSTILE, "unit": HOSTILE[:20], "typed": "1"},
        {"name": "__proto__", "unit": "%", "typed": "1"},
        {"name": "x" * 61, "unit": "", "typed": "1"},
        {"name": "y", "unit": "", "typed": 1},
        {"name": "", "unit": "", "typed": "1"},
        None,
        [],
        7,
    )
    with windows.visiting(site) as visit:
        page = opened_with(visit, kept(*hostile, *[good] * 500))
        expect(page.locator("[data-result]")).to_contain_text(f"不作判断：{HOSTILE}、__proto__")
        expect(page.locator(".placed")).to_have_count(1)
        assert page.locator(".benchmarking img").count() == 0
        fill(page, 质量损失率="2")
        assert set(stored(page)) == {"质量损失率", HOSTILE, "__proto__"}
        assert visit.all_complaints() == []


@pytest.mark.parametrize("fault", STORAGE_FAULTS)
def test_without_storage_the_page_works_and_says_so(
    browser: Browser, site: str, fault: str
) -> None:
    with visiting(browser, site) as visit:
        visit.page.add_init_script(STORAGE_FAULTS[fault])
        page = opened(visit)
        fill(page, 质量损失率="1")
        expect(notice(page)).to_contain_text("不让保存")
        expect(page.locator(".placed")).to_have_count(1)
        assert visit.all_complaints() == []


def test_data_that_cannot_be_read_is_asked_for_again(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        for file in ("index", "statements-1"):
            visit.page.route(f"**/{file}.json", lambda route: route.fulfill(body="<html>"))
            page = visit.open(PATH)
            expect(notice(page)).to_contain_text("未能读取")
            page.unroute(f"**/{file}.json")
            page.locator("[data-retry]").click()
            expect(page.locator("[data-group=economic] input")).to_have_count(10)
            expect(page.locator("[data-retry]")).to_be_hidden()


def test_another_window_of_the_reader_follows(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        other = page.context.new_page()
        other.goto(site + PATH)
        other.get_by_label("质量损失率", exact=True).fill("1")
        expect(page.get_by_label("质量损失率", exact=True)).to_have_value("1")
        other.close()


def test_the_keyboard_is_enough(windows: Windows, site: str) -> None:
    with windows.visiting(site, PHONE) as visit:
        page = opened(visit)
        page.locator("#industry").focus()
        page.keyboard.press("Tab")
        page.keyboard.type("2025")
        for _ in range(7):
            page.keyboard.press("Tab")
        page.keyboard.type("100")
        page.locator("#indicator-field").focus()
        page.keyboard.type("换型")
        expect(page.locator("[data-shown]")).to_have_text("找到 1 项，列出 1 项。")
        page.keyboard.press("Tab")
        page.keyboard.type("30")
        expect(result_of(page, "平均换型时间")).to_contain_text("好 4 分钟")
        assert stored(page) == {"资产总额": "100", "平均换型时间": "30"}
        page.locator("a[href='#result']").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#result")).to_be_focused()
