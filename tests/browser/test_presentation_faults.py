"""What a presentation does with cases that cannot be shown, and with pages that mean harm."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.refusing import check_refused, read_again
from tests.browser.server import STRICT_POLICY, Manner, served
from tests.browser.test_presentation import CASE, HERE, SAID, UNFIT, opened, squeezed, words
from tests.browser.visiting import Windows, visiting

pytestmark = pytest.mark.needs("chromium")


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("?case=2022-d05", "revoked"),
        ("?case=2019-001", "untold"),
        ("?case=2099-999", "unknown"),
        ("?case=<img src=x onerror=alert(1)>", "unknown"),
        ("?case=../../../etc/passwd", "unknown"),
        (f"?case={'x' * 5000}", "unknown"),
        ("?case=%F0%9F%98%80%", "unknown"),
        ("?case=", "unknown"),
    ],
)
def test_what_cannot_be_shown_is_said(windows: Windows, site: str, query: str, key: str) -> None:
    with windows.visiting(site) as visit:
        page = check_refused(visit, HERE + query, words(key), words("choose"))
        expect(page.locator(".stage")).to_be_hidden()
        assert page.locator(".notes img").count() == 0
        asked = {request.url.removeprefix(site) for request in visit.requests}
        assert not any("etc/passwd" in address for address in asked if "?" not in address)


def test_a_case_that_cannot_be_read_is_asked_for_again(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = read_again(visit, HERE + CASE, words("failed"), words("retry"))
        expect(page.locator(".slide.now")).to_have_count(1)
        expect(page.locator("main > h1")).to_be_hidden()


ROWS: Final = "".join(f"<tr><td>项目{number}</td><td>{number}</td></tr>" for number in range(60))
HOSTILE: Final = (
    '<!doctype html><body><article class="case"><h1>x</h1><div class="body">'
    '<h2 id="content">一</h2>'
    '<p onclick="alert(1)">text<img src="x" onerror="alert(1)"><a href="javascript:alert(1)">a</a>'
    "<script>alert(1)</script><style>body{display:none}</style>"
    '<iframe src="/"></iframe></p>'
    f"<h2>{'很长的标题' * 30}</h2><p>{'没有标点的长段' * 500}</p><p>{'W' * 3000}</p>"
    f"<ol start='3'><li>{'一句话。' * 300}</li><li>四</li></ol>"
    f"<table><thead><tr><th>项</th><th>数</th></tr></thead><tbody>{ROWS}</tbody></table>"
    f"<pre>{'代码 ' * 900}</pre></div>"
    '<div class="video"><h3 class="what"><span>外站视频</span></h3>'
    '<div class="elsewhere" data-frame="x">'
    '<p><a href="https://video.example.org/1" rel="noopener external">打开</a>'
    ' <span class="quiet">（video.example.org）</span></p></div></div>'
    '<footer class="colophon"><b>2022-d01</b></footer></article>'
)


def test_foreign_pages_do_nothing_and_what_is_too_long_is_divided(
    browser: Browser, real_site: Path
) -> None:
    manner = Manner({"Content-Security-Policy": STRICT_POLICY}, made={"/cases/2022-d01/": HOSTILE})
    with served(real_site, manner) as address, visiting(browser, address) as visit:
        visit.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        visit.page.route("**/x", lambda route: route.fulfill(body=""))
        for width in (1280, 375):
            visit.page.set_viewport_size({"width": width, "height": 700})
            page = opened(visit)
            deck = page.locator(".deck")
            assert deck.locator("script, style, iframe, [onerror], [onclick]").count() == 0
            assert deck.locator("a[href^=javascript]").count() == 0
            assert page.locator("#content").count() == 1
            assert page.evaluate(UNFIT) == []
            said = page.evaluate(SAID)
            assert squeezed(said).count("没有标点的长段" * 500) == 1
            assert said.count("W") == 3000
            assert said.count("一句话。") == 300
            assert all(f"项目{number}" in said for number in range(60))
            assert page.locator("thead").count() > 1  # the head returns with further rows
            assert page.locator(".slide ol").last.get_attribute("start") == "4"
            hosted = page.locator(".slide.hosted")
            expect(hosted).to_contain_text("video.example.org")
            assert hosted.locator("video, iframe").count() == 0
