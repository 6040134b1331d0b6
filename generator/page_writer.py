"""Pages to files, in other processes beside MkDocs's own loop.

MkDocs writes its pages one after the other in one process. Our pages do not depend on each other,
so a large site is shared out: MkDocs keeps the first pages, forked processes write the rest through
the same templates with the same context. A fork has the whole plan at hand without a copy, and what
it writes is byte for byte what MkDocs would write.
"""

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Final

import click

from generator.errors import BiaoganError
from generator.pages import routes
from generator.pages.planned import PlannedPage
from generator.strings import text

ALONE: Final = 400
"""Up to so many pages MkDocs writes alone: a fork costs what it saves."""
RUN: Final = 100
"""Pages that a process takes at a time. Pages of one kind stand together: what a run looks at lies
together in memory, so that a fork copies little."""

Render = Callable[[PlannedPage], str]
"""Gives a page's HTML."""


def share_out(
    pages: Sequence[PlannedPage], processes: int
) -> tuple[Sequence[PlannedPage], Sequence[PlannedPage]]:
    """Give the pages for MkDocs's own loop, and those for the other processes."""
    if processes <= 1 or len(pages) <= ALONE:
        return pages, ()
    return pages[:RUN], pages[RUN:]


@dataclass(frozen=True, slots=True)
class Work:
    """Pages to write, taken run by run by whichever process is free."""

    pages: Sequence[PlannedPage]
    render: Render
    site: Path
    taken: "Synchronized[int]"
    """How many pages were given out."""

    def runs(self) -> Iterator[Sequence[PlannedPage]]:
        """Take runs until none is left."""
        while True:
            with self.taken.get_lock():
                first = self.taken.value
                self.taken.value = first + RUN
            if first >= len(self.pages):
                return
            yield self.pages[first : first + RUN]

    def write(self) -> None:
        """Write pages until none is left; exit with status 1 when the disk refuses."""
        gc.disable()  # short-lived, and a collection would touch, so copy, every page of the fork
        try:
            for run in self.runs():
                for planned in run:
                    path = self.site / routes.file_of(planned.uri)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    html = self.render(planned)
                    path.write_bytes(html.encode("utf-8", errors="xmlcharrefreplace"))
        except OSError as error:
            click.echo(text("cli.build.failed", reason=error), err=True)
            sys.exit(1)


def start(
    pages: Sequence[PlannedPage], render: Render, site: Path, processes: int
) -> Sequence[BaseProcess]:
    """Start the processes that write these pages; none when there is nothing to write."""
    if not pages:
        return ()
    context = multiprocessing.get_context("fork")
    work = Work(pages, render, site, context.Value("q", 0))
    started = [context.Process(target=work.write, daemon=True) for _ in range(processes)]
    for process in started:
        process.start()
    return started


def finish(processes: Sequence[BaseProcess]) -> None:
    """Wait for the processes; raises BiaoganError when one of them failed."""
    for process in processes:
        process.join()
    if any(process.exitcode for process in processes):
        raise BiaoganError(text("cli.build.process_failed"))
