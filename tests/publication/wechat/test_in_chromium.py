"""An article on a phone, and what a browser copies of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.publication.pictures import for_word
from generator.publication.wechat.article import article
from generator.publication.wechat.case import case_article
from generator.publication.wechat.page import Article
from tests.publication.manuscripts.official_papers import SITE, manuscript
from tests.publication.sameness import sampler

pytestmark = pytest.mark.needs("chromium")
PHONE = 375
"""CSS pixels of a common phone."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": PHONE, "height": 800})
    yield page
    page.close()


def opened(page: Page, made: Article, folder: Path) -> None:
    (folder / "article.html").write_text(made.html, encoding="utf-8")
    for name, data in made.files.items():
        (folder / name).write_bytes(data)
    page.goto((folder / "article.html").as_uri())


@pytest.mark.parametrize("kind", ["notice", "case"])
def test_it_fits_a_phone_with_all_its_pictures(kind: str, phone: Page, tmp_path: Path) -> None:
    notice = manuscript(site=SITE, cases=["2022-001", "2022-010"])
    made = (
        article(notice, for_word) if kind == "notice" else case_article(sampler.chapter(), for_word)
    )
    opened(phone, made, tmp_path)
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE
    widths = phone.evaluate("[...document.images].map(one => one.naturalWidth)")
    assert len(widths) == len(made.files)
    assert all(widths), "every picture is found"


def test_to_select_all_is_to_select_the_article(phone: Page, tmp_path: Path) -> None:
    notice = manuscript(site=SITE)
    opened(phone, article(notice, for_word), tmp_path)
    phone.keyboard.press("Control+A")
    selected = phone.evaluate("getSelection().toString()")
    assert notice.title in selected
    assert "Ctrl+A" not in selected
