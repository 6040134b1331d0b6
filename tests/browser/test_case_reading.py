"""How the services take a case from the address and read its page."""

from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.strings import text
from tests.browser.server import STRICT_POLICY, Manner, served
from tests.browser.visiting import Visit, Windows, visiting

pytestmark = pytest.mark.needs("chromium")

POSTER: Final = "platform/poster/"
ASKED: Final = """
queries => queries.map(query => {
  history.replaceState(null, "", location.pathname + query);
  return [BiaoganCase.asked(), BiaoganCase.typed()];
})
"""
READ: Final = """
id => BiaoganCase.read(id).then(
  found => Object.assign({}, found, { article: found.article.className }),
  error => ({ isError: error instanceof Error, isMissing: Boolean(error.isMissing) }),
)
"""


def read(page: Page, case: str) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(READ, case)
    return found


QUERIES: Final = (
    ("", "", ""),
    ("?form=wide", "", ""),
    ("?case=2022-d01&form=wide", "2022-d01", "2022-d01"),
    ("?case=%202022-D01%20", "2022-d01", "2022-d01"),
    (f"?case={'x' * 60}", "x" * 60, f"{'x' * 40}…"),
    (f"?case={'x' * 61}", None, f"{'x' * 40}…"),
    ("?case=", None, ""),
    ("?case=..%2F..%2Fsearch", None, "../../search"),
    ("?case=<img>", None, "<img>"),
    ("?case=示例", None, "示例"),
    ("?case=%F0%9F%98%80%", None, "😀%"),
)
"""What the address asks, which case that is, and what may be said of it."""


def test_only_what_can_be_a_number_is_taken_from_the_address(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(POSTER)
        said = page.evaluate(ASKED, [query for query, _, _ in QUERIES])
        for (query, asked, typed), found in zip(QUERIES, said, strict=True):
            assert found == [asked, typed], query


def test_a_case_is_read_as_its_page_shows_it(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(POSTER)
        found = read(page, "2022-d01")
        facts = {fact["label"]: fact["values"] for fact in found.pop("facts")}
        address = f"{site}cases/2022-d01/"
        assert "case" in found.pop("article").split()
        assert found.pop("mark").startswith(text("pages.mark.demonstration"))
        assert found == {
            "base": address,
            "title": "构建数字孪生驱动的过程质量预测管控模式",
            "enterprise": "示例智行汽车电子有限公司",
            "number": "2022-d01",
            "isRevoked": False,
            "address": address,
        }
        assert facts[text("pages.facts.level")] == ["国家级"]
        assert read(page, "2022-d05")["isRevoked"]
        assert visit.all_complaints() == []
        assert read(page, "2099-999") == {"isError": True, "isMissing": True}
        assert page.evaluate("Object.isFrozen(BiaoganCase)")


def test_nothing_of_a_foreign_page_runs(browser: Browser, real_site: Path) -> None:
    case = (
        '<!doctype html><head><link rel="canonical" href="/there/"></head>'
        '<body><article class="case"><h1>x \n <img src="x" onerror="alert(1)">y</h1>'
        '<dl class="ledger"><div><dt>a</dt><dd>1</dd><dd> 2\n3 </dd></div><div></div></dl>'
        "<script>alert(1)</script></article>"
    )
    made = {"/cases/x/": case, "/cases/y/": "<!doctype html><h1>z</h1>"}
    manner = Manner({"Content-Security-Policy": STRICT_POLICY}, made=made)
    with served(real_site, manner) as root, visiting(browser, root) as visit:
        visit.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page = visit.open(POSTER)
        found = read(page, "x")
        assert (found["title"], found["enterprise"], found["mark"]) == ("x y", "", "")
        assert found["address"] == f"{root}there/"
        assert found["facts"] == [
            {"label": "a", "values": ["1", "2 3"]},
            {"label": "", "values": []},
        ]
        assert read(page, "y") == {"isError": True, "isMissing": False}
        page.route("**/cases/x/", lambda route: route.abort())
        assert read(page, "x") == {"isError": True, "isMissing": False}
        assert not [one for one in visit.requests if one.url == f"{root}cases/x/x"]


def without_it(visit: Visit, path: str) -> Page:
    """Open a page that does not get the script which reads cases."""
    visit.page.route("**/service-case.js*", lambda route: route.abort())
    return visit.open(path)


def test_a_page_that_does_not_get_it_says_that_the_case_is_unread(
    browser: Browser, site: str
) -> None:
    with visiting(browser, site) as visit:
        for name, shown in (("poster", ".poster img"), ("presentation", ".slide.now")):
            page = without_it(visit, f"platform/{name}/")
            expect(page.locator(".notes")).to_be_empty()
            page = visit.open(f"platform/{name}/?case=2022-d01")
            expect(page.locator(".notes")).to_have_text(text(f"pages.platform.{name}.failed"))
            page.unroute("**/service-case.js*")
            page.locator(".again").click()
            expect(page.locator(shown)).to_have_count(1)
        unread = text("application.said.unread", id="2022-d01")
        for path in ("", "visit/"):
            page = without_it(visit, f"platform/application/{path}?case=2022-d01")
            expect(page.locator("[data-case-said]")).to_have_text(unread)
        page.locator("#wish").fill("一句")
        page.locator("#wish").blur()
        expect(page.locator("[data-shown=wish]")).to_have_text("一句")
        assert not [one for one in visit.complaints if one.startswith("error:")]
