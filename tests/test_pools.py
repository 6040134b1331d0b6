"""Work in several processes: results in order, faults that arrive, and nobody left behind."""

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from multiprocessing import parent_process
from pathlib import Path

import pytest

from generator import pools
from generator.errors import BiaoganError, DamagedCacheError
from generator.pools import FORK, SPAWN, beside, each
from tests.site.tools import ROOT

PATIENCE = 60
"""Seconds until a process that should end counts as left behind."""


@pytest.fixture
def forks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Let processes start by a fork, or by a spawn."""
    monkeypatch.setattr(pools, "can_fork", lambda: request.param)
    return bool(request.param)


def started(test: Callable[[], None]) -> Callable[[], None]:
    """Run a test with both ways to start a process."""
    test = pytest.mark.usefixtures("forks")(test)
    return pytest.mark.parametrize("forks", [True, False], ids=["fork", "spawn"], indirect=True)(
        test
    )


def slow_square(number: int) -> tuple[int, int]:
    time.sleep(0.02 * (number % 3 == 0))
    return number * number, os.getpid()


def refuse_three(number: int) -> int:
    if number == 3:
        raise DamagedCacheError(Path("a/b.pack"))
    return number


def die(_number: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def state(_number: int) -> tuple[bool, bool, bool]:
    ignores = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    return ignores, gc.isenabled(), parent_process() is not None


def note_and_hang(folder: Path, number: int) -> None:
    (folder / str(number)).write_text(str(os.getpid()), encoding="ascii")
    time.sleep(10 * PATIENCE)


def hang(folder: str, start: str) -> None:
    """Hang in a pool; run by a process that is killed."""
    pools.can_fork = lambda: start == "fork"  # type: ignore[attr-defined]
    list(each(partial(note_and_hang, Path(folder)), [1, 2], processes=2))


@started
def test_results_come_in_order_from_other_processes() -> None:
    numbers = list(range(12))
    done = list(each(slow_square, numbers, processes=3))
    assert [square for square, _ in done] == [number * number for number in numbers]
    assert os.getpid() not in {process for _, process in done}


@started
def test_what_the_function_raises_is_raised() -> None:
    done = each(refuse_three, [1, 2, 3, 4], processes=2)
    assert (next(done), next(done)) == (1, 2)
    with pytest.raises(DamagedCacheError, match=r"a/b\.pack"):
        next(done)


@started
def test_a_process_that_dies_is_explained_in_chinese() -> None:
    with pytest.raises(BiaoganError, match="processes: 1"):
        list(each(die, [1, 2], processes=2))


@started
def test_a_process_of_a_pool_leaves_ctrl_c_to_its_parent() -> None:
    assert set(each(state, [1, 2], processes=2)) == {(True, False, True)}


@pytest.mark.parametrize(("processes", "items"), [(1, [1, 2, 3]), (4, [1]), (0, [1, 2])])
def test_alone_where_there_is_nothing_to_share(processes: int, items: list[int]) -> None:
    done = list(each(slow_square, items, processes=processes))
    assert {process for _, process in done} == {os.getpid()}


def test_nothing_to_do_starts_nobody() -> None:
    assert list(each(slow_square, [], processes=4)) == []


@pytest.mark.parametrize("forks", [True, False], indirect=True)
def test_whether_it_pays_is_asked_with_the_costs_of_a_start(forks: bool) -> None:
    asked: list[int] = []

    def never(costs: int) -> bool:
        asked.append(costs)
        return False

    done = list(each(slow_square, [1, 2], processes=2, is_much=never))
    assert {process for _, process in done} == {os.getpid()}
    assert asked == [FORK if forks else SPAWN]


@started
def test_the_collector_is_as_before() -> None:
    frozen, was_enabled = gc.get_freeze_count(), gc.isenabled()
    list(each(slow_square, [1, 2], processes=2))
    with pytest.raises(DamagedCacheError):
        list(each(refuse_three, [3, 3], processes=2))
    assert (gc.get_freeze_count(), gc.isenabled()) == (frozen, was_enabled)


def test_a_fork_sees_what_cannot_be_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "can_fork", lambda: True)
    items: list[Callable[[], int]] = [lambda: 1, lambda: 2]
    assert list(each(lambda item: item() + 1, items, processes=2)) == [2, 3]


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_nobody_outlives_a_parent_that_was_killed(tmp_path: Path, start: str) -> None:
    code = f"from tests.test_pools import hang; hang({str(tmp_path)!r}, {start!r})"
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    try:
        wait_until(lambda: len([*tmp_path.iterdir()]) == 2)
        wait_until(lambda: all(file.read_bytes() for file in tmp_path.iterdir()))
    finally:
        parent.kill()
        parent.wait()
    workers = [int(file.read_text("ascii")) for file in tmp_path.iterdir()]
    wait_until(lambda: not any(map(is_running, workers)))


LARGE = b"x" * 1_000_000
"""More than a pipe holds: who tells it waits until somebody listens."""


def who(result: object) -> tuple[int, object]:
    return os.getpid(), result


@pytest.mark.parametrize("forks", [True, False], indirect=True)
def test_what_is_done_beside_is_there_when_it_is_asked_for(forks: bool) -> None:
    with beside(partial(who, LARGE)) as asked:
        process, found = asked()
    assert found == LARGE
    assert (process != os.getpid()) is forks


@pytest.mark.parametrize("forks", [True], indirect=True)
@pytest.mark.usefixtures("forks")
@pytest.mark.parametrize("signalled", [signal.SIGKILL, signal.SIGINT])
def test_what_was_not_done_beside_is_done_by_who_asks(signalled: signal.Signals) -> None:
    here = os.getpid()

    def leave() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), signalled)
            raise OSError
        return here

    with beside(leave) as asked:
        assert asked() == here


@pytest.mark.parametrize("forks", [True, False], indirect=True)
@pytest.mark.usefixtures("forks")
def test_what_is_raised_beside_is_raised_where_it_is_asked_for() -> None:
    with beside(partial(refuse_three, 3)) as asked, pytest.raises(DamagedCacheError):
        asked()


@pytest.mark.parametrize("forks", [True], indirect=True)
@pytest.mark.usefixtures("forks")
def test_nobody_is_left_beside_when_nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    fork = os.fork
    begun: list[int] = []

    def noted() -> int:
        begun.append(fork())
        return begun[-1]

    monkeypatch.setattr(os, "fork", noted)
    with beside(partial(who, LARGE)):
        pass
    assert len(begun) == 1
    assert not is_running(begun[0])
    with pytest.raises(ChildProcessError):
        os.waitpid(begun[0], os.WNOHANG)


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it does not happen"
        time.sleep(0.02)


def is_running(process: int) -> bool:
    """Tell whether a process does anything: one that ended may wait for somebody to ask."""
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"
