"""A case shown in a room: every screen fits, keys and fingers turn, and what may go wrong."""

import gzip
import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from generator.strings import text
from tests.browser.refusing import check_without_scripts
from tests.browser.test_axe import violations
from tests.browser.test_print import holds, printed
from tests.browser.visiting import READERS, WITHOUT_SCRIPTS, Visit, Windows

pytestmark = pytest.mark.needs("chromium")

HERE: Final = "platform/presentation/"
CASE: Final = "?case=2022-d01"
MOST_BYTES: Final = 15 * 1024
SIZES: Final = ((1280, 720), (1920, 1080), (375, 667))

UNFIT: Final = """
() => [...document.querySelectorAll(".slide, .slide .body")].filter(box =>
  box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1
).map(box => box.textContent.slice(0, 60))
"""
SAID: Final = """
() => [...document.querySelectorAll(".slide .body")].map(body => body.textContent).join("")
"""
SIGN: Final = ".slide[data-old]"
LEAVE_A_SIGN: Final = "() => { document.querySelector('.slide').dataset.old = ''; }"
WRITTEN: Final = """
async address => {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  page.querySelectorAll(".footnote-back").forEach(one => one.remove());
  const blocks = "p, li, dt, dd, td, th, figcaption, h4";
  const places = `.case .body :is(${blocks}), .abstract p, .figures :is(th, td)`;
  const all = page.querySelectorAll(places);
  return [...all].filter(one => !one.querySelector(blocks)).map(one => one.textContent);
}
"""


def words(key: str, **values: object) -> str:
    return text(f"pages.platform.presentation.{key}", **values)


def opened(visit: Visit, query: str = CASE, height: int = 0) -> Page:
    """Open a presentation and wait until its screens are there."""
    if height:
        width = (visit.page.viewport_size or {"width": 1280})["width"]
        visit.page.set_viewport_size({"width": width, "height": height})
    page = visit.open(HERE + query)
    expect(page.locator(".slide.now")).to_have_count(1)
    return page


def press(page: Page, *keys: str) -> str:
    """Press keys, and give which screen is shown then, and of how many."""
    for key in keys:
        page.keyboard.press(key)
    return page.locator(".place").inner_text()


def squeezed(said: str) -> str:
    return re.sub(r"\s+", "", said)


@pytest.mark.parametrize("case", ["2022-d01", "2022-d02"])
def test_every_screen_fits_and_all_of_the_text_is_shown(
    windows: Windows, site: str, case: str
) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, f"?case={case}")
        written = page.evaluate(WRITTEN, f"{site}cases/{case}/")
        assert len(written) > 60
        for width, height in SIZES:
            page.evaluate(LEAVE_A_SIGN)
            page.set_viewport_size({"width": width, "height": height})
            expect(page.locator(SIGN)).to_have_count(0)  # cut anew, for this window
            assert page.evaluate(UNFIT) == []
            said = squeezed(page.evaluate(SAID))
            assert [line for line in written if squeezed(line) not in said] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert visit.all_complaints() == []


def test_figures_tables_and_videos_stand_alone_with_their_captions(
    windows: Windows, site: str
) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        captions = page.locator(".slide.alone figcaption").all_text_contents()
        assert [caption[:2] for caption in captions] == ["图1", "图2", "表1", "表2", "图3", "表3"]
        assert page.locator(".slide.film video[controls]").count() == 1
        assert page.locator(".slide:not(.alone) .body table").count() == 0
        first, last = page.locator(".slide").first, page.locator(".slide").last
        expect(first).to_contain_text("构建数字孪生驱动的过程质量预测管控模式")
        expect(first).to_contain_text("示例智行汽车电子有限公司")
        expect(first.locator(".mark")).to_contain_text(text("pages.mark.demonstration"))
        expect(last).to_contain_text(f"{site}cases/2022-d01/")
        expect(last).to_contain_text(words("number", number="2022-d01"))
        assert page.locator(".slide [id], .slide script, .slide [style*=color]").count() == 0
        link = page.locator(".slide sup a").first
        target = page.locator(".slide").nth(int((link.get_attribute("href") or "#0")[1:]) - 1)
        assert "影子运行指" in (target.text_content() or "")


def test_keys_and_remotes_turn_the_screens(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        count = page.locator(".slide").count()
        expect(page.locator(".stage")).to_be_focused()
        for number, key in enumerate(("ArrowRight", "PageDown", " ", "ArrowDown"), start=2):
            assert press(page, key) == f"{number} / {count}"
        assert press(page, "PageUp", "ArrowLeft") == f"3 / {count}"
        expect(page.locator(".stage > [role=status]")).to_have_text(
            words("screen", number=3, count=count, title="基本情况")
        )
        assert page.url == f"{site}{HERE}{CASE}#3"
        assert press(page, "End", "ArrowRight") == f"{count} / {count}"
        expect(page.locator("[data-do=on]")).to_be_disabled()
        assert press(page, "Home", "PageUp") == f"1 / {count}"
        page.locator("[data-do=on]").focus()
        assert press(page, " ") == f"2 / {count}"  # the button's own key, once
        press(page, "b")
        expect(page.locator(".curtain")).to_be_visible()
        assert press(page, "PageDown") == f"2 / {count}"
        expect(page.locator(".curtain")).to_be_hidden()
        press(page, ".")
        page.locator(".curtain").click()
        expect(page.locator(".curtain")).to_be_hidden()
        was = page.evaluate("document.documentElement.dataset.scheme || ''")
        press(page, "d")
        assert page.evaluate("document.documentElement.dataset.scheme") != was


def test_reload_and_back_keep_the_screen(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        press(page, *["PageDown"] * 6)
        page.reload()
        expect(page.locator(".place")).to_contain_text("7 / ")
        page.goto(f"{site}about/")
        page.go_back()
        expect(page.locator(".place")).to_contain_text("7 / ")
        count = str(page.locator(".slide").count())
        for hostile, number in (
            ("#9999", count),
            ("#-1", "1"),
            ("#%3Cscript%3E", "1"),
            ("#0", "1"),
        ):
            page.evaluate("hash => { location.hash = hash; }", hostile)
            expect(page.locator(".place")).to_have_text(f"{number} / {count}")
        assert visit.all_complaints() == []


def test_the_list_and_the_help_lie_over_the_stage_until_escape(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        press(page, "PageDown", "PageDown", "o")
        listed = page.locator(".overview li")
        assert listed.count() == page.locator(".slide").count()
        expect(listed.nth(2).locator("button")).to_be_focused()
        press(page, "Tab", "Enter")
        expect(page.locator(".overview")).to_be_hidden()
        assert press(page).startswith("4 / ")
        page.locator("[data-do=help]").focus()
        press(page, "Enter")
        expect(page.locator(".help")).to_contain_text("PageDown")
        press(page, "ArrowRight", "Escape")
        expect(page.locator(".help")).to_be_hidden()
        expect(page.locator("[data-do=help]")).to_be_focused()
        assert press(page).startswith("4 / ")


@pytest.mark.needs("npm:axe-core")
def test_axe_finds_nothing(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        opened(visit)
        found = []
        for reader in READERS:
            page = visit.become(reader)
            expect(page.locator(".slide.now")).to_have_count(1)
            for keys in (("PageDown", "PageDown"), ("o",), ("Escape", "?")):
                press(page, *keys)
                found += [f"{reader} {keys}: {violation}" for violation in violations(page)]
            press(page, "Escape")
    assert not found, "\n".join(found)


def test_on_paper_it_is_a_handout_of_all_screens(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        count = page.locator(".slide").count()
        sheets = printed(page)
    whole = "".join(sheet.text for sheet in sheets)
    assert 4 <= len(sheets) < count
    for said in ("构建数字孪生驱动", "一、企业概况", "可推广的条件与局限", "表3", "2022-d01"):
        assert holds(whole, said)
    assert holds(whole, words("screen", number=count, count=count, title="").strip())
    assert not holds(whole, words("choosing"))
    assert not holds(whole, words("larger") + words("tone"))


def test_it_works_under_the_strict_policy_and_asks_no_one_else(
    windows: Windows, guarded_site: str
) -> None:
    with windows.visiting(guarded_site) as visit:
        press(opened(visit), "End", "Home", "o", "Escape", "z")
        assert visit.all_complaints() == []


def test_without_scripts_it_says_what_it_would_do(windows: Windows, site: str) -> None:
    with windows.visiting(site, WITHOUT_SCRIPTS) as visit:
        check_without_scripts(visit, HERE + CASE, words("no_script"), ".stage")


def test_a_case_leads_to_it_and_it_leads_back(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("cases/2022-d01/")
        page.get_by_role("link", name=words("offer"), exact=True).click()
        expect(page.locator(".slide.now")).to_have_count(1)
        page.get_by_role("link", name=words("leave")).click()
        assert page.url == f"{site}cases/2022-d01/"


def test_its_script_is_small(real_site: Path) -> None:
    script = (real_site / "assets/service-presentation.js").read_bytes()
    assert len(gzip.compress(script)) <= MOST_BYTES
