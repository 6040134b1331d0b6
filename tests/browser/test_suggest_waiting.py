"""Suggestions wait: for an input method, for the script, for a slow line."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.finding import DATA, Held
from tests.browser.suggesting import (
    HEADER,
    PAUSE,
    asked,
    chosen,
    labels,
    offers,
    typed,
)
from tests.browser.test_axe import violations
from tests.browser.visiting import DARK, ELDER, PHONE, Reader, Windows, visiting

pytestmark = pytest.mark.needs("chromium")


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


def test_keys_of_an_input_method_choose_nothing(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("notices/")
        field = typed(page, "质量")
        assert labels(page)
        for values in ("{keyCode: 229, key: 'ArrowDown'}", "{isComposing: true, key: 'ArrowDown'}"):
            field.evaluate(f"field => field.dispatchEvent(new KeyboardEvent('keydown', {values}))")
            assert chosen(field) == ""


def test_what_was_composed_while_the_script_came_is_answered(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        held = Held(visit.page, "**/finder.js*")
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


def test_what_was_typed_while_the_script_came_is_answered(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        held = Held(visit.page, "**/finder.js*")
        page = visit.open("notices/")
        typed(page, "dfss")
        page.wait_for_timeout(50)
        assert len(held.routes) == 1
        held.let_go()
        assert labels(page) == ["六西格玛设计"]


def test_a_script_that_cannot_be_fetched_is_asked_for_again(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        visit.page.route("**/finder.js*", lambda route: route.abort())
        page = visit.open("notices/")
        typed(page, "dfss")
        page.wait_for_timeout(100)
        visit.page.unroute("**/finder.js*")
        page.locator("h1").click()
        page.locator(HEADER).click()
        assert labels(page) == ["六西格玛设计"]


def test_an_older_answer_never_replaces_a_newer_one(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        held = Held(visit.page, DATA)
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


def test_without_a_connection_the_field_stays_a_field(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
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
def test_hostile_texts_do_no_harm(windows: Windows, site: str, text: str) -> None:
    with windows.visiting(site) as visit:
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
    windows: Windows, site: str, reader: Reader, target: int
) -> None:
    with windows.visiting(site, reader) as visit:
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
