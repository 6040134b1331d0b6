"""Addresses, storage and cases that would harm an application, or cannot serve it."""

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.applying import (
    HOSTILE,
    KEY,
    ON_PAPER,
    VISIT,
    fill,
    finish,
    shown_on_paper,
    stored,
)
from tests.browser.refusing import STORAGE_FAULTS
from tests.browser.visiting import Visit, Windows, visiting

pytestmark = pytest.mark.needs("chromium")

REVOKED = "2022-d05"


def opened_with(visit: Visit, kept: str) -> Page:
    """Open the form where `kept` is stored."""
    visit.open("404.html").evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
    return visit.open(VISIT)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("2022-none", "没有编号为 2022-none 的经验"),
        (REVOKED, "称号已被撤销"),
        ("<img src=x onerror=alert(1)>", "经验编号有误"),
        ("../../search", "经验编号有误"),
        ("x" * 5000, "经验编号有误"),
    ],
    ids=["unknown", "revoked", "script", "path", "huge"],
)
def test_a_case_that_cannot_be_applied_for_is_told(
    windows: Windows, site: str, asked: str, said: str
) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(VISIT)
        page.evaluate("asked => location.search = new URLSearchParams({case: asked})", asked)
        expect(page.locator("[data-case-said]")).to_contain_text(said)
        expect(page.locator("#case_title")).to_have_value("")
        expect(page.locator("#case_title")).to_be_editable()
        assert not [said for said in visit.all_complaints() if "404" not in said]


MALFORMED = (
    HOSTILE,
    "null",
    "[]",
    '{"format":"biaogan-application","version":1,"values":[]}',
    "[" * 20_000,
    '"' + "x" * 2_000_000 + '"',
)


def test_malformed_storage_is_told_and_does_no_harm(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(VISIT)
        for kept in MALFORMED:
            page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
            page.reload()
            expect(page.locator("[data-notice]")).to_contain_text("没有使用")
            page.locator("#applicant").fill("示例企业")
            assert stored(page)["values"] == {"applicant": "示例企业"}
        assert [said for said in visit.all_complaints() if "404" not in said] == []


def test_of_hostile_storage_only_texts_of_known_fields_are_taken(
    windows: Windows, site: str
) -> None:
    values = {
        "applicant": HOSTILE,
        "industry": {"toString": 1},
        "wish": "x" * 30_000,
        "scale": "<b>",
        "unknown": "x",
        "__proto__": {"region": "x"},
        "people": 7,
    }
    kept = {
        "format": "biaogan-application",
        "version": 0,
        "values": values,
        "agreed": ["visit", 7],
        "sent": {"visit": {"mark": 1}, "__proto__": {"x": 1}, "import": [], "pairing": HOSTILE},
    }
    with windows.visiting(site) as visit:
        page = opened_with(visit, json.dumps(kept))
        expect(page.locator("[data-notice]")).to_contain_text("栏目有更新")
        expect(page.locator("#applicant")).to_have_value(HOSTILE)
        expect(page.locator("#scale")).to_have_value("")
        expect(page.locator("#agree")).not_to_be_checked()
        page.locator("#region").fill("示例省")
        found = stored(page)
        assert set(found["values"]) == {"applicant", "scale", "region"}
        assert found["sent"] == {}
        assert page.locator(".application img").count() == 0
        assert visit.all_complaints() == []


@pytest.mark.parametrize("fault", STORAGE_FAULTS)
def test_without_storage_the_form_works_and_says_so(
    browser: Browser, site: str, fault: str
) -> None:
    with visiting(browser, site) as visit:
        visit.page.add_init_script(STORAGE_FAULTS[fault])
        page = visit.open(VISIT)
        fill(page)
        expect(page.locator("[data-notice]")).to_contain_text("不让保存")
        finish(page)
        expect(page.locator("[data-result]")).to_be_visible()
        assert shown_on_paper(page) == ON_PAPER
        assert visit.all_complaints() == []
