"""The scripts of the services: each is small, and only the pages that need one load it."""

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from generator.assets import SERVICES
from generator.cli.project import load_settings
from generator.site import prepare
from tests.site.tools import ROOT, pages, target

THEME: Final = ROOT / "theme"
NAMES: Final = tuple(path.name for path in sorted((THEME / SERVICES).glob("*/")))
MOST_BYTES: Final = 15 * 1024
"""Of a service, compressed."""
BYTES_OF_EVERY_PAGE: Final = 9_189
"""What every page loaded before there was any service."""
SHELL: Final = frozenset({"assets/boot.js", "assets/biaogan.js"})
FINDER: Final = "assets/finder.js"


@pytest.fixture(scope="module")
def loaded(real_site: Path) -> Mapping[str, frozenset[str]]:
    """Give the scripts of every page that readers see."""
    return {
        page: frozenset(
            path
            for address in facts.resources
            if (path := target(page, address)[0].lstrip("/")).endswith(".js")
        )
        for page, facts in pages(real_site)
        if facts.tags.count("main")
    }


@pytest.fixture(scope="module")
def templates() -> Mapping[str, str]:
    """Give the template of every page, by its file."""
    planned = prepare(load_settings(str(ROOT / "mkdocs.yml"))).pages
    return {
        page.uri if page.uri.endswith(".html") else f"{page.uri}index.html": page.template
        for page in planned
    }


def asks_for_services(template: str) -> bool:
    return "m.service(" in (THEME / template).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_service_is_small(real_site: Path, name: str) -> None:
    script = (real_site / f"assets/service-{name}.js").read_bytes()
    assert 100 < len(gzip.compress(script)) <= MOST_BYTES


@pytest.mark.parametrize("name", NAMES)
def test_a_service_is_named_by_a_template(name: str) -> None:
    asking = [path for path in THEME.glob("*.html") if asks_for_services(path.name)]
    assert any(f'"{name}"' in path.read_text(encoding="utf-8") for path in asking)


def test_a_page_without_services_loads_what_it_did_before(
    loaded: Mapping[str, frozenset[str]], templates: Mapping[str, str], real_site: Path
) -> None:
    without = {
        page: scripts
        for page, scripts in loaded.items()
        if page in templates and not asks_for_services(templates[page])
    }
    assert len(without) > 100
    more = {page: scripts - SHELL - {FINDER} for page, scripts in without.items()}
    assert {page: scripts for page, scripts in more.items() if scripts} == {}
    assert all(scripts >= SHELL for scripts in without.values())
    assert loaded["cases/2019-001/index.html"] == SHELL
    assert sum((real_site / path).stat().st_size for path in SHELL) <= BYTES_OF_EVERY_PAGE


def test_a_page_loads_only_the_services_that_its_template_names(
    loaded: Mapping[str, frozenset[str]], templates: Mapping[str, str]
) -> None:
    wrong = {
        page: script
        for page, scripts in loaded.items()
        for script in scripts - SHELL - {FINDER}
        if f'"{Path(script).stem.removeprefix("service-")}"'
        not in (THEME / templates[page]).read_text(encoding="utf-8")
    }
    assert wrong == {}
