"""Documents of the corpus read by others than the intake: what the self-checks compare with."""

import json
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypandoc

from tests.intake.corpus.wordml import NAMESPACES

_W = f"{{{NAMESPACES['w']}}}"


def pandoc_tree(path: Path) -> dict[str, Any]:
    """Give pandoc's tree of a document; raises when pandoc cannot open it."""
    command = [pypandoc.get_pandoc_path(), "--sandbox", "--track-changes=accept", "-t", "json"]
    done = subprocess.run([*command, str(path)], capture_output=True, check=True, timeout=60)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def pandoc_text(path: Path) -> str:
    """Give all words of a document without white space, footnotes after the text."""
    notes: list[str] = []
    body = "".join(_words(pandoc_tree(path)["blocks"], notes))
    return body + "".join(notes)


def _words(node: Any, notes: list[str]) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _words(item, notes)
    elif isinstance(node, dict):
        if node.get("t") == "Str":
            yield node["c"].replace("\u3000", "").replace("\xa0", "")
        elif node.get("t") == "Quoted":
            yield from _words(node["c"][1], notes)
        elif node.get("t") == "Note":
            inner: list[str] = []
            notes.append("".join(_words(node["c"], inner)))
        else:
            yield from _words(node.get("c"), notes)


def xml_text(path: Path) -> str:
    """Give the text of document.xml without white space and what is hidden."""
    with zipfile.ZipFile(path) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    shown = [run for run in root.iter(f"{_W}r") if run.find(f"{_W}rPr/{_W}vanish") is None]
    return "".join(
        "".join(one.text or "" for run in shown for one in run.findall(f"{_W}t")).split()
    )
