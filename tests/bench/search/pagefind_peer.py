"""Pagefind: the pages that it reads, and what the names of its results mean."""

import gzip
import json
import platform
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from tests.bench.search.texts import Text, read_texts
from tests.bench.synthesis import ROOT

NODE: Final = ROOT / "build/node/search/node_modules"
_KINDS: Final = {"x86_64": "x64", "aarch64": "arm64"}
PROGRAM: Final = (
    NODE / f"@pagefind/linux-{_KINDS.get(platform.machine(), 'none')}/bin/pagefind_extended"
)
"""With dictionaries: without them Chinese is not cut into words at all."""
_SIGNATURE: Final = b"pagefind_dcd"


def write_pages(work: Path, site: Path) -> None:
    """Write a page a case, as a site without the finder would have it."""
    folder = site / "p"
    folder.mkdir(parents=True)
    for text in read_texts(work):
        (folder / f"{text.key}.html").write_text(page(text), encoding="utf-8")


def page(text: Text) -> str:
    """Give the page of a case: title, enterprise and names stand in it like its text."""
    shown = (text.enterprise, *text.names, *text.passages)
    paragraphs = "\n".join(f"<p>{escape(piece)}</p>" for piece in shown if piece)
    title = escape(text.title or text.enterprise)
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f"</head><body><main data-pagefind-body><h1>{title}</h1>\n{paragraphs}</main></body></html>"
    )


def keys_of_fragments(site: Path) -> Iterator[tuple[str, int]]:
    """Yield the name of every result and the key of its case."""
    for path in (site / "pagefind/fragment").iterdir():
        data = gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE)
        yield path.stem, int(Path(json.loads(data)["url"]).stem)
