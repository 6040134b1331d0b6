"""The names that the search page looks through."""

import json

from generator.pages import routes
from generator.strings import labels, text
from tests.pages import toy
from tests.pages.rendering import render


def names(word: str = "") -> list[list[str]]:
    page = toy.planned(toy.library(word))[routes.SEARCH_NAMES]
    found: list[list[str]] = json.loads(render(page))
    return found


def test_every_name_leads_to_a_page() -> None:
    pages = toy.planned()
    for _, name, _, uri, *_ in names():
        assert name
        assert uri.partition("#")[0] in pages, uri


def test_every_page_of_a_case_a_term_and_a_notice_can_be_found() -> None:
    known = {entry[3] for entry in names()}
    looked_up = ("case.html", "term.html", "enterprise.html", "notice.html", "method.html")
    for uri, page in toy.planned().items():
        is_first = "/page/" not in uri
        if page.template in looked_up and is_first:
            assert uri in known, uri


def test_a_revoked_case_is_found_and_says_so() -> None:
    (about,) = [entry[2] for entry in names() if entry[3] == "cases/2022-009/"]
    assert labels("status")["revoked"] in about


def test_a_case_without_a_title_goes_by_its_enterprise_and_every_case_by_its_number() -> None:
    for group, name, _, uri, others, _ in names():
        if group == text("pages.search.cases"):
            assert name != text("pages.case.no_title")
            assert others.split()[0] == uri.split("/")[1]


def test_counts_are_shown_but_not_looked_through() -> None:
    (method,) = [entry for entry in names() if entry[3] == "methods/spc/"]
    assert method[2] == ""
    assert text("pages.count.cases", real=1)[-1] in method[5]


def test_a_hostile_name_is_data() -> None:
    word = "</script>\"'\u2028x"
    assert any(word in name for _, name, *_ in names(word))
