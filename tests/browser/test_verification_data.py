"""The verification's files, its scanner, and what may go wrong with both."""

import json
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.test_verification import (
    FIRM,
    PATH,
    REAL,
    REVOKED,
    asked_in,
    asking,
    at,
    kind,
    statement,
    type_in,
)
from tests.browser.visiting import PHONE, Windows, visiting

pytestmark = pytest.mark.needs("chromium")

# What a script puts in a field knows no limit. In one go: painting it would take minutes.
PAST_THE_LIMIT: Final = """
() => {
  document.querySelector("#asked").value = "标".repeat(199) + "😀".repeat(500000);
  document.querySelector(".verification form button").click();
}
"""


def test_a_question_of_a_megabyte_is_cut(windows: Windows, site: str) -> None:
    with asking(windows, site) as page:
        page.evaluate(PAST_THE_LIMIT)
        expect(kind(page)).to_have_attribute("data-answer", "none")
        assert asked_in(page) == ["标" * 199]  # no half of a character at its end
        assert page.locator("#asked").input_value() == "标" * 199


def test_an_address_that_is_too_long_is_cut(windows: Windows, site: str) -> None:
    with asking(windows, site, "a" * 30000) as page:
        expect(kind(page)).to_have_attribute("data-answer", "none")
        assert asked_in(page) == ["a" * 200]
        assert page.locator("#asked").input_value() == "a" * 200


def test_the_files_are_read_once_and_only_when_needed(windows: Windows, site: str) -> None:
    def read() -> list[str]:
        return [r.url.rsplit("/", 1)[1] for r in visit.requests if r.url.endswith(".json")]

    with windows.visiting(site) as visit:
        page = visit.open(PATH)
        assert read() == []
        type_in(page, "没有这家 zq")
        expect(kind(page)).to_have_attribute("data-answer", "none")
        assert read() == ["names.json"]
        for name in (FIRM, REAL):
            type_in(page, name)
            expect(page.locator(".firm-name")).to_contain_text(name)
        assert read() == ["names.json", "titles.json"]
        assert all(request.method == "GET" for request in visit.requests)
        assert visit.all_complaints() == []


def test_of_a_large_library_one_part_is_read(windows: Windows, site: str, real_site: Path) -> None:
    names = json.loads((real_site / f"{PATH}names.json").read_text(encoding="utf-8"))
    whole = (real_site / f"{PATH}titles.json").read_text(encoding="utf-8")
    with windows.visiting(site) as visit:
        parts = {"/names.json": json.dumps({**names, "digits": 1})}
        slug = next(one["slug"] for one in names["enterprises"] if one["name"] == REAL)
        parts[f"/titles{slug[1]}.json"] = whole
        for path, body in parts.items():
            visit.page.route(f"**{path}", lambda route, _, body=body: route.fulfill(body=body))
        page = visit.open(at(REAL))
        expect(page.locator(".firm-name")).to_contain_text(REAL)


@pytest.mark.parametrize("broken", ["names", "titles"])
def test_a_failure_is_said_and_can_be_tried_again(windows: Windows, site: str, broken: str) -> None:
    with windows.visiting(site) as visit:
        visit.page.route(f"**/verification/{broken}.json", lambda route: route.abort())
        page = visit.open(at(FIRM))
        expect(page.locator(".verification .said")).to_contain_text("未能读取")
        page.unroute(f"**/verification/{broken}.json")
        page.get_by_role("button", name="重试").click()
        expect(page.locator(".firm-name")).to_contain_text(FIRM)
        expect(page.locator(".again")).to_be_hidden()


def test_files_of_two_builds_are_no_answer(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        old = '{"notices":{},"enterprises":{}}'
        visit.page.route("**/titles.json", lambda route: route.fulfill(body=old))
        page = visit.open(at(FIRM))
        expect(page.locator(".verification .said")).to_contain_text("未能读取")
        expect(statement(page)).to_be_hidden()
        page.unroute("**/titles.json")
        page.get_by_role("button", name="重试").click()
        expect(page.locator(".firm-name")).to_contain_text(FIRM)


# A reader of codes as phones have one; a desktop's browser has none.
SCANNER: Final = """
window.createImageBitmap = file => file.text().then(text => ({ text }));
window.BarcodeDetector = class {
  detect({ text }) { return Promise.resolve(text ? [{ rawValue: text }] : []); }
};
"""


def test_a_code_is_scanned_where_the_browser_can(browser: Browser, site: str) -> None:
    with visiting(browser, site, PHONE) as visit:
        visit.page.add_init_script(SCANNER)
        page = visit.open(PATH)
        expect(page.locator(".scan")).to_be_visible()
        field = page.locator("[type=file]")
        field.set_input_files({"name": "x.png", "mimeType": "image/png", "buffer": b""})
        expect(page.locator(".verification .said")).to_contain_text("没有读到二维码")
        code = f"{site}cases/{REVOKED}/".encode()
        field.set_input_files({"name": "x.png", "mimeType": "image/png", "buffer": code})
        expect(statement(page).locator(".word")).to_have_text("已撤销")
        assert visit.all_complaints() == []


def test_no_storage_is_needed(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }});"
        )
        page = visit.open(at(FIRM))
        expect(page.locator(".firm-name")).to_contain_text(FIRM)
        assert visit.all_complaints() == []


def test_where_no_code_can_be_read_nothing_offers_it(windows: Windows, site: str) -> None:
    with asking(windows, site) as page:
        expect(page.locator("#asked")).to_be_visible()
        expect(page.locator(".scan")).to_be_hidden()
