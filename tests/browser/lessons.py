"""A small library of lessons, served under the strict policy, and what a device keeps of it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

from generator.library.captions import Captions, Cue
from generator.library.case import Case, Video
from generator.library.lifecycle import VideoProvider
from generator.pages.platform.learning import DATA
from generator.strings import text
from tests.browser.server import STRICT_POLICY, Manner, served
from tests.browser.test_video import FILMS
from tests.browser.visiting import Visit
from tests.pages import toy
from tests.pages.platform.test_learning import loading
from tests.pages.rendering import render

KEY: Final = "biaogan.learning.1"
FILM: Final = "cases/2022-d01/"
GROUP: Final = "platform/learning/methods/spc/"
COURSE: Final = "platform/learning/"
READ: Final = f"JSON.parse(localStorage.getItem('{KEY}') || '[]')"
_CAPTIONS: Final = "cases/2022/2022-d01/intro.zh.vtt"
_LINES: Final = 60


def words(key: str, **values: object) -> str:
    """Give a text of the pages."""
    return text(f"pages.platform.learning.{key}", **values)


def said(key: str, **values: object) -> str:
    """Give a text of the script."""
    return words(f"said.{key}", **values)


def entry(name: str = "2022-d01.1", **values: object) -> dict[str, object]:
    """Give what a device keeps of a video."""
    return {"v": name, "at": 750, "of": 1800, "on": "2026-11-20", "seen": False, **values}


def made_cases() -> tuple[Case, ...]:
    """Make three cases of one method: a film of ours and a hosted one, two more films."""
    here = {"title": "Here", "provider": VideoProvider.FILE, "file": "2022-d01/intro.mp4"}
    ours = Video.model_validate({**here, "captions": "2022-d01/intro.zh.vtt"})
    hosted = Video(title="There <b>", provider=VideoProvider.BILIBILI, id="BV1xx")
    known: dict[str, Any] = {"methods": ("spc",), "demonstration": True}
    return (
        toy.case("2022-d01", toy.BODY, videos=(ours, hosted), **known),
        toy.case("2022-d02", toy.BODY, videos=(Video.model_validate(here),), **known),
        toy.case("2022-d03", toy.BODY, videos=(Video.model_validate(here),), **known),
    )


def made_pages() -> Mapping[str, str]:
    """Render the pages of these cases; of the film in six seconds sixty lines are said."""
    cues = tuple(
        Cue(at / 10, (at + 1) / 10, f"line {at} {'Needle <i>' if at % 20 == 0 else 'straw'}")
        for at in range(_LINES)
    )
    cases = {case.id: case for case in made_cases()}
    library = replace(toy.library(), cases=cases, notices={})
    library = replace(library, captions={_CAPTIONS: Captions(b"", lambda: cues)})
    pages = toy.planned(library, per_page=9)
    uris = (*(f"cases/{case_id}/" for case_id in cases), GROUP, DATA)
    return {f"/{uri}": render(pages[uri], loading("learning")) for uri in uris}


@contextmanager
def lessons_served(folder: Path) -> Iterator[str]:
    """Serve the made pages in the place of the real site's."""
    manner = Manner({"Content-Security-Policy": STRICT_POLICY}, made=made_pages())
    with served(folder, manner) as address:
        yield address


def kept(page: Page) -> list[dict[str, Any]]:
    """Give what the device keeps."""
    found: list[dict[str, Any]] = page.evaluate(READ)
    return found


def opened(visit: Visit, path: str, *entries: object) -> Page:
    """Open a page on a device that remembers."""
    page = visit.open(path)
    page.evaluate(f"localStorage.setItem('{KEY}', {json.dumps(json.dumps(entries))})")
    page.reload(wait_until="load")
    return page


def play(page: Page, start: float = 0) -> None:
    """Play the first film from a second on."""
    page.evaluate(f"{FILMS}[0].currentTime = {start}; {FILMS}[0].play()")
