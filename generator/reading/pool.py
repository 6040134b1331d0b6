"""Cases read by several processes, in the order of their paths whoever was first."""

import multiprocessing
import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from generator.findings import Finding
from generator.library.case import Case
from generator.library.rules.context import Context
from generator.library.vocabulary import Vocabulary
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
    count = min(processes or _available(), -(-len(paths) // CHUNK))
    start = _start_method()
    if count <= 1 or len(paths) <= (ALONE if start == "fork" else ALONE_UNLESS_FORKED):
        yield from map(worker.case, paths)
        return
    chunks = [paths[first : first + CHUNK] for first in range(0, len(paths), CHUNK)]
    context = multiprocessing.get_context(start)
    with ProcessPoolExecutor(count, context, _begin, (_portable(worker),)) as pool:
        for reads in pool.map(_read_chunk, chunks):
            yield from reads


def _available() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start_method() -> str:
    """Choose how processes start.

    A fork is there at once, a spawn must import everything again; but a fork of a program with
    several threads (the live preview) may hang.
    """
    forks = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    return "fork" if forks else "spawn"


def _portable(worker: Worker) -> Worker:
    """Give a worker that can be sent: read-only views and looked-up names cannot be pickled."""
    context = worker.context
    vocabularies = {
        name: Vocabulary(name=name, terms=vocabulary.terms)
        for name, vocabulary in context.vocabularies.items()
    }
    sent = Context(vocabularies, dict(context.editions), context.exists)
    return Worker(worker.project, sent, worker.make_body)


def _begin(worker: Worker) -> None:
    global _worker  # noqa: PLW0603 -- the one way to hand something to a process of a pool
    _worker = worker


def _read_chunk(paths: Sequence[str]) -> list[CaseRead]:
    assert _worker is not None, "the pool begins with _begin"
    return [_worker.case(path) for path in paths]
