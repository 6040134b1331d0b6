"""The site's JavaScript is ES2015, file by file and bundled, so that old browsers can read it.

A bundle is what its files are, word for word: minifying takes out comments and white space only.
"""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from generator.assets import SERVICES, read_assets
from tests.conftest import NODE_MODULES
from tests.site.tools import ROOT

pytestmark = pytest.mark.needs("node", "npm:acorn")

ACORN: Final = NODE_MODULES / "acorn"
THEME: Final = ROOT / "theme"
FOLDERS: Final = ("scripts", "finder", SERVICES)
EARLY_USE: Final = Path(__file__).parent / "early_use.js"
# Takes scripts as JSON and gives for each what its parser says against it.
PARSER: Final = """
const { parse } = require(process.argv[1]);
const said = script => {
  try { parse(script, { ecmaVersion: 2015 }); return ""; } catch (error) { return error.message; }
};
const scripts = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(scripts.map(said)));
"""


def refused(sources: Sequence[str]) -> list[str]:
    """Give what a parser of ES2015 says against each script; empty where it takes it."""
    done = subprocess.run(
        ["node", "-e", PARSER, ACORN],
        input=json.dumps(sources),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[str] = json.loads(done.stdout)
    return found


def used_early(sources: Sequence[str]) -> list[list[str]]:
    """Give for each script the constants that it uses before they are declared."""
    done = subprocess.run(
        ["node", EARLY_USE, ACORN],
        input=json.dumps(sources),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[list[str]] = json.loads(done.stdout)
    return found


def test_every_script_is_es2015() -> None:
    paths = sorted(path for name in FOLDERS for path in (THEME / name).rglob("*.js"))
    assert {path.parent.parent.name for path in paths} >= {"theme", SERVICES}
    said = refused([path.read_text(encoding="utf-8") for path in paths])
    assert {str(path): words for path, words in zip(paths, said, strict=True) if words} == {}


def test_the_bundles_are_es2015(real_site: Path) -> None:
    bundles = [asset for asset in read_assets(THEME) if asset.uri.endswith(".js")]
    assert len(bundles) == 3 + len(list((THEME / SERVICES).glob("*/")))
    published = [(real_site / bundle.uri).read_text(encoding="utf-8") for bundle in bundles]
    assert published == [bundle.content for bundle in bundles]
    assert refused(published) == [""] * len(bundles)


@pytest.mark.parametrize(
    "newer", ["a?.b;", "a ?? b;", "({...a});", "async function f() {}", "f(a,);", "a **= 2;"]
)
def test_newer_syntax_is_refused(newer: str) -> None:
    (said,) = refused([newer])
    assert "Unexpected" in said


def test_no_bundle_uses_a_constant_before_it_is_declared(real_site: Path) -> None:
    bundles = sorted((real_site / "assets").glob("*.js"))
    assert len(bundles) > 10
    found = used_early([path.read_text(encoding="utf-8") for path in bundles])
    assert {path.name: names for path, names in zip(bundles, found, strict=True) if names} == {}


@pytest.mark.parametrize(
    "script",
    ["const a=b,b=1;", "let [a]=[b+1],b=2;", "(function(){const{a}=f(c),{c}=g();return a})();"],
)
def test_a_constant_that_is_used_early_is_found(script: str) -> None:
    assert used_early([script]) != [[]]
    assert used_early(["const b=1,a=b;const f=()=>later;const later={b:a}.b;"]) == [[]]
