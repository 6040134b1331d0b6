"""Run one command in fresh processes and say what it cost."""

import os
import re
import subprocess
import threading
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SAMPLE_SECONDS: Final = 0.1
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


def tree_bytes(top: int) -> int:
    """Give the memory of a process and all its descendants, shared pages counted once."""
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
    total, waiting = 0, [top]
    while waiting:
        process = waiting.pop()
        total += proportional_bytes(process)
        waiting += children[process]
    return total


def proportional_bytes(process: int) -> int:
    """Give the resident memory of a process, a page that n processes share counted as 1/n."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0  # it has ended
    return sum(int(kilobytes) * 1024 for kilobytes in _PSS.findall(rollup))


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command to its end; raise CalledProcessError with its messages when it fails."""
    log = folder / "bench.log"
    peak = 0
    ended = threading.Event()

    def watch(top: int) -> None:
        nonlocal peak
        while not ended.wait(SAMPLE_SECONDS):
            peak = max(peak, tree_bytes(top))

    with log.open("wb") as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        watcher = threading.Thread(target=watch, args=(process.pid,), daemon=True)
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        ended.set()
        watcher.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said = log.read_text(encoding="utf-8", errors="replace")[-4000:]
        raise subprocess.CalledProcessError(process.returncode, command, output=said)
    return Cost(
        wall_seconds=wall,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        peak_bytes=max(peak, usage.ru_maxrss * 1024),
    )


def output_of(folder: Path) -> Output:
    """Count what a run wrote."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return Output(
        pages=sum(path.suffix == ".html" for path in files),
        files=len(files),
        bytes=sum(path.stat().st_size for path in files),
    )
