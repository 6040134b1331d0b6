"""The finder when a part of it fails: what stands there stays, and our own faults are heard."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.finding import ROWS, Held, facet
from tests.browser.searching import MANIFEST, OTHER, WORD, other_complaints, search, shown
from tests.browser.visiting import Windows, visiting

pytestmark = pytest.mark.needs("chromium")

FAULTS = {
    "index": "Uint8Array.prototype.subarray = () => { throw new TypeError('of ours'); };",
    "passage": "DOMParser.prototype.parseFromString = () => { throw new TypeError('of ours'); };",
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_ours_reaches_the_console(browser: Browser, site: str, name: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.add_init_script(FAULTS[name])
        page = visit.open(f"cases/?q={quote(OTHER)}")
        assert shown(page)
        page.wait_for_timeout(300)
        assert any("of ours" in one for one in visit.complaints)


@pytest.mark.parametrize("is_late", [True, False])
def test_the_list_of_cases_stays_when_the_other_kinds_fail(
    windows: Windows, real_site: Path, site: str, *, is_late: bool
) -> None:
    manifest = json.loads((real_site / "search/index.json").read_text(encoding="utf-8"))
    with windows.visiting(site) as visit:
        pattern = f"**/{manifest['others']}.*"
        held = Held(visit.page, pattern)
        if not is_late:
            visit.page.route(pattern, lambda route: route.fulfill(status=500))
        page = visit.open(f"search/?q={quote(WORD)}")
        if is_late:
            expect(page.locator(ROWS)).to_have_count(11)
            for route in held.routes:
                route.fulfill(status=500)
        retry = page.get_by_role("button", name="重试")
        expect(retry).to_be_visible()
        expect(page.locator(ROWS)).to_have_count(11)
        assert "没有取到" in shown(page)
        page.unroute_all()
        retry.click()
        expect(retry).to_have_count(0)
        expect(page.locator(".group").first).to_be_visible()
        assert other_complaints(visit) == []


def test_the_servers_list_stays_when_a_facet_cannot_be_drawn(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("cases/")
        page.context.set_offline(True)
        facet(page, "content").locator("summary").click()
        expect(page.locator(".bar .status")).to_contain_text("网络没有连通")
        expect(page.locator(ROWS)).to_have_count(20)
        page.context.set_offline(False)
        page.get_by_role("button", name="重试").click()
        expect(page.locator(".bar .status")).to_contain_text("共 26 项经验")
        assert other_complaints(visit) == []


def test_what_is_only_prepared_is_tried_once(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("cases/")
        page.route(MANIFEST, lambda route: route.abort())
        for _ in range(3):
            for place in ("main .search", ".bar .sort"):
                page.locator(place).hover()
                page.wait_for_timeout(100)
        assert sum("index.json" in one.url for one in visit.requests) == 1
        assert page.locator(".notes button").count() == 0
        page.unroute_all()
        assert "项" in search(page, WORD)
