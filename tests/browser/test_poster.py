"""The poster of a case: its code, its lines and boxes, the picture, and what may go wrong."""

import base64
import gzip
import struct
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.strings import text
from tests.browser.refusing import check_refused, check_without_scripts, read_again
from tests.browser.server import STRICT_POLICY, Manner, served
from tests.browser.test_axe import violations
from tests.browser.visiting import PHONE, READERS, WITHOUT_SCRIPTS, Visit, Windows, visiting

pytestmark = pytest.mark.needs("chromium")

HERE: Final = "platform/poster/"
CASE: Final = "?case=2022-d01"
MOST_BYTES: Final = 15 * 1024
SIZES: Final = {"tall": (1080, 1440), "wide": (900, 383)}


def words(key: str, **values: object) -> str:
    return text(f"pages.platform.poster.{key}", **values)


def opened(visit: Visit, query: str = CASE) -> Page:
    page = visit.open(HERE + query)
    expect(page.locator(".poster img")).to_have_count(1)
    return page


def picture(page: Page) -> bytes:
    source = page.locator(".poster img").get_attribute("src") or ""
    assert source.startswith("data:image/png;base64,")
    return base64.b64decode(source.partition(",")[2])


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_the_picture_of_a_case_is_drawn_in_both_sizes(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit)
        assert size_of(picture(page)) == SIZES["tall"]
        tall = picture(page)
        said = page.locator(".poster img").get_attribute("alt") or ""
        for part in ("构建数字孪生驱动", "示例智行汽车电子有限公司", f"{site}cases/2022-d01/"):
            assert part in said
        assert text("pages.mark.before") in said
        page.locator("[value=tall]").focus()
        page.keyboard.press("ArrowDown")
        assert size_of(picture(page)) == SIZES["wide"]
        assert page.url == f"{site}{HERE}{CASE}&form=wide"
        page.reload()
        expect(page.locator("[value=wide]")).to_be_checked()
        assert size_of(picture(page)) == SIZES["wide"]
        page.locator("[value=tall]").check()
        assert picture(page) == tall
        with page.expect_download() as download:
            page.get_by_role("button", name=words("download")).click()
        assert download.value.suggested_filename == "2022-d01-poster.png"
        assert size_of(Path(download.value.path()).read_bytes()) == SIZES["tall"]
        expect(page.locator("#poster-text")).to_contain_text(f"{site}cases/2022-d01/")
        page.get_by_role("link", name=words("back")).click()
        assert page.url == f"{site}cases/2022-d01/"
        assert visit.all_complaints() == []


def test_the_canonical_address_stands_in_the_code(windows: Windows, real_site: Path) -> None:
    written = (real_site / "cases/2022-d01/index.html").read_text(encoding="utf-8")
    address = "https://zlbg.example.org/cases/2022-d01/"
    head = f'<head><link rel="canonical" href="{address}">'
    manner = Manner(made={"/cases/2022-d01/": written.replace("<head>", head, 1)})
    with served(real_site, manner) as root, windows.visiting(root) as visit:
        page = opened(visit)
        expect(page.locator("#poster-text")).to_contain_text(address)
        assert address in (page.locator(".poster img").get_attribute("alt") or "")


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("?case=2022-d05", "revoked"),
        ("?case=2099-999", "unknown"),
        ("?case=<img src=x onerror=alert(1)>&form=__proto__", "unknown"),
        (f"?case={'x' * 5000}", "unknown"),
        ("?case=..%2F..%2Fetc", "unknown"),
        ("?case=", "unknown"),
    ],
)
def test_what_has_no_poster_is_said(windows: Windows, site: str, query: str, key: str) -> None:
    with windows.visiting(site) as visit:
        page = check_refused(visit, HERE + query, words(key), words("choose"))
        expect(page.locator(".made")).to_be_hidden()


def test_a_case_that_cannot_be_read_is_asked_for_again(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        path = f"{HERE}{CASE}&form=constructor"
        page = read_again(visit, path, words("failed"), words("retry"))
        expect(page.locator(".poster img")).to_have_count(1)
        assert size_of(picture(page)) == SIZES["tall"]
        expect(page.locator(".notes")).to_be_empty()


def test_foreign_pages_of_cases_do_nothing(browser: Browser, real_site: Path) -> None:
    case = (
        '<!doctype html><body><article class="case"><h1>x<img src="x" onerror="alert(1)"></h1>'
        f'<p class="enterprise">{"长" * 4000}</p><script>alert(1)</script></article>'
    )
    manner = Manner({"Content-Security-Policy": STRICT_POLICY}, made={"/cases/2022-d01/": case})
    with served(real_site, manner) as address, visiting(browser, address) as visit:
        visit.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page = opened(visit)
        assert page.locator(".made img").count() == 1
        assert page.locator("main [onerror], main script").count() == 0
        assert size_of(picture(page)) == SIZES["tall"]


@pytest.mark.needs("npm:axe-core")
def test_axe_finds_nothing(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        opened(visit)
        found = []
        for reader in READERS:
            page = visit.become(reader)
            expect(page.locator(".poster img")).to_have_count(1)
            found += [f"{reader}: {violation}" for violation in violations(page)]
    assert not found, "\n".join(found)


def test_on_a_phone_the_picture_has_room(windows: Windows, guarded_site: str) -> None:
    with windows.visiting(guarded_site, PHONE) as visit:
        page = opened(visit)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        box = page.locator(".poster img").bounding_box() or {"width": 0, "height": 1}
        assert box["width"] > 300
        assert box["width"] / box["height"] == pytest.approx(1080 / 1440, abs=0.02)
        assert visit.all_complaints() == []


def test_without_scripts_it_says_what_it_would_do(windows: Windows, site: str) -> None:
    with windows.visiting(site, WITHOUT_SCRIPTS) as visit:
        check_without_scripts(visit, HERE + CASE, words("no_script"), ".made")


def test_a_case_leads_to_its_poster(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("cases/2022-d01/")
        page.get_by_role("link", name=words("offer"), exact=True).click()
        expect(page.locator(".poster img")).to_have_count(1)


def test_its_script_is_small(real_site: Path) -> None:
    script = (real_site / "assets/service-poster.js").read_bytes()
    assert len(gzip.compress(script)) <= MOST_BYTES
