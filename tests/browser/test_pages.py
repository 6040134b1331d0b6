"""The list of kinds is whole: every template that readers see has a page in it, and it exists."""

from pathlib import Path

import pytest

from generator.cli.project import load_settings
from generator.pages.planned import PlannedPage
from generator.site import prepare
from tests.browser.pages import KINDS, NO_PAGES
from tests.site.tools import ROOT


@pytest.fixture(scope="module")
def planned() -> dict[str, PlannedPage]:
    site = prepare(load_settings(str(ROOT / "mkdocs.yml")))
    return {page.uri: page for page in site.pages}


def test_every_kind_is_planned_with_its_template(planned: dict[str, PlannedPage]) -> None:
    templates = {kind.name: kind.template for kind in KINDS}
    assert {
        kind.name: planned[kind.path].template if kind.path in planned else "no such page"
        for kind in KINDS
    } == templates


def test_every_template_has_a_kind(planned: dict[str, PlannedPage]) -> None:
    used = {page.template for page in planned.values()}
    assert used - NO_PAGES - {kind.template for kind in KINDS} == set()


def test_every_kind_is_written(real_site: Path) -> None:
    files = [
        kind.path if kind.path.endswith(".html") else f"{kind.path}index.html" for kind in KINDS
    ]
    assert [file for file in files if not (real_site / file).is_file()] == []


def test_kinds_have_their_own_names() -> None:
    assert len({kind.name for kind in KINDS}) == len({kind.path for kind in KINDS}) == len(KINDS)
