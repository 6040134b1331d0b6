"""The discussion as tests meet it: a small site that names a server, and the real server.

That is @waline/vercel from npm. Only where it keeps the comments is ours, see discussion_server.js.
"""

import json
import shutil
import socket
import subprocess
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Dialog, Locator, Page, expect

from tests.browser.server import Manner, served
from tests.browser.visiting import Visit
from tests.conftest import NODE_MODULES
from tests.once import once
from tests.site.tools import ROOT, build, copy_toy

CLIENT: Final = ROOT / "build/node/vendor/node_modules/@waline/client/package.json"
"""What scripts/node-packages.sh puts there for `discussion`."""
NEEDS: Final = ("chromium", "node", "npm:@waline/vercel", str(CLIENT))
PROGRAM: Final = Path(__file__).with_name("discussion_server.js")
CASE: Final = "2022-001"
PATH: Final = f"cases/{CASE}/"


def free_port() -> int:
    """Give a port that nobody listens to."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Server:
    """The server of the discussion, which may not run."""

    port: int = field(default_factory=free_port)

    @property
    def host(self) -> str:
        """Give its name as pages say it."""
        return f"127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        """Give its address as mkdocs.yml names it."""
        return f"http://{self.host}"

    @contextmanager
    def running(self, **environment: str) -> Iterator[None]:
        """Run it, with its comments in memory."""
        node = shutil.which("node") or "node"
        with subprocess.Popen(
            [node, PROGRAM, NODE_MODULES, str(self.port)],
            env={"PATH": str(Path(node).parent), **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            assert process.stdout is not None
            said = []
            for line in process.stdout:
                said.append(line)
                if line == f"port {self.port}\n":
                    break
            else:
                raise AssertionError("".join(said))
            try:
                yield
            finally:
                process.kill()

    def post(self, case: str, comment: str, **more: str) -> dict[str, Any]:
        """Write a comment as a program would, past every page."""
        data = {"nick": "program", "url": case, "comment": comment, **more}
        asked = urllib.request.Request(
            f"{self.address}/api/comment?lang=zh-CN",
            json.dumps(data).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(asked, timeout=20) as answer:
            found: dict[str, Any] = json.load(answer)
        return found


NOWHERE: Final = Server(9)
"""The one that a site names which serves several; nobody listens at port 9."""


def discussed_site(folder: Path, address: str) -> Path:
    """Build the toy library with a discussion on a server."""
    return build(discussed_project(folder / "project", address), folder / "site")


def discussed_project(folder: Path, address: str) -> Path:
    """Make the toy library with a discussion on a server a project of its own."""
    project = copy_toy(folder)
    path = project / "mkdocs.yml"
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    config["plugins"][0]["biaogan"]["discussion"] = address
    path.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return project


@pytest.fixture(scope="session")
def discussion() -> Iterator[Server]:
    """Give the real server; tests write below different cases."""
    one = Server()
    with one.running():
        yield one


@pytest.fixture(scope="session")
def discussed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site with a discussion, built by the first of the processes that needs it.

    Nobody listens where it says that its server is: each process serves it with its own.
    """
    folder = once(tmp_path_factory, "discussed", lambda root: discussed_site(root, NOWHERE.address))
    return folder / "site"


@pytest.fixture(scope="session")
def discussed(discussion: Server, discussed_folder: Path) -> Iterator[str]:
    """Give the address of a site with a discussion on that server."""
    with served(discussed_folder, naming(discussed_folder, discussion)) as address:
        yield address


def naming(folder: Path, server: Server) -> Manner:
    """Give every page of the site that names its server with another one."""
    made = {}
    for path in folder.rglob("index.html"):
        html = path.read_text(encoding="utf-8")
        if NOWHERE.host in html:
            place = path.parent.relative_to(folder).as_posix()
            made[f"/{place}/"] = html.replace(NOWHERE.host, server.host)
    assert f"/{PATH}" in made
    return Manner(made=made)


def block(page: Page) -> Locator:
    """Give the discussion of a page."""
    return page.locator("#discussion")


def said(page: Page) -> Locator:
    """Give what the discussion says of itself."""
    return block(page).locator(".said")


def comments(page: Page) -> Locator:
    """Give the comments that are shown."""
    return block(page).locator(".wl-card .wl-content")


def open_discussion(page: Page) -> Locator:
    """Click, and wait for the comments."""
    block(page).locator(".open").click()
    expect(block(page)).to_have_attribute("data-state", "listed")
    return block(page)


def write(page: Page, comment: str, nick: str = "reader") -> None:
    """Write a comment and submit it."""
    block(page).locator("#wl-nick").fill(nick)
    block(page).locator(".wl-editor").fill(comment)
    block(page).get_by_role("button", name="提交").click()


def asked_of_others(visit: Visit) -> list[str]:
    """Give the addresses of other hosts that were asked."""
    return [one.url for one in visit.requests if not one.url.startswith(visit.root)]


def hosts(urls: Iterable[str]) -> set[str]:
    """Give the hosts of addresses."""
    return {urlsplit(url).netloc for url in urls}


def complaints(visit: Visit, server: Server) -> list[str]:
    """Give what there is to complain about, but for what is asked of the discussion's server."""
    asked = f"asked another host: {server.address}/api/"
    return [one for one in visit.all_complaints() if not one.startswith(asked)]


@contextmanager
def dialogs(page: Page) -> Iterator[list[str]]:
    """Give what the page says in dialogs, and close them."""
    heard: list[str] = []

    def close(dialog: Dialog) -> None:
        heard.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", close)
    yield heard
    page.remove_listener("dialog", close)
