"""What the browser complains about is heard: security policies broken, other hosts asked."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.browser.server import STRICT_POLICY, Manner, served
from tests.browser.visiting import DARK, ELDER, LIGHT, Reader, Visit, visiting

pytestmark = pytest.mark.needs("chromium")

TO_THE_END: Final = """
async () => {
  for (let top = 0; top < document.documentElement.scrollHeight; top += 800) {
    window.scrollTo(0, top);
    await new Promise(requestAnimationFrame);
  }
}
"""


def complaints_to_the_end(visit: Visit) -> list[str]:
    """Scroll through the open page and give what the browser said since it was opened."""
    visit.page.evaluate(TO_THE_END)
    missing = [] if len(visit.requests) > 1 else ["no style sheet"]
    return [*visit.all_complaints(), *missing]


@pytest.mark.parametrize("reader", [DARK, ELDER], ids=str)
def test_nothing_is_kept_from_readers_who_chose(
    browser: Browser, guarded_site: str, reader: Reader
) -> None:
    with visiting(browser, guarded_site, reader) as visit:
        visit.open_whole("")
        assert complaints_to_the_end(visit) == []


def test_a_lost_address_shows_the_styled_page(browser: Browser, guarded_site: str) -> None:
    with visiting(browser, guarded_site) as visit:
        page = visit.open("cases/no/such/page/")
        assert page.locator("h1").is_visible()
        assert page.evaluate("document.styleSheets.length") == 1
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 50


def test_complaints_are_heard(browser: Browser, tmp_path: Path) -> None:
    bad = (
        '<!doctype html><html lang="zh"><head><link rel="icon" href="data:,"><title>x</title>'
        '<script src="bad.js"></script></head><body onload="console.log(1)">'
        '<img src="http://elsewhere.invalid/a.png" alt=""></body></html>'
    )
    (tmp_path / "bad.js").write_text("console.error('heard'); throw new Error('thrown');")
    manner = Manner({"Content-Security-Policy": STRICT_POLICY}, made={"/": bad})
    with served(tmp_path, manner) as address, visiting(browser, address, LIGHT) as visit:
        visit.open("")
        complaints = "\n".join(visit.all_complaints())
    assert "console error: heard" in complaints
    assert "error: thrown" in complaints
    assert "script-src-attr refused inline" in complaints
    assert "img-src refused http://elsewhere.invalid/a.png" in complaints


def test_requests_to_other_hosts_are_heard(browser: Browser, tmp_path: Path) -> None:
    made = {"/": '<!doctype html><title>x</title><img src="http://elsewhere.invalid/a.png">'}
    with served(tmp_path, Manner(made=made)) as address, visiting(browser, address) as visit:
        visit.open("")
        assert "asked another host: http://elsewhere.invalid/a.png" in visit.complaints
