"""How far a build is, shown while it lasts, and what each stage took, told afterwards."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Final

import click

from generator.progress import Progress
from generator.strings import labels, text

try:
    import resource
except ImportError:  # Windows counts no memory this way
    resource = None  # type: ignore[assignment]

PATIENCE: Final = 1.0
"""Seconds that a stage may take before it shows how far it is."""


@dataclass(slots=True)
class Stage:
    """What a stage took."""

    name: str
    seconds: float = 0.0
    memory: int = 0
    """Bytes: the most that this process has used so far."""
    memory_of_others: int = 0
    """Bytes: the most that one of the processes which have ended used."""
    bytes: int = 0
    """Written into the site's folder."""


class Stages(Progress):
    """Measures stages, and shows a bar on a terminal for one that takes long."""

    def __init__(self, *, shows: bool) -> None:
        self._shows = shows and sys.stderr.isatty()
        self.stages: list[Stage] = []
        self._open: list[Stage] = []
        self._began = 0.0
        self._expected = 0
        self._done = 0
        self._bar: click._termui_impl.ProgressBar[int] | None = None

    @contextmanager
    def stage(self, _name: str) -> Iterator[None]:
        """Measure a stage; one inside another is measured for itself."""
        stage = Stage(_name)
        self.stages.append(stage)
        self._open.append(stage)
        self._began = began = time.monotonic()
        self._expected = self._done = 0
        try:
            yield
        finally:
            self._close_bar()
            self._open.pop()
            stage.seconds = time.monotonic() - began
            stage.memory, stage.memory_of_others = _peaks()

    def expect(self, count: int) -> None:
        """Learn how much there is to do in this stage."""
        self._expected += count
        if self._bar is not None:
            self._bar.length, self._bar.finished = self._expected, False

    def advance(self, done: int = 1) -> None:
        """Learn that so much was done, and show it when the stage takes long."""
        self._done += done
        if self._bar is None and self._is_long():
            name = labels("stage")[self._open[-1].name]
            self._bar = click.progressbar(length=self._expected, label=name, file=sys.stderr)
            self._bar.__enter__()
            self._bar.update(self._done)
        elif self._bar is not None:
            self._bar.update(done)

    def wrote(self, count: int) -> None:
        """Learn that so many bytes were written."""
        if self._open:
            self._open[-1].bytes += count

    def _is_long(self) -> bool:
        return (
            self._shows
            and bool(self._open)
            and self._expected > 0
            and time.monotonic() - self._began > PATIENCE
        )

    def _close_bar(self) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None

    def as_text(self) -> str:
        """Give a table of the stages, a line each."""
        lines = [text("cli.profile.head")]
        for stage in self.stages:
            values = {
                "name": labels("stage")[stage.name],
                "seconds": stage.seconds,
                "memory": stage.memory / 1e6,
                "others": stage.memory_of_others / 1e6,
                "written": stage.bytes / 1e6,
            }
            lines.append(text("cli.profile.line", **values))
        return "\n".join(lines)

    def as_data(self) -> list[dict[str, object]]:
        """Give the stages for a machine."""
        return [asdict(stage) for stage in self.stages]


def _peaks() -> tuple[int, int]:
    """Give the most memory of this process, and of one that it waited for, in bytes."""
    if resource is None:
        return 0, 0
    unit = 1 if sys.platform == "darwin" else 1024
    return (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit,
        resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit,
    )
