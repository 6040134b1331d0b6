"""The engines that are compared: how each is given the cases, built and asked."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.measure import Output, output_of
from tests.bench.search import ours, pagefind_peer
from tests.bench.search.browser import PAGE
from tests.bench.search.pagefind_peer import NODE, PROGRAM

PAGES: Final = Path(__file__).with_name("pages")
_PYTHON: Final = (sys.executable, "-m")
_MINISEARCH: Final = NODE / "minisearch/dist"
_UNUSED: Final = ("-ui.", "highlight")
"""Parts of Pagefind's output that draw; no search needs them."""


class UnavailableError(Exception):
    """What an engine needs is not on this machine."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A search engine."""

    name: str
    shown: str
    build: Callable[[Path], tuple[str, ...]]
    """The command that is measured, for a working folder."""
    prepare: Callable[[Path], None]
    """Before: give it the cases in its own form. Not measured."""
    finish: Callable[[Path], None]
    """After: what a browser needs beside the index. Not measured."""
    ask: Callable[[Path], tuple[str, ...]]
    most_cases: int
    """It is left out above this unless asked for."""


def output(engine: Engine, work: Path) -> Output:
    """Count what an engine's build wrote."""
    if engine.name == "ours":
        return ours.output(work)
    for path in (work / engine.name / "pagefind").glob("*"):
        if any(mark in path.name for mark in _UNUSED):
            path.unlink()
    places = {"pagefind": "pagefind/pagefind", "minisearch": "minisearch/index"}
    return output_of(work / places.get(engine.name, engine.name))


def _page(site: Path, *scripts: str, kind: str = "defer") -> None:
    site.mkdir(parents=True, exist_ok=True)
    tags = "".join(f'<script {kind} src="{name}"></script>' for name in scripts)
    html = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>bench</title>{tags}'
    (site / PAGE).write_text(html + "</html>\n", encoding="utf-8")


def _prepare_ours(work: Path) -> None:
    ours.plan(work)


def _finish_ours(work: Path) -> None:
    ours.page(work)
    _page(work / "ours", "finder.js")


def _prepare_pagefind(work: Path) -> None:
    if not PROGRAM.exists():
        raise UnavailableError(f"{PROGRAM} is missing")
    pagefind_peer.write_pages(work, work / "pagefind")


def _finish_pagefind(work: Path) -> None:
    shutil.copy(PAGES / "pagefind.js", work / "pagefind/bench.js")
    _page(work / "pagefind", "bench.js", kind='type="module"')


def _prepare_minisearch(work: Path) -> None:
    if not _MINISEARCH.exists():
        raise UnavailableError(f"{_MINISEARCH} is missing")
    if not shutil.which("node"):
        raise UnavailableError("node is missing")
    (work / "minisearch/index").mkdir(parents=True)


def _finish_minisearch(work: Path) -> None:
    site = work / "minisearch"
    shutil.copy(_MINISEARCH / "umd/index.js", site / "engine.js")
    for name in ("pairs.js", "minisearch.js"):
        shutil.copy(PAGES / name, site / name)
    _page(site, "engine.js", "pairs.js", "minisearch.js")


def _nothing(work: Path) -> None:
    assert work.is_dir()


def _in_browser(name: str) -> Callable[[Path], tuple[str, ...]]:
    return lambda work: (*_PYTHON, "tests.bench.search.browser", str(work), name)


ENGINES: Final = (
    Engine(
        name="ours",
        shown="ours",
        build=lambda work: (*_PYTHON, "tests.bench.search.ours", "index", str(work)),
        prepare=_prepare_ours,
        finish=_finish_ours,
        ask=_in_browser("ours"),
        most_cases=1_000_000,
    ),
    Engine(
        name="pagefind",
        shown="Pagefind",
        build=lambda work: (str(PROGRAM), "--site", str(work / "pagefind"), "--quiet"),
        prepare=_prepare_pagefind,
        finish=_finish_pagefind,
        ask=_in_browser("pagefind"),
        most_cases=2_000,
    ),
    Engine(
        name="minisearch",
        shown="MiniSearch",
        build=lambda work: (
            *("node", "--max-old-space-size=16000", str(PAGES / "minisearch_build.js")),
            *(str(_MINISEARCH / "cjs/index.cjs"), str(work / "folded")),
            str(work / "minisearch/index/index.json"),
        ),
        prepare=_prepare_minisearch,
        finish=_finish_minisearch,
        ask=_in_browser("minisearch"),
        most_cases=2_000,
    ),
    Engine(
        name="sqlite",
        shown="SQLite FTS5",
        build=lambda work: (*_PYTHON, "tests.bench.search.sqlite_peer", "build", str(work)),
        prepare=_nothing,
        finish=_nothing,
        ask=lambda work: (*_PYTHON, "tests.bench.search.sqlite_peer", "ask", str(work)),
        most_cases=20_000,
    ),
)
