"""One build at a time: the second waits, says so once, and goes on when the first has ended."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.building import lock as module
from generator.building.lock import Lock
from tests.site.tools import ROOT

HOLD = """
import os, signal, sys, time
from pathlib import Path
from generator.building.lock import Lock
lock = Lock(Path(sys.argv[1]))
lock.take(lambda: print("waiting", flush=True))
print("holds", flush=True)
"""
FORK = """
from generator.pools import each
import generator.pools
generator.pools.can_fork = lambda: True
def hang(number):
    os.write(1, f"worker {os.getpid()}\\n".encode())  # in one piece: two may write at once
    time.sleep(600)
list(each(hang, [1, 2], processes=2))
"""
SLEEP = "time.sleep(600)\n"
PATIENCE = 60


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".biaogan"


@pytest.fixture
def run() -> Iterator[Callable[[str, Path], subprocess.Popen[str]]]:
    """Start programs; all of them end with the test."""
    started: list[subprocess.Popen[str]] = []

    def start(code: str, path: Path) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def nobody_waits() -> None:
    raise AssertionError("the lock is free")


def test_taken_given_back_and_taken_again(path: Path) -> None:
    first, second = Lock(path), Lock(path)
    for lock in (first, second, first):
        lock.take(nobody_waits)
        lock.take(nobody_waits)
        lock.release()
        lock.release()


def test_what_stands_in_the_file_stays(path: Path) -> None:
    path.write_text("mark", encoding="utf-8")
    lock = Lock(path)
    lock.take(nobody_waits)
    lock.release()
    assert path.read_text("utf-8") == "mark"


def test_another_of_this_process_waits_too_and_says_so_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, said, pauses = Lock(path), Lock(path), list[str](), list[float]()

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            first.release()

    monkeypatch.setattr(time, "sleep", pause)
    first.take(nobody_waits)
    second.take(lambda: said.append("waits"))
    assert (said, len(pauses)) == (["waits"], 3)
    second.release()


def test_a_second_process_waits_until_the_first_gives_it_back(
    path: Path, run: Callable[[str, Path], subprocess.Popen[str]]
) -> None:
    lock = Lock(path)
    lock.take(nobody_waits)
    other = run(HOLD, path)
    assert line_of(other) == "waiting"
    time.sleep(4 * module.PAUSE)
    assert other.poll() is None
    lock.release()
    assert other.communicate(timeout=PATIENCE)[0] == "holds\n"
    assert other.returncode == 0


def test_a_killed_holder_holds_it_no_more(
    path: Path, run: Callable[[str, Path], subprocess.Popen[str]]
) -> None:
    holder = run(HOLD + SLEEP, path)
    assert line_of(holder) == "holds"
    waiting = run(HOLD, path)
    assert line_of(waiting) == "waiting"
    holder.send_signal(signal.SIGKILL)
    assert waiting.communicate(timeout=PATIENCE)[0] == "holds\n"


def test_a_killed_holder_with_forked_workers_holds_it_no_more(
    path: Path, run: Callable[[str, Path], subprocess.Popen[str]]
) -> None:
    """The workers share the lock; they end when nobody waits for them any more."""
    holder = run(HOLD + FORK, path)
    assert line_of(holder) == "holds"
    workers = {line_of(holder).split()[0] for _ in range(2)}
    assert workers == {"worker"}
    holder.send_signal(signal.SIGKILL)
    waiting = run(HOLD, path)
    said = waiting.communicate(timeout=PATIENCE)[0].split()
    assert said in (["holds"], ["waiting", "holds"])


def test_given_back_although_a_fork_still_has_the_file_open(path: Path) -> None:
    first, second = Lock(path), Lock(path)
    first.take(nobody_waits)
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.read(read, 1)
        os._exit(0)
    first.release()
    second.take(nobody_waits)
    os.write(write, b"x")
    os.waitpid(child, 0)
    second.release()


def test_a_file_system_that_cannot_lock_stops_nobody(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(95, "Operation not supported")

    with monkeypatch.context() as patched:
        patched.setattr(fcntl, "flock", refuse)
        Lock(path).take(nobody_waits)


def test_a_system_without_locks_stops_nobody(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "fcntl", None)
    lock = Lock(path)
    lock.take(nobody_waits)
    lock.release()
    assert not path.exists()


def test_a_folder_in_its_place_is_an_error(path: Path) -> None:
    path.mkdir()
    with pytest.raises(IsADirectoryError):
        Lock(path).take(nobody_waits)
