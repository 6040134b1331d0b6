"""The report of a self-evaluation as a Word file, and what is said where it cannot be made."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from generator.strings import text
from tests.browser.visiting import Windows
from tests.browser.word_files import controls, is_empty
from tests.publication.word.docx import Docx
from tests.publication.word.soundness import faults

pytestmark = pytest.mark.needs("chromium")

HERE: Final = "platform/evaluation/"
WEAK: Final = {"digitalization": 1, "reliability": 2}


def answer(page: Page) -> None:
    """Answer every question but one of the weak areas."""
    for name in page.eval_on_selector_all(
        ".question", "sets => sets.map(set => set.querySelector('input').name)"
    )[:-1]:
        level = WEAK.get(name.split(".")[0], 4)
        page.locator(f"[name='{name}'][value='{level}']").check()


def said(key: str, **values: object) -> str:
    return text(f"pages.platform.evaluation.said.{key}", **values)


def test_the_evaluation_becomes_a_report(windows: Windows, site: str, tmp_path: Path) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(HERE)
        page.locator("[data-do=word]").click()
        expect(page.locator("[data-notice]")).to_have_text(said("empty"))
        answer(page)
        page.locator("[data-do=word]").focus()
        with page.expect_download() as coming:
            page.keyboard.press("Enter")
        expect(page.locator("[data-notice]")).to_have_text(said("word_made"))
        assert coming.value.suggested_filename == f"{said('word_file')}.docx"
        path = tmp_path / "report.docx"
        coming.value.save_as(path)
        assert visit.all_complaints() == []
        assert all(request.method == "GET" for request in visit.requests)
    data = path.read_bytes()
    assert faults(Docx(data)) == []
    assert is_empty(data, "enterprise"), "to be filled by hand"
    found = controls(data)
    assert found["title"] == said("word_title")
    words = [one for _, one in Docx(data).paragraphs() if one]
    assert said("strength", label="遴选标准", score="4.0") in words
    assert said("weakness", label="质量管理数字化", score="1.0") in words
    assert any(one.startswith("1. “质量数据是怎样得到的？”现为 1 级") for one in words)
    assert any("因为“可靠性提升”平均 2.0 级" in one for one in words)
    assert f"{site}cases/2022-d01/" in words
    assert words.count("4 量化") == 15
    assert words.count("手写在纸上，要用时再翻找。") == 1
    assert any("共 24 题，已答 23 题" in one for one in words)
    assert "3/4" in words


def test_without_template_or_recommendations_the_page_says_so(
    windows: Windows, site: str, tmp_path: Path
) -> None:
    with windows.visiting(site) as visit:
        visit.page.route("**/data.json", lambda route: route.fulfill(status=404, body=""))
        page = visit.open(HERE)
        answer(page)
        with page.expect_download() as coming:
            page.locator("[data-do=word]").click()
        path = tmp_path / "report.docx"
        coming.value.save_as(path)
        assert said("failed") in [one for _, one in Docx(path.read_bytes()).paragraphs()]
        page.route("**/evaluation.docx", lambda route: route.abort())
        page.locator("[data-do=word]").click()
        expect(page.locator("[data-notice]")).to_have_text(said("word_failed"))
        expect(page.locator(".radar svg")).to_be_visible()
