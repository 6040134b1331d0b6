"""What reading knows from before: packs of records, and the digests of files.

Every file of the library is asked for here. What was read of a file is taken from its pack when
the file, what else its reading looked at, and the program are the same; the rest is read now, by
several processes when it is much.
"""

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from generator.digests import FileDigests
from generator.errors import DamagedCacheError
from generator.pools import each
from generator.progress import SILENT, Progress
from generator.reading.packs import Entry, Pack, damaged, write_pack
from generator.reading.tree import Tree
from generator.reading.worker import Kind, Worker
from generator.writing import remove

PACK: Final = 64
"""Files in a pack, about: an edit writes a pack anew, and the pool takes one at a time."""
MOST: Final = 128
"""Packs of a kind at most: each is an open file as long as its records live, and some systems allow
a program 256."""
TRIES: Final = 3
ALONE: Final = 150
"""Up to so many files one process is fast enough: starting others costs what they save."""

Wanted = Mapping[str, tuple[bytes, bytes]]
"""Path → digests of the file and of what else its reading looks at."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Where packs lie, and how many processes fill them."""

    folder: Path
    digests: FileDigests
    processes: int
    tree: Tree
    """The files of the library: listed once, for whoever compares them and whoever reads them."""
    progress: Progress = SILENT

    def entries(
        self, worker: Worker, kind: Kind, paths: Sequence[str], key: Callable[[str], bytes]
    ) -> Iterator[tuple[str, Entry]]:
        """Give what each file gave, in any order; `key` gives the digest of its surroundings.

        Raises OSError when a pack cannot be written, DamagedCacheError when one cannot be read.
        """
        jobs = [
            Job(self.folder / f"{kind}-{count}-{number}.pack", worker, kind, wanted)
            for count, number, wanted in self._shares(paths, key)
        ]
        packs = [job.whole() for job in jobs]
        self._fill([job for job, pack in zip(jobs, packs, strict=True) if pack is None])
        for job, pack in zip(jobs, packs, strict=True):
            yield from (pack or job.written()).entries.items()
        self._clear({job.path.name for job in jobs}, f"{kind}-")

    def _fill(self, jobs: Sequence["Job"]) -> None:
        """Read what is not known, and write the packs anew."""
        count = sum(len(job.stale(Pack.at(job.path))) for job in jobs)
        self.progress.expect(count)
        pays = partial(_pays, count)
        for done in each(Job.run, jobs, processes=self.processes, is_much=pays):
            self.progress.advance(done)

    def _shares(
        self, paths: Sequence[str], key: Callable[[str], bytes]
    ) -> Iterator[tuple[int, int, Wanted]]:
        """Share the paths out by a digest of their names: a new file moves no other."""
        count = 1
        while count < MOST and count * PACK < len(paths):
            count *= 2
        shares: dict[int, dict[str, tuple[bytes, bytes]]] = defaultdict(dict)
        for path in paths:
            share = zlib.crc32(path.encode()) % count
            shares[share][path] = self.digests.of(path), key(path)
        for number in sorted(shares):
            yield count, number, shares[number]

    def _clear(self, used: set[str], prefix: str) -> None:
        """Remove packs that nobody uses any more."""
        for path in self.folder.glob(f"{prefix}*"):
            if path.name not in used:
                remove(path)


def _pays(count: int, costs: int) -> bool:
    return count > ALONE * costs


@dataclass(frozen=True, slots=True)
class Job:
    """One pack, and what it should hold; it can be sent to another process."""

    path: Path
    worker: Worker
    kind: Kind
    wanted: Wanted

    def whole(self) -> Pack | None:
        """Give the pack when it holds all that is wanted, as it is now, and nothing else."""
        pack = Pack.at(self.path)
        if pack is None or pack.entries.keys() != self.wanted.keys():
            return None
        return None if self.stale(pack) else pack

    def written(self) -> Pack:
        """Give the pack that was just written; raises DamagedCacheError."""
        for _ in range(TRIES):
            pack = Pack.at(self.path)
            if pack and pack.entries.keys() == self.wanted.keys():
                return pack
            self.run()  # another program that reads the library wrote it meanwhile
        raise damaged(self.path)

    def stale(self, pack: Pack | None) -> set[str]:
        """Give the files that must be read because the pack does not hold them as they are."""
        return {path for path in self.wanted if pack is None or not self._is_fresh(path, pack)}

    def run(self) -> int:
        """Write the pack anew and tell how many files were read."""
        pack = Pack.at(self.path)
        try:
            return self._write(pack)
        except DamagedCacheError:  # a text of the old pack: nothing of it is of use
            return self._write(None)

    def _write(self, pack: Pack | None) -> int:
        stale = self.stale(pack)
        entries: dict[str, Entry] = {}
        for path, (_, key) in self.wanted.items():
            if path in stale or pack is None:
                entries[path] = self.worker.read(self.kind, path, key)
            else:
                entries[path] = pack.entries[path]
        write_pack(self.path, entries)
        return len(stale)

    def _is_fresh(self, path: str, pack: Pack) -> bool:
        """Tell whether what is kept of a file is what reading it now would give."""
        entry = pack.entries.get(path)
        return (
            entry is not None
            and (entry.source, entry.context) == self.wanted[path]
            and all(self.worker.context.exists(name) == is_there for name, is_there in entry.asked)
        )
