"""Suggestions in the search fields, in a real browser: keys, touch, input methods, slow lines."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.test_axe import violations
from tests.browser.visiting import DARK, ELDER, PHONE, Reader, Visit, visiting

pytestmark = pytest.mark.needs("chromium")

HEADER, BOX = ".find input", "#q"
DATA = "**/search/data/*"
PAUSE = 150
"""PAUSE_MILLISECONDS of theme/finder/54-suggest.js."""


def typed(page: Page, text: str, field: str = HEADER) -> Locator:
    """Type into a field as a reader does, and give it."""
    found = page.locator(field)
    found.click()
    found.press_sequentially(text)
    return found


def offers(page: Page) -> Locator:
    return page.locator(".offers:not([hidden]) li")


def labels(page: Page) -> list[str]:
    """Give what is offered, without the small print, once it is there."""
    expect(offers(page).first).to_be_visible()
    found = offers(page).evaluate_all("all => all.map(one => one.firstChild.data)")
    return [str(text) for text in found]


class Held:
    """Requests that wait until they are let go."""

    def __init__(self, visit: Visit, pattern: str) -> None:
        self.routes: list[Route] = []
        self._is_held = True
        visit.page.route(pattern, self._take)

    def _take(self, route: Route) -> None:
        if self._is_held:
            self.routes.append(route)
        else:
            route.continue_()

    def let_go(self) -> None:
        self._is_held = False
        for route in self.routes:
            route.continue_()


def asked(visit: Visit) -> list[str]:
    """Give the finder's files that were asked for."""
    return [request.url for request in visit.requests if "/search/" in request.url]


def chosen(field: Locator) -> str:
    """Give the option that a screen reader is told of, or ""."""
    return str(
        field.evaluate(
            "field => (document.getElementById(field.getAttribute('aria-activedescendant')) || {})"
            ".textContent || ''"
        )
    )


@pytest.mark.parametrize(
    ("path", "field"),
    [("notices/", HEADER), ("", BOX), ("cases/", BOX), ("search/", BOX)],
    ids=["header", "home", "cases", "search"],
)
def test_every_field_offers_names(browser: Browser, site: str, path: str, field: str) -> None:
    with visiting(browser, site) as visit:
        page = visit.open(path)
        if path not in ("cases/", "search/"):
            assert not page.locator("script[src*='finder.js']").count()
        typed(page, "dfss", field)
        assert labels(page) == ["六西格玛设计"]
        expect(offers(page).locator("small")).to_have_text("DFSS 方法")
        assert page.locator("script[src*='finder.js']").count() == 1
        assert visit.all_complaints() == []


def test_enter_opens_the_page_of_the_chosen_name(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
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
    browser: Browser, site: str, text: str, kind: str, address: str
) -> None:
    with visiting(browser, site) as visit:
        page = visit.open("notices/")
        typed(page, text)
        option = offers(page).filter(has=page.locator(f"small:has-text('{kind}')"))
        option.first.click()
        page.wait_for_url(lambda url: address in unquote(url))
        expect(page.locator("h1")).to_be_visible()
        assert visit.all_complaints() == []


def test_arrows_go_round_and_escape_leaves_the_text(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
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


def test_without_a_choice_enter_searches_as_before(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
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


def test_leaving_the_field_closes_the_list(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
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


def test_letters_are_heard_as_pinyin(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        page = visit.open("notices/")
        typed(page, "jiumu")
        assert labels(page) == ["九牧厨卫股份有限公司"]
        page.locator(HEADER).fill("jmcw")
        assert labels(page) == ["九牧厨卫股份有限公司"]


def test_nothing_fires_while_an_input_method_composes(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        page = visit.open("notices/")
        field = page.locator(HEADER)
        field.click()
        keyboard = page.context.new_cdp_session(page)
        for text in ("l", "li", "liu", "liu xi"):
            keyboard.send(
                "Input.imeSetComposition",
                {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
            )
            page.wait_for_timeout(60)
        page.wait_for_timeout(4 * PAUSE)
        expect(field).to_have_value("liu xi")
        assert page.locator("script[src*='finder.js']").count() == 1, "it is fetched on focus"
        assert asked(visit) == []
        expect(offers(page)).to_have_count(0)
        keyboard.send("Input.insertText", {"text": "六西格玛"})
        assert labels(page)[0] == "六西格玛设计"
        keyboard.send(
            "Input.imeSetComposition", {"text": "she", "selectionStart": 3, "selectionEnd": 3}
        )
        expect(offers(page)).to_have_count(0)
        page.wait_for_timeout(2 * PAUSE)
        expect(offers(page)).to_have_count(0)
        keyboard.send("Input.insertText", {"text": "设计"})
        assert labels(page)[0] == "六西格玛设计"
        assert visit.all_complaints() == []


def test_keys_of_an_input_method_choose_nothing(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        page = visit.open("notices/")
        field = typed(page, "质量")
        assert labels(page)
        for values in ("{keyCode: 229, key: 'ArrowDown'}", "{isComposing: true, key: 'ArrowDown'}"):
            field.evaluate(f"field => field.dispatchEvent(new KeyboardEvent('keydown', {values}))")
            assert chosen(field) == ""


def test_what_was_composed_while_the_script_came_is_answered(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        held = Held(visit, "**/finder.js*")
        page = visit.open("notices/")
        page.locator(HEADER).click()
        keyboard = page.context.new_cdp_session(page)
        keyboard.send(
            "Input.imeSetComposition", {"text": "dfss", "selectionStart": 4, "selectionEnd": 4}
        )
        page.wait_for_timeout(50)
        held.let_go()
        expect(page.locator(HEADER)).to_have_attribute("role", "combobox")
        page.wait_for_timeout(3 * PAUSE)
        assert asked(visit) == []
        keyboard.send("Input.insertText", {"text": "dfss"})
        assert labels(page) == ["六西格玛设计"]


def test_what_was_typed_while_the_script_came_is_answered(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        held = Held(visit, "**/finder.js*")
        page = visit.open("notices/")
        typed(page, "dfss")
        page.wait_for_timeout(50)
        assert len(held.routes) == 1
        held.let_go()
        assert labels(page) == ["六西格玛设计"]


def test_a_script_that_cannot_be_fetched_is_asked_for_again(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.route("**/finder.js*", lambda route: route.abort())
        page = visit.open("notices/")
        typed(page, "dfss")
        page.wait_for_timeout(100)
        visit.page.unroute("**/finder.js*")
        page.locator("h1").click()
        page.locator(HEADER).click()
        assert labels(page) == ["六西格玛设计"]


def test_an_older_answer_never_replaces_a_newer_one(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        held = Held(visit, DATA)
        page = visit.open("notices/")
        field = typed(page, "dfss")
        page.wait_for_timeout(3 * PAUSE)
        field.fill("零缺陷管理")
        page.wait_for_timeout(3 * PAUSE)
        expect(offers(page)).to_have_count(0)
        assert held.routes
        held.let_go()
        assert labels(page)[0] == "零缺陷管理"
        page.wait_for_timeout(PAUSE)
        assert labels(page)[0] == "零缺陷管理"


def test_without_a_connection_the_field_stays_a_field(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.route("**/search/index.json", lambda route: route.abort())
        page = visit.open("notices/")
        field = typed(page, "dfss")
        page.wait_for_timeout(3 * PAUSE)
        expect(offers(page)).to_have_count(0)
        visit.page.unroute("**/search/index.json")
        field.press_sequentially(" ")
        assert labels(page) == ["六西格玛设计"]
        field.press("Enter")
        page.wait_for_url("**/search/?q=*")


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", "质" * 20_000, "(.*)*$\ud800"])
def test_hostile_texts_do_no_harm(browser: Browser, site: str, text: str) -> None:
    with visiting(browser, site) as visit:
        page = visit.open("notices/")
        field = page.locator(HEADER)
        field.click()
        field.evaluate(
            "(field, codes) => { field.value = String.fromCharCode(...codes);"
            " field.dispatchEvent(new Event('input')); }",
            [ord(character) for character in text],
        )
        page.wait_for_timeout(4 * PAUSE)
        expect(offers(page)).to_have_count(0)
        field.fill("dfss")
        assert labels(page) == ["六西格玛设计"]
        assert visit.all_complaints() == []


@pytest.mark.parametrize(
    ("reader", "target"), [(PHONE, 44), (DARK, 44), (ELDER, 60)], ids=["phone", "dark", "elder"]
)
def test_every_reader_can_touch_and_read_them(
    browser: Browser, site: str, reader: Reader, target: int
) -> None:
    with visiting(browser, site, reader) as visit:
        page = visit.open("notices/")
        field = typed(page, "质量")
        assert labels(page)
        field.press("ArrowDown")
        width = page.evaluate("document.documentElement.clientWidth")
        for box in (option.bounding_box() for option in offers(page).all()):
            assert box is not None
            assert box["height"] >= target
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
        top = offers(page).first.evaluate(
            "one => { const box = one.getBoundingClientRect();"
            " return one.contains(document.elementFromPoint(box.left + 20, box.top + 20)); }"
        )
        assert top, "nothing lies over the list"
        assert violations(page) == []
        assert visit.all_complaints() == []
