"""Addresses: what rules know of them, collisions, redirects."""

from collections.abc import Mapping

import pytest

from generator.catalogue.dimensions import Dimension
from generator.library.document import Document, DocumentFrontMatter
from generator.library.ids import CaseId
from generator.library.rules.collisions import check_collisions
from generator.library.rules.redirects import check_redirects
from generator.library.rules.uris import FILES, HOME, LISTS, TERMS, document_uri
from generator.library.vocabulary import Term
from generator.pages import routes
from tests.library.rules.samples import case, edition, library, lines, notice, vocabularies


def test_rules_know_the_addresses_that_pages_make() -> None:
    lists = (routes.CASES, routes.NOTICES, routes.VIDEOS, routes.SESSIONS)
    assert set(LISTS) == {*lists, routes.STATISTICS, routes.REVOCATIONS}
    assert set(TERMS) == {routes.dimension(dimension) for dimension in Dimension}
    assert set(FILES) == {routes.NOT_FOUND, routes.SITEMAP, routes.ROBOTS}
    assert routes.HOME == HOME
    assert routes.case(CaseId("2022-001")) == "cases/2022-001/"


@pytest.mark.parametrize(
    "path",
    ["docs/index.md", "docs/about.md", "docs/guide/index.md", "docs/a/b.md", "docs/README.md"],
)
def test_documents_have_the_address_that_pages_give_them(path: str) -> None:
    assert document_uri(path) == routes.page_of_source(path)


def document(path: str) -> Document:
    return Document(path, DocumentFrontMatter(title="页"))


@pytest.mark.parametrize(
    ("paths", "faults"),
    [
        (["docs/about.md", "docs/guide/index.md"], []),
        (["docs/about.md", "docs/About.md"], ["url-collision 1:1"]),
        (["docs/guide.md", "docs/guide/index.md"], ["url-collision 1:1"]),
        (["docs/index.md"], ["url-collision 1:1 generated"]),
        (["docs/videos.md"], ["url-collision 1:1 generated"]),
        (["docs/methods/lean.md"], ["url-collision 1:1 generated"]),
        (["docs/cases/2022-001.md"], ["url-collision 1:1"]),
        (["docs/cases-of-note.md"], []),
    ],
)
def test_collisions(paths: list[str], faults: list[str]) -> None:
    records = library(case("2022-001", status="approved"), *map(document, paths))
    assert lines(check_collisions(records)) == faults


@pytest.mark.parametrize(
    ("redirects", "faults"),
    [
        ({"cases/2022-099/": "cases/2022-001/"}, []),
        ({"/cases/2022-099": "/cases/2022-001"}, []),
        ({"old.html": "cases/2022-001/#实施成效"}, []),
        ({"old/": "methods/lean/"}, []),
        ({"old/": "years/2022/"}, []),
        ({"old/": "notices/2022-call/"}, []),
        ({"old/": "about/"}, []),
        ({"old/": "/"}, []),
        ({"old/": "cases/2022-002/"}, ["redirect-target old/"]),
        ({"old/": "methods/six-sigma/"}, ["redirect-target old/"]),
        ({"old/": "years/1999/"}, ["redirect-target old/"]),
        ({"old/": "https://example.org/"}, ["redirect-target old/ address"]),
        ({"old/": "../x/"}, ["redirect-target old/ address"]),
        ({"old/": "old/"}, ["redirect-target old/ self"]),
        ({"a/": "b/", "b/": "about/"}, ["redirect-target a/ chain"]),
        ({"about/": "cases/"}, ["redirect-collision about/"]),
        ({"Cases": "about/"}, ["redirect-collision Cases"]),
        ({"index.html": "about/"}, ["redirect-collision index.html"]),
        (
            {"cases/2022-001/index.html": "about/"},
            ["redirect-collision cases/2022-001/index.html"],
        ),
        ({"old/index.html": "about/index.html"}, []),
        ({"": "about/"}, ["redirect-collision address"]),
        ({"a?b": "about/"}, ["redirect-collision a?b address"]),
        ({"../a/": "about/"}, ["redirect-collision ../a/ address"]),
        ({"a/": "about/", "A": "about/"}, ["redirect-collision A repeated"]),
    ],
)
def test_redirects(redirects: Mapping[str, str], faults: list[str]) -> None:
    records = library(
        case("2022-001", status="approved"),
        case("2022-002", status="draft"),
        notice("2022-call", "call"),
        document("docs/about.md"),
        edition("2022"),
        redirects=redirects,
        words=vocabularies(methods=[Term(slug="lean", label="精益")]),
    )
    assert lines(check_redirects(records)) == faults
