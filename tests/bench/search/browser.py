"""Ask an engine all queries in Chromium and note time, bytes and requests of each.

`python -m tests.bench.search.browser WORK ENGINE` serves WORK/ENGINE, whose bench.html has an
object `bench` with `start()` (a fresh engine, ready, nothing fetched for a query yet) and
`search(text, words)` (the ids found, best first), and writes WORK/ENGINE.json. Another process
than the one that judges, so that it can be ended when it takes too long.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.search.answers import Answers, write_answers
from tests.bench.search.pagefind_peer import keys_of_fragments
from tests.bench.search.scoring import Answer
from tests.bench.search.server import Traffic, counting
from tests.bench.search.texts import read_queries
from tests.browser.visiting import launch

PAGE: Final = "bench.html"
FIRST: Final = 3
"""How many queries are asked by someone who has just come."""
WARM_UP: Final = 3
"""Queries asked before the clock counts: a browser compiles scripts while they run."""
QUERY_SECONDS: Final = 60
_START: Final = "() => bench.start()"
_SEARCH: Final = """
async ([text, words, most]) => {
  const began = performance.now();
  const limit = new Promise((resolve) => setTimeout(resolve, 1000 * most));
  const ids = await Promise.race([bench.search(text, words), limit]);
  const seconds = (performance.now() - began) / 1000;
  return { ids: ids ? Array.from(ids) : null, seconds };
}
"""
# Files that a query needed are put aside; while `isAtHand`, nothing else is fetched.
_AT_HAND: Final = """
  window.atHand = new Map();
  window.isAtHand = false;
  const fetchAnew = window.fetch;
  window.fetch = (given, options) => {
    const kept = isAtHand && atHand.get(new URL(given.url || given, location.href).href);
    return kept ? Promise.resolve(new Response(kept)) : fetchAnew(given, options);
  };
"""
_PUT_ASIDE: Final = """
async () => {
  const names = performance.getEntriesByType("resource").map((entry) => entry.name);
  const read = (name) => fetch(name).then((file) => file.arrayBuffer());
  const files = await Promise.all(names.map(read));
  atHand = new Map(names.map((name, i) => [name, files[i]]));
}
"""
_LOADED: Final = "() => performance.getEntriesByType('navigation')[0].loadEventEnd / 1000"
_FIRST: Final = """
async ([text, words]) => {
  const began = performance.now();
  await bench.start();
  const ids = await bench.search(text, words);
  return (performance.now() - began) / 1000;
}
"""


def first_searches(
    browser: Browser, root: str, traffic: Traffic, queries: Sequence[dict[str, Any]]
) -> list[Answer]:
    """Ask some queries, each in a new browser session that has loaded nothing."""
    answers = []
    for query in queries:
        context = browser.new_context()
        page = context.new_page()
        traffic.taken()
        page.goto(root + PAGE, wait_until="load")
        seconds = page.evaluate(_FIRST, [query["text"], query["words"]])
        seconds += page.evaluate(_LOADED)
        requests, size = traffic.taken()
        answers.append(Answer((), seconds, seconds, size, requests))
        context.close()
    return answers


def later_searches(page: Page, traffic: Traffic, queries: Sequence[dict[str, Any]]) -> list[Any]:
    """Ask all queries of an engine that is ready."""
    answers = []
    for query in (*queries[:WARM_UP], *queries):
        asked = [query["text"], query["words"], QUERY_SECONDS]
        page.evaluate(_START)
        page.evaluate("performance.clearResourceTimings()")
        traffic.taken()
        said = page.evaluate(_SEARCH, asked)
        requests, size = traffic.taken()
        page.evaluate(_PUT_ASIDE)
        page.evaluate(_START)
        page.evaluate("isAtHand = true")
        again = page.evaluate(_SEARCH, asked)
        page.evaluate("isAtHand = false")
        assert again["ids"] == said["ids"] or None in (again["ids"], said["ids"])
        alone = {"alone_seconds": again["seconds"]}
        answers.append({**said, **alone, "bytes": size, "requests": requests})
    return answers[WARM_UP:]


def spaced(queries: Sequence[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """Give so many queries, from all over the list."""
    step = max(1, len(queries) // count)
    return list(queries[::step][:count])


def ask_all(work: Path, engine: str) -> None:
    """Write what an engine answers."""
    queries = read_queries(work)
    with (
        counting(work / engine) as (root, traffic),
        sync_playwright() as playwright,
        launch(playwright) as browser,
    ):
        chosen = spaced(queries, FIRST)
        # Once for nothing: the server compresses, the system reads the files.
        first = first_searches(browser, root, traffic, [*chosen[:1], *chosen])[1:]
        page = browser.new_context().new_page()
        page.add_init_script(_AT_HAND)
        page.goto(root + PAGE, wait_until="load")
        later = later_searches(page, traffic, queries)
        assert traffic.missing == [], traffic.missing
    keys = keys_of(work, engine)
    answers = [
        Answer(
            rows=tuple(keys[one] if keys else one for one in said["ids"] or ()),
            seconds=said["seconds"],
            alone_seconds=said["alone_seconds"],
            bytes=said["bytes"],
            requests=said["requests"],
            is_cut_off=said["ids"] is None,
        )
        for said in later
    ]
    write_answers(work / f"{engine}.json", Answers(first, answers))


def keys_of(work: Path, engine: str) -> dict[Any, int]:
    """Give what an engine's ids mean; nothing where they are keys already."""
    if engine == "ours":
        return dict(enumerate(json.loads((work / "plan.json").read_bytes())["rows"]))
    if engine == "pagefind":
        return dict(keys_of_fragments(work / engine))
    return {}


if __name__ == "__main__":
    ask_all(Path(sys.argv[1]), sys.argv[2])
