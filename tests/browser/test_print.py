"""Every kind of page on paper: the text and nothing of the shell, on as many sheets as it needs."""

import io
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.pages import KINDS, Kind
from tests.browser.visiting import Windows

pytestmark = pytest.mark.needs("chromium")

A4: Final = (595, 842)
"""Points."""

NOT_PRINTED: Final = """
() => ["body > header", "body > footer", "header nav", ".skip", "[data-switch]"].filter(selector =>
  [...document.querySelectorAll(selector)].some(element => element.getClientRects().length))
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed sheet."""

    size: tuple[int, int]
    text: str


def plain(text: str) -> str:
    """Give text without spaces, and with the characters that a PDF's fonts may stand in for."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def printed(page: Page) -> list[Sheet]:
    data = page.pdf(prefer_css_page_size=True)
    return [
        Sheet((round(sheet.mediabox.width), round(sheet.mediabox.height)), sheet.extract_text())
        for sheet in PdfReader(io.BytesIO(data)).pages
    ]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_it_prints_its_text_alone(windows: Windows, site: str, kind: Kind) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(kind.path)
        title = page.locator("h1").inner_text()
        menu, footer = (
            plain(page.locator(at).first.inner_text()) for at in ("header nav", "body > footer")
        )
        sheets = printed(page)
        page.emulate_media(media="print")
        assert page.evaluate(NOT_PRINTED) == []
    least, most = kind.sheets
    assert least <= len(sheets) <= most
    assert {sheet.size for sheet in sheets} == {A4}
    assert [number for number, sheet in enumerate(sheets) if not plain(sheet.text)] == [], "blank"
    text = plain("".join(sheet.text for sheet in sheets))
    assert plain(title) in text
    assert len(menu) > 16
    assert menu not in text
    assert footer[:40] not in text
    assert footer[-40:] not in text
