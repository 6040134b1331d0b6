"""Every kind of page on paper: the text and nothing of the shell, on as many sheets as it needs."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.browser.pages import KINDS, Kind
from tests.browser.visiting import Windows

pytestmark = pytest.mark.needs("chromium")

A4: Final = (595, 842)
"""Points."""

NOT_PRINTED: Final = """
() => {
  const takesRoom = element =>
    [...element.getClientRects()].some(box => box.width * box.height > 0);
  return ["body > header", "body > footer", "header nav", ".skip", "[data-switch]"].filter(
    selector => [...document.querySelectorAll(selector)].some(takesRoom));
}
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed sheet."""

    size: tuple[int, int]
    text: str


def plain(text: str) -> str:
    """Give text without spaces and with one form of every character."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def holds(printed_text: str, words: str) -> bool:
    """Tell whether a PDF's text holds words.

    Fonts have one shape for a character and for the radical that looks like it, and a PDF knows
    only shapes: 长者 may come back as ⻓者.
    """
    wanted = "".join(f"[{re.escape(character)}\u2e80-\u2eff]" for character in plain(words))
    return re.search(wanted, plain(printed_text)) is not None


def printed(page: Page) -> list[Sheet]:
    """Print a page; PDFium reads the text in a hundredth of the time that pypdf takes."""
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
        return [
            Sheet((round(sheet.get_width()), round(sheet.get_height())), text_of(sheet))
            for sheet in document
        ]


def text_of(sheet: pypdfium2.PdfPage) -> str:
    found: str = sheet.get_textpage().get_text_range()
    return found


# A mark such as 演示 beside the title stands apart from it on paper.
TITLE: Final = """
() => [...document.querySelector("h1").childNodes]
  .filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data).join("").trim()
"""


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_it_prints_its_text_alone(windows: Windows, site: str, kind: Kind) -> None:
    with windows.visiting(site) as visit:
        page = visit.open_whole(kind.path)
        title = page.evaluate(TITLE)
        shell = [page.locator(at).first.inner_text() for at in ("header nav", "body > footer")]
        main = plain(page.locator("main").inner_text())
        sheets = printed(page)
        page.emulate_media(media="print")
        assert page.evaluate(NOT_PRINTED) == []
    text = "".join(sheet.text for sheet in sheets)
    least, most = kind.sheets
    assert least <= len(sheets) <= most
    assert {sheet.size for sheet in sheets} == {A4}
    assert [number for number, sheet in enumerate(sheets) if not plain(sheet.text)] == [], "blank"
    assert len(title) > 1
    assert holds(text, title)
    ends = [part for words in shell for part in (words[:20], words[-20:])]
    # The page for lost addresses repeats the menu as its own text.
    ours = [part for part in ends if plain(part) not in main]
    assert ours
    assert [part for part in ours if holds(text, part)] == []
