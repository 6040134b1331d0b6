"""Learning in Chromium: what is watched is remembered on the device, and nothing is sent."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.lessons import (
    COURSE,
    FILM,
    GROUP,
    KEY,
    READ,
    entry,
    kept,
    lessons_served,
    opened,
    play,
    said,
    words,
)
from tests.browser.test_axe import violations
from tests.browser.test_video import AT, FILMS, IN_SIGHT, until
from tests.browser.visiting import READERS, WITHOUT_SCRIPTS, Windows, visiting

pytestmark = pytest.mark.needs("chromium")

MOST_BYTES: Final = 15 * 1024
NO_STORAGE: Final = (
    "Storage.prototype.setItem = () => { throw new Error('full'); };",
    "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }});",
)


@pytest.fixture(scope="module")
def made(real_site: Path) -> Iterator[str]:
    with lessons_served(real_site) as address:
        yield address


def test_what_was_watched_is_offered_again_and_never_starts_by_itself(
    windows: Windows, made: str
) -> None:
    with windows.visiting(made) as visit:
        page = visit.open(FILM)
        assert page.locator(".resume").count() == 0
        play(page, 3.2)
        until(page, f"{AT} > 3.6")
        page.evaluate(f"{FILMS}[0].pause()")
        until(page, f"{READ}.length === 1")
        (held,) = kept(page)
        assert (held["v"], held["at"], held["of"], held["seen"]) == ("2022-d01.1", 3, 6, False)
        page.reload()
        line = page.locator("#video-1 .resume")
        expect(line).to_contain_text(words("stopped", at="00:03", day=held["on"]))
        page.wait_for_timeout(200)
        assert page.evaluate(f"{FILMS}[0].paused && {AT} === 0")
        line.get_by_role("button", name=words("resume", at="00:03")).focus()
        page.keyboard.press("Enter")
        until(page, f"{AT} > 3.1 && !{FILMS}[0].paused")
        expect(line).to_have_count(0)
        assert page.evaluate("document.activeElement.tagName") == "VIDEO"
        assert visit.all_complaints() == []


def test_an_address_that_names_a_second_wins(windows: Windows, made: str) -> None:
    with windows.visiting(made) as visit:
        page = opened(visit, f"{FILM}#t=2", entry(at=4, of=6))
        until(page, f"Math.abs({AT} - 2) < .1")
        assert page.locator(".resume").count() == 0
        assert page.evaluate(IN_SIGHT, 1)


def test_a_video_watched_to_its_end_was_seen(windows: Windows, made: str) -> None:
    with windows.visiting(made) as visit:
        page = opened(visit, FILM, entry("2022-d02.1"))
        play(page, 5)
        until(page, f"{FILMS}[0].ended")
        until(page, f"{READ}[0].seen && {READ}[0].at === 6")
        assert [one["v"] for one in kept(page)] == ["2022-d01.1", "2022-d02.1"]
        page = visit.open(GROUP)
        line = page.locator("[data-lesson='2022-d01.1'] .come")
        expect(line).to_have_text(said("seen", day=kept(page)[0]["on"]))
        expect(page.locator("[data-group]")).to_have_text(said("group", seen=1, count=4))


def test_a_click_beyond_the_end_is_not_watching(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(FILM)
        play(page)
        until(page, f"{AT} > 0.3")
        page.locator("#video-1 .chapters a").nth(1).click()
        expect(page.locator("#video-1 .beyond")).to_contain_text("00:06")
        page.wait_for_timeout(300)
        assert not any(one["seen"] for one in kept(page))


def test_no_more_than_two_hundred_are_kept_and_the_oldest_go(windows: Windows, made: str) -> None:
    with windows.visiting(made) as visit:
        page = opened(visit, FILM, *(entry(f"2021-{at:03}.1") for at in range(300)))
        play(page)
        until(page, f"{READ}[0].v === '2022-d01.1'")
        names = [one["v"] for one in kept(page)]
        assert (len(names), names[1], names[-1]) == (200, "2021-000.1", "2021-198.1")


def test_what_was_not_seen_comes_first_among_the_next(windows: Windows, made: str) -> None:
    order = "[...document.querySelectorAll('[data-lesson]')].map(one => one.dataset.lesson)"
    with windows.visiting(made) as visit:
        page = visit.open(FILM)
        first, second = page.evaluate(order)
        page = opened(visit, FILM, entry(first, seen=True), entry("constructor.1", seen=True))
        assert page.evaluate(order) == [second, first]
        expect(page.locator(".mark.seen")).to_have_count(1)


def test_where_one_stopped_one_goes_on(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        foreign = entry("2099-001.1"), entry("2020-d01.1", seen=True), entry("2022-d01.9")
        page = opened(visit, COURSE, entry(), *foreign)
        list_ = page.locator(".going li")
        expect(list_).to_have_count(1)
        expect(list_).to_contain_text(said("at", at="12:30", of="30:00", day="2026-11-20"))
        expect(page.locator("[data-progress]")).to_have_text(
            said("progress", count=2, seen=1, going=1)
        )
        expect(page.locator("[data-lesson='2022-d01.1'] progress")).to_have_attribute(
            "value", "750"
        )
        link = list_.get_by_role("link", name=said("continue", at="12:30"))
        assert link.get_attribute("href") == "../../cases/2022-d01/#t=750"
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site}{FILM}#t=750")
        page.go_back()
        expect(list_).to_have_count(1)


def test_the_record_is_cleared_after_a_question(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        page = opened(visit, COURSE, entry())
        button = page.get_by_role("button", name=words("wipe"))
        page.once("dialog", lambda dialog: dialog.dismiss())
        button.click()
        assert len(kept(page)) == 1
        page.once("dialog", lambda dialog: dialog.accept())
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-notice]")).to_have_text(said("cleared"))
        expect(page.locator(".going")).to_be_hidden()
        expect(page.locator("[data-lesson] progress")).to_have_count(0)
        assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


def test_a_hosted_video_is_marked_by_hand(windows: Windows, made: str) -> None:
    with windows.visiting(made) as visit:
        page = visit.open(GROUP)
        assert page.locator("[data-lesson] button").count() == 1
        line = page.locator("[data-lesson='2022-d01.2']")
        line.get_by_role("button", name=said("mark")).focus()
        page.keyboard.press("Enter")
        expect(page.locator("[data-group]")).to_have_text(said("group", seen=1, count=4))
        page.reload()
        expect(line.locator(".done")).to_be_visible()
        button = line.get_by_role("button", name=said("unmark"))
        button.click()
        expect(line.get_by_role("button", name=said("mark"))).to_be_focused()
        assert kept(page) == []
        assert visit.all_complaints() == []


@pytest.mark.parametrize(
    "value",
    [
        "<img src=x onerror=alert(1)>",
        '{"length": 1}',
        "[" * 30_000,
        "x" * 100_000,
        json.dumps([None, 1, "x", [], {}, entry(at=-1), entry(of="9"), entry(seen=1)]),
        json.dumps([entry("../../x.1"), entry("__proto__.1"), entry(on="<b>"), entry(at=1e300)]),
    ],
    ids=lambda value: value[:9],
)
def test_hostile_values_do_no_harm_and_are_said(windows: Windows, site: str, value: str) -> None:
    with windows.visiting(site) as visit:
        page = visit.open(COURSE)
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
        page.reload()
        expect(page.locator("[data-notice]")).to_have_text(said("damaged"))
        assert page.locator("main img, main progress").count() == 0
        page = visit.open(FILM)
        assert page.locator(".resume").count() == 0
        assert visit.all_complaints() == []


@pytest.mark.parametrize("script", NO_STORAGE, ids=["full", "forbidden"])
def test_without_storage_the_film_plays_and_it_is_said(
    browser: Browser, made: str, script: str
) -> None:
    with visiting(browser, made) as visit:
        visit.page.add_init_script(script)
        page = visit.open(FILM)
        play(page)
        expect(page.locator(".onward [role=status]")).to_have_text(words("unkept"))
        until(page, f"{AT} > 0.5")
        page = visit.open(GROUP)
        page.get_by_role("button", name=said("mark")).click()
        expect(page.locator("[data-notice]")).to_have_text(said("refused"))
        assert visit.all_complaints() == []


def test_pages_ask_for_no_more_than_they_need(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        visit.open("cases/2022-d02/")
        assert not [one.url for one in visit.requests if "service-learning" in one.url]
        visit.open(COURSE)
        assert [one.url for one in visit.requests if "service-learning" in one.url]
        assert not [one.url for one in visit.requests if "lessons.json" in one.url]
        assert all(one.url.startswith(site) for one in visit.requests)


def test_a_list_that_cannot_be_read_is_said(windows: Windows, site: str) -> None:
    with windows.visiting(site) as visit:
        visit.page.route("**/lessons.json", lambda route: route.fulfill(body="<html>"))
        page = opened(visit, COURSE, entry())
        expect(page.locator("[data-notice]")).to_have_text(said("failed"))
        expect(page.locator("[data-lesson='2022-d01.1'] progress")).to_be_visible()


def test_without_scripts_everything_is_a_link(windows: Windows, site: str) -> None:
    with windows.visiting(site, WITHOUT_SCRIPTS) as visit:
        page = visit.open(FILM)
        expect(page.locator(".seek")).to_be_hidden()
        href = page.locator(".cues a.at").first.get_attribute("href")
        assert href == "../../cases/2022-d01/intro.mp4#t=0"
        page = visit.open(COURSE)
        assert words("no_script") in page.locator("main").inner_text()
        expect(page.get_by_role("button", name=words("wipe"))).to_be_hidden()
        page.locator(".ways").get_by_role("link").nth(1).click()
        page.locator(".group h2 a").first.click()
        assert page.url.startswith(f"{site}{COURSE}methods/")
        expect(page.locator(".films .chapters a").first).to_be_visible()


@pytest.mark.needs("npm:axe-core")
@pytest.mark.parametrize("path", [FILM, GROUP])
def test_axe_finds_nothing(windows: Windows, made: str, path: str) -> None:
    found = []
    with windows.visiting(made) as visit:
        opened(visit, path, entry(at=4, of=6), entry("2022-d02.1", seen=True))
        for reader in READERS:
            page = visit.become(reader)
            if path == FILM:
                expect(page.locator(".resume")).to_have_count(1)
                page.locator(".seek input").fill("needle")
                page.evaluate(f"{FILMS}[0].currentTime = 3")
                expect(page.locator(".cues [aria-current]")).to_have_count(1)
            else:
                expect(page.locator(".come progress")).to_have_count(1)
            found += [f"{reader}: {violation}" for violation in violations(page)]
    assert not found, "\n".join(found)


def test_its_script_is_small(real_site: Path) -> None:
    script = (real_site / "assets/service-learning.js").read_bytes()
    assert len(gzip.compress(script)) <= MOST_BYTES
