"""A preview of a library of its own, running in this process, and how to talk to it."""

import http.client
import json
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from generator.cli.serve_project import load_project
from generator.serving.making import Maker, SiteMaker
from generator.serving.one_case import CaseMaker, path_of
from generator.serving.preview import Address, previewing
from generator.serving.problems import Problem
from generator.serving.project import Project
from generator.serving.snapshot import Snapshot

Value = TypeVar("Value")

PATIENCE = 40.0
CASE = "cases/2020/2020-001.md"
"""An approved case of the toy library."""
DRAFT = "cases/2022/2022-004.md"
IN_PUBLICITY = "cases/2022/2022-003.md"


@dataclass
class Heard:
    """What the terminal would say."""

    shown_first: list[int] = field(default_factory=list)
    changes: list[frozenset[str]] = field(default_factory=list)
    problems: list[tuple[Problem, ...]] = field(default_factory=list)

    def shown(self, snapshot: Snapshot, changed: Collection[Path], _seconds: float) -> None:
        if changed:
            self.changes.append(frozenset(path.name for path in changed))
        else:
            self.shown_first.append(len(snapshot.pages))

    def refused(self, problems: tuple[Problem, ...], *, is_first: bool) -> None:
        assert is_first is not bool(self.shown_first)
        self.problems.append(problems)


@dataclass(frozen=True)
class Reply:
    status: int
    headers: http.client.HTTPMessage = field(repr=False)
    data: bytes = field(repr=False)

    @property
    def text(self) -> str:
        return self.data.decode("utf-8")


@dataclass(frozen=True)
class Running:
    """A preview that runs."""

    root: Path
    port: int
    heard: Heard

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            reply = connection.getresponse()
            return Reply(reply.status, reply.headers, reply.read())
        finally:
            connection.close()

    def changes(self, since: str = "") -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.ask(f"/.biaogan/changes?since={since}").text)
        return told

    def until(self, path: str, is_right: Callable[[Reply], bool]) -> Reply:
        """Ask until the answer is right."""
        return until(lambda: self.ask(path), is_right)

    def ready(self) -> "Running":
        until(lambda: self.heard.shown_first, bool)
        return self

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def append(self, path: str, line: str) -> None:
        file = self.root / path
        file.write_text(f"{file.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")


def until(look: Callable[[], Value], is_right: Callable[[Value], bool]) -> Value:
    """Look until it is right; fail when it never is."""
    deadline = time.monotonic() + PATIENCE
    while not is_right(seen := look()):
        assert time.monotonic() < deadline, seen
        time.sleep(0.02)
    return seen


def project_at(root: Path) -> Project:
    return load_project(str(root / "mkdocs.yml"))


def maker_at(root: Path, *, only: str = "", with_drafts: bool = False) -> Maker:
    load, project = partial(project_at, root), project_at(root)
    if only:
        return CaseMaker(load, project, path_of(only, project))
    return SiteMaker(load, project, with_drafts=with_drafts)


@contextmanager
def running(
    root: Path, maker: Maker | None = None, *, with_search: bool = False
) -> Iterator[Running]:
    """Run a preview while the block runs."""
    heard = Heard()
    address = Address("127.0.0.1", 0)
    with previewing(maker or maker_at(root), address, heard, with_search=with_search) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield Running(root, server.server_port, heard)
        finally:
            server.shutdown()
            thread.join()
