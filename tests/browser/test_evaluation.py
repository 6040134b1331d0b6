"""The self-evaluation in a real browser: answering, keeping, taking out and in, and attacks."""

import json
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.refusing import STORAGE_FAULTS
from tests.browser.test_axe import violations
from tests.browser.visiting import READERS, WITHOUT_SCRIPTS, Visit, Windows, visiting

pytestmark = pytest.mark.needs("chromium")

PATH = "platform/evaluation/"
KEY = "biaogan.evaluation.1"
HOSTILE = "<img src=x onerror=alert(1)>"
WEAK = {"digitalization": 1, "reliability": 2}
"""Levels of the two weak areas; every other question is answered with 4."""


# All in one go; a browser tells of a click that a script makes as of a reader's.
ANSWER: Final = """
weak => document.querySelectorAll(".question").forEach(set => {
  const level = weak[set.querySelector("input").name.split(".")[0]] || 4;
  set.querySelector(`[value="${level}"]`).click();
})
"""


def answer(page: Page) -> None:
    """Answer every question."""
    page.evaluate(ANSWER, WEAK)


def stored(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))
    return found


def notice(page: Page) -> str:
    return page.locator("[data-notice]").inner_text()


def answered(page: Page) -> int:
    return page.locator("[type=radio]:checked").count()


def opened_with(visit: Visit, kept: str) -> Page:
    """Open the page where `kept` is stored."""
    visit.open("404.html").evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
    return visit.open(PATH)


def test_answers_become_a_result_with_reasons(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(PATH)
        expect(page.locator("[data-some]")).to_be_hidden()
        answer(page)
        expect(page.locator("[data-progress]")).to_have_text("共 24 题，已答 24 题。")
        expect(page.locator(".result tbody tr")).to_have_count(6)
        alternative = page.locator(".radar svg").get_attribute("aria-label") or ""
        for row in page.locator(".result tbody tr").all():
            label, score = row.locator("th").inner_text(), row.locator("td").first.inner_text()
            assert f"{label} {score}" in alternative
        weak = page.locator("[data-weak]").inner_text()
        assert "质量管理数字化：平均 1.0 级" in weak
        assert "可靠性提升：平均 2.0 级" in weak
        assert "下一个目标是 3 级（系统）：关键工序和检验的数据由设备" in weak
        advice = page.locator("[data-advice]")
        expect(advice.locator("h4")).to_have_text(["质量管理数字化", "可靠性提升"])
        link = advice.locator("a[href*='cases/']").first
        assert "因为“质量管理数字化”平均 1.0 级" in advice.inner_text()
        link.click()
        expect(page).to_have_url(f"{site}cases/2022-d01/")
        page.go_back()
        expect(page.locator("[data-progress]")).to_contain_text("已答 24 题")
        page.reload()
        assert answered(page) == 24
        assert visit.all_complaints() == []
        assert all(request.method == "GET" for request in visit.requests)
        assert not any(
            "?" in request.url and "?v=" not in request.url for request in visit.requests
        )


def test_areas_are_chosen_and_kept(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(PATH)
        page.locator(".areas [value=sme]").uncheck()
        expect(page.locator("#about-sme")).to_be_hidden()
        expect(page.locator("[data-progress]")).to_have_text("共 20 题，已答 0 题。")
        page.reload()
        expect(page.locator(".areas [value=sme]")).not_to_be_checked()
        expect(page.locator("#about-sme")).to_be_hidden()
        expect(page.locator("#about-general")).to_be_visible()


def test_the_keyboard_is_enough(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        visit.page.on("filechooser", lambda _: None)  # from here on, not only when it is awaited
        page = visit.open(PATH)
        page.locator("[data-do=import]").focus()
        with page.expect_file_chooser():
            page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.dataset.do") == "clear"
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert stored(page)["levels"] == {"general.science": 3}
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert stored(page)["levels"] == {"general.science": 3, "general.system": 1}
        assert page.url == site + PATH, "nothing is sent"


def test_answers_are_taken_out_and_in_again(windows: Windows, site: str, tmp_path: Path) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(PATH)
        answer(page)
        with page.expect_download() as coming:
            page.locator("[data-do=export]").click()
        path = tmp_path / "answers.json"
        coming.value.save_as(path)
        assert coming.value.suggested_filename == "自我评价.json"
        content = json.loads(path.read_text(encoding="utf-8"))
        assert content["version"] == 1
        assert len(content["levels"]) == 24
        page.once("dialog", lambda dialog: dialog.dismiss())
        page.locator("[data-do=clear]").click()
        assert answered(page) == 24
        page.once("dialog", lambda dialog: dialog.accept())
        page.locator("[data-do=clear]").click()
        assert answered(page) == 0
        assert page.evaluate("localStorage.length") == 0
        assert notice(page) == "已清除。"
        page.locator("#answers-file").set_input_files(path)
        expect(page.locator("[data-notice]")).to_have_text("已读入 24 题的回答。")
        assert answered(page) == 24
        assert stored(page)["levels"] == content["levels"]
        assert visit.all_complaints() == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HOSTILE, "不是本页导出的回答"),
        ("x" * 100_000, "不是本页导出的回答"),
        ('{"format":"biaogan-evaluation","version":99,"areas":[],"levels":{}}', "另一版问卷"),
        ("", "不是本页导出的回答"),
    ],
    ids=["script", "huge", "version", "empty"],
)
def test_a_foreign_file_is_not_taken(windows: Windows, site: str, content: str, said: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(PATH)
        page.locator("[name='general.science'][value='3']").check()
        page.locator("#answers-file").set_input_files(
            {"name": "x.json", "mimeType": "application/json", "buffer": content.encode()}
        )
        expect(page.locator("[data-notice]")).to_contain_text(said)
        assert answered(page) == 1
        assert stored(page)["levels"] == {"general.science": 3}
        assert visit.all_complaints() == []


@pytest.mark.parametrize(
    "kept",
    [
        HOSTILE,
        "null",
        "[]",
        "7",
        '{"format":"biaogan-evaluation","version":1}',
        '{"format":"biaogan-evaluation","version":1,"areas":{},"levels":[]}',
        '{"format":"biaogan-evaluation","version":"1","areas":[],"levels":{}}',
        "[" * 20_000,
        '"' + "x" * 2_000_000 + '"',
    ],
    ids=["script", "null", "list", "number", "short", "types", "version", "deep", "huge"],
)
def test_malformed_storage_is_told_and_does_no_harm(windows: Windows, site: str, kept: str) -> None:
    with windows.visiting(site) as visit:
        page = opened_with(visit, kept)
        assert "没有使用" in notice(page)
        assert answered(page) == 0
        page.locator("[name='general.science'][value='3']").check()
        assert stored(page)["levels"] == {"general.science": 3}
        assert visit.all_complaints() == []


def test_of_hostile_answers_only_levels_are_taken(windows: Windows, site: str) -> None:
    kept = {
        "format": "biaogan-evaluation",
        "version": 1,
        "areas": ["sme", HOSTILE, 7, None, "__proto__", "general"],
        "levels": {
            "general.science": 2,
            "general.system": HOSTILE,
            "general.example": 6,
            "general.effect": 2.5,
            "sme.focus": "3",
            "sme.fit": [3],
            "__proto__": {"sme.partners": 5},
            "constructor": 5,
            HOSTILE: 5,
        },
    }
    with windows.visiting(site) as visit:
        page = opened_with(visit, json.dumps(kept))
        assert answered(page) == 1
        assert page.locator(".areas :checked").count() == 1
        page.locator("[name='sme.fit'][value='1']").check()
        assert stored(page)["areas"] == ["sme"]
        assert stored(page)["levels"] == {"general.science": 2, "sme.fit": 1}
        assert page.locator(".evaluation img").count() == 0
        assert visit.all_complaints() == []


@pytest.mark.parametrize("fault", STORAGE_FAULTS)
def test_without_storage_the_page_works_and_says_so(
    browser: Browser, site: str, fault: str
) -> None:
    with visiting(browser, site) as visit:
        visit.page.add_init_script(STORAGE_FAULTS[fault])
        page = visit.open(PATH)
        answer(page)
        expect(page.locator("[data-notice]")).to_contain_text("不让保存")
        expect(page.locator(".radar svg")).to_be_visible()
        assert visit.all_complaints() == []


def test_without_the_recommendations_the_rest_is_there(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        visit.page.route("**/data.json", lambda route: route.fulfill(status=404, body=""))
        page = visit.open(PATH)
        answer(page)
        expect(page.locator("[data-advice]")).to_contain_text("推荐没有取到")
        expect(page.locator(".radar svg")).to_be_visible()
        assert not [said for said in visit.all_complaints() if "404" not in said]


def test_another_window_of_the_reader_follows(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(PATH)
        other = page.context.new_page()
        other.goto(site + PATH)
        other.locator("[name='general.science'][value='4']").check()
        expect(page.locator("[name='general.science'][value='4']")).to_be_checked()
        other.close()


@pytest.mark.needs("npm:axe-core")
def test_the_result_is_clean_and_fits(windows: Windows, guarded_site: str) -> None:
    with windows.visiting(guarded_site) as visit:
        answer(visit.open(PATH))
        expect(visit.page.locator("[data-advice] h4")).to_have_count(2)
        for reader in READERS:
            page = visit.become(reader)
            assert violations(page) == [], reader
            assert page.evaluate("document.documentElement.scrollWidth") <= reader.width, reader
        assert visit.all_complaints() == []


def test_on_paper_the_answers_are_marked(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(PATH)
        page.locator("[name='general.science'][value='4']").check()
        page.emulate_media(media="print")
        marks = page.eval_on_selector_all(
            "[name='general.science'] + span",
            "all => all.map(one => getComputedStyle(one, '::before').content)",
        )
        assert marks == ['"○ "', '"○ "', '"○ "', '"● "', '"○ "']
        expect(page.locator(".result table")).to_be_visible()


def test_without_scripts_every_question_is_there(windows: Windows, site: str) -> None:
    with windows.visiting(site, WITHOUT_SCRIPTS) as visit:
        page = visit.open(PATH)
        assert page.locator(".question").count() == 24
        assert "可以打印填写的问卷" in page.locator("main").inner_text()
        expect(page.locator("#result")).to_be_hidden()
        expect(page.locator("[data-do=export]")).to_be_hidden()
        assert visit.complaints == []
