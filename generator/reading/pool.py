"""Cases read by several processes, in the order of their paths whoever was first."""

import gc
import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from generator.findings import Finding
from generator.library.case import Case
from generator.library.rules.context import Context
from generator.library.vocabulary import Vocabulary
from generator.processes import available, can_fork
from generator.reading.worker import Worker

CaseRead = tuple[Case | None, tuple[Finding, ...]]

ALONE: Final = 150
"""Up to so many cases one process is fast enough: starting others costs what they save."""
ALONE_UNLESS_FORKED: Final = 600
"""The same where every process has to import the program again, which takes half a second."""
CHUNK: Final = 50

_worker: Worker | None = None
"""What a reading process was given when it started; no other process sees it."""


def read_cases(worker: Worker, paths: Sequence[str], processes: int) -> Iterator[CaseRead]:
    """Read the cases at `paths`; `processes` is as configured, 0 lets the program choose."""
    count = min(available(processes), -(-len(paths) // CHUNK))
    # A fork is there at once, a spawn must import everything again.
    start = "fork" if can_fork() else "spawn"
    if count <= 1 or len(paths) <= (ALONE if start == "fork" else ALONE_UNLESS_FORKED):
        yield from map(worker.case, paths)
        return
    chunks = [paths[first : first + CHUNK] for first in range(0, len(paths), CHUNK)]
    context = multiprocessing.get_context(start)
    with ProcessPoolExecutor(count, context, _begin, (_portable(worker),)) as pool:
        for reads in pool.map(_read_chunk, chunks):
            yield from reads


def _portable(worker: Worker) -> Worker:
    """Give a worker that can be sent: read-only views and looked-up names cannot be pickled."""
    context = worker.context
    vocabularies = {
        name: Vocabulary(name=name, terms=vocabulary.terms, is_whole=vocabulary.is_whole)
        for name, vocabulary in context.vocabularies.items()
    }
    sent = Context(vocabularies, dict(context.editions), context.exists)
    return Worker(worker.project, sent, worker.make_body)


def _begin(worker: Worker) -> None:
    global _worker  # noqa: PLW0603 -- the one way to hand something to a process of a pool
    _worker = worker
    gc.disable()  # a reading process is short-lived and makes no cycles


def _read_chunk(paths: Sequence[str]) -> list[CaseRead]:
    assert _worker is not None, "the pool begins with _begin"
    return [_worker.case(path) for path in paths]
