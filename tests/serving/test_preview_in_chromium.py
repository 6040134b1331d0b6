"""The preview in a real browser, under the pages' own strict policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visiting import PHONE, visiting
from tests.serving.tools import CASE, Running, running, until

pytestmark = pytest.mark.needs("chromium")

WORDS = "新加的一句话。"
PANEL = ".biaogan-panel"


@pytest.fixture
def preview(root: Path) -> Iterator[Running]:
    with running(root) as started:
        yield started.ready()


def test_a_saved_text_comes_to_the_open_page_where_it_was_scrolled_to(
    browser: Browser, preview: Running
) -> None:
    with visiting(browser, preview.address) as visit:
        page = visit.open("cases/2020-001/")
        page.evaluate("window.scrollTo(0, 400)")
        preview.append(CASE, WORDS)
        expect(page.get_by_text(WORDS)).to_be_attached()
        until(lambda: page.evaluate("scrollY"), lambda top: top == 400)
        assert visit.all_complaints() == []


def test_what_is_wrong_lies_over_the_last_good_page_until_it_is_mended(
    browser: Browser, preview: Running
) -> None:
    with visiting(browser, preview.address, PHONE) as visit:
        page = visit.open("cases/2020-001/")
        preview.edit(CASE, "---\n", '---\n"<img src=x onerror=alert(1)>": x\n')
        panel = page.locator(PANEL)
        expect(panel).to_contain_text(f"{CASE}:2:1")
        expect(panel).to_contain_text("<img src=x")
        assert panel.locator("img").count() == 0
        assert page.locator("h1").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE.width
        page.reload()
        expect(panel).to_be_visible()
        panel.get_by_role("button").click()
        expect(panel).to_have_count(0)
        preview.edit(CASE, '"<img src=x onerror=alert(1)>"', "enterprize")
        expect(panel).to_contain_text("enterprize")
        page.keyboard.press("Escape")
        expect(panel).to_have_count(0)
        preview.edit(CASE, "enterprize: x\n", "enterprise_: x\n")
        expect(panel).to_be_visible()
        preview.edit(CASE, "enterprise_: x\n", "")
        expect(panel).to_have_count(0)
        assert visit.all_complaints() == []


def test_a_first_reading_with_faults_comes_right_by_itself(browser: Browser, root: Path) -> None:
    path = root / CASE
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("---\n", "---\nenterprize: x\n", 1), encoding="utf-8")
    with running(root) as preview, visiting(browser, preview.address) as visit:
        page = visit.open("cases/2020-001/")
        expect(page.locator(".biaogan-problems")).to_contain_text(f"{CASE}:2:1")
        path.write_text(good, encoding="utf-8")
        expect(page.locator("article.case")).to_be_visible()
