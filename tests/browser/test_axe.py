"""axe-core finds nothing on any kind of page, for any kind of reader."""

from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import KINDS, Kind
from tests.browser.server import Manner, served
from tests.browser.visiting import LIGHT, READERS, Reader, visiting
from tests.conftest import NODE_MODULES

pytestmark = pytest.mark.needs("chromium", "npm:axe-core")


@cache
def axe() -> str:
    return (NODE_MODULES / "axe-core/axe.min.js").read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """Give rule, place and reason of everything that axe finds, its best practices too."""
    page.evaluate(axe())  # as the developer's tools do, so the page's own policy stays as it is
    found: list[dict[str, Any]] = page.evaluate(
        "axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)"
    )
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.parametrize("reader", READERS, ids=str)
def test_axe_finds_nothing(browser: Browser, site: str, kind: Kind, reader: Reader) -> None:
    with visiting(browser, site, reader) as visit:
        page = visit.open(kind.path)
        assert page.evaluate("document.documentElement.hasAttribute('data-elder')") is (
            reader.is_elder
        )
        found = violations(page)
    assert not found, "\n".join(found)


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
        visiting(browser, address, LIGHT) as visit,
    ):
        found = violations(visit.open(""))
    assert {line.split(":")[0] for line in found} == {
        "color-contrast",
        "html-has-lang",
        "image-alt",
    }
