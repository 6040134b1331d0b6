"""The benchmarking for every reader: on a phone, in the dark, on paper, without scripts."""

import gzip
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import expect

from tests.browser.test_axe import violations
from tests.browser.test_benchmarking import PATH, fill, opened
from tests.browser.test_print import holds, printed
from tests.browser.visiting import READERS, WITHOUT_SCRIPTS, Reader, Windows

pytestmark = pytest.mark.needs("chromium")

MOST_BYTES: Final = 15 * 1024


@pytest.mark.needs("npm:axe-core")
@pytest.mark.parametrize("reader", READERS, ids=str)
def test_the_result_is_clean_and_fits(windows: Windows, guarded_site: str, reader: Reader) -> None:
    with windows.visiting(guarded_site, reader) as visit:
        page = opened(visit)
        fill(page, 质量损失率="1.2", 设备综合效率="80", 产品返修率="abc", 资产总额="1")
        expect(page.locator(".placed")).to_have_count(2)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert visit.all_complaints() == []


def test_the_result_alone_is_printed(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, "?industry=34")
        fill(page, 质量损失率="1.2")
        expect(page.locator(".placed")).to_have_count(1)
        whole = "".join(sheet.text for sheet in printed(page))
    for words in ("通用设备制造业", "对标结果", "行业平均水平", "示例液压元件有限公司"):
        assert holds(whole, words)
    assert not holds(whole, "经济效益指标")


def test_without_scripts_the_indicators_are_listed(windows: Windows, site: str) -> None:
    with windows.visiting(site, WITHOUT_SCRIPTS) as visit:
        page = visit.open(PATH)
        assert "浏览器没有运行脚本" in page.locator("main").inner_text()
        row = page.locator("tr", has=page.get_by_role("rowheader", name="质量损失率"))
        expect(row).to_contain_text("演示 4")
        expect(page.locator("#industry")).to_be_hidden()
        row.locator("a").first.click()
        assert page.url.startswith(f"{site}cases/")


def test_its_script_is_small(real_site: Path) -> None:
    script = (real_site / "assets/service-benchmarking.js").read_bytes()
    assert len(gzip.compress(script)) <= MOST_BYTES
