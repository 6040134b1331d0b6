"""Figures of the search, by kind of query: `python -m tests.search.evaluate --cases 1000`.

A library of so many cases is built, and Chromium asks every query: all pages of its answer are
compared with the truth. Then every fifth query is asked in a window of its own that has searched
once, and what is fetched for it is counted; last, a first search in a window that has nothing.
The server compresses as hosts do.
"""

import argparse
import shutil
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Request, sync_playwright

from tests.browser.server import Manner, served
from tests.browser.visiting import LIGHT, launch, opened
from tests.search.corpus import documents
from tests.search.library import library
from tests.search.queries import queries
from tests.search.reference import Asked, Reference, first_named
from tests.search.walking import ask, query, walk
from tests.site.tools import ROOT, build

EVERY: Final = 5
"""Every so-many-th query is asked in a window of its own."""
FOLDER: Final = ROOT / "build" / "evaluation"
_FIRST: Final = "龘龘"
"""Finds nothing: what it fetches, every search needs."""


@dataclass(frozen=True, slots=True)
class Score:
    """What one query found."""

    asked: Asked
    hits: int
    found: int
    true: int
    first: int
    could: int
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Traffic:
    """What was fetched: the finder's own data, and pages for proofs and passages."""

    data_requests: int
    data_bytes: int
    page_requests: int
    page_bytes: int


def score(browser: Browser, root: str, reference: Reference) -> list[Score]:
    """Ask all queries in one window."""
    visit = opened(browser, root, LIGHT)
    page = visit.open("search/")
    found = []
    for asked in queries(reference):
        sheets = walk(page, query(asked.text))
        ids = [name for sheet in sheets for name in sheet.ids]
        truth, is_single = reference.answers(asked), len(asked.wanted) == 1
        first, could = first_named(ids, reference.named(asked)) if is_single else (0, 0)
        hits = len(truth & set(ids))
        found.append(Score(asked, hits, len(ids), len(truth), first, could, sheets[0].milliseconds))
    page.context.close()
    return found


def traffic(requests: Iterable[Request]) -> Traffic:
    """Count what a list of requests brought."""
    counts = [0, 0, 0, 0]
    for request in requests:
        place = 2 if "/cases/" in request.url or "/notices/" in request.url else 0
        counts[place] += 1
        counts[place + 1] += request.sizes()["responseBodySize"]
    return Traffic(*counts)


def later(browser: Browser, root: str, asked: Asked) -> Traffic:
    """Count what a query fetches in a window that has searched once."""
    visit = opened(browser, root, LIGHT)
    page = visit.open(f"search/{query(_FIRST)}")
    page.wait_for_load_state("networkidle")
    before = len(visit.requests)
    ask(page, query(asked.text))
    page.wait_for_load_state("networkidle")
    found = traffic(visit.requests[before:])
    page.context.close()
    return found


def cold(browser: Browser, root: str, asked: Asked) -> tuple[Traffic, float]:
    """Count what a first search fetches, beside the page itself; and its time to the list."""
    visit = opened(browser, root, LIGHT)
    start = time.perf_counter()
    page = visit.open(f"search/{query(asked.text)}")
    page.locator(".found .rows, .notes button, .notes p").first.wait_for()
    took = 1000 * (time.perf_counter() - start)
    page.wait_for_load_state("networkidle")
    own = ("/search/data/", "/search/index.json", "/finder", "/cases/", "/notices/")
    found = traffic(one for one in visit.requests if any(part in one.url for part in own))
    page.context.close()
    return found, took


def table(scores: Sequence[Score]) -> str:
    """Give the figures by kind of query as text."""
    kinds = [*dict.fromkeys(one.asked.kind for one in scores), ""]
    columns = ("queries", "recall", "precision", "T@10", "median ms", "p95 ms", "max ms")
    lines = [f"{'':22}" + "".join(f"{name:>11}" for name in columns)]
    for kind in kinds:
        part = [one for one in scores if kind in ("", one.asked.kind)]
        times = sorted(one.milliseconds for one in part)
        figures = (
            f"{len(part)}",
            _share(sum(one.hits for one in part), sum(one.true for one in part)),
            _share(sum(one.hits for one in part), sum(one.found for one in part)),
            _share(sum(one.first for one in part), sum(one.could for one in part)),
            f"{statistics.median(times):.0f}",
            f"{times[int(0.95 * (len(times) - 1))]:.0f}",
            f"{times[-1]:.0f}",
        )
        lines.append(f"{kind or 'all':22}" + "".join(f"{figure:>11}" for figure in figures))
    return "\n".join(lines)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def fetched(name: str, found: Sequence[Traffic]) -> str:
    """Give what was fetched as a line of text."""

    def said(value: Callable[[Traffic], float]) -> str:
        values = [value(one) for one in found]
        return (
            f"{statistics.median(values):.1f} / {statistics.mean(values):.1f} / {max(values):.1f}"
        )

    return (
        f"{name}, median / mean / max: data {said(lambda one: one.data_bytes / 1000)} KB in"
        f" {said(lambda one: one.data_requests)} requests;"
        f" pages {said(lambda one: one.page_bytes / 1000)} KB"
        f" in {said(lambda one: one.page_requests)}"
    )


def prepare(count: int) -> Path:
    """Make the library and its site; give the site's folder."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    library(FOLDER, count)
    start = time.perf_counter()
    site = build(FOLDER, FOLDER / "site")
    data = [path.stat().st_size for path in site.glob("search/data/*.bin")]
    print(
        f"{count} cases: site built in {time.perf_counter() - start:.1f} s;"
        f" finder {sum(data) / 1e6:.1f} MB in {len(data)} files"
    )
    return site


def main() -> None:
    """Run the evaluation."""
    parser = argparse.ArgumentParser(prog="python -m tests.search.evaluate", description=__doc__)
    parser.add_argument("--cases", type=int, default=1000)
    count: int = parser.parse_args().cases
    site = prepare(count)
    reference = Reference(documents(count))
    some = queries(reference)[::EVERY]
    with sync_playwright() as playwright, served(site, Manner(compress=True)) as root:
        browser = launch(playwright)
        print(table(score(browser, root, reference)))
        print(fetched("a query", [later(browser, root, asked) for asked in some]))
        first = [cold(browser, root, asked) for asked in some[::EVERY]]
        print(fetched("first search, cold", [found for found, _ in first]))
        print(f"time to its list: {statistics.median(took for _, took in first):.0f} ms (median)")
        browser.close()


if __name__ == "__main__":
    main()
