"""The facets in the real page: random states of the address against a plain reference."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page

from generator.catalogue.catalogue import Catalogue
from generator.pages import routes
from generator.search.folding import fold
from generator.search.sources import case_sources
from generator.search.table import table_of
from tests.browser.visiting import Visit, Windows
from tests.search.facet_reference import SORTS, FacetReference, Selection
from tests.site.tools import ROOT
from tests.toy.library import read_at

pytestmark = pytest.mark.needs("chromium")

STATES: Final = 60
PER_PAGE: Final = 20
WORDS: Final = ("", "", "", "质量", "示例", "2022", "六西格玛", "没有这样的名称")
_PATIENCE: Final = 400
"""Looks at the page, 50 ms apart, before what it shows is taken for its answer."""
_OPEN: Final = """
() => {
  for (const box of document.querySelectorAll("[data-facet]")) {
    box.querySelector("details").open = true;
    const rest = box.querySelector(".tail");
    if (!rest.hidden && rest.getAttribute("aria-expanded") !== "true") rest.click();
  }
}
"""
_GO: Final = """
query => {
  history.pushState(null, "", location.pathname + query);
  dispatchEvent(new PopStateEvent("popstate"));
}
"""
_READ: Final = """
() => ({
  links: Array.from(document.querySelectorAll(".found .what a"), link => link.href),
  status: document.querySelector(".bar .status").textContent,
  counts: Array.from(document.querySelectorAll("[data-facet] li"), item => {
    const box = item.querySelector("input");
    return [box.name, box.value, item.querySelector("b").textContent, box.checked];
  }),
})
"""


@dataclass(frozen=True, slots=True)
class State:
    """An address, and what its page must show."""

    query: str
    shown: dict[str, Any]
    """Ids of the page, total, count of every term, chosen terms."""
    always: frozenset[tuple[str, str]]
    """Terms that stand in the panel in any case: narrower ones of others may be folded away."""

    def differs(self, seen: dict[str, Any]) -> dict[str, Any]:
        """Give what is not shown as it must be."""
        counts = self.shown["counts"]
        wrong = {key: (seen[key], value) for key, value in self.shown.items() if seen[key] != value}
        wrong.pop("counts", None)
        miscounted = {
            term: (count, counts.get(term))
            for term, count in seen["counts"].items()
            if count != counts.get(term)
        }
        lacking = dict.fromkeys(self.always.difference(seen["counts"]))
        return {**wrong, **miscounted, **lacking}


class Expecting:
    """The real library, and what its page must show of a state."""

    def __init__(self) -> None:
        library = read_at(ROOT).library
        catalogue = Catalogue.of(library)
        table = table_of(library, catalogue)
        sources = case_sources(catalogue, table)
        self.texts = dict(zip(table.ids, (source.folded() for source in sources), strict=True))
        self.reference = FacetReference(catalogue)
        self.always = frozenset(
            (str(name), node.value)
            for name, facet in table.facets.items()
            for node in facet.nodes
            if node.parent < 0
        ) | {("video", "1"), ("text", "1")}

    def states(self, count: int) -> Iterator[State]:
        """Yield random states: facets, a word, a sort that is not by relevance, a page."""
        chance = random.Random("states")
        for selection in self.reference.selections("browser", count):
            word, sort = chance.choice(WORDS), chance.choice(SORTS[:3])
            yield self.state(selection, word, sort, chance.randint(1, 3))

    def state(self, selection: Selection, word: str, sort: str, page: int) -> State:
        """Give one state."""
        folded = fold(word)
        mask = frozenset(case_id for case_id, text in self.texts.items() if folded in text)
        answer = self.reference.answer(selection, mask, sort)
        last = max(1, -(-len(answer.ids) // PER_PAGE))
        start = (min(page, last) - 1) * PER_PAGE
        pairs = [("q", word), ("sort", sort), ("page", str(page))]
        for facet, values in selection.items():
            flag = facet in ("video", "text")
            pairs += [(facet, value) for value in (("1",) if flag else values)]
        shown = {
            "ids": list(map(str, answer.ids[start : start + PER_PAGE])),
            "total": len(answer.ids),
            "counts": {
                (facet, value.replace("yes", "1")): count
                for facet, counts in answer.counts.items()
                for value, count in counts.items()
            },
            "chosen": {
                (facet, value)
                for facet, value in pairs[3:]
                if value in self.reference.known.get(facet, ["1"])
            },
        }
        return State("?" + urlencode(pairs), shown, self.always)


def _seen(page: Page, root: str) -> dict[str, Any]:
    """Give what a page shows, in the shape of `State.shown`."""
    found = page.evaluate(_READ)
    number = re.search(r"\d+", found["status"])
    return {
        "ids": [link.removeprefix(f"{root}{routes.CASES}").rstrip("/") for link in found["links"]],
        "total": int(number[0]) if found["links"] and number else 0,
        "counts": {(name, value): int(count or -1) for name, value, count, _ in found["counts"]},
        "chosen": {(name, value) for name, value, _, checked in found["counts"] if checked},
    }


def _wrong(visit: Visit, state: State) -> dict[str, Any]:
    """Wait until a page shows what it must, and give what is wrong even then."""
    wrong: dict[str, Any] = {}
    for _ in range(_PATIENCE):
        wrong = state.differs(_seen(visit.page, visit.root))
        if not wrong:
            break
        visit.page.wait_for_timeout(50)
        visit.page.evaluate(_OPEN)  # a long facet shows its button once its terms are known
    return wrong


def test_random_states_show_what_the_reference_says(windows: Windows, site: str) -> None:
    states = list(Expecting().states(STATES))
    with windows.visiting(site) as visit:
        visit.open(routes.CASES + states[0].query)
        visit.page.evaluate(_OPEN)
        for state in states:
            visit.page.evaluate(_GO, state.query)
            assert _wrong(visit, state) == {}, state.query
        assert visit.all_complaints() == []
    assert sum(0 < state.shown["total"] < 26 for state in states) > STATES / 4


def test_an_address_restores_its_state_and_so_do_reload_and_back(
    windows: Windows, site: str
) -> None:
    expecting = Expecting()
    one = expecting.state({"level": ["provincial"]}, "", "title", 1)
    two = expecting.state({"year": ["2022", "2099"], "text": True}, "质量", "enterprise", 1)
    with windows.visiting(site) as visit:
        for state in (one, two):
            visit.open(routes.CASES + state.query)
            visit.page.evaluate(_OPEN)
            assert _wrong(visit, state) == {}
        visit.page.reload()
        visit.page.evaluate(_OPEN)
        assert _wrong(visit, two) == {}
        visit.page.go_back()
        visit.page.evaluate(_OPEN)
        assert _wrong(visit, one) == {}
