"""What a first visit fetches, counted as a host that compresses sends it."""

import gzip
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.browser.visiting import PHONE, visiting

pytestmark = pytest.mark.needs("chromium")

MOST_BYTES: Final = 100_000
APART: Final = frozenset({"image", "media"})
"""Pictures and videos are the content's own weight."""


@pytest.mark.parametrize(
    "path", ["", "cases/2022-d01/", "cases/", "notices/2022-06-14-wuhan-call/", "statistics/"]
)
def test_a_first_visit_is_light(browser: Browser, site: str, path: str) -> None:
    with visiting(browser, site, PHONE) as visit:
        visit.open(path).wait_for_load_state("networkidle")
        answers = [request.response() for request in visit.requests]
        fetched = {
            answer.url.removeprefix(site): len(gzip.compress(answer.body(), 6))
            for answer in answers
            if answer and answer.request.resource_type not in APART
        }
    assert {path, "assets/boot.js", "assets/biaogan.js", "assets/biaogan.css"} <= {
        url.partition("?")[0] for url in fetched
    }
    assert sum(fetched.values()) <= MOST_BYTES, fetched
