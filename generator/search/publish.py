"""Everything that the finder reads, written below the site's folder; the manifest comes last.

A browser that sees the manifest finds every file that it names. Same library, same bytes, whatever
was kept or lies in the folder from before.
"""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.catalogue.catalogue import Catalogue
from generator.config import Config
from generator.digests import digest_of_parts
from generator.pages import routes
from generator.processes import without_collector
from generator.program import program_digest
from generator.search.background import OvertakenError
from generator.search.cache import Cache, KeptFacts, KeptSegment, State, opened
from generator.search.classes import FOLDING
from generator.search.columns import LIMIT, has_whole_names
from generator.search.facts import Making, Rows, make_facts
from generator.search.segment import Kind, Mark, Segment, Source
from generator.search.sources import IndexSource, notice_sources, sources_of_rows
from generator.search.store import FOLDER, MANIFEST, VERSION, Shelf
from generator.strings import table
from generator.writing import make_folder, write_if_changed

if TYPE_CHECKING:
    from generator.search.build import Work

CACHE: Final = ".cache/search"
"""What was extracted from unchanged documents, below the project's root."""


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
    facts: bytes = b""
    """Digest of all that the library says but the texts of bodies. Empty: nobody knows it, and all
    that is no index of texts is made anew."""


def cache_of(config: Config) -> Path | None:
    """Give the folder of what was extracted from unchanged documents; None where none can be."""
    folder = config.root / CACHE
    try:
        make_folder(folder)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


def searchable(catalogue: Catalogue) -> int:
    """Count the documents whose text is found."""
    return len(catalogue.cases) + len(catalogue.notices.notices)


def write_search(catalogue: Catalogue, config: Config, publication: Publication) -> frozenset[str]:
    """Write the finder's data and give the addresses of all its files, below the site's root.

    What lies there and is right is not written again; nothing is removed. Where nobody wants the
    data any more, no address is given, and no file may be taken for an old one. Raises OSError
    when the disk refuses.
    """
    # Made once: when the folder goes away meanwhile, what is overtaken puts nothing into it.
    (publication.site / FOLDER).mkdir(parents=True, exist_ok=True)
    try:
        with without_collector(), opened(publication.cache) as cache:
            return _Build(catalogue, config, publication, cache).write()
    except OvertakenError:
        return frozenset()


@dataclass(frozen=True, slots=True)
class _Build:
    """One build of the finder's data."""

    catalogue: Catalogue
    config: Config
    publication: Publication
    cache: Cache

    def write(self) -> frozenset[str]:
        """Write what is not there yet, and keep for the next build what it is; as above."""
        state = self.cache.state()
        shelf = Shelf(self.publication.site / FOLDER, state.files)
        facts, runs = self._prepared(state.facts, shelf)
        self._ask()
        kept: dict[str, KeptSegment] = {}
        for run in runs:
            kept[run.name] = self._segment(run, shelf, state.segments.get(run.name))
            self._ask()
        self._write_manifest(facts, runs, kept)
        files = {name for segment in kept.values() for name in segment.files} | {*facts.files}
        is_new = facts is not state.facts or any(
            segment is not state.segments.get(name) for name, segment in kept.items()
        )
        known = State(program_digest(), facts, kept, shelf.signatures(files, is_new=is_new))
        if known != state:
            self.cache.keep_state(known)
            self.cache.clear({name for segment in kept.values() for name, _ in segment.packs})
        return frozenset((MANIFEST, *(f"{FOLDER}/{name}" for name in files)))

    def _ask(self) -> None:
        if not self.publication.is_wanted():
            raise OvertakenError

    def _prepared(self, old: KeptFacts | None, shelf: Shelf) -> tuple[KeptFacts, Sequence[Segment]]:
        """Give what does not hang on texts, as it was or made anew, and the segments.

        Where much is to be made, the packs of the segments are made beside it.
        """
        given, key = self.publication, self._key()
        if given.facts and old and old.key == key and shelf.has(old.files):
            return old, segments(self.catalogue, old.heads, old.newest, given.limit)
        from generator.search.build import make_packs  # noqa: PLC0415 -- as in `_segment`

        rows = Rows.of(self.catalogue)
        self._ask()
        making = Making(shelf, self.cache, given.limit, given.is_wanted)
        job = partial(make_facts, self.catalogue, self.config, rows, making, key)
        runs = segments(self.catalogue, rows.heads, rows.table.newest, given.limit, rows.sources)
        return make_packs(runs, self._work(), job), runs

    def _key(self) -> bytes:
        """Give the digest of all that the facts are made from."""
        given = self.publication
        # Neither the day nor the number of processes shows in the finder.
        config = replace(self.config, today=date.min, processes=0)
        return digest_of_parts(
            program_digest(), given.facts, repr(config).encode(), str(given.limit).encode()
        )

    def _segment(self, segment: Segment, shelf: Shelf, old: KeptSegment | None) -> KeptSegment:
        """Give how a segment is written: as it was, or anew."""
        if old and old.key == segment.key() and shelf.has(old.files):
            return old
        # Not at the top: numpy takes 0.1 s, and a build that changes no text needs none.
        from generator.search.build import write_segment  # noqa: PLC0415

        return write_segment(segment, shelf, self._work(), old)

    def _work(self) -> "Work":
        from generator.search.build import Work  # noqa: PLC0415 -- as in `_segment`

        return Work(self.cache, self.publication.processes, self.publication.is_wanted)

    def _write_manifest(
        self, facts: KeptFacts, runs: Sequence[Segment], kept: dict[str, KeptSegment]
    ) -> None:
        texts = facts.listed or any(segment.traditional for segment in kept.values())
        manifest = {
            "version": VERSION,
            "folding": FOLDING,
            "segments": [entry_of(run, kept[run.name]) for run in runs],
            **facts.manifest,
            "has_traditional": {"names": facts.named, "texts": texts},
            "words": table("finder")["words"],
        }
        written = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"))
        self._ask()
        write_if_changed(self.publication.site / MANIFEST, written + "\n")


def entry_of(segment: Segment, kept: KeptSegment) -> dict[str, str | int]:
    """Give what the manifest says of a segment."""
    return {
        "kind": segment.kind.value,
        "first": segment.first,
        "count": len(segment.digests),
        "directory": kept.directory,
    }


def mark_of(count: int, limit: int = LIMIT) -> Mark:
    """Give what the index marks of so many cases: their names where the columns have them not."""
    return Mark.OFTEN if has_whole_names(count, limit) else Mark.NAMED


def segments(
    catalogue: Catalogue,
    heads: Sequence[bytes],
    newest: int,
    limit: int = LIMIT,
    known: Sequence[IndexSource] | None = None,
) -> tuple[Segment, ...]:
    """Give the runs of documents: closed years, the newest year, notices; none is empty.

    `heads` are those of all cases, the oldest first, and `newest` is the first case of the newest
    year. A new case belongs to it, so the files of the closed years stay as they are. Where all
    cases are `known` as documents, none is made again.
    """
    cases = catalogue.cases[::-1]
    mark = mark_of(len(cases), limit)
    uris = [routes.case(case.id) for case in cases]
    digests = [head + case.body.digest for head, case in zip(heads, cases, strict=True)]
    notices = notice_sources(catalogue)
    parts = (
        Segment(
            Kind.CASE,
            part.start,
            uris[part.start : part.stop],
            digests[part.start : part.stop],
            partial(_read, catalogue, known, part.start),
            mark,
        )
        for part in (range(newest), range(newest, len(cases)))
    )
    runs = (*parts, Segment.of(Kind.NOTICE, 0, notices))
    return tuple(run for run in runs if run.uris)


def _read(
    catalogue: Catalogue, known: Sequence[IndexSource] | None, first: int, numbers: Sequence[int]
) -> Sequence[Source]:
    rows = [first + number for number in numbers]
    return sources_of_rows(catalogue, rows) if known is None else [known[row] for row in rows]
