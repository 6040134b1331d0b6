"""The Nu HTML checker finds no error on any kind of page, nor does a checker of our scripts."""

import json
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from tests.browser.pages import KINDS
from tests.conftest import NODE_MODULES

VNU: Final = NODE_MODULES / "vnu-jar/build/dist/vnu.jar"

needs_vnu = pytest.mark.needs("java", "npm:vnu-jar")


def errors(files: list[Path]) -> list[str]:
    """Give the checker's errors with file and place; one run of Java for all files."""
    done = subprocess.run(
        ["java", "-Xss2m", "-jar", VNU, "--errors-only", "--format", "json", *files],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [
        f"{message.get('url', '')}:{message.get('lastLine')}:{message.get('lastColumn')}: "
        f"{message['message']} … {message.get('extract', '').strip()}"
        for message in messages
    ]


@needs_vnu
def test_every_kind_of_page_is_valid_html(real_site: Path) -> None:
    files = [
        path if path.suffix == ".html" else path / "index.html"
        for path in (real_site / kind.path for kind in KINDS)
    ]
    found = [error.replace(real_site.as_uri().replace("///", "/"), "") for error in errors(files)]
    assert not found, "\n".join(found)


@needs_vnu
def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.html"
    wrong.write_text(
        '<!doctype html><html lang="zh"><title>x</title><p><ul><li><h1>x</h1></ul></p>'
    )
    found = errors([wrong])
    assert len(found) == 1
    assert "wrong.html:1" in found[0]
    assert "No “p” element in scope" in found[0]
