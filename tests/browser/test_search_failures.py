"""The finder against hostile queries and addresses, and broken connections."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.finding import DATA
from tests.browser.searching import (
    MANIFEST,
    OTHER,
    WORD,
    other_complaints,
    search,
    shown,
    works,
)
from tests.browser.server import served
from tests.browser.visiting import Windows, visiting
from tests.site.tools import build, copy_project

pytestmark = pytest.mark.needs("chromium")

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "image": "\"'><img src=x onerror=alert(1)>",
    "long": "质量管理" * 25_000,
    "long-latin": "a" * 100_000,
    "many-words": " ".join(f"词{number}" for number in range(20_000)),
    "bomb": "(a+)+$" * 50 + "a" * 200 + "!",
    "bomb-classes": "([一-龥]+)*" * 30,
    "minuses": "-" * 5000,
    "quotes": '"' * 5001,
    "prototype": "__proto__",
    "constructor": "constructor toString valueOf hasOwnProperty",
    "dollars": "$& $' $` $1 {count} %s",
    "nulls": "质\0量\x01\x7f",
    "directions": "\u202e量质\u2066\ufeff",
    "combining": "质" + "\u0301" * 2000,
    "emoji": "👩‍👩‍👧‍👦" * 200,
    "noncharacter": "\ufdd0\uffff质量\ufdd0",
    "ligatures": "\ufdfa" * 2000,
}
ADDRESSES = (
    "q=%E0%A4%A",
    "q=%",
    "q=%ED%A0%80%E8%B4%A8",
    "q=%E8%B4%A8%E9%87%8F&page=-1",
    "q=%E8%B4%A8%E9%87%8F&page=1e9",
    "q=%E8%B4%A8%E9%87%8F&page=99999999999999999999",
    "q=%E8%B4%A8%E9%87%8F&page=NaN&sort=x&kind=__proto__",
    "q=%E8%B4%A8%E9%87%8F&sort=__proto__",
    "q=%E8%B4%A8%E9%87%8F&year=__proto__&field=constructor&region=..%2F..&industry=%00",
    "q=%E8%B4%A8%E9%87%8F&video=2&text=yes&level=&unknown=1&__proto__=x&__proto__[a]=b",
    "q=a&q=b&q=c&year=1&year=1&year=1",
    "kind=notice&type=__proto__&year=constructor",
    "kind=term&page=7",
    "sort=relevance",
    "&&&===&?#?",
    "year=" + "&year=".join(map(str, range(500))),
)


def test_a_hostile_query_does_no_harm(windows: Windows, guarded_site: str) -> None:
    with windows.visiting(guarded_site) as visit:
        page = visit.open("search/")
        for name, words in HOSTILE.items():
            assert search(page, words), name
            assert page.locator(".found script, .found img, .status *").count() == 0, name
            assert len(page.url) < 8000, name
            assert visit.all_complaints() == [], name
            assert "项" in search(page, WORD), name


@pytest.mark.parametrize("path", ["search/", "cases/"])
def test_a_hostile_address_does_no_harm(windows: Windows, guarded_site: str, path: str) -> None:
    with windows.visiting(guarded_site) as visit:
        for address in ADDRESSES:
            page = visit.open(f"{path}?{address}")
            shown(page)
            assert visit.all_complaints() == [], address
            assert "项" in search(page, WORD), address


def test_half_a_character_that_a_script_put_in_the_address(
    windows: Windows, guarded_site: str
) -> None:
    with windows.visiting(guarded_site) as visit:
        page = visit.open("search/")
        page.evaluate("history.pushState(null, '', '?q=' + '\\ud83d' + '质量')")
        page.reload()
        assert shown(page)
        page.evaluate("document.querySelector('main #q').value = '\\ud83d质\\udc00量'")
        page.locator("main #q").press("Enter")
        assert shown(page)
        assert visit.all_complaints() == []


def test_a_shard_that_is_gone_is_said_after_one_new_manifest(browser: Browser, site: str) -> None:
    with visiting(browser, site) as visit:
        page = visit.open(f"search/?q={quote(WORD)}")
        assert "项" in shown(page)
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url))
        page.route(DATA, lambda route: route.fulfill(status=404))
        assert "重新载入" in search(page, OTHER)
        assert page.locator(".found li").count() == 0
        assert 1 <= sum("index.json" in one for one in asked) <= 3
        page.unroute(DATA)
        page.get_by_role("button", name="重试").click()
        expect(page.locator(".found > .rows > li").first).to_be_visible()
        assert "项" in shown(page)
        assert other_complaints(visit) == []


@pytest.fixture(scope="module")
def newer_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the site of the same library after a text, and the title of a case, were changed."""
    project = copy_project(tmp_path_factory.mktemp("newer"))
    case = project / "cases/2022/2022-d01.md"
    text = case.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    text = text.replace(title, f"{title[:-2]}甪里经验") + "\n后来添上的一段：甪里先生。\n"
    case.write_text(text, encoding="utf-8")
    return build(project, project / "site")


def hold_back(page: Page, old: Path, new: Path) -> list[str]:
    """Answer as a browser's cache with the old manifest would, before the new site."""
    asked: list[str] = []

    def manifest(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(path=(old if len(asked) == 1 else new) / "search/index.json")

    def data(route: Route) -> None:
        path = new / "search/data" / route.request.url.rpartition("/")[2]
        if path.is_file():
            route.fulfill(path=path)
        else:
            route.fulfill(status=404)

    page.route(MANIFEST, manifest)
    page.route(DATA, data)
    return asked


def test_an_old_manifest_of_another_library_gives_way_without_a_word(
    windows: Windows, real_site: Path, newer_site: Path
) -> None:
    with served(newer_site) as root, windows.visiting(root) as visit:
        asked = hold_back(visit.page, real_site, newer_site)
        page = visit.open(f"search/?q={quote('甪里先生')}")
        assert "1" in shown(page)
        expect(page.locator(".found > .rows > li")).to_have_count(1)
        assert page.locator(".notes button").count() == 0
        assert len(asked) <= 3
        assert other_complaints(visit) == []


def test_an_old_manifest_that_names_a_vanished_directory(
    windows: Windows, real_site: Path, tmp_path: Path
) -> None:
    old = json.loads((real_site / "search/index.json").read_text(encoding="utf-8"))
    for segment in old["segments"]:
        segment["directory"] = "0" * 12
    (tmp_path / "search").mkdir()
    (tmp_path / "search/index.json").write_text(json.dumps(old), encoding="utf-8")
    with served(real_site) as root, windows.visiting(root) as visit:
        asked = hold_back(visit.page, tmp_path, real_site)
        page = visit.open(f"search/?q={quote(OTHER)}")
        assert "项" in shown(page)
        expect(page.locator(".found > .rows > li").first).to_be_visible()
        assert len(asked) == 2
        assert other_complaints(visit) == []


def test_no_connection_is_said_and_the_next_try_works(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open("search/")
        page.context.set_offline(True)
        assert "网络没有连通" in search(page, WORD)
        page.context.set_offline(False)
        page.get_by_role("button", name="重试").click()
        expect(page.locator(".found > .rows > li").first).to_be_visible()
        page.context.set_offline(True)
        assert "网络没有连通" in search(page, OTHER)
        page.context.set_offline(False)
        assert "项" in search(page, OTHER)
        assert other_complaints(visit) == []


DAMAGED = {
    "empty": b"",
    "zeros": bytes(4000),
    "ones": b"\xff" * 4000,
    "text": b"<!doctype html><title>404</title>" * 40,
    "gzip": b"\x1f\x8b\x08\x00 no more",
    "noise": bytes(number * number * 7919 % 251 for number in range(4000)),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damaged_bytes_are_said_and_do_not_hang(windows: Windows, site: str, name: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(f"search/?q={quote(WORD)}")
        assert "项" in shown(page)
        page.route(DATA, lambda route: route.fulfill(body=DAMAGED[name]))
        assert "没有取到" in search(page, OTHER)
        page.unroute(DATA)
        page.get_by_role("button", name="重试").click()
        expect(page.locator(".found > .rows > li").first).to_be_visible()
        assert other_complaints(visit) == []


@pytest.mark.parametrize("name", ["empty", "text", "gzip"])
def test_damage_from_the_start_is_said(windows: Windows, site: str, name: str) -> None:
    with windows.visiting(site) as visit:
        for path in (MANIFEST, DATA):
            visit.page.route(path, lambda route: route.fulfill(body=DAMAGED[name]))
        page = visit.open(f"search/?q={quote(WORD)}")
        assert "没有取到" in shown(page)
        page.unroute_all()
        page.get_by_role("button", name="重试").click()
        expect(page.locator(".found > .rows > li").first).to_be_visible()
        assert other_complaints(visit) == []


def test_a_browser_that_cannot_unpack_finds_the_same(browser: Browser, guarded_site: str) -> None:
    with visiting(browser, guarded_site) as visit:
        visit.page.add_init_script("delete window.DecompressionStream;")
        works(visit)
        works(visit, "cases/")
        assert visit.page.evaluate("typeof DecompressionStream") == "undefined"
