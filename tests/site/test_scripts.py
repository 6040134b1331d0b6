"""The site's JavaScript is ES2015, file by file and bundled, so that old browsers can read it.

A bundle is what its files are, word for word: minifying takes out comments and white space only.
"""

import json
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


def acorn(source: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Let a parser of ES2015 read a script."""
    return subprocess.run(
        ["node", ACORN, "--ecma2015", *options],
        input=source,
        capture_output=True,
        text=True,
        check=False,
    )


def refused(source: str) -> str:
    """Give what a parser of ES2015 says against a script; empty when it takes it."""
    done = acorn(source, "--silent")
    return done.stderr if done.returncode else ""


def words_of(source: str) -> list[tuple[str, object]]:
    """Give a script's words (names, texts, patterns, signs) in order, wherever they stand."""
    words = json.loads(acorn(source, "--tokenize", "--compact").stdout)
    return [(word["type"]["label"], word.get("value")) for word in words]


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


def test_minifying_changes_no_word() -> None:
    assets = read_assets(THEME)
    files = sorted((THEME / "scripts").glob("*.js"))
    for bundle, paths in (
        (assets.boot, [path for path in files if path.name == "boot.js"]),
        (assets.script, [path for path in files if path.name != "boot.js"]),
    ):
        written = "\n".join(path.read_text(encoding="utf-8") for path in paths)
        assert words_of(bundle.content) == words_of(written), bundle.uri
    written = "\n".join(p.read_text(encoding="utf-8") for p in sorted(THEME.glob("finder/*.js")))
    inside = words_of(f'(function () {{ "use strict"; {written} }})();')
    assert words_of(assets.finder.content) == inside


@pytest.mark.parametrize(
    "newer", ["a?.b;", "a ?? b;", "({...a});", "async function f() {}", "f(a,);", "a **= 2;"]
)
def test_newer_syntax_is_refused(newer: str) -> None:
    assert "Unexpected token" in refused(newer) or "Unexpected" in refused(newer)
