"""Open pages in Debian's Chromium as different readers would, and note what the browser says."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Final, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, WebError

ARGUMENTS: Final = (
    "--no-sandbox",  # Chromium's own sandbox refuses to run as root
    "--disable-dev-shm-usage",
    # Whatever a page asks of another host fails here, on this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
HEIGHT: Final = 900
WAIT_MILLISECONDS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Reader:
    """Someone who looks at the site: how wide the window is, and what was chosen."""

    name: str
    width: int = 1280
    scheme: Literal["light", "dark"] = "light"
    is_elder: bool = False
    """Has 长者模式 switched on."""
    has_scripts: bool = True

    def __str__(self) -> str:
        """Name it in the tests' names."""
        return self.name


LIGHT: Final = Reader("light")
DARK: Final = Reader("dark", scheme="dark")
PHONE: Final = Reader("phone", width=375)
ELDER: Final = Reader("elder", is_elder=True)
READERS: Final = (LIGHT, DARK, PHONE, ELDER)
WITHOUT_SCRIPTS: Final = replace(LIGHT, name="without-scripts", has_scripts=False)

# What theme/scripts/boot.js reads before a page is painted.
_CHOOSE_ELDER: Final = "localStorage.setItem('biaogan.elder', 'on');"
_SWITCH_ELDER: Final = """
() => {
  const button = document.querySelector("[data-switch=elder]");
  if (button) button.click();
}
"""
_IS_ELDER: Final = "document.documentElement.hasAttribute('data-elder')"
_LOAD_ALL: Final = """
async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
}
"""
_NOTE_REFUSALS: Final = """
window.refused = [];
document.addEventListener("securitypolicyviolation", event => window.refused.push(
  `${event.effectiveDirective} refused ${event.blockedURI} ${event.sourceFile || ""}`));
"""


@dataclass
class Visit:
    """An open page and what happened on it since."""

    page: Page
    root: str
    """The site's address; requests to any other host are complained about."""
    complaints: list[str] = field(default_factory=list)
    """What the console said, what scripts threw, what was refused and which hosts were asked."""
    requests: list[Request] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the site and wait until all of it is there."""
        self.page.goto(self.root + path, wait_until="load")
        return self.page

    def open_whole(self, path: str) -> Page:
        """Go to a page and wait for the pictures far below too, which come when one scrolls."""
        self.open(path).evaluate(_LOAD_ALL)
        return self.page

    def become(self, reader: Reader) -> Page:
        """Show the open page to another reader, who presses the switch of 长者模式.

        The page is loaded again only where it has none.
        """
        self.page.set_viewport_size({"width": reader.width, "height": HEIGHT})
        self.page.emulate_media(color_scheme=reader.scheme)
        if self.page.evaluate(_IS_ELDER) is not reader.is_elder:
            self.page.evaluate(_SWITCH_ELDER)
        if self.page.evaluate(_IS_ELDER) is not reader.is_elder:
            self.page.evaluate(_CHOOSE_ELDER if reader.is_elder else "localStorage.clear()")
            self.page.reload(wait_until="load")
            assert self.page.evaluate(_IS_ELDER) is reader.is_elder, "the choice is not kept"
        self.page.evaluate("new Promise(requestAnimationFrame)")
        return self.page

    def leave(self, reader: Reader) -> None:
        """Make the window as it was for its reader before the visit."""
        self.page.evaluate("localStorage.clear()")
        self.page.goto("about:blank")
        self.page.unroute_all()
        self.page.set_viewport_size({"width": reader.width, "height": HEIGHT})
        self.page.emulate_media(media="null", color_scheme=reader.scheme)
        self.complaints.clear()
        self.requests.clear()

    def all_complaints(self) -> Sequence[str]:
        """Give every complaint, those of the page's security policy too."""
        return [*self.complaints, *self.page.evaluate("window.refused || []")]

    def heard(self, message: ConsoleMessage) -> None:
        """Note what the console says."""
        if message.type in ("error", "warning", "assert"):
            self.complaints.append(f"console {message.type}: {message.text}")

    def threw(self, error: WebError) -> None:
        """Note what a script threw and nobody caught."""
        self.complaints.append(f"error: {error.error}")

    def asked(self, request: Request) -> None:
        """Note what the page asked for."""
        self.requests.append(request)
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and not request.url.startswith(self.root):
            self.complaints.append(f"asked another host: {request.url}")


def launch(playwright: Playwright) -> Browser:
    """Start the system's Chromium; never a browser of Playwright's own."""
    return playwright.chromium.launch(
        executable_path=shutil.which("chromium"), args=list(ARGUMENTS)
    )


def opened(browser: Browser, root: str, reader: Reader) -> Visit:
    """Open an empty window as a reader, with nothing stored by others."""
    context = browser.new_context(
        viewport={"width": reader.width, "height": HEIGHT},
        color_scheme=reader.scheme,
        java_script_enabled=reader.has_scripts,
        reduced_motion="reduce",
        locale="zh-CN",
        timezone_id="Asia/Shanghai",
    )
    context.set_default_timeout(WAIT_MILLISECONDS)
    context.add_init_script(_NOTE_REFUSALS + (_CHOOSE_ELDER if reader.is_elder else ""))
    visit = Visit(context.new_page(), root)
    context.on("console", visit.heard)
    context.on("weberror", visit.threw)
    context.on("request", visit.asked)
    return visit


@contextmanager
def visiting(browser: Browser, root: str, reader: Reader = LIGHT) -> Iterator[Visit]:
    """Give a new window to a test that leaves something behind, such as a choice or a script."""
    visit = opened(browser, root, reader)
    try:
        yield visit
    finally:
        visit.page.context.close()


class Windows:
    """Windows that stay open from test to test: a quarter of the work of opening new ones.

    A reader's window serves all sites: a site knows no more of another than of one never opened.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[Reader, list[Visit]] = {}

    @contextmanager
    def visiting(self, root: str, reader: Reader = LIGHT) -> Iterator[Visit]:
        """Give the window of a reader, for tests that look at pages and change nothing else."""
        kept = self._kept.setdefault(reader, [])
        visit = kept.pop() if kept else opened(self._browser, root, reader)
        visit.root = root
        yield visit
        # Reached only when the test passed: a window where one failed is not used again.
        visit.leave(reader)
        kept.append(visit)

    def close(self) -> None:
        """Close the windows that are kept."""
        for visit in (one for kept in self._kept.values() for one in kept):
            visit.page.context.close()
