"""Suggestions in the search fields, in a real browser: keys, touch, input methods, slow lines."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser.suggesting import (
    BOX,
    HEADER,
    chosen,
    labels,
    offers,
    typed,
)
from tests.browser.visiting import Windows

pytestmark = pytest.mark.needs("chromium")


@pytest.mark.parametrize(
    ("path", "field"),
    [("notices/", HEADER), ("", BOX), ("cases/", BOX), ("search/", BOX)],
    ids=["header", "home", "cases", "search"],
)
def test_every_field_offers_names(windows: Windows, site: str, path: str, field: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(path)
        if path not in ("cases/", "search/"):
            assert not page.locator("script[src*='finder.js']").count()
        typed(page, "dfss", field)
        assert labels(page) == ["六西格玛设计"]
        expect(offers(page).locator("small")).to_have_text("DFSS 方法")
        assert page.locator("script[src*='finder.js']").count() == 1
        assert visit.all_complaints() == []


def test_enter_opens_the_page_of_the_chosen_name(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("notices/")
        field = typed(page, "六西格玛设计")
        assert labels(page)[0] == "六西格玛设计"
        field.press("ArrowDown")
        assert chosen(field).startswith("六西格玛设计")
        field.press("Enter")
        page.wait_for_url("**/methods/*/")
        expect(page.locator("h1")).to_contain_text("六西格玛设计")
        assert visit.all_complaints() == []


@pytest.mark.parametrize(
    ("text", "kind", "address"),
    [
        ("机械工业", "推荐单位", "/recommenders/"),
        ("多元化品牌", "经验", "/cases/"),
        ("九牧", "企业", "/search/?q=九牧厨卫股份有限公司"),
    ],
)
def test_every_kind_of_name_leads_somewhere(
    windows: Windows, site: str, text: str, kind: str, address: str
) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("notices/")
        typed(page, text)
        option = offers(page).filter(has=page.locator(f"small:has-text('{kind}')"))
        option.first.click()
        page.wait_for_url(lambda url: address in unquote(url))
        expect(page.locator("h1")).to_be_visible()
        assert visit.all_complaints() == []


def test_arrows_go_round_and_escape_leaves_the_text(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("notices/")
        field = typed(page, "质量")
        count = len(labels(page))
        assert 2 < count <= 8
        expect(field).to_have_attribute("aria-expanded", "true")
        seen = []
        for _ in range(count + 1):
            field.press("ArrowDown")
            seen.append(chosen(field))
        assert all(seen[:-1])
        assert seen[-1] == ""
        field.press("ArrowUp")
        assert chosen(field) == seen[-2]
        assert page.locator("[role=option][aria-selected=true]").count() == 1
        field.press("Escape")
        expect(offers(page)).to_have_count(0)
        expect(field).to_have_value("质量")
        expect(field).to_have_attribute("aria-expanded", "false")
        assert chosen(field) == ""
        field.press("Enter")
        page.wait_for_url("**/search/?q=*")
        assert visit.all_complaints() == []


def test_without_a_choice_enter_searches_as_before(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("notices/")
        field = typed(page, "质量")
        assert labels(page)
        field.press("Enter")
        page.wait_for_url("**/search/?q=*")
        assert "q=质量" in unquote(page.url)
        page = visit.open("search/")
        field = typed(page, "质量", BOX)
        assert labels(page)
        field.press("Enter")
        expect(page.locator(".status")).not_to_be_empty()
        expect(offers(page)).to_have_count(0)


def test_leaving_the_field_closes_the_list(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("notices/")
        field = typed(page, "质量")
        assert labels(page)
        field.press("Tab")
        expect(offers(page)).to_have_count(0)
        expect(page.locator(".find button")).to_be_focused()
        field.press("End")
        field.press_sequentially("管")
        assert labels(page)
        page.locator("h1").click()
        expect(offers(page)).to_have_count(0)


def test_letters_are_heard_as_pinyin(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("notices/")
        typed(page, "jiumu")
        assert labels(page) == ["九牧厨卫股份有限公司"]
        page.locator(HEADER).fill("jmcw")
        assert labels(page) == ["九牧厨卫股份有限公司"]


@pytest.mark.parametrize(("path", "field"), [("", BOX), ("search/", BOX), ("notices/", HEADER)])
def test_the_list_stands_where_a_list_may_stand(
    windows: Windows, site: str, path: str, field: str
) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(path)
        typed(page, "质量", field)
        assert labels(page)
        assert page.locator("p .offers").count() == 0
