"""One's own numbers beside those of the cases: typed, placed, and what is said of them."""

import random
from decimal import Decimal
from typing import Any, Final

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser import benchmarks
from tests.browser.visiting import Visit, Windows

pytestmark = pytest.mark.needs("chromium")

PATH: Final = "platform/benchmarking/"
HOSTILE: Final = "<img src=x onerror=alert(1)>"
NAMES: Final = (("质量损失率", "%"), ("设备综合效率", "%"), ("三包索赔起数", "起"))
"""Indicators that several cases of the demonstration state."""


def opened(visit: Visit, query: str = "") -> Page:
    """Open the page and wait until its form is there."""
    page = visit.open(PATH + query)
    expect(page.locator("[data-group=economic] input")).to_have_count(10)
    return page


def fill(page: Page, **numbers: str) -> None:
    for name, typed in numbers.items():
        page.get_by_label(name, exact=True).fill(typed)


def result_of(page: Page, name: str) -> Locator:
    return page.locator(".placed", has=page.locator("h3", has_text=name))


def changed(route: Route, change: Any) -> None:
    """Answer with the statements as a test needs them."""
    content = route.fetch().json()
    change(content)
    route.fulfill(json=content)


def test_the_page_agrees_with_a_plain_reckoning(windows: Windows, site: str) -> None:
    dice = random.Random(8)
    with windows.visiting(site) as visit:
        page = opened(visit)
        for _ in range(3):
            numbers = {
                name: Decimal(dice.randint(1, 30)) / (1 if unit == "起" else 10)
                + (80 if name == "设备综合效率" else 0)
                for name, unit in NAMES
            }
            fill(page, **{name: str(own) for name, own in numbers.items()})
            for name, unit in NAMES:
                cases = benchmarks.known(name, unit)
                own, part = numbers[name], result_of(page, name)
                expect(part.locator("p").first).to_have_text(benchmarks.place(own, cases))
                expect(part.locator("p").nth(-1)).to_contain_text(f"依据 {len(cases)} 个演示案例")
                rows = part.locator("tbody tr:not(.mine)")
                expect(rows.locator("td:nth-of-type(3)")).to_have_text(
                    [
                        benchmarks.gap(own, case.value, unit, is_lower=case.is_lower)
                        for case in benchmarks.ordered(cases)
                    ]
                )
        assert visit.all_complaints() == []


def test_average_and_best_are_as_the_cases_state_them(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        fill(page, 产品返修率="1.2", 质量损失率="1.4")
        (case,) = benchmarks.known("产品返修率", "%")
        assert case.average is not None
        one = result_of(page, "产品返修率").inner_text()
        gap = benchmarks.gap(Decimal("1.2"), case.average, "%", is_lower=True)
        assert (
            f"行业平均水平，按 1 个案例所载（{case.year} 年）：{case.average} %；本企业{gap}" in one
        )
        several = result_of(page, "质量损失率").inner_text()
        averages = [known.average for known in benchmarks.known("质量损失率", "%")]
        better = sum(average > Decimal("1.4") for average in averages if average is not None)
        assert f"本企业优于其中 {better} 个、不及 {len(averages) - better} 个" in several
        assert "口径不一" in several
        scale = result_of(page, "质量损失率").locator("svg").get_attribute("aria-label") or ""
        assert "本企业 1.4，4 个案例 0.68 至 1.6，平均 1.3—2，最佳 0.6—1" in scale


def test_numbers_are_read_as_they_are_written_here(windows: Windows, site: str) -> None:
    written = (
        ("质量损失率", "１．２％", "1.2 %"),
        ("质量损失率", "12‰", "1.2 %"),
        ("质量损失率", "12000ppm", "1.2 %"),
        ("质量损失率", "0", "0 %"),
        ("质量损失率", "\u22121.5", "-1.5 %"),
        ("主营业务收入", "7.5亿", "75000 万元"),
        ("主营业务收入", "3万", "3 万元"),
        ("主营业务收入", "1,234,567.8 元", "123.45678 万元"),
        ("主营业务收入", "12，3456", "123456 万元"),
        ("全员劳动生产率", "520000元", "52 万元/人"),
        ("三包索赔起数", "1.2万", "12000 起"),
        ("三包索赔起数", "1e3", "1000 起"),
    )
    with windows.visiting(site) as visit:
        page = opened(visit)
        for name, typed, read in written:
            fill(page, **{name: typed})
            own = result_of(page, name).locator("tr.mine td").nth(1)
            expect(own).to_have_text(read)
        page.get_by_label("主营业务收入的单位").select_option("亿元")
        fill(page, 主营业务收入="7.5")
        own = result_of(page, "主营业务收入")
        expect(own.locator("tr.mine td").nth(1)).to_have_text("7.5 亿元")
        expect(own).to_contain_text("差 28.7 亿元")


def test_what_is_no_number_is_told_and_not_compared(windows: Windows, site: str) -> None:
    wrong = {
        "abc": "不是数",
        "一百": "不是数",
        "1.2.3": "不是数",
        "12-15": "不是数",
        "-": "不是数",
        "1,25": "分隔符",
        "1e99": "太大",
        "9" * 30: "太大",
        "5 天": "不能换算",
        HOSTILE: "不是数",
    }
    with windows.visiting(site) as visit:
        page = opened(visit)
        field = page.get_by_label("质量损失率", exact=True)
        for typed, said in wrong.items():
            field.fill(typed)
            expect(page.locator(".reading.wrong")).to_contain_text(said)
            expect(field).to_have_attribute("aria-invalid", "true")
        expect(page.locator("[data-result]")).to_contain_text("填写有误，没有比较：质量损失率")
        expect(page.locator(".placed")).to_have_count(0)
        field.fill("1")
        expect(field).not_to_have_attribute("aria-invalid", "true")
        expect(page.locator(".placed")).to_have_count(1)
        assert visit.all_complaints() == []


def test_where_no_case_has_data_nothing_is_judged(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, "?industry=39")
        fill(page, 产品返修率="1", 资产总额="100")
        shown = page.locator("[data-result]")
        expect(shown).to_have_text("没有可比的案例数据，不作判断：资产总额、产品返修率。")


def test_the_better_cases_come_first_and_are_led_to(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        fill(page, 质量损失率="1", 设备综合效率="80")
        items = page.locator(".teachers li")
        expect(items.first).to_contain_text("优于本企业的指标：设备综合效率、质量损失率")
        expect(items.first.locator(".mark")).to_have_text("演示")
        link = items.first.locator("a")
        title = link.inner_text()
        link.click()
        expect(page.locator("h1")).to_have_text(title)
        page.go_back()
        expect(page.locator(".placed")).to_have_count(2)
        fill(page, 质量损失率="0.1", 设备综合效率="99")
        expect(page.locator("[data-result]")).to_contain_text("没有一个可比案例优于本企业")


def test_fictional_cases_are_never_mixed_with_real_ones(windows: Windows, site: str) -> None:
    def real(content: Any) -> None:
        next(case for case in content["cases"] if case[0] == "2022-d01")[4] = 0

    with windows.visiting(site) as visit:
        visit.page.route("**/statements-1.json", lambda route: changed(route, real))
        page = opened(visit)
        fill(page, 质量损失率="1")
        part = result_of(page, "质量损失率")
        expect(part).to_contain_text("依据 1 个案例（2021 年）。另有 3 个演示案例，未计入。")
        expect(part.locator("tbody tr:not(.mine)")).to_have_count(1)
        expect(part.locator(".mark")).to_have_count(0)


def test_without_a_direction_it_only_places(windows: Windows, site: str) -> None:
    def undirected(content: Any) -> None:
        names = [row[0] for row in content["indicators"]]
        for row in content["statements"]:
            if names[row[1]] == "三包索赔起数":
                row[2] = 0
        rows = [row for row in content["statements"] if names[row[1]] == "每百台早期故障数"]
        rows[0][2] = 1
        rows[1][5:7] = [2022, 1.4]

    with windows.visiting(site) as visit:
        visit.page.route("**/statements-1.json", lambda route: changed(route, undirected))
        page = opened(visit)
        fill(page, 三包索赔起数="200", 每百台早期故障数="2")
        silent = result_of(page, "三包索赔起数")
        expect(silent).to_contain_text(
            "本企业大于 1 个、小于 1 个。案例没有说明越大越好还是越小越好"
        )
        expect(silent).to_contain_text("小 41 起")
        expect(result_of(page, "每百台早期故障数")).to_contain_text("优劣方向不一致")
        expect(page.locator(".teachers")).to_have_count(0)
