"""Run one command in fresh processes and say what it cost."""

import math
import os
import re
import signal
import subprocess
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SAMPLE_SECONDS: Final = 0.1
SAMPLE_SHARE: Final = 20
"""Looking at 3 GB takes 50 ms: it is done so rarely that it takes a twentieth of a core at most."""
_CASE_PAGE: Final = re.compile(r"/\d{4}-\d{3,}/index\.html$")
_PSS: Final = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took."""

    wall_seconds: float
    cpu_seconds: float
    """User and system time of the process and all its descendants."""
    peak_bytes: int
    """Largest memory of the process tree, sampled; pages that processes share count once."""


@dataclass(frozen=True, slots=True)
class Output:
    """What one run wrote."""

    pages: int
    """HTML files."""
    files: int
    bytes: int


def tree(top: int) -> list[int]:
    """Give a process and all its descendants."""
    children: dict[int, list[int]] = defaultdict(list)
    for entry in os.scandir("/proc"):
        if not entry.name.isdigit():
            continue
        try:
            stat = Path(f"/proc/{entry.name}/stat").read_bytes()
        except (FileNotFoundError, ProcessLookupError):
            continue
        # The name, in parentheses, may hold spaces.
        fields = stat.rpartition(b")")[2].split()
        children[int(fields[1])].append(int(entry.name))
    found = [top]
    for process in found:  # grows while it is walked
        found += children[process]
    return found


def tree_bytes(top: int) -> int:
    """Give the memory of a process and all its descendants, shared pages counted once."""
    return sum(proportional_bytes(process) for process in tree(top))


def proportional_bytes(process: int) -> int:
    """Give the resident memory of a process, a page that n processes share counted as 1/n."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0  # it has ended
    return sum(int(kilobytes) * 1024 for kilobytes in _PSS.findall(rollup))


def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    most_seconds: float = math.inf,
) -> Cost:
    """Run a command to its end; raise CalledProcessError with its messages when it fails.

    Raises TimeoutExpired when it takes longer than it may; it and its descendants are ended then.
    """
    log = folder / "bench.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        with _watching(process.pid, most_seconds) as watch:
            _, status, usage = os.wait4(process.pid, 0)
            wall = watch.seconds()
    process.returncode = os.waitstatus_to_exitcode(status)
    if watch.has_killed:
        raise subprocess.TimeoutExpired(command, most_seconds)
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")[-4000:]
        raise subprocess.CalledProcessError(process.returncode, command, output=said)
    return Cost(
        wall_seconds=wall,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        peak_bytes=max(watch.peak, usage.ru_maxrss * 1024),
    )


class _Watch:
    """Samples the memory of a process tree and ends it when its time is over."""

    def __init__(self, top: int, most_seconds: float) -> None:
        self.top, self.most_seconds = top, most_seconds
        self.peak = 0
        self.has_killed = False
        self.ended = threading.Event()
        self.began = time.perf_counter()

    def seconds(self) -> float:
        """Give the time since the start."""
        return time.perf_counter() - self.began

    def sample(self) -> None:
        """Look again and again until the process has ended."""
        rest_until = 0.0
        while not self.ended.wait(SAMPLE_SECONDS):
            if self.seconds() > rest_until:
                began = time.thread_time()
                self.peak = max(self.peak, tree_bytes(self.top))
                rest_until = self.seconds() + SAMPLE_SHARE * (time.thread_time() - began)
            if self.seconds() > self.most_seconds:
                self.has_killed = True
                self.kill()
                return

    def kill(self) -> None:
        """End the process and its descendants; a browser's are of other groups than the first."""
        for process in reversed(tree(self.top)):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)


@contextmanager
def _watching(top: int, most_seconds: float) -> Iterator[_Watch]:
    """Watch a process while the block waits for it; end it when the block is left otherwise."""
    watch = _Watch(top, most_seconds)
    thread = threading.Thread(target=watch.sample, daemon=True)
    thread.start()
    try:
        yield watch
    except BaseException:
        watch.kill()  # the group does not hear what the terminal says to ours
        raise
    finally:
        watch.ended.set()
        thread.join()


@dataclass(frozen=True, slots=True)
class Weights:
    """How heavy pages are on average, in bytes."""

    cases: int
    case_bytes: float
    lists: int
    """Pages that are no case's: catalogues, enterprises, notices, the home page."""
    list_bytes: float


def weights_of(folder: Path) -> Weights:
    """Weigh the pages of a site; a case's lies in a folder that is named by its id."""
    sizes: dict[bool, list[int]] = {True: [], False: []}
    for path in folder.rglob("*.html"):
        sizes[bool(_CASE_PAGE.search(path.as_posix()))].append(path.stat().st_size)
    cases, lists = sizes[True], sizes[False]
    return Weights(len(cases), _mean(cases), len(lists), _mean(lists))


def _mean(sizes: Sequence[int]) -> float:
    return sum(sizes) / max(1, len(sizes))


def output_of(folder: Path) -> Output:
    """Count what a run wrote."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return Output(
        pages=sum(path.suffix == ".html" for path in files),
        files=len(files),
        bytes=sum(path.stat().st_size for path in files),
    )
