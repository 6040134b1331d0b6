"""The names that the search page looks through."""

import json

from generator.pages import routes
from tests.pages import toy
from tests.pages.rendering import render


def names(word: str = "") -> list[list[str]]:
    page = toy.planned(toy.library(word))[routes.SEARCH_NAMES]
    found: list[list[str]] = json.loads(render(page))
    return found


def test_every_name_leads_to_a_page() -> None:
    pages = toy.planned()
    for _, name, _, uri, _ in names():
        assert name
        assert uri.partition("#")[0] in pages, uri


def test_every_page_of_a_case_a_term_and_a_notice_can_be_found() -> None:
    known = {uri for *_, uri, _ in names()}
    looked_up = ("case.html", "term.html", "enterprise.html", "notice.html", "method.html")
    for uri, page in toy.planned().items():
        is_first = "/page/" not in uri
        if page.template in looked_up and is_first and uri != "cases/2022-009/":
            assert uri in known, uri


def test_a_revoked_case_is_not_found() -> None:
    assert all(not uri.startswith("cases/2022-009/") for *_, uri, _ in names())


def test_a_hostile_name_is_data() -> None:
    word = "</script>\"'\u2028x"
    assert any(word in name for _, name, *_ in names(word))
