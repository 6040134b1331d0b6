"""Videos in Chromium: chapters play, addresses open at a second, a click asks the host it names."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.library.case import Case, Video, VideoPart
from generator.library.lifecycle import VideoProvider
from generator.pages.chapters import clock
from tests.browser.server import STRICT_POLICY, Manner, served
from tests.browser.visiting import ELDER, WITHOUT_SCRIPTS, Visit, Windows, visiting
from tests.pages import toy
from tests.pages.rendering import render

pytestmark = pytest.mark.needs("chromium")

REAL = "cases/2022-d01/"
"""A page of the real site: its placeholder is 6 seconds long, its chapters say 2 + 28 minutes."""
MADE = "made/2022-d01/"
"""A page made for these tests, whose chapters are as short as the placeholder; as deep as REAL."""
HOSTS = {
    VideoProvider.BILIBILI: "player.bilibili.com",
    VideoProvider.TENCENT: "v.qq.com",
    VideoProvider.YOUKU: "player.youku.com",
}
FILMS = "document.querySelectorAll('video')"
AT = f"{FILMS}[0].currentTime"
IN_SIGHT = """
number => {
  const box = document.getElementById(`video-${number}`).getBoundingClientRect();
  return box.top >= -1 && box.top < innerHeight / 2;
}
"""


def made_case() -> Case:
    """Make a case with the placeholder twice and one video of each host."""
    halves = tuple(VideoPart(title=f"Half {n}", minutes=0.05) for n in (1, 2))
    long = (VideoPart(title="Film", minutes=2), VideoPart(title="Talk", minutes=28))
    here = Video(title="Here", provider=VideoProvider.FILE, file="2022-d01/intro.mp4", parts=halves)
    hosted = (
        Video(title=f"At {host}", provider=provider, id="BV1xx", parts=long)
        for provider, host in HOSTS.items()
    )
    return toy.case("2022-d01", toy.BODY, videos=(here, here, *hosted))


@pytest.fixture(scope="module")
def films(real_site: Path) -> Iterator[str]:
    """Serve the real site and the made page under the strict policy."""
    case = made_case()
    pages = toy.planned(replace(toy.library(), cases={case.id: case}, notices={}))
    page = render(pages[REAL])
    manner = Manner({"Content-Security-Policy": STRICT_POLICY}, made={f"/{MADE}": page})
    with served(real_site, manner) as address:
        yield address


def until(page: Page, condition: str) -> None:
    """Wait until a condition holds; the page's policy forbids Playwright's own way to."""
    for _ in range(200):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never: {condition}")


def foreign(visit: Visit) -> list[str]:
    """Give the hosts that the page asked, besides the site's own."""
    hosts = [urlsplit(request.url).hostname for request in visit.requests]
    return [host for host in hosts if host and host != "127.0.0.1"]


def current(page: Page) -> list[str]:
    """Give the titles of the chapters that are marked."""
    return page.locator("[aria-current=true] .at").all_inner_texts()


def test_the_placeholder_plays(windows: Windows, films: str) -> None:
    with windows.visiting(films) as visit:
        page = visit.open(REAL)
        assert page.evaluate("document.querySelector('video').play()") is None
        until(page, f"{AT} > 0.3")
        assert page.evaluate("document.querySelector('video').videoWidth") > 0
        assert visit.all_complaints() == []


def test_the_player_knows_its_chapters(windows: Windows, films: str) -> None:
    with windows.visiting(films) as visit:
        page = visit.open(REAL)
        until(page, "document.querySelector('track[kind=chapters]').readyState === 2")
        cues = page.evaluate(
            """[...document.querySelector('video').textTracks]
            .filter(track => track.kind === 'chapters')
            .map(track => [...track.cues].map(cue => [cue.startTime, cue.endTime, cue.text]))"""
        )
        listed = page.locator("#video .chapters a").all_inner_texts()
        ((first, second),) = cues
        assert (first[:2], second[:2]) == ([0, 120], [120, 1800])
        assert [text.split("\n")[-1] for text in listed] == [first[2], second[2]]


@pytest.mark.parametrize(("address", "number"), [("#t=2", 1), ("#video-2-t=3", 2)])
def test_an_address_opens_at_its_second(
    windows: Windows, films: str, address: str, number: int
) -> None:
    with windows.visiting(films) as visit:
        page = visit.open(MADE + address)
        second = float(address.rpartition("=")[2])
        until(page, f"Math.abs({FILMS}[{number - 1}].currentTime - {second}) < .1")
        assert page.evaluate(IN_SIGHT, number)
        assert page.evaluate("[...document.querySelectorAll('video')].every(film => film.paused)")


def test_a_changed_address_is_followed(windows: Windows, films: str) -> None:
    with windows.visiting(films) as visit:
        page = visit.open(MADE)
        page.evaluate("location.hash = '#t=4'")
        until(page, f"Math.abs({AT} - 4) < .1")
        page.evaluate("location.hash = '#content'")
        page.wait_for_timeout(100)
        assert abs(page.evaluate(AT) - 4) < 0.1


def test_a_chapter_plays_in_place_and_is_marked(windows: Windows, films: str) -> None:
    with windows.visiting(films) as visit:
        page = visit.open(MADE)
        assert current(page) == []
        page.locator("#video-1 .chapters a").nth(1).click()
        until(page, f"{AT} > 3.1")
        assert urlsplit(page.url)[2:] == (f"/{MADE}", "", "t=3")
        assert current(page) == ["00:03"]
        page.locator("#video-1 .chapters a").first.click()
        until(page, f"{AT} < 2 && {AT} > 0.1")
        assert (urlsplit(page.url).fragment, current(page)) == ("t=0", ["00:00"])
        page.evaluate("document.querySelector('video').currentTime = 2.9")
        until(page, f"{AT} > 3.1")
        expect(page.locator("[aria-current=true] .at")).to_have_text("00:03")


def test_a_chapter_of_a_further_video_names_it_in_the_address(windows: Windows, films: str) -> None:
    with windows.visiting(films) as visit:
        page = visit.open(MADE)
        page.locator("#video-2 .chapters a").nth(1).focus()
        page.keyboard.press("Enter")
        until(page, f"{FILMS}[1].currentTime > 3")
        assert urlsplit(page.url).fragment == "video-2-t=3"
        assert page.evaluate(AT) == 0


@pytest.mark.parametrize("by", ["address", "click"])
def test_a_chapter_beyond_the_file_says_so(windows: Windows, films: str, by: str) -> None:
    with windows.visiting(films) as visit:
        page = visit.open(REAL + ("#t=120" if by == "address" else ""))
        if by == "click":
            page.locator("#video-1 .chapters a").nth(1).click()
        note = page.locator("#video-1 [role=status]")
        expect(note).to_contain_text("00:06")
        assert page.evaluate("document.querySelector('video').paused")
        assert by == "click" or page.evaluate(IN_SIGHT, 1)
        page.locator("#video-1 .chapters a").first.click()
        until(page, f"{AT} > 0.2 && {AT} < 5")
        expect(note).to_have_text("")
        assert visit.all_complaints() == []


def test_a_film_of_more_than_an_hour_ends_at_an_hour_and_minutes(
    browser: Browser, films: str
) -> None:
    with visiting(browser, films) as visit:
        visit.page.add_init_script("""
            Object.defineProperty(HTMLMediaElement.prototype, "duration", { get: () => 3900.5 });
        """)
        page = visit.open(REAL + "#t=4000")
        expect(page.locator("#video-1 [role=status]")).to_contain_text(clock(3900))


@pytest.mark.parametrize(("place", "provider"), tuple(enumerate(HOSTS, start=3)))
def test_a_host_is_asked_after_the_click_that_names_it(
    windows: Windows, films: str, place: int, provider: VideoProvider
) -> None:
    with windows.visiting(films) as visit:
        page = visit.open(MADE)
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
        assert foreign(visit) == []
        assert page.locator("iframe").count() == 0
        button = page.locator(f"#video-{place} button")
        assert HOSTS[provider] in button.inner_text()
        page.route(f"https://{HOSTS[provider]}/**", lambda route: route.fulfill(body="there"))
        button.click()
        frame = page.locator(f"#video-{place} iframe")
        expect(frame.content_frame.locator("body")).to_have_text("there")
        assert foreign(visit) == [HOSTS[provider]]
        assert frame.get_attribute("referrerpolicy") == "no-referrer"
        assert "allow-top-navigation" not in (frame.get_attribute("sandbox") or "allow-all")
        assert "referer" not in visit.requests[-1].all_headers()
        assert page.evaluate("document.activeElement.tagName") == "IFRAME"


def test_the_player_of_bilibili_begins_where_the_address_says(windows: Windows, films: str) -> None:
    with windows.visiting(films) as visit:
        page = visit.open(MADE + "#video-3-t=120")
        assert page.evaluate(IN_SIGHT, 3)
        page.route("https://*.bilibili.com/**", lambda route: route.fulfill(body="there"))
        page.locator("#video-3 button").click()
        frame = page.locator("#video-3 iframe")
        assert (frame.get_attribute("src") or "").endswith("&autoplay=0&danmaku=0&t=120")
        page.locator("#video-3 .chapters a").first.click()
        assert (frame.get_attribute("src") or "").endswith("&danmaku=0")
        assert urlsplit(page.url)[1:] == (urlsplit(films).netloc, f"/{MADE}", "", "video-3-t=0")


def test_before_the_click_a_chapter_is_a_link_to_the_host(browser: Browser, films: str) -> None:
    with visiting(browser, films) as visit:
        page = visit.open(MADE)
        page.route("https://www.bilibili.com/**", lambda route: route.fulfill(body="there"))
        page.locator("#video-3 .chapters a").nth(1).click()
        page.wait_for_url("https://www.bilibili.com/video/BV1xx?t=120")


def test_without_scripts_everything_is_a_link(windows: Windows, films: str) -> None:
    with windows.visiting(films, WITHOUT_SCRIPTS) as visit:
        page = visit.open(MADE + "#video-2-t=3")
        assert page.locator("#video-1 video").is_visible()
        links = page.locator("#video-1 .chapters a")
        assert links.nth(1).get_attribute("href") == "../../cases/2022-d01/intro.mp4#t=3"
        for number in (3, 4, 5):
            box = page.locator(f"#video-{number}")
            assert not box.locator("button").is_visible()
            assert box.locator(".elsewhere a").is_visible()
        chapter = page.locator("[id='video-2-t=3']").bounding_box()
        assert chapter
        assert 0 <= chapter["y"] < 900


def test_captions_show_by_themselves_in_elder_mode(windows: Windows, films: str) -> None:
    shown = "[...document.querySelector('video').textTracks].map(track => [track.kind, track.mode])"
    with windows.visiting(films, ELDER) as visit:
        assert ["captions", "showing"] in visit.open(REAL).evaluate(shown)
    with windows.visiting(films) as visit:
        assert ["captions", "showing"] not in visit.open(REAL).evaluate(shown)


def test_nothing_moves_when_the_picture_comes(windows: Windows, films: str) -> None:
    measure = "document.querySelector('.screen').getBoundingClientRect().height"
    with windows.visiting(films) as visit:
        visit.page.route("**/*.mp4", lambda route: route.abort())
        visit.page.route("**/*.png", lambda route: route.abort())
        without = visit.open(REAL).evaluate(measure)
    with windows.visiting(films) as visit:
        assert visit.open(REAL).evaluate(measure) == without > 200
