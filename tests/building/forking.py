"""Builds in processes of their own, forked from one that has imported most of the program.

Importing costs more than building a small library. What is forked has only imported, so a build
begins as `biaogan build` does, and it can be killed with all processes that it started.
"""

import importlib
import json
import os
import select
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NoReturn

from tests.site.tools import ROOT

CRASHED: Final = 70
"""Status of a process that an unforeseen exception ended: sysexits calls it EX_SOFTWARE."""
PATIENCE: Final = 180
"""Seconds after which a build hangs: the slowest takes a tenth of it on a busy machine."""

SHARED: Final = (
    *("generator.cli.main", "mkdocs.commands.build", "generator.page_environment"),
    *("generator.building.session", "generator.reading.worker", "generator.search.publish"),
    *("generator.site", "icalendar", "pypinyin", "segno"),
)
"""What all forks share: two thirds of what a build imports, for a verb is imported when it is
asked for. Nothing that begins threads, as minify and numpy do: they would not survive a fork."""


@dataclass(frozen=True, slots=True)
class Done:
    """How a process ended."""

    status: int
    """Negative: the signal that ended it."""
    said: str
    """What it wrote, errors too."""

    @property
    def is_foreseen(self) -> bool:
        """Tell whether it ended as a program that knows what it does: no traceback."""
        return self.status in {0, 1, 2} and "Traceback" not in self.said


class HangError(AssertionError):
    """A build does not end."""


class Builds:
    """Starts `biaogan` again and again; one at a time, so two at once need two of these."""

    def __init__(self, output: Path, seed: int = 0, before: Sequence[str] = ()) -> None:
        """Start the process that is forked; its sets are ordered by `seed`.

        `before` is a command that runs another one, as `setpriv` does.
        """
        self._output = output
        environment = {
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONHASHSEED": str(seed),
            "PYTHONPATH": str(ROOT),
        }
        self._server = subprocess.Popen(
            [*before, sys.executable, "-m", __spec__.name, str(output)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )
        self._told = b""
        self._process = self._read()

    def start(self, cwd: Path, *arguments: str, **environment: str) -> int:
        """Start a command and give its process id, which is that of its group too."""
        order = {"cwd": str(cwd), "arguments": arguments, "environment": environment}
        assert self._server.stdin is not None, "it was asked for"
        self._server.stdin.write(json.dumps(order).encode() + b"\n")
        self._process = self._read()
        return self._process

    def wait(self) -> Done:
        """Wait for the end of what was started; raises HangError."""
        try:
            status = self._read()
        except HangError:
            with suppress(ProcessLookupError):
                os.killpg(self._process, signal.SIGKILL)
            self._read()
            raise
        return Done(status, self._output.read_text(encoding="utf-8", errors="replace"))

    def run(self, cwd: Path, *arguments: str, **environment: str) -> Done:
        """Run a command to its end."""
        self.start(cwd, *arguments, **environment)
        return self.wait()

    def close(self) -> None:
        """End the process that is forked."""
        for pipe in (self._server.stdin, self._server.stdout):
            if pipe:
                pipe.close()
        self._server.wait()

    def _read(self) -> int:
        assert self._server.stdout is not None, "it was asked for"
        while b"\n" not in self._told:
            if not select.select([self._server.stdout], [], [], PATIENCE)[0]:
                raise HangError(f"process {self._process} does not end")
            told = self._server.stdout.read(1 << 10)
            assert told, "the process that is forked has ended"
            self._told += told
        line, _, self._told = self._told.partition(b"\n")
        return int(line)


@dataclass(frozen=True, slots=True)
class Order:
    """What a forked process is to do."""

    cwd: str
    arguments: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


def serve(orders: Iterable[str], output: str) -> None:
    """Fork for every order; tell the process id at once and the status in the end."""
    for name in SHARED:
        importlib.import_module(name)
    tasks = Path("/proc/self/task")
    assert not tasks.is_dir() or len([*tasks.iterdir()]) == 1, "threads do not survive a fork"
    from generator.program import program_digest  # noqa: PLC0415

    program_digest()
    _tell(os.getpid())
    for line in orders:
        values: dict[str, Any] = json.loads(line)
        order = Order(values["cwd"], tuple(values["arguments"]), values["environment"])
        process = os.fork()
        if process == 0:
            _obey(order, output)
        with suppress(OSError):  # it did so itself; whoever kills the group must not be earlier
            os.setpgid(process, process)
        _tell(process)
        _, state = os.waitpid(process, 0)
        _tell(os.waitstatus_to_exitcode(state))


def _tell(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _obey(order: Order, output: str) -> NoReturn:
    try:
        with suppress(OSError):
            os.setpgid(0, 0)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        target = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.dup2(target, 1)
        os.dup2(target, 2)
        os.chdir(order.cwd)
        os.environ.update(order.environment)
        sys.argv = ["biaogan", *order.arguments]
        from generator.cli.main import main  # noqa: PLC0415 -- the server has imported it

        main()
    except BaseException:  # noqa: BLE001 -- a traceback is what the tests look for
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(CRASHED)


if __name__ == "__main__":
    serve(sys.stdin, sys.argv[1])
