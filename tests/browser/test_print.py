"""Pages on paper: the text and nothing of the shell, on as many sheets as it needs."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

import pypdfium2
from playwright.sync_api import Page

from tests.browser.pages import Kind

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


def faults_on_paper(page: Page, kind: Kind) -> list[str]:
    """Print a page; afterwards it is on the screen again."""
    title = page.evaluate(TITLE)
    shell = [page.locator(at).first.inner_text() for at in ("header nav", "body > footer")]
    main = plain(page.locator("main").inner_text())
    sheets = printed(page)
    page.emulate_media(media="print")
    faults = [f"printed too: {shown}" for shown in page.evaluate(NOT_PRINTED)]
    page.emulate_media(media="null")
    least, most = kind.sheets
    if not least <= len(sheets) <= most:
        faults.append(f"{len(sheets)} sheets, not {least} to {most}")
    faults += [f"a sheet of {sheet.size}" for sheet in sheets if sheet.size != A4]
    faults += [
        f"sheet {at} is blank" for at, sheet in enumerate(sheets, 1) if not plain(sheet.text)
    ]
    return faults + faults_of_text("".join(sheet.text for sheet in sheets), title, shell, main)


def faults_of_text(text: str, title: str, shell: list[str], main: str) -> list[str]:
    faults = []
    if len(title) < 2:
        faults.append(f"no title: {title!r}")
    if not holds(text, title):
        faults.append(f"the title is not printed: {title}")
    ends = [part for words in shell for part in (words[:20], words[-20:])]
    # The page for lost addresses repeats the menu as its own text.
    ours = [part for part in ends if plain(part) not in main]
    if not ours:
        faults.append("nothing tells the shell from the text")
    return faults + [f"printed too: {part!r}" for part in ours if holds(text, part)]


def test_a_pdf_may_hold_the_radical_that_looks_like_a_character() -> None:
    assert holds("适老 化⻓者\n模式", "长者模式")
    assert not holds("长者字体", "长者模式")


def test_words_of_the_shell_and_a_lost_title_are_noticed() -> None:
    shell = ["首页案例 搜索", "京ICP备"]
    assert faults_of_text("公告\n正文", "公告", shell, "公告正文") == []
    assert faults_of_text("正文 首页案例搜索", "公告", shell, "公告正文") == [
        "the title is not printed: 公告",
        *["printed too: '首页案例 搜索'"] * 2,
    ]
    assert faults_of_text("页", "页", shell, "首页案例搜索京ICP备") == [
        "no title: '页'",
        "nothing tells the shell from the text",
    ]
