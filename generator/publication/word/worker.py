"""One `pandoc lua` process that is asked many times, by lines of JSON.

A process a document costs 117 ms a case, one process for all of them 50 ms.
"""

import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Final

import pypandoc

from generator.errors import BiaoganError
from generator.strings import text

RESULT: Final = "result"
"""The file that a document is written into."""
MEMORY: Final = 1536 * 1024 * 1024
"""Bytes; a case needs 0.2 GB, a book of 50 cases 0.3 GB."""
_HEAP: Final = ("+RTS", "-M1g", "-RTS")
"""The runtime's own limit. Within Lua its alarm waits until a document is written, so that Linux
holds the process to `MEMORY` as well."""
_NO_MEMORY: Final = "not enough memory"
"""What Lua says of it, where it is Lua that asked for some."""
_SCRIPT: Final = Path(__file__).with_name("batch.lua")


class _GoneError(Exception):
    """The process ended while it was asked."""


class Worker:
    """A process of pandoc that starts at the first question and again after it was lost.

    It ends when its standard input does, so with the program that started it, however that ended.
    A process that was forked from this one gets a worker of its own.
    """

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._folder = Path()
        self._owner = 0

    def ask(
        self, request: Mapping[str, Any], files: Mapping[str, bytes]
    ) -> tuple[dict[str, Any], bytes]:
        """Ask with files at hand, and give the answer and what was written into `RESULT`.

        The process works in the folder of the files: they are named from there, without folders.
        Raises BiaoganError when pandoc cannot do it, or not within its time and memory.
        """
        line = json.dumps(request).encode() + b"\n"
        with self._lock:
            try:
                return self._answered(line, files)
            except _GoneError:
                # Killed from outside while it waited, perhaps; a request that kills it itself
                # does so a second time.
                self._leave()
            try:
                return self._answered(line, files)
            except _GoneError as error:
                self._leave()
                raise BiaoganError(text("publication_word.pandoc.gone")) from error

    def close(self) -> None:
        """End the process and remove its folder; the next question starts another."""
        with self._lock:
            self._leave()

    def _answered(self, line: bytes, files: Mapping[str, bytes]) -> tuple[dict[str, Any], bytes]:
        process = self._running()
        places = [self._folder / name for name in files]
        try:
            for place, content in zip(places, files.values(), strict=True):
                place.write_bytes(content)
            answer = self._reply(process, line)
            result = self._folder / RESULT
            return answer, result.read_bytes() if result.exists() else b""
        except OSError as error:
            raise BiaoganError(text("publication_word.pandoc.disk", why=error)) from error
        finally:
            for place in (*places, self._folder / RESULT):
                with suppress(OSError):
                    place.unlink()

    def _reply(self, process: subprocess.Popen[bytes], line: bytes) -> dict[str, Any]:
        assert process.stdin
        assert process.stdout
        # A timer and not `select`: Windows selects no pipes. It lives as long as the question, so
        # that no thread is in the way of a fork.
        timer = threading.Timer(self._timeout, process.kill)
        timer.daemon = True
        timer.start()
        try:
            process.stdin.write(line)
            process.stdin.flush()
            reply = process.stdout.readline()
        except (BrokenPipeError, ValueError):
            reply = b""
        finally:
            is_late = not timer.is_alive()
            timer.cancel()
            timer.join()
        if reply.endswith(b"\n"):
            answer = dict(json.loads(reply))
            if answer.get("failure") == _NO_MEMORY:
                raise _GoneError
            return answer
        if is_late:
            self._leave()
            raise BiaoganError(text("publication_word.pandoc.slow", seconds=f"{self._timeout:g}"))
        raise _GoneError

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process and self._owner != os.getpid():
            # Forked: it is our parent's. `returncode` keeps the destructor from complaining.
            self._process.returncode = 0
            self._process = None
        if self._process is None or self._process.poll() is not None:
            self._leave()
            self._folder = Path(tempfile.mkdtemp(prefix="biaogan-pandoc-"))
            self._owner = os.getpid()
            self._process = _started(self._folder)
        return self._process

    def _leave(self) -> None:
        """End our process, if there is one, and its folder; a parent's stays as it is."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                assert pipe
                pipe.close()
        process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


@cache
def program() -> str:
    """Give the path of pandoc; looking for it starts it several times."""
    return str(pypandoc.get_pandoc_path())


def _started(folder: Path) -> subprocess.Popen[bytes]:
    environment = {
        "LC_ALL": "C.UTF-8",
        "PATH": os.defpath,
        "HOME": os.devnull,
        # The day that pandoc writes where it would write today's: every run gives the same bytes.
        "SOURCE_DATE_EPOCH": "315532800",
    }
    try:
        process = subprocess.Popen(  # noqa: S603 -- our own arguments only
            (program(), *_HEAP, "lua", str(_SCRIPT)),
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise BiaoganError(text("publication_word.pandoc.missing")) from error
    _limit(process.pid)
    return process


def _limit(process: int) -> None:
    """Hold a process to `MEMORY`, where the system lets us (Linux).

    From outside and by what it writes to: a limit of addresses would count the terabyte that GHC's
    runtime reserves, and a function before the start of a program is unsafe beside threads.
    """
    with suppress(ImportError, AttributeError, OSError):
        import resource  # noqa: PLC0415 -- Windows has none

        resource.prlimit(process, resource.RLIMIT_DATA, (MEMORY, MEMORY))
