"""Ask axe-core what is wrong on a page; test_pages_open.py asks it about every kind of page."""

from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.server import Manner, served
from tests.browser.visiting import visiting
from tests.conftest import NODE_MODULES

pytestmark = pytest.mark.needs("chromium", "npm:axe-core")


@cache
def axe() -> str:
    return (NODE_MODULES / "axe-core/axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Give rule, place and reason of everything that axe finds, its best practices too."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())  # as the developer's tools do: the page's policy stays as it is
    found: list[dict[str, Any]] = page.evaluate(
        "axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)"
    )
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def test_axe_finds_what_is_wrong(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    wrong = (
        "<!doctype html><html><head><title>x</title></head><body><main><h1>x</h1>"
        '<p style="color:#aaa;background:#fff">pale</p><img src="data:,"></main></body></html>'
    )
    made = Manner(made={"/": wrong})
    with (
        served(tmp_path_factory.mktemp("empty"), made) as address,
        visiting(browser, address) as visit,
    ):
        found = violations(visit.open(""))
    assert {line.split(":")[0] for line in found} == {
        "color-contrast",
        "html-has-lang",
        "image-alt",
    }
