"""How heavy a case's page is beside its own text; the library's size adds nothing to it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.cli.project import load_settings
from generator.library.case import Case
from generator.library.ids import CaseId
from generator.library.library import Library
from generator.pages import routes
from generator.pages.plan import plan
from generator.site import Site, prepare
from tests.pages.rendering import render
from tests.site.tools import ROOT

MOST_BYTES: Final = 30_000
"""Of a case's page, its body's HTML taken off."""
FULL: Final = CaseId("2022-d01")
"""A case with figures, tables, indicators, two videos, notices and a session."""
SETTINGS: Final = str(ROOT / "mkdocs.yml")


@pytest.fixture(scope="module")
def prepared() -> Site:
    return prepare(load_settings(SETTINGS))


def test_no_page_of_a_case_is_heavy_beside_its_text(prepared: Site, real_site: Path) -> None:
    heavy = {}
    for item in prepared.library.cases.values():
        path = real_site / routes.case(item.id) / "index.html"
        if path.is_file():
            beside = path.stat().st_size - len(item.body.html.encode())
            if beside > MOST_BYTES:
                heavy[item.id] = beside
    assert heavy == {}


def clones(model: Case, library: Library, count: int) -> Iterator[Case]:
    """Make cases like one of the real library: all its facets, each shared with some others."""
    methods = [
        term.slug
        for term in next(v for n, v in library.vocabularies.items() if n == "methods").terms
    ]
    for number in range(1, count + 1):
        front = model.front.model_copy(
            update={
                "title": f"{model.front.title}{number:05}",
                "enterprise": f"{model.front.enterprise}{number:05}",
                "notices": (),
                "number": None,
            }
        )
        yield replace(
            model,
            id=CaseId(f"{model.edition}-d{number + 10:05}"),
            path=f"cases/{model.edition}/{number}.md",
            front=front,
            methods=(model.methods[number % len(model.methods)], methods[number % len(methods)]),
        )


def page_bytes(library: Library, count: int) -> int:
    """Give the size of one case's page among so many others."""
    others = {item.id: item for item in clones(library.cases[FULL], library, count)}
    cases = dict(sorted({**library.cases, **others}.items()))
    held = replace(library, cases=cases)
    pages = plan(held, Catalogue.of(held), load_settings(SETTINGS))
    page = next(page for page in pages if page.uri == routes.case(FULL))
    return len(render(page).encode())


def test_the_page_of_a_case_is_the_same_in_a_large_library(prepared: Site) -> None:
    small, large = (page_bytes(prepared.library, count) for count in (100, 10_000))
    assert abs(large - small) <= 0.02 * small, f"{small} bytes, then {large}"
