"""One server for all tests of a process; the browser is that of tests/conftest.py."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.discussing import discussed, discussed_folder, discussion
from tests.browser.server import STRICT_POLICY, Manner, served
from tests.browser.visiting import Windows
from tests.site.conftest import real_site

__all__ = ["discussed", "discussed_folder", "discussion", "real_site"]


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Windows]:
    """Give windows for tests that only look; others open one of their own with `visiting`."""
    kept = Windows(browser)
    yield kept
    kept.close()


@pytest.fixture(scope="session")
def site(real_site: Path) -> Iterator[str]:
    """Give the address of the real site, served as a plain host serves files."""
    with served(real_site) as address:
        yield address


@pytest.fixture(scope="session")
def guarded_site(real_site: Path) -> Iterator[str]:
    """Give the address of the real site, served with the strict policy in every header."""
    with served(real_site, Manner({"Content-Security-Policy": STRICT_POLICY})) as address:
        yield address
