"""A child process for every submission: what a document does to it ends with it."""

import faulthandler
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final, Generic, TypeVar

from generator.intake.packages.disk import is_full
from generator.intake.taking.confinement import Limits, confine, end_with_parent
from generator.processes import can_fork, undisturbed

Item = TypeVar("Item")


_LOG: Final = "said.log"
_OUT_OF_MEMORY: Final = 3
_DISK_FULL: Final = 4


class Ending(StrEnum):
    """How a child ended."""

    DONE = "done"
    TIMEOUT = "timeout"
    """It was ended when its time was over."""
    BROKEN = "broken"
    """It ran out of memory or processor time, or a library fell over the document."""
    DISK_FULL = "disk-full"
    """There was no room for what it had to write; nothing is wrong with the document."""
    FAULT = "fault"
    """A fault of ours; `said` tells which."""


_ENDINGS: Final[Mapping[int | None, Ending]] = {
    0: Ending.DONE,
    1: Ending.FAULT,
    _DISK_FULL: Ending.DISK_FULL,
}
"""Exit status → ending: an exception that nobody took gives 1; all else is no end of ours."""


@dataclass(frozen=True, slots=True)
class Ended(Generic[Item]):
    """A child that is no more."""

    number: int
    """Of the item, from 0."""
    item: Item
    folder: Path
    """Where it worked, and left what it made."""
    ending: Ending

    @property
    def said(self) -> str:
        """Give the last line that it or its libraries said."""
        try:
            log = (self.folder / _LOG).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
        return (log.strip().splitlines() or [""])[-1]


@dataclass(slots=True)
class _Running(Generic[Item]):
    number: int
    item: Item
    folder: Path
    process: BaseProcess
    until: float


@dataclass(slots=True)
class Children(Generic[Item]):
    """Children that work on items, some at a time, each in a folder of its own."""

    work: Callable[[Item, Path], None]
    folder: Path
    at_once: int
    limits: Limits = field(default_factory=Limits)

    def each(self, items: Sequence[Item]) -> Iterator[Ended[Item]]:
        """Yield every child as it ends; when the caller stops, all that run are ended."""
        waiting = list(enumerate(items))[::-1]
        running: list[_Running[Item]] = []
        try:
            while waiting or running:
                while waiting and len(running) < self.at_once:
                    self._start(running, *waiting.pop())
                for one, ending in self._ended(running):
                    running.remove(one)
                    yield Ended(one.number, one.item, one.folder, ending)
        finally:
            for one in running:
                _end(one.process)

    def _start(self, running: list[_Running[Item]], number: int, item: Item) -> None:
        """Start a child; one that a Ctrl-C finds just begun is among those that are ended."""
        folder = self.folder / f"{number:05d}"
        folder.mkdir(parents=True)
        arguments = self.work, item, folder, self.limits
        process = _process_class()(target=_begin, args=arguments)
        with undisturbed():
            process.start()
            until = time.monotonic() + self.limits.seconds
            running.append(_Running(number, item, folder, process, until))

    def _ended(self, running: list[_Running[Item]]) -> list[tuple[_Running[Item], Ending]]:
        """Wait until a child ends or its time is over."""
        left = min(one.until for one in running) - time.monotonic()
        ready = connection.wait([one.process.sentinel for one in running], timeout=max(left, 0))
        found = []
        for one in running:
            if one.process.sentinel in ready:
                one.process.join(1)  # it closed its files, and is about to be gone
            if not one.process.is_alive():
                ending = _ENDINGS.get(one.process.exitcode, Ending.BROKEN)
                found.append((one, ending))
                _end(one.process)
            elif time.monotonic() >= one.until:
                _end(one.process)
                found.append((one, Ending.TIMEOUT))
        return found


def _process_class() -> type[BaseProcess]:
    """Fork where that is safe: the libraries are loaded, and the vocabularies need no copy."""
    if can_fork():
        return multiprocessing.get_context("fork").Process
    return multiprocessing.get_context("spawn").Process


def _end(process: BaseProcess) -> None:
    """End a child and all that it started, pandoc and LibreOffice, and take its place back."""
    with suppress(OSError):
        os.killpg(process.pid or 0, signal.SIGKILL)
    process.kill()
    process.join()


def _begin(work: Callable[[Item, Path], None], item: Item, folder: Path, limits: Limits) -> None:
    with suppress(OSError):
        os.setsid()  # a group of its own, so that it can be ended with all that it started
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who waits for us
    end_with_parent()
    try:
        _be_silent(folder / _LOG)
        confine(folder, limits)
        work(item, folder)
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    except OSError as error:
        if is_full(error):
            os._exit(_DISK_FULL)
        raise
    sys.stdout.flush()


def _be_silent(log: Path) -> None:
    """Send what libraries say to a file: the terminal belongs to the parent."""
    faulthandler.disable()  # it keeps the parent's standard error
    said = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(said, 1)
    os.dup2(said, 2)
    # What was put over them in the parent would still write to the parent's terminal.
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
