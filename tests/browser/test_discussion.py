"""The discussion, against the real server: asked only after the click, and harmless then."""

import gzip
from typing import Final
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.discussing import (
    CASE,
    NEEDS,
    PATH,
    Server,
    asked_of_others,
    block,
    comments,
    complaints,
    hosts,
    open_discussion,
    said,
    write,
)
from tests.browser.test_axe import axe
from tests.browser.visiting import READERS, WITHOUT_SCRIPTS, Reader, Windows

pytestmark = pytest.mark.needs(*NEEDS)

MOST_BYTES: Final = 15 * 1024
HOSTILE: Final = (
    "节约 <5% <script>window.hit=1</script> <img src=x onerror=window.hit=2> "
    "</div><style>*{display:none}</style> $a$ ![x](https://elsewhere.example/a.png)"
)
FOREIGN: Final = (
    '<img src="https://elsewhere.example/a.png" alt="chart" onerror="window.hit=1">'
    '<svg onload="window.hit=1"><script>window.hit=1</script></svg>'
    '<iframe src="https://elsewhere.example/"></iframe><style>main{display:none}</style>'
    '<a href="javascript:window.hit=1" id="content" class="revoked">one</a> '
    '<a href="https://elsewhere.example/page">two</a><video src="https://elsewhere.example/v">'
    "</video><b style='position:fixed'>bold</b><form action='/x'><input name=q></form>"
)


def test_before_the_click_nothing_is_asked(
    windows: Windows, discussed: str, discussion: Server
) -> None:
    with windows.visiting(discussed) as visit:
        page = visit.open(PATH)
        host = urlsplit(discussion.address).netloc
        expect(block(page).locator("p").first).to_contain_text(host)
        expect(block(page).locator(".open")).to_contain_text(host)
        page.wait_for_load_state("networkidle")
        assert asked_of_others(visit) == []
        assert [one.url for one in visit.requests if "/vendor/" in one.url] == []
        before = len(visit.requests)
        open_discussion(page)
        expect(page.locator("#discussion h2")).to_be_focused()
        after = [one.url for one in visit.requests[before:]]
        assert hosts(after) == hosts([discussed, discussion.address])
        assert all("/vendor/" in url or "service-discussion.css" in url for url in after[:-1])
        assert f"path={CASE}&" in after[-1]
        assert complaints(visit, discussion) == []


def test_what_is_typed_appears_as_it_was_typed(
    windows: Windows, discussed: str, discussion: Server
) -> None:
    with windows.visiting(discussed) as visit:
        page = visit.open(PATH)
        open_discussion(page)
        write(page, HOSTILE)
        expect(said(page)).to_have_text("已提交。")
        page.reload()
        assert page.locator("[data-waline]").count() == 0, "it is opened by a click each time"
        open_discussion(page)
        shown = comments(page).first
        for words in HOSTILE.partition("![x]")[0].split():
            expect(shown).to_contain_text(words)
        expect(shown).to_contain_text("[x]")
        assert shown.locator("img, script, style, svg").count() == 0
        assert page.evaluate("window.hit") is None
        assert hosts(asked_of_others(visit)) == hosts([discussion.address])
        assert complaints(visit, discussion) == []


def test_what_others_put_on_the_server_is_plain(
    windows: Windows, discussed: str, discussion: Server
) -> None:
    case = "2022-002"
    assert discussion.post(case, FOREIGN, link="https://elsewhere.example/me")["errno"] == 0
    with windows.visiting(discussed) as visit:
        page = visit.open(f"cases/{case}/")
        open_discussion(page)
        shown = comments(page).first
        expect(shown).to_contain_text("[chart]")
        expect(shown).to_contain_text("one")
        assert shown.locator("img, svg, script, iframe, style, video, form, input").count() == 0
        assert shown.locator("[class], [id], [style], [target]").count() == 0
        links = shown.locator("a[href]")
        expect(links).to_have_count(1)
        expect(links).to_have_attribute("rel", "ugc nofollow noopener noreferrer external")
        assert block(page).locator(".wl-card .wl-nick[href]").count() == 0
        assert block(page).locator("img").count() == 0
        assert page.evaluate("window.hit") is None
        assert complaints(visit, discussion) == []


def test_a_case_shows_its_own_comments(
    windows: Windows, discussed: str, discussion: Server
) -> None:
    discussion.post("2020-001", "of the other case")
    with windows.visiting(discussed) as visit:
        page = visit.open("cases/2020-002/")
        expect(open_discussion(page)).to_contain_text("还没有留言")
        page = visit.open("cases/2020-001/")
        expect(open_discussion(page)).to_contain_text("of the other case")


def test_the_keyboard_is_enough(windows: Windows, discussed: str) -> None:
    case = "2020-003"
    with windows.visiting(discussed) as visit:
        page = visit.open(f"cases/{case}/")
        block(page).locator(".open").focus()
        page.keyboard.press("Enter")
        expect(block(page)).to_have_attribute("data-state", "listed")
        expect(page.locator("#discussion h2")).to_be_focused()
        page.keyboard.press("Tab")
        expect(block(page).get_by_label("昵称")).to_be_focused()
        page.keyboard.type("键盘")
        page.keyboard.press("Tab")
        expect(block(page).get_by_role("textbox", name="留言")).to_be_focused()
        page.keyboard.type("first")
        for name in ("登录", "提交"):
            page.keyboard.press("Tab")
            expect(block(page).get_by_role("button", name=name)).to_be_focused()
        page.keyboard.press("Enter")
        expect(comments(page)).to_have_text(["first"])
        block(page).get_by_role("button", name="回复").focus()
        page.keyboard.press("Enter")
        block(page).get_by_role("textbox", name="留言").focus()
        page.keyboard.type("second")
        page.keyboard.press("Control+Enter")
        expect(comments(page)).to_have_count(2)
        expect(comments(page).last).to_contain_text("second")


def violations(page: Page) -> list[str]:
    """Give what axe finds in the block."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    found = page.evaluate("axe.run('#discussion').then(result => result.violations)")
    return [f"{rule['id']}: {node['target']}" for rule in found for node in rule["nodes"]]


@pytest.mark.needs("npm:axe-core")
@pytest.mark.parametrize("reader", READERS, ids=str)
def test_axe_finds_nothing(
    windows: Windows, discussed: str, discussion: Server, reader: Reader
) -> None:
    case = "2022-005"
    discussion.post(case, f"for {reader}: [link](https://example.org/) `code` {'long' * 40}")
    with windows.visiting(discussed, reader) as visit:
        page = visit.open(f"cases/{case}/")
        assert violations(page) == []
        open_discussion(page)
        assert violations(page) == []
        block(page).get_by_role("button", name="回复").first.click()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= reader.width


def test_where_there_is_none_nothing_is_loaded(windows: Windows, discussed: str) -> None:
    with windows.visiting(discussed) as visit:
        for path in ("cases/2020-004/", "cases/", ""):
            page = visit.open(path)
            expect(block(page)).to_have_count(0)
        assert [one.url for one in visit.requests if "discussion" in one.url] == []
        visit.open(PATH).emulate_media(media="print")
        expect(block(page)).to_be_hidden()
    with windows.visiting(discussed, WITHOUT_SCRIPTS) as visit:
        expect(block(visit.open(PATH))).to_be_hidden()


def test_the_script_is_small(discussed: str) -> None:
    with urlopen(f"{discussed}assets/service-discussion.js", timeout=20) as answer:
        script = answer.read()
    assert len(gzip.compress(script)) <= MOST_BYTES
