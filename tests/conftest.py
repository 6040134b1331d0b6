"""What all tests share: needs of the system, and that in CI nothing is skipped."""

import faulthandler
import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

# Two busy cores: how long one example takes says nothing about it.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATIENCE = 240.0
"""Seconds that no test needs."""
IN_CI = os.environ.get("CI", "") not in ("", "0", "false")
FONTS = Path(sys.prefix) / "share/fonts"
"""Where scripts/fonts.sh puts the fonts of official documents."""
NODE_MODULES = Path(__file__).resolve().parent.parent / "build/node/tools/node_modules"
"""Where scripts/node-packages.sh puts the npm packages of tests/tools."""


def is_there(need: str) -> bool:
    """Tell whether a command, a file, `npm:axe-core` or `font:FandolFang` is installed."""
    font = need.removeprefix("font:")
    if font != need:
        return (FONTS / f"{font}-Regular.otf").is_file()
    package = need.removeprefix("npm:")
    if package != need:
        return (NODE_MODULES / package).is_dir()
    if need.startswith("/"):
        return Path(need).is_file()
    return shutil.which(need) is not None


@pytest.hookimpl(tryfirst=True)
def pytest_collection() -> None:
    """Look for no garbage while modules and tests are read: nearly all of that stays."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Look for garbage again."""
    gc.enable()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked `needs("chromium", "npm:axe-core")` where one is missing; in CI fail."""
    wanted = [need for marker in item.iter_markers("needs") for need in marker.args]
    missing = [need for need in wanted if not is_there(need)]
    if missing and IN_CI:
        pytest.fail(f"missing in CI: {', '.join(missing)}", pytrace=False)
    if missing:
        pytest.skip(f"needs {', '.join(missing)}; `make test` names the package to install")


def _skipped(config: pytest.Config) -> int:
    reporter = config.pluginmanager.getplugin("terminalreporter")
    return len(reporter.stats.get("skipped", ())) if reporter else 0


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run in CI when a test was skipped, for whatever reason."""
    is_worker = hasattr(session.config, "workerinput")
    if IN_CI and not is_worker and session.exitstatus == 0 and _skipped(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why a run without failures failed."""
    if IN_CI and _skipped(terminalreporter.config):
        terminalreporter.write_line("CI=true: a skipped test fails the run", red=True)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Give the system's Chromium: one of a process, for Playwright allows no second."""
    # Here: most tests need none.
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    from tests.browser.visiting import launch  # noqa: PLC0415

    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """Collect garbage again: a build in this process has stopped that, for a build ends soon."""
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    """End a test that hangs, with the place at which it hangs: it must not stop all others."""
    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()
