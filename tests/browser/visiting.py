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
ELDER_DARK_PHONE: Final = Reader("elder-dark-phone", 375, "dark", is_elder=True)
READERS: Final = (LIGHT, DARK, PHONE, ELDER, ELDER_DARK_PHONE)
WITHOUT_SCRIPTS: Final = replace(LIGHT, name="without-scripts", has_scripts=False)

# What theme/scripts/boot.js reads before a page is painted.
_CHOOSE_ELDER: Final = "localStorage.setItem('biaogan.elder', 'on');"
_NOTE_REFUSALS: Final = """
window.refused = [];
document.addEventListener("securitypolicyviolation", event => window.refused.push(
  `${event.effectiveDirective} refused ${event.blockedURI} ${event.sourceFile || ""}`));
"""


@dataclass(slots=True)
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


@contextmanager
def visiting(browser: Browser, root: str, reader: Reader = LIGHT) -> Iterator[Visit]:
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
    # Playwright hangs an attribute on whose method it is given; a visit takes none.
    context.on("console", lambda message: visit.heard(message))
    context.on("weberror", lambda error: visit.threw(error))
    context.on("request", lambda request: visit.asked(request))
    try:
        yield visit
    finally:
        context.close()
