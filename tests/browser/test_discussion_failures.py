"""The discussion when something fails: it is said, it can be tried again, the page stays."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.discussing import (
    NEEDS,
    PATH,
    Server,
    asked_of_others,
    block,
    dialogs,
    naming,
    open_discussion,
    said,
    write,
)
from tests.browser.server import served
from tests.browser.visiting import Visit, Windows, visiting

pytestmark = pytest.mark.needs(*NEEDS)

KEEP: Final = """
kept => {
  for (const key of ["USER", "USER_META", "LIKE", "EMOJI", "COMMENT_BOX_EDITOR"])
    localStorage.setItem(`WALINE_${key}`, kept);
}
"""


def test_a_server_that_is_down_is_said_and_tried_again(
    windows: Windows, discussed_folder: Path
) -> None:
    one = Server()
    with (
        served(discussed_folder, naming(discussed_folder, one)) as address,
        windows.visiting(address) as visit,
    ):
        page = visit.open(PATH)
        block(page).locator(".open").click()
        expect(said(page)).to_contain_text("讨论没有打开")
        expect(page.locator("[data-waline]")).to_be_hidden()
        expect(page.locator("h1")).to_be_visible()
        with one.running(COMMENT_AUDIT="true"):
            block(page).get_by_role("button", name="重试").click()
            expect(block(page)).to_have_attribute("data-state", "listed")
            expect(block(page).get_by_role("button", name="重试")).to_be_hidden()
            write(page, "to be looked at")
            expect(said(page)).to_have_text("已提交，审核通过后公开。")
        with dialogs(page) as heard:
            write(page, "lost on the way")
            expect(block(page).get_by_role("button", name="提交")).to_be_enabled()
            assert [one.partition("，")[0] for one in heard] == ["没有提交成功"]
        expect(block(page).locator(".wl-editor")).to_have_value("lost on the way")


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, "{}"),
        (200, "<html>portal</html>"),
        (200, "null"),
        (200, '{"errno":0,"data":{"data":7}}'),
        (403, '{"errno":403}'),
    ],
)
def test_a_wrong_answer_is_a_failure(
    windows: Windows, discussed: str, status: int, body: str
) -> None:
    def answer(route: Route) -> None:
        route.fulfill(status=status, body=body, headers={"Access-Control-Allow-Origin": "*"})

    with windows.visiting(discussed) as visit:
        page = visit.open(PATH)
        page.route("**/api/comment?path=*", answer)
        block(page).locator(".open").click()
        expect(said(page)).to_contain_text("讨论没有打开")
        page.unroute("**/api/comment?path=*")
        block(page).get_by_role("button", name="重试").click()
        expect(block(page)).to_have_attribute("data-state", "listed")


def test_a_client_that_does_not_come_or_is_too_new_is_said(
    windows: Windows, discussed: str
) -> None:
    with windows.visiting(discussed) as visit:
        page = visit.open(PATH)
        page.route("**/vendor/*.js", lambda route: route.abort())
        block(page).locator(".open").click()
        expect(said(page)).to_contain_text("讨论没有打开")
        page.unroute("**/vendor/*.js")
        page.route("**/vendor/*.js", lambda route: route.fulfill(body="let let = a?.b ?.. c"))
        block(page).get_by_role("button", name="重试").click()
        expect(said(page)).to_contain_text("版本太旧")
        assert asked_of_others(visit) == []


def test_without_a_name_it_says_what_is_missing(windows: Windows, discussed: str) -> None:
    with windows.visiting(discussed) as visit:
        page = visit.open(PATH)
        open_discussion(page)
        with dialogs(page) as heard:
            write(page, "text", nick="")
            expect(block(page).locator("#wl-nick")).to_be_focused()
            assert heard == ["请填写昵称。"]


def check_writing(visit: Visit, comment: str) -> None:
    """Write a comment, and see that it is taken and nothing ran."""
    page = visit.open(PATH)
    open_discussion(page)
    write(page, comment)
    expect(said(page)).to_have_text("已提交。")
    assert page.evaluate("window.hit") is None


@pytest.mark.parametrize(
    "kept", ["null", "7", "<img src=x onerror=window.hit=1>{["], ids=["null", "number", "malformed"]
)
def test_no_kept_value_does_harm(windows: Windows, discussed: str, kept: str) -> None:
    with windows.visiting(discussed) as visit:
        visit.open("404.html").evaluate(KEEP, kept)
        check_writing(visit, f"written {len(kept)}")


@pytest.mark.parametrize(
    "first",
    [
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }});",
        "Storage.prototype.setItem = () => { throw new Error('full'); };",
    ],
    ids=["forbidden", "full"],
)
def test_no_storage_does_harm(browser: Browser, discussed: str, first: str) -> None:
    with visiting(browser, discussed) as visit:
        visit.page.add_init_script(first)
        check_writing(visit, f"written {len(first)}")
