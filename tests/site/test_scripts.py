"""The site's JavaScript is ES2015, file by file and bundled, so that old browsers can read it.

A bundle is what its files are, word for word: minifying takes out comments and white space only.
"""

import subprocess
from pathlib import Path
from typing import Final

import pytest

from generator.assets import read_assets
from tests.conftest import NODE_MODULES
from tests.site.tools import ROOT

pytestmark = pytest.mark.needs("node", "npm:acorn")

ACORN: Final = NODE_MODULES / "acorn/bin/acorn"
THEME: Final = ROOT / "theme"
FOLDERS: Final = ("scripts", "finder")


def refused(source: str) -> str:
    """Give what a parser of ES2015 says against a script; empty when it takes it."""
    done = subprocess.run(
        ["node", ACORN, "--ecma2015", "--silent"],
        input=source,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr if done.returncode else ""


def test_every_script_is_es2015() -> None:
    scripts = sorted(path for name in FOLDERS for path in (THEME / name).rglob("*.js"))
    found = {path.name: refused(path.read_text(encoding="utf-8")) for path in scripts}
    assert scripts
    assert {name: said for name, said in found.items() if said} == {}


def test_the_bundles_are_es2015(real_site: Path) -> None:
    bundles = [asset for asset in read_assets(THEME) if asset.uri.endswith(".js")]
    assert len(bundles) == 3
    for bundle in bundles:
        published = (real_site / bundle.uri).read_text(encoding="utf-8")
        assert published == bundle.content
        assert refused(published) == ""


@pytest.mark.parametrize(
    "newer", ["a?.b;", "a ?? b;", "({...a});", "async function f() {}", "f(a,);", "a **= 2;"]
)
def test_newer_syntax_is_refused(newer: str) -> None:
    assert "Unexpected token" in refused(newer) or "Unexpected" in refused(newer)
