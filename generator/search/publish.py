"""Everything that the finder reads, written below the site's folder; the manifest comes last.

A browser that sees the manifest finds every file that it names. Same library, same bytes.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.dimensions import Dimension
from generator.config import Config
from generator.pages.inputs import Inputs
from generator.search.build import OvertakenError, Work, write_segment
from generator.search.columns import LIMIT, has_whole_names, write_columns
from generator.search.facets import FacetName, Table
from generator.search.folding import FOLDING, traditional_table
from generator.search.others import Record, others
from generator.search.pinyin import pinyin_file
from generator.search.segment import Kind, Mark, Segment
from generator.search.sources import IndexSource, case_sources, notice_sources
from generator.search.store import FOLDER, MANIFEST, VERSION, put_json
from generator.search.table import table_of
from generator.search.traditional import has_traditional
from generator.strings import table

CACHE: Final = ".cache/search"
"""What was extracted from unchanged documents, below the project's root."""
_SPOKEN: Final = (FacetName.METHOD, FacetName.RECOMMENDER, FacetName.REGION)


@dataclass(frozen=True, slots=True)
class Publication:
    """Where the finder's data goes and how it is made."""

    site: Path
    cache: Path | None
    """None: every document is read anew."""
    processes: int = 1
    is_wanted: Callable[[], bool] = lambda: True
    """Asked between the steps, and in the long ones: False ends the work without a manifest."""
    limit: int = LIMIT
    """Cases whose names the columns still hold."""


def cache_of(config: Config) -> Path | None:
    """Give the folder of what was extracted from unchanged documents; None where none can be."""
    folder = config.root / CACHE
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


def searchable(catalogue: Catalogue) -> int:
    """Count the documents whose text is found."""
    return len(catalogue.cases) + len(catalogue.notices.notices)


def write_search(catalogue: Catalogue, config: Config, publication: Publication) -> None:
    """Write the finder's data; raises OSError when the disk refuses."""
    manifest: dict[str, object] = {"version": VERSION, "folding": FOLDING, "segments": []}
    # Made once: when MkDocs has emptied the site's folder, what is overtaken puts nothing into it.
    (publication.site / FOLDER).mkdir(parents=True, exist_ok=True)
    try:
        for part in _parts(catalogue, config, publication):
            manifest.update(part)
            if not publication.is_wanted():
                return
    except OvertakenError:
        return
    manifest["words"] = table("finder")["words"]
    written = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"))
    if publication.is_wanted():
        (publication.site / MANIFEST).write_text(written + "\n", encoding="utf-8")


def _parts(
    catalogue: Catalogue, config: Config, publication: Publication
) -> Iterator[dict[str, object]]:
    """Write the files step by step; give what the manifest says of each."""
    folder = publication.site / FOLDER
    known = table_of(catalogue.library, catalogue)
    names, order = write_columns(folder, known, catalogue, publication.limit)
    yield {"columns": names, "order": order}
    found = others(Inputs.of(catalogue.library, catalogue, config))
    yield {"others": put_json(folder, found)}
    yield {"pinyin": put_json(folder, pinyin_file(spoken(catalogue, known)))}
    cases, notices = case_sources(catalogue, known), notice_sources(catalogue)
    yield {
        "traditional": put_json(folder, traditional_table()),
        "has_traditional": {
            "names": has_traditional(_named(cases)),
            "texts": has_traditional(chain(_told(cases, notices), _listed(found))),
        },
    }
    written: list[dict[str, str | int]] = []
    for segment in segments(known, cases, notices, publication.limit):
        work = Work(publication.cache, publication.processes, publication.is_wanted)
        written.append(write_segment(segment, folder, work))
        yield {"segments": written}


def mark_of(count: int, limit: int = LIMIT) -> Mark:
    """Give what the index marks of so many cases: their names where the columns have them not."""
    return Mark.OFTEN if has_whole_names(count, limit) else Mark.NAMED


def segments(
    known: Table,
    cases: Sequence[IndexSource],
    notices: Sequence[IndexSource],
    limit: int = LIMIT,
) -> tuple[Segment, ...]:
    """Give the runs of documents: closed years, the newest year, notices; none is empty.

    A new case belongs to the newest year, so the files of the closed years stay as they are.
    """
    mark = mark_of(len(cases), limit)
    runs = (
        Segment(Kind.CASE, 0, cases[: known.newest], mark),
        Segment(Kind.CASE, known.newest, cases[known.newest :], mark),
        Segment(Kind.NOTICE, 0, notices),
    )
    return tuple(run for run in runs if run.sources)


def spoken(catalogue: Catalogue, known: Table) -> dict[str, list[str]]:
    """Give the names that letters may stand for: enterprises with cases, by name, and terms.

    Terms are in the order of their facets, enterprises in the reader's order, as in the columns.
    """
    firms = catalogue.entries[Dimension.ENTERPRISE].values()
    terms = {str(name): [node.label for node in known.facets[name].nodes] for name in _SPOKEN}
    return {"enterprise": [entry.label for entry in firms if entry.count], **terms}


def _named(cases: Sequence[IndexSource]) -> Iterator[str]:
    """Yield what the columns hold: read before the first answer."""
    for case in cases:
        yield from (*case.names, *case.labels)


def _told(cases: Sequence[IndexSource], notices: Sequence[IndexSource]) -> Iterator[str]:
    """Yield what is read later: the texts of pages."""
    for source in (*cases, *notices):
        yield from source.told
        yield source.html


def _listed(found: Mapping[str, Iterable[Record]]) -> Iterator[str]:
    """Yield the names of what is no case: read after the cases' answer."""
    for records in found.values():
        for record in records:
            yield from record
