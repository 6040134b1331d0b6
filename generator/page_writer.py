"""Pages to files, in other processes beside MkDocs's own loop.

MkDocs writes its pages one after the other in one process. Our pages do not depend on each other,
so a large site is shared out: the parent gives MkDocs every n-th page, forked processes write the
rest through the same templates with the same context. A fork has the whole plan at hand without
a copy, and what it writes is byte for byte what MkDocs would write.
"""

import multiprocessing
import sys
from collections.abc import Callable, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

import click

from generator.errors import BiaoganError
from generator.pages import routes
from generator.pages.plan import PlannedPage
from generator.strings import text

ALONE: Final = 400
"""Up to so many pages MkDocs writes alone: a fork costs what it saves."""

Render = Callable[[PlannedPage], str]
"""Gives a page's HTML."""


def shares(pages: Sequence[PlannedPage], processes: int) -> list[Sequence[PlannedPage]]:
    """Deal the pages out, one share a process, the first share for MkDocs's own loop.

    Every n-th page goes to the same process, for pages of one kind stand together and cost alike.
    """
    if processes <= 1 or len(pages) <= ALONE:
        return [pages]
    return [pages[first::processes] for first in range(processes)]


def start(work: Sequence[Sequence[PlannedPage]], render: Render, site: Path) -> list[BaseProcess]:
    """Start one forked process a share."""
    context = multiprocessing.get_context("fork")
    processes: list[BaseProcess] = [
        context.Process(target=_write, args=(share, render, site), daemon=True) for share in work
    ]
    for process in processes:
        process.start()
    return processes


def finish(processes: Sequence[BaseProcess]) -> None:
    """Wait for the processes; raises BiaoganError when one of them failed."""
    for process in processes:
        process.join()
    if any(process.exitcode for process in processes):
        raise BiaoganError(text("cli.build.process_failed"))


def _write(share: Sequence[PlannedPage], render: Render, site: Path) -> None:
    try:
        for planned in share:
            path = site / routes.file_of(planned.uri)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(render(planned).encode("utf-8", errors="xmlcharrefreplace"))
    except OSError as error:
        click.echo(text("cli.build.failed", reason=error), err=True)
        sys.exit(1)
