"""The verification: exact names and ids are answered, near ones offered, nothing is guessed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_axe import violations
from tests.browser.test_print import holds, printed
from tests.browser.visiting import LIGHT, PHONE, READERS, WITHOUT_SCRIPTS, Reader, Windows

pytestmark = pytest.mark.needs("chromium")

PATH: Final = "platform/verification/"
FIRM: Final = "示例液压元件有限公司"
ALIAS: Final = "示例液压"
REAL: Final = "上海三菱电梯有限公司"
REVOKED: Final = "2022-d05"


def at(asked: str) -> str:
    return f"{PATH}?q={quote(asked, safe='')}"


@contextmanager
def asking(windows: Windows, site: str, asked: str = "", reader: Reader = LIGHT) -> Iterator[Page]:
    """Open the page; afterwards nothing may have complained."""
    with windows.visiting(site, reader) as visit:
        yield visit.open(at(asked) if asked else PATH)
        assert visit.all_complaints() == []


def statement(page: Page) -> Locator:
    return page.locator(".statement")


def kind(page: Page) -> Locator:
    return page.locator(".verification")


def type_in(page: Page, asked: str) -> None:
    page.locator("#asked").fill(asked)
    page.locator("#asked").press("Enter")


def asked_in(page: Page) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get("q", [])


def test_a_name_is_answered_with_its_titles_and_papers(windows: Windows, site: str) -> None:
    with asking(windows, site) as page:
        expect(statement(page)).to_be_hidden()
        type_in(page, FIRM)
        expect(page.locator("#statement-name")).to_be_focused()
        expect(page.locator(".firm-name")).to_contain_text(FIRM)
        expect(statement(page).locator(".rod > li")).to_have_count(2)
        expect(page.locator(".fiction")).to_be_visible()
        papers = statement(page).locator(".papers a[href*='/notices/']")
        expect(papers).to_have_count(2)
        assert (papers.first.get_attribute("href") or "").startswith(site)
        foot = page.locator(".stated-foot")
        built = page.locator("time.built").inner_text()
        expect(foot).to_contain_text(built)
        expect(foot).to_contain_text(f"{site}{PATH}?q={FIRM}")
        expect(foot).to_contain_text("质量标杆经验库")
        assert asked_in(page) == [FIRM]


def test_a_revoked_title_has_day_ground_and_both_papers(windows: Windows, site: str) -> None:
    with asking(windows, site, REVOKED) as page:
        expect(statement(page).locator(".word")).to_have_text("已撤销")
        said = statement(page).inner_text()
        for words in ("2024-03-15", "申报材料弄虚作假", REVOKED, "撤销公告"):
            assert words in said
        expect(statement(page).locator(".papers a")).to_have_count(2)


def test_a_real_enterprise_is_not_called_fictional(windows: Windows, site: str) -> None:
    with asking(windows, site, REAL) as page:
        expect(kind(page)).to_have_attribute("data-answer", "found")
        expect(page.locator(".fiction")).to_have_count(0)
        expect(statement(page).locator(".mark")).to_have_count(0)


def test_width_case_and_spaces_do_not_matter(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        for asked in (ALIAS, "示例 液压", "２０２２－Ｄ０２", " 2022-D02 ", f"\u200b{FIRM}\u3000"):
            page = visit.open(at(asked))
            expect(kind(page), asked).to_have_attribute("data-answer", "found")
            expect(page.locator(".firm-name"), asked).to_contain_text(FIRM)
            assert visit.all_complaints() == [], asked


@pytest.mark.parametrize("asked", [FIRM[:-1], "示例液压元件公司", "2022-d0", "液压元件"])
def test_a_near_name_is_offered_and_not_answered(windows: Windows, site: str, asked: str) -> None:
    with asking(windows, site, asked) as page:
        expect(kind(page)).to_have_attribute("data-answer", "near")
        expect(page.locator(".firm-name")).to_have_count(0)
        expect(statement(page).locator(".rod")).to_have_count(0)
        offered = statement(page).locator(".rows .what a")
        name = offered.first.inner_text()
        offered.first.press("Enter")
        expect(kind(page)).to_have_attribute("data-answer", "found")
        assert asked_in(page) == [name]


def test_nothing_found_says_that_the_library_may_lack_lists(windows: Windows, site: str) -> None:
    with asking(windows, site, "没有这家 zq") as page:
        expect(kind(page)).to_have_attribute("data-answer", "none")
        expect(page.locator("#statement-name")).to_have_text("本库未载")
        expect(statement(page)).to_contain_text("没有收全历届名单")
        expect(page.locator(".library")).to_contain_text("公布 58 项")


def test_the_address_of_a_scanned_page_is_understood(windows: Windows, site: str) -> None:
    with asking(windows, site, f"{site}cases/{REVOKED}/") as page:
        expect(statement(page).locator(".word")).to_have_text("已撤销")
        type_in(page, f"https://elsewhere.example/cases/{REVOKED}/")
        expect(page.locator(".firm-name")).to_have_count(0)


def test_history_and_reload_keep_the_question(windows: Windows, site: str) -> None:
    with asking(windows, site) as page:
        type_in(page, FIRM)
        expect(page.locator(".firm-name")).to_contain_text(FIRM)
        type_in(page, REAL)
        expect(page.locator(".firm-name")).to_contain_text(REAL)
        page.reload()
        expect(page.locator(".firm-name")).to_contain_text(REAL)
        page.go_back()
        expect(page.locator(".firm-name")).to_contain_text(FIRM)
        expect(page.locator("#asked")).to_have_value(FIRM)
        page.go_back()
        expect(statement(page)).to_be_hidden()
        page.go_forward()
        expect(page.locator(".firm-name")).to_contain_text(FIRM)


HOSTILE: Final = (
    "q=%3Cimg%20src%3Dx%20onerror%3Dwindow.hit%3D1%3E",
    "q=%E0%A4%A&q=%00",
    "q=__proto__",
    "q=constructor",
    "q=%7Basked%7D%7Bcount%7D",
    "q=%F0%9F%98%80%F0%A0%AE%B7",
    "q=javascript:alert(1)",
)


def test_hostile_questions_are_text(guarded_site: str, windows: Windows) -> None:
    with windows.visiting(guarded_site) as visit:
        for query in HOSTILE:
            page = visit.open(f"{PATH}?{query}")
            expect(statement(page), query).to_be_visible()
            assert page.evaluate("window.hit") is None, query
            assert page.locator(".statement img, .statement script").count() == 0, query
            assert visit.all_complaints() == [], query


def test_only_the_statement_is_printed(windows: Windows, site: str) -> None:
    with asking(windows, site, FIRM) as page:
        expect(page.locator(".firm-name")).to_be_visible()
        lead = page.locator(".lead").inner_text()
        rounds = page.locator(".library h2").inner_text()
        sheets = printed(page)
    said = "".join(sheet.text for sheet in sheets)
    assert len(sheets) == 1
    for words in ("核验说明", FIRM, "虚构", "出具日期", "本库生成日期", "2022-10-20", PATH):
        assert holds(said, words), words
    for words in (lead[:12], rounds, "须与本库所载"):
        assert not holds(said, words), words


def test_nothing_is_wider_than_a_phone(windows: Windows, site: str) -> None:
    for asked in (FIRM, "a" * 200, REVOKED):
        with asking(windows, site, asked, PHONE) as page:
            expect(statement(page)).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE.width


@pytest.mark.needs("npm:axe-core")
@pytest.mark.parametrize("asked", [FIRM, REVOKED, "示例液压公司", "zzzz"])
def test_axe_finds_nothing_in_an_answer(windows: Windows, site: str, asked: str) -> None:
    with windows.visiting(site) as visit:
        visit.open(at(asked))
        for reader in READERS:
            page = visit.become(reader)
            expect(statement(page)).to_be_visible()
            assert violations(page) == []


def test_without_scripts_it_says_what_it_would_do(windows: Windows, site: str) -> None:
    with windows.visiting(site, WITHOUT_SCRIPTS) as visit:
        page = visit.open(at(FIRM))
        expect(page.locator("noscript p")).to_contain_text("核验需要脚本")
        expect(page.locator(".verification form")).to_be_hidden()
        expect(page.locator(".by-hand a[href$='revocations/']")).to_be_visible()
        expect(page.locator(".by-hand a[href$='enterprises/']")).to_be_visible()
