"""The search evaluation: every query through a built site in Chromium, against plain truth."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.search.built import Built
from generator.search.query import parse
from generator.search.results import find
from tests.browser.server import served
from tests.browser.visiting import Visit, Windows, visiting
from tests.once import once
from tests.search.corpus import documents
from tests.search.library import HIDDEN, NOTICE, library
from tests.search.queries import queries
from tests.search.reference import Asked, Reference, first_named
from tests.search.walking import ask, query, walk
from tests.site.tools import build, run

pytestmark = pytest.mark.needs("chromium")

CASES = 120
PER_PAGE = 20
PARTS = 6
"""Parts of the queries: in each of them the named cases come first, not only in the whole."""
CASE_LINKS = ".found a[href*='/cases/']"


@cache
def reference() -> Reference:
    """Give the truth."""
    return Reference(documents(CASES))


@cache
def every() -> tuple[Asked, ...]:
    """Give all queries."""
    return queries(reference())


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the library with its site, made by the first of the processes that needs it."""
    return once(tmp_path_factory, "evaluation", _build_library)


def _build_library(root: Path) -> None:
    library(root, CASES)
    build(root, root / "site")


@pytest.fixture(scope="session")
def address(project: Path) -> Iterator[str]:
    """Give the address of the site."""
    with served(project / "site") as root:
        yield root


@pytest.fixture(scope="module")
def window(browser: Browser, address: str) -> Iterator[Visit]:
    """Open the search page once: a new window would have to fetch the texts of all cases again."""
    with visiting(browser, address) as visit:
        visit.open("search/")
        yield visit


@pytest.fixture
def page(window: Visit) -> Iterator[Page]:
    """Give the search page, and look afterwards whether the browser complained."""
    yield window.page
    complaints = window.all_complaints()
    window.complaints.clear()
    assert complaints == []


def test_every_query_finds_what_is_true_and_nothing_else(page: Page) -> None:
    wrong: list[str] = []
    first, could = [0] * PARTS, [0] * PARTS
    for number, asked in enumerate(every()):
        sheets = walk(page, query(asked.text))
        found = [name for sheet in sheets for name in sheet.ids]
        truth = reference().answers(asked)
        if len(set(found)) < len(found):
            wrong.append(f"{asked}: some rows twice")
        if set(found) != truth:
            missed, extra = sorted(truth - set(found)), sorted(set(found) - truth)
            wrong.append(f"{asked}: misses {missed[:5]}, too many {extra[:5]}")
        if not truth and "没有找到" not in sheets[0].status:
            wrong.append(f"{asked}: says {sheets[0].status}")
        if len(asked.wanted) == 1:
            hits, possible = first_named(found, reference().named(asked))
            first[number % PARTS] += hits
            could[number % PARTS] += possible
    assert wrong == []
    assert all(could)
    assert all(hits >= 0.98 * possible for hits, possible in zip(first, could, strict=True)), first


def test_the_list_of_cases_finds_the_same(windows: Windows, address: str) -> None:
    with windows.visiting(address) as visit:
        page = visit.open("cases/")
        for asked in every()[::16]:
            found = [name for sheet in walk(page, query(asked.text, "")) for name in sheet.ids]
            assert set(found) == reference().answers(asked), asked
        assert visit.all_complaints() == []


@pytest.mark.parametrize("status", HIDDEN)
def test_drafts_publicity_and_revoked_cases_are_never_found(page: Page, status: str) -> None:
    mark = HIDDEN[status]
    for text in (mark, mark[:2], f"实施{mark}的经验", f'"示例{mark}有限公司"'):
        for kind in ("", "case", "notice", "video"):
            assert ask(page, query(text, kind)).ids == (), (text, kind)
            assert "没有找到" in page.locator(".listed .status").inner_text()
            assert page.locator(CASE_LINKS).count() == 0, (text, kind)
        ask(page, query(text, "term"))
        for row in page.locator(".found li").all():
            assert status == "已撤销", "only the page of an enterprise that had a title is left"
            assert "已撤销" in row.inner_text()
        assert page.locator(CASE_LINKS).count() == 0, text


def test_a_page_behind_the_last_shows_only_what_is_true(page: Page) -> None:
    for asked in every():
        truth = reference().answers(asked)
        if len(truth) > 120 and len(asked.text) > 2:
            ids = ask(page, query(asked.text), 10**9).ids
            assert ids, asked
            assert truth.issuperset(ids), asked


def test_notices_are_found_by_their_text(page: Page) -> None:
    sheet = ask(page, query(NOTICE, "notice"))
    assert len(sheet.ids) == 1
    assert ask(page, query(NOTICE)).ids == ()
    assert "没有找到" in ask(page, query(NOTICE[1:4] + NOTICE[:2], "notice")).status


def test_the_terminal_gives_the_first_page_in_the_same_order(page: Page, project: Path) -> None:
    built = Built(project / "site")
    for asked in every()[::30]:
        sheet = ask(page, query(asked.text))
        found = find(built, parse(asked.text), "case", {}, 20)
        assert [ident(hit.row.uri) for hit in found.hits] == list(sheet.ids), asked
        assert found.is_about or found.total == len(reference().answers(asked)), asked


def test_the_command_gives_them_as_json(page: Page, project: Path) -> None:
    for asked in every()[7::110]:
        command = ("search", "--format", "json", "--limit", "20", "--", asked.text)
        done = run("generator.cli", *command, cwd=project)
        cases = next(one for one in json.loads(done.stdout) if one["kind"] == "case")
        ids = [ident(hit["uri"]) for hit in cases["hits"]]
        assert ids == list(ask(page, query(asked.text)).ids), asked


def ident(uri: str) -> str:
    """Give the id of a case from its address."""
    return uri.split("/")[1]
