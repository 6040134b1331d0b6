"""Ask the finder of a built site in Chromium and turn over every page of its answer.

The page is loaded once; the next address is set as the browser's own buttons would do it, so what
the finder keeps between two queries is tried too.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from playwright.sync_api import Page

# `data-asked` is what boot.js sets while a query waits; the finder takes it away when it has drawn.
_ASK: Final = """
async (address) => {
  const root = document.documentElement;
  root.setAttribute("data-asked", "");
  const start = performance.now();
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
  while (root.hasAttribute("data-asked")) {
    if (performance.now() - start > 20000) throw new Error("no answer to " + address);
    await new Promise((resolve) => setTimeout(resolve));
  }
  const list = document.querySelector(".found > .rows");
  const links = list ? Array.from(list.querySelectorAll(".what a")) : [];
  const steps = Array.from(document.querySelectorAll(".found > .pager a"));
  return {
    milliseconds: performance.now() - start,
    ids: links.map((link) => link.getAttribute("href").split("/").slice(-2)[0]),
    status: document.querySelector(".listed .status").textContent,
    pages: steps.map((link) => new URL(link.href).searchParams.get("page") || "1").map(Number),
  };
}
"""
_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of an answer."""

    ids: tuple[str, ...]
    status: str
    """What the page says of its results."""
    has_more: bool
    milliseconds: float
    """Until the list was drawn."""


def ask(page: Page, address: str, number: int = 1) -> Sheet:
    """Set an address, such as `?q=…`, and read the page of results that is drawn for it."""
    turned = f"{address}&page={number}" if number > 1 else address
    found = page.evaluate(_ASK, turned)
    return Sheet(
        ids=tuple(found["ids"]),
        status=found["status"],
        has_more=any(step > number for step in found["pages"]),
        milliseconds=found["milliseconds"],
    )


def query(text: str, kind: str = "case") -> str:
    """Give the address of a query."""
    return f"?q={quote(text, safe='')}{f'&kind={kind}' if kind else ''}"


def walk(page: Page, address: str) -> tuple[Sheet, ...]:
    """Read all pages of an answer, first to last."""
    sheets = [ask(page, address)]
    while sheets[-1].has_more:
        assert len(sheets) < _MOST, f"{address} has no last page"
        sheets.append(ask(page, address, len(sheets) + 1))
    return tuple(sheets)
