"""How long an editor waits: from saving a case until the reloaded page shows it.

`biaogan serve` runs in the project as for an editor, Chromium has the case's page open. The clock
starts before the file is written and stops when the edited text is read on the page.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import Error, Page, sync_playwright

from tests.bench.edits import Editor
from tests.bench.places import ENVIRONMENT
from tests.browser.visiting import launch

BODY_EDITS: Final = 7
TITLE_EDITS: Final = 5
WARM_UP: Final = 1
"""Edits before the clock counts: the first one after the start finds cold files."""
START_SECONDS: Final = 600
EDIT_SECONDS: Final = 120
LOOK_SECONDS: Final = 0.01
REST_SECONDS: Final = 1.0
"""Between two edits: the server may still be busy with what the page does not need."""


class UnseenError(Exception):
    """The server did not start, or an edit did not reach the page."""


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds until the page shows an edit."""

    first_page: float
    """From the start of the server until the page is there."""
    body: Sequence[float]
    title: Sequence[float]

    @property
    def body_median(self) -> float:
        """The middle one of the edits of the body."""
        return median(self.body)

    @property
    def title_median(self) -> float:
        """The middle one of the edits of the title."""
        return median(self.title)


def measure(folder: Path, editor: Editor) -> Latency:
    """Serve a project, edit its case and look at its page."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}/{editor.page.removesuffix('index.html')}"
    began = time.perf_counter()
    with (
        _serving(folder, port) as server,
        sync_playwright() as playwright,
        launch(playwright) as browser,
    ):
        _wait_for(address, server)
        page = browser.new_page()
        page.goto(address, wait_until="load")
        first_page = time.perf_counter() - began
        bodies = _edits(page, ".body", editor.edit_body, WARM_UP + BODY_EDITS)
        titles = _edits(page, "h1", editor.edit_title, TITLE_EDITS)
    return Latency(first_page, bodies[WARM_UP:], titles)


def _edits(page: Page, selector: str, edit: Callable[[], str], count: int) -> list[float]:
    seconds = []
    for _ in range(count):
        time.sleep(REST_SECONDS)
        began = time.perf_counter()
        wanted = edit()
        while wanted not in _shown(page, selector):
            if time.perf_counter() - began > EDIT_SECONDS:
                raise UnseenError(f"the page does not show {wanted!r} after {EDIT_SECONDS} s")
            time.sleep(LOOK_SECONDS)
        seconds.append(time.perf_counter() - began)
    return seconds


def _shown(page: Page, selector: str) -> str:
    try:
        return page.locator(selector).first.inner_text(timeout=1000 * EDIT_SECONDS)
    except Error:
        return ""  # the page was just being replaced


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def _serving(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run the server in a group of its own and end all of it."""
    with (folder / "serve.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "generator.cli", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=folder,
            env={**os.environ, **ENVIRONMENT},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield server
    finally:
        server.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            server.wait(10)
        # The group may hold processes that outlive their parent.
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until a page is there."""
    limit = time.perf_counter() + START_SECONDS
    while time.perf_counter() < limit:
        if server.poll() is not None:
            raise UnseenError(f"the server ended with status {server.returncode}")
        with suppress(OSError), urllib.request.urlopen(address, timeout=START_SECONDS) as answer:
            if answer.status == 200:
                return
        time.sleep(LOOK_SECONDS)
    raise UnseenError(f"no page at {address} after {START_SECONDS} s")
