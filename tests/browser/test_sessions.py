"""Sessions in Chromium: short addresses arrive, codes are what a camera must see, cards stay whole.

No decoder of codes is installed: pixels are read where the modules stand, and compared with the
code that segno makes of the address.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import pytest
import segno
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from generator.library.lifecycle import NoticeKind
from generator.library.notice import ProgrammeItem, Session
from generator.pages.qr import QUIET, STAFF
from tests.browser.server import STRICT_POLICY, Manner, served
from tests.browser.test_axe import violations
from tests.browser.test_print import holds, plain
from tests.browser.visiting import (
    DARK,
    ELDER,
    LIGHT,
    PHONE,
    READERS,
    WITHOUT_SCRIPTS,
    Reader,
    Windows,
)
from tests.pages import toy
from tests.pages.rendering import render

pytestmark = pytest.mark.needs("chromium")

NOTICE: Final = "notices/2023-12-07-session-demo/"
ARRIVALS: Final = {
    "s/2023-1/": NOTICE,
    "s/2023-1/1/": "cases/2023-d01/",
    "s/2023-1/2/": "cases/2022-d01/",
    "s/2023-1/3/": "cases/2022-d02/",
    "s/2023-1/4/": "cases/2022-d04/",
}
URL: Final = "https://benchmark.example.org/biaogan/"
MADE: Final = "made/2023-many/badges/"
"""Cards with codes of a session of many cases; as deep as its own address."""
COUNT: Final = 19
A_SHEET: Final = 8
DARKEST: Final = 96
"""Of 255: a camera takes what is darker for dark."""
PAPER_WIDTH: Final = 718
"""Pixels: an A4 sheet without its margins."""
IS_WIDER: Final = "document.documentElement.scrollWidth > innerWidth"


def many_cards() -> str:
    """Render the cards of a session with titles and names as long as they come."""
    cases = [
        toy.case(f"2022-{number:03}", title="标" * 40 + str(number), enterprise="示例" * 14)
        for number in range(1, COUNT + 1)
    ]
    items = tuple(ProgrammeItem(title="Talk", case=case.id) for case in cases)
    session = Session(number=1, starts_on=date(2023, 12, 7), place="示例" * 10, programme=items)
    notice = toy.notice("2023-many", NoticeKind.SESSION, title="示例" * 15, session=session)
    held = replace(
        toy.library(), cases={case.id: case for case in cases}, notices={notice.id: notice}
    )
    return render(toy.planned(held, site_url=URL)["notices/2023-many/badges/"])


@pytest.fixture(scope="module")
def made(real_site: Path) -> Iterator[str]:
    """Serve the real site and the cards made for these tests, under the strict policy."""
    manner = Manner({"Content-Security-Policy": STRICT_POLICY}, made={f"/{MADE}": many_cards()})
    with served(real_site, manner) as address:
        yield address


@contextmanager
def looking(windows: Windows, root: str, path: str, reader: Reader = LIGHT) -> Iterator[Page]:
    """Open a page; afterwards nothing may have complained."""
    with windows.visiting(root, reader) as visit:
        yield visit.open(path)
        assert visit.all_complaints() == []


def dark_modules(picture: Locator, side: int) -> list[list[bool]]:
    """Read the modules of a code from the pixels that are shown in the middle of each."""
    picture.scroll_into_view_if_needed()
    image = Image.open(io.BytesIO(picture.screenshot())).convert("L")
    pixels, whole = image.tobytes(), side + 2 * QUIET
    across = [int((STAFF + QUIET + x + 0.5) * image.width / (whole + STAFF)) for x in range(side)]
    down = [int((QUIET + y + 0.5) * image.height / whole) for y in range(side)]
    return [[pixels[y * image.width + x] < DARKEST for x in across] for y in down]


def expected(address: str) -> list[list[bool]]:
    matrix = segno.make(address, error="m", micro=False, boost_error=False).matrix
    return [[bool(module) for module in row] for row in matrix]


def test_each_short_address_is_known_here(real_site: Path) -> None:
    there = {path.parent.relative_to(real_site) for path in (real_site / "s").rglob("index.html")}
    assert {f"{path.as_posix()}/" for path in there} == set(ARRIVALS)


@pytest.mark.parametrize("reader", [LIGHT, WITHOUT_SCRIPTS], ids=str)
def test_each_short_address_arrives(windows: Windows, site: str, reader: Reader) -> None:
    with windows.visiting(site, reader) as visit:
        for short, there in ARRIVALS.items():
            visit.page.goto(site + short, wait_until="commit")
            expect(visit.page).to_have_url(site + there)
            expect(visit.page.locator("h1")).to_be_visible()


def test_what_a_page_says_is_the_address_that_works(windows: Windows, site: str) -> None:
    with looking(windows, site, f"{NOTICE}run-sheet/") as page:
        links = page.locator(".short-line a")
        said = [link.inner_text() for link in links.all()]
        assert said == list(ARRIVALS)
        links.nth(2).click()
        expect(page).to_have_url(site + ARRIVALS["s/2023-1/2/"])


@pytest.mark.parametrize("reader", [LIGHT, DARK, ELDER, PHONE], ids=str)
def test_a_camera_sees_the_code(windows: Windows, made: str, reader: Reader) -> None:
    with looking(windows, made, MADE, reader) as page:
        codes = page.locator(".badge .qr")
        expect(codes).to_have_count(COUNT + 1)
        for place, uri in ((0, "notices/2023-many/"), (COUNT, f"cases/2022-{COUNT:03}/")):
            wanted = expected(URL + uri)
            assert dark_modules(codes.nth(place), len(wanted)) == wanted


def test_a_camera_sees_it_on_paper_too(windows: Windows, made: str) -> None:
    with looking(windows, made, MADE, DARK) as page:
        page.set_viewport_size({"width": PAPER_WIDTH, "height": 1000})
        page.emulate_media(media="print")
        wanted = expected(f"{URL}cases/2022-001/")
        code = page.locator(".badge .qr").nth(1)
        assert dark_modules(code, len(wanted)) == wanted
        box = code.bounding_box()
        assert box is not None
        assert box["width"] * 25.4 / 96 >= 30, "millimetres"


def test_cards_do_not_break_and_eight_stand_on_a_sheet(windows: Windows, made: str) -> None:
    with looking(windows, made, MADE) as page:
        data = page.pdf(prefer_css_page_size=True)
    sheets = [plain(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(data)).pages]
    shorts = [plain(f"{URL.partition('://')[2]}s/2023-1/{n}/") for n in range(1, COUNT + 1)]
    assert len(sheets) == -(-(COUNT + 1) // A_SHEET)
    for number, short in enumerate(shorts, start=1):
        (sheet,) = [text for text in sheets if short in text]
        for words in (f"2022-{number:03}", f"案例{number}·"):
            assert holds(sheet, words), (number, words)
    counts = [sum(short in sheet for short in shorts) for sheet in sheets]
    assert counts == [A_SHEET - 1, A_SHEET, COUNT + 1 - 2 * A_SHEET]


def test_no_card_says_more_than_it_has_room_for(windows: Windows, made: str) -> None:
    with looking(windows, made, MADE) as page:
        page.set_viewport_size({"width": PAPER_WIDTH, "height": 1000})
        page.emulate_media(media="print")
        cut = page.evaluate(
            "[...document.querySelectorAll('.badge')].filter(card =>"
            " card.scrollHeight > card.clientHeight + 1 || card.scrollWidth > card.clientWidth + 1"
            ").length"
        )
        assert cut == 0


def test_the_run_sheet_prints_boxes_and_no_buttons(windows: Windows, site: str) -> None:
    with looking(windows, site, f"{NOTICE}run-sheet/") as page:
        data = page.pdf(prefer_css_page_size=True)
        page.emulate_media(media="print")
        expect(page.locator(".carried").first).to_be_hidden()
    sheets = PdfReader(io.BytesIO(data)).pages
    said = "".join(sheet.extract_text() for sheet in sheets)
    assert len(sheets) <= 2
    for words in ("实际开始", "签字", "会前准备", "□", "7 日 09:30", "90", "s/2023-1/4/"):
        assert holds(said, words), words
    assert not holds(said, "打印流程单")


@pytest.mark.parametrize("path", [NOTICE, f"{NOTICE}run-sheet/", f"{NOTICE}badges/", MADE])
def test_nothing_is_wider_than_a_phone(windows: Windows, made: str, path: str) -> None:
    with looking(windows, made, path, PHONE) as page:
        assert not page.evaluate(IS_WIDER)


@pytest.mark.needs("npm:axe-core")
def test_axe_finds_nothing_on_cards_with_codes(windows: Windows, made: str) -> None:
    with windows.visiting(made) as visit:
        visit.open(MADE)
        for reader in READERS:
            assert violations(visit.become(reader)) == [], str(reader)


def test_a_trainer_reaches_every_tool_by_keyboard(windows: Windows, site: str) -> None:
    with looking(windows, site, NOTICE) as page:
        tools = page.locator(".tools")
        tools.locator("a").first.focus()
        reached = [page.evaluate("document.activeElement.textContent")]
        for _ in range(tools.locator("a").count() - 1):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.textContent"))
        assert reached == tools.locator("a").all_inner_texts()
        for name in ("流程单", "二维码卡片", "会议手册（Word）", "加入日历（.ics）"):
            assert name in reached
        page.get_by_role("link", name="流程单").focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{site}{NOTICE}run-sheet/")


def test_the_recording_plays(windows: Windows, site: str) -> None:
    with looking(windows, site, NOTICE) as page:
        film = page.locator("#afterwards video")
        film.evaluate("film => { film.muted = true; return film.play(); }")
        assert film.evaluate("film => film.videoWidth") > 0
        assert page.locator("#afterwards li a").count() >= 4


def test_a_case_says_where_it_was_shown(windows: Windows, site: str) -> None:
    with looking(windows, site, "cases/2022-d01/") as page:
        section = page.locator("#sessions")
        expect(section).to_contain_text("已展示")
        expect(section).to_contain_text("示例省示例市示例会议中心")
        section.get_by_role("link", name="看录像").click()
        expect(page).to_have_url(f"{site}{NOTICE}#afterwards")
        page.goto(f"{site}cases/2022-d04/")
        expect(page.locator("#sessions")).to_have_count(0)
