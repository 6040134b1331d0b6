"""Our finder's files for the same texts: the index, and what a browser needs beside it.

`python -m tests.bench.search.ours plan WORK` reads the library, writes the columns and notes which
case is which row; `index WORK` builds the index alone, which is what is measured; `page WORK`
writes the manifest and a page with the finder's own scripts.
"""

import gzip
import json
import os
import sys
import time
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from generator import assets
from generator.catalogue.catalogue import Catalogue
from generator.config import Config
from generator.search import build, folding, publish, store
from generator.search.segment import Kind, Segment
from generator.search.table import table_of
from generator.site import read
from tests.bench.measure import Output
from tests.bench.search.texts import parse, read_texts
from tests.bench.synthesis import ROOT

FILES: Final = ("columns", "others", "traditional", "pinyin", "order")
TODAY: Final = date(2026, 11, 21)
PAGES: Final = Path(__file__).with_name("pages")
FINDER: Final = ROOT / "theme" / "finder"


@dataclass(frozen=True, slots=True)
class Line:
    """A document that is one line of a file: no text is held before it is indexed."""

    path: Path
    start: int
    length: int

    def _read(self) -> bytes:
        with self.path.open("rb") as lines:
            lines.seek(self.start)
            return lines.read(self.length)

    @property
    def uri(self) -> str:
        """Tell it from the other documents."""
        return f"{self.path.name}/{self.start}"

    def digest(self) -> bytes:
        """Give 32 bytes that change whenever the text may change."""
        return blake2b(self._read(), digest_size=32).digest()

    def text(self) -> str:
        """Give everything in which the document is found."""
        return folding.APART.join(parse(self._read()).pieces())

    def named(self) -> str:
        """Give the title and the names of the enterprise alone."""
        return folding.fold_pieces(parse(self._read()).firsts())

    def is_traditional(self) -> bool:
        """Leave out what the manifest says of it: `page` does."""
        return False


def lines_of(work: Path) -> list[Line]:
    """Give all documents by their keys."""
    found = []
    for path in sorted((work / "texts").iterdir()):
        start = 0
        with path.open("rb") as lines:
            for line in lines:
                found.append(Line(path, start, len(line)))
                start += len(line)
    return found


def plan(work: Path) -> None:
    """Write all that the site has beside the index; note the row of every case.

    The site's own program writes it, and a small index of the stubs, which is taken away again.
    """
    root, site = work / "library", work / "ours"
    config = Config(
        root=root,
        cases_path=root / "cases",
        notices_path=root / "notices",
        redirects_path=root / "cases/redirects.yml",
        documents_path=root / "docs",
        today=TODAY,
    )
    catalogue = Catalogue.of(read(config).library)
    (site / store.FOLDER).mkdir(parents=True)
    began = time.perf_counter()
    publish.write_search(catalogue, config, publish.Publication(site, None, os.cpu_count() or 1))
    seconds = time.perf_counter() - began
    for path in (site / store.FOLDER).glob("*.bin"):
        if not path.with_suffix(".json").exists():
            path.unlink()
    known = table_of(catalogue.library, catalogue)
    keys = {text.id: text.key for text in read_texts(work)}
    rows = [keys[case_id] for case_id in known.ids]
    values = {"rows": rows, "newest": known.newest, "seconds_beside": seconds}
    (work / "plan.json").write_text(json.dumps(values), encoding="utf-8")


def index(work: Path) -> None:
    """Write the two segments, as a build of the site does."""
    planned = json.loads((work / "plan.json").read_bytes())
    lines = lines_of(work)
    sources = [lines[key] for key in planned["rows"]]
    newest = planned["newest"]
    parts = [(0, sources[:newest]), (newest, sources[newest:])]
    data, mark = work / "ours" / store.FOLDER, publish.mark_of(len(sources))
    shelf, task = store.Shelf(data, {}), build.Work(processes=os.cpu_count() or 1)
    runs = [Segment.of(Kind.CASE, first, part, mark) for first, part in parts if part]
    entries = [publish.entry_of(run, build.write_segment(run, shelf, task)) for run in runs]
    (work / "segments.json").write_text(json.dumps(entries), encoding="utf-8")


def output(work: Path) -> Output:
    """Count the index alone: shards and directories, not what stands beside them."""
    files = [
        path
        for path in (work / "ours" / store.FOLDER).glob("*.bin")
        if not path.with_suffix(".json").exists()
    ]
    return Output(pages=0, files=len(files), bytes=sum(path.stat().st_size for path in files))


def page(work: Path) -> None:
    """Write the manifest of both and a page with the finder's scripts."""
    site = work / "ours"
    path = site / store.MANIFEST
    manifest = json.loads(path.read_bytes())
    manifest["segments"] = json.loads((work / "segments.json").read_bytes())
    # In quotations, which the stubs leave out.
    manifest["has_traditional"] = {"names": False, "texts": True}
    written = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"))
    path.write_text(written, encoding="utf-8")
    files = (*sorted(FINDER.glob("*.js")), PAGES / "ours.js")
    scripts = "\n".join(one.read_text(encoding="utf-8") for one in files)
    bundle = assets.minified(assets._closure(scripts))
    (site / "finder.js").write_text(bundle, encoding="utf-8")
    (work / "parts.json").write_text(json.dumps(parts(site, manifest)), encoding="utf-8")


def parts(site: Path, manifest: dict[str, Any]) -> dict[str, int]:
    """Give the bytes of what a first search fetches beside shards, and of what it may fetch."""
    files = {name: manifest[name] for name in FILES}
    files |= {f"directory {one['first']}": one["directory"] for one in manifest["segments"]}
    sizes = {
        name: (site / store.FOLDER / f"{file}.bin").stat().st_size for name, file in files.items()
    }
    plain = {"scripts": site / "finder.js", "manifest": site / store.MANIFEST}
    return {
        **{name: len(gzip.compress(path.read_bytes(), 6)) for name, path in plain.items()},
        **sizes,
    }


if __name__ == "__main__":
    {"plan": plan, "index": index, "page": page}[sys.argv[1]](Path(sys.argv[2]))
