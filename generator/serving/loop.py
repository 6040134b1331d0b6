"""The one thread that reads: after every change it makes a snapshot, or says why there is none."""

import contextlib
import gc
import threading
import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from generator.serving.board import Board
from generator.serving.changes import Changes
from generator.serving.making import Maker, count_files
from generator.serving.problems import Problem, of_error
from generator.serving.snapshot import Snapshot
from generator.serving.watching import Watcher
from generator.site import Site

SHORTEST_BREATH: Final = 0.2
"""Seconds that a browser is given to load the page that was made first."""
LONGEST_BREATH: Final = 2.0
"""Between both, the quiet before the rest is read is as long as the reading was last time: so who
saves again seldom has to wait for it."""
LOOK: Final = 0.02
"""Seconds between two looks whether the rest is read."""
IDLE: Final = 5.0
"""Seconds without a change after which nobody waits for anything."""
SOME_STEPS: Final = 3
"""Changes after which garbage is collected when nobody waits."""
MOST_STEPS: Final = 12
"""Changes after which it is collected whoever waits."""


class Report(Protocol):
    """What the terminal says."""

    def shown(self, snapshot: Snapshot, changed: Collection[Path], seconds: float) -> None:
        """Say that new pages are shown; nothing has changed for the first."""
        ...

    def refused(self, problems: tuple[Problem, ...], *, is_first: bool) -> None:
        """Say what stands in the way."""
        ...


class Finder(Protocol):
    """Makes what the search reads."""

    def update(self, snapshot: Snapshot) -> None:
        """Make it anew in the background."""
        ...


@dataclass(slots=True)
class Loop:
    """Reads, shows, and waits for the next change."""

    maker: Maker
    board: Board
    changes: Changes
    watcher: Watcher
    report: Report
    finder: Finder | None
    breath: float = LONGEST_BREATH
    """Seconds of quiet before the rest of the library is read after a case."""

    def run(self) -> None:
        """Go on until the changes are stopped."""
        with contextlib.suppress(OSError):
            self.board.count(count_files(self.maker.project))
        changed: frozenset[Path] = frozenset()
        steps = 0
        with _collecting_by_hand() as collect:
            while not self.changes.is_stopped:
                self._step(changed)
                steps += 1
                if steps >= MOST_STEPS or (steps >= SOME_STEPS and self.changes.is_quiet(IDLE)):
                    collect()
                    steps = 0
                changed = self.changes.take()

    def _step(self, changed: frozenset[Path]) -> None:
        """Show the changes, or say what is wrong and leave the last good pages."""
        start = time.monotonic()
        try:
            # First, so that what changes while the files are read is noticed.
            self.watcher.watch(self.maker.watched())
            snapshot = self.maker.make(changed)
            if self.changes.is_stopped:
                return
            self.board.show(snapshot)
            self.report.shown(snapshot, changed, time.monotonic() - start)
            if self.changes.is_quiet(self.breath):
                snapshot = self._settled() or snapshot
        except Exception as error:  # noqa: BLE001 -- whatever it is, the preview goes on
            self._refuse(error)
            return
        if self.finder:
            self.finder.update(snapshot)

    def _settled(self) -> Snapshot | None:
        """Show the rest of the library; None when there is none, or a change came first."""
        work = self.maker.rest()
        if work is None:
            return None
        start = time.monotonic()
        reading = self._beside(work)
        # A case that is saved again need not wait for it: what was read is then of no use.
        while not reading.done():
            if not self.changes.is_quiet(LOOK):
                return None
        settled = self.maker.settle(reading.result())
        self.breath = min(max(time.monotonic() - start, SHORTEST_BREATH), LONGEST_BREATH)
        if settled.is_news:
            self.board.show(settled.snapshot)
        else:
            self.board.replace(settled.snapshot)
        return settled.snapshot

    def _beside(self, work: Callable[[], Site]) -> "Future[Site]":
        reading: Future[Site] = Future()

        def run() -> None:
            try:
                reading.set_result(work())
            except BaseException as error:  # noqa: BLE001 -- raised again where it is waited for
                reading.set_exception(error)

        # Ended with the program, which an executor's threads are not.
        threading.Thread(target=run, daemon=True).start()
        return reading

    def _refuse(self, error: Exception) -> None:
        if self.changes.is_stopped:
            return
        problems = of_error(error, self.maker.project.theme_path)
        is_first = self.board.state.snapshot is None
        self.board.refuse(problems)
        self.report.refused(problems, is_first=is_first)


@contextlib.contextmanager
def _collecting_by_hand() -> Iterator[Callable[[], int]]:
    """Keep the collector from stopping everybody for a second while somebody waits for a page.

    A library of 10,000 cases is a million objects, which it would look through after every few
    changes; here it does so when nobody has saved for a while.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield gc.collect
    finally:
        if was_enabled:
            gc.enable()
