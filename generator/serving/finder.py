"""What the search reads, made in a process of its own after the pages are shown.

A thread beside the pages would hold them up: extracting 10,000 cases keeps a core busy for twenty
seconds. A change overtakes the process, which is ended; the earlier data stays until newer is
whole.
"""

import multiprocessing
import os
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import click

from generator.config import Config
from generator.search.background import Background
from generator.search.publish import Publication, cache_of, write_search
from generator.serving.snapshot import Snapshot
from generator.site import prepare
from generator.strings import text

DELAY: Final = 2.0
"""Seconds after which the process begins: who saves once often saves again."""
_LOOK: Final = 0.1
"""Seconds between two looks whether the process is still wanted."""
_MEEK: Final = 10
"""How far the process stands back behind the preview."""
_PATIENCE: Final = 2.0
"""Seconds that a preview which is stopped waits for it to end."""
_FILE: Final = re.compile(r"search/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*")
"""Files of the finder; no part begins with a dot."""


class SearchData:
    """The finder's files, in a folder that goes away with the preview."""

    def __init__(self) -> None:
        self._folder: Final = Path(tempfile.mkdtemp(prefix="biaogan-"))
        self._background: Final = Background()
        self._ready: Path | None = None
        self._count = 0

    def update(self, snapshot: Snapshot) -> None:
        """Make the files anew in the background; what was begun earlier is ended."""
        self._count += 1
        target = self._folder / str(self._count)
        config = replace(snapshot.project.config, processes=1)
        self._background.start(partial(self._make, config, target))

    def file(self, uri: str) -> Path | None:
        """Give a file of the finder; None where it is not there, or not yet."""
        if self._ready is None or not _FILE.fullmatch(uri):
            return None
        path = self._ready / uri
        return path if path.is_file() else None

    def close(self) -> None:
        """End what runs and remove the folder."""
        self._background.overtake()
        self._background.wait(_PATIENCE)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _make(self, config: Config, target: Path, is_wanted: Callable[[], bool]) -> None:
        _keep_from_interrupts()
        began = time.monotonic()
        while is_wanted() and time.monotonic() < began + DELAY:
            time.sleep(_LOOK)
        if not is_wanted():
            return
        process = multiprocessing.get_context("spawn").Process(
            target=_write, args=(config, target), daemon=True
        )
        process.start()
        while process.is_alive() and is_wanted():
            process.join(_LOOK)
        if process.is_alive():
            process.terminate()
            process.join()
        if process.exitcode == 0 and is_wanted():
            earlier, self._ready = self._ready, target
        else:
            earlier = target
        if earlier:
            shutil.rmtree(earlier, ignore_errors=True)


def _keep_from_interrupts() -> None:
    """Let Ctrl-C in the terminal reach the preview only, which then ends the process."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _write(config: Config, folder: Path) -> None:
    if hasattr(os, "nice"):
        os.nice(_MEEK)
    try:
        site = prepare(config)
        folder.mkdir(parents=True, exist_ok=True)
        publication = Publication(folder, cache_of(config), facts=site.facts)
        write_search(site.catalogue, config, publication)
    except Exception as error:  # noqa: BLE001 -- whatever it is, the pages are not touched
        click.echo(text("cli.serve.search_failed", reason=error), err=True)
        sys.exit(1)
