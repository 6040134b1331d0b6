"""What happens to a child that goes wrong does not happen to us."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest

from generator.intake.taking.children import Children, Ended, Ending
from generator.intake.taking.confinement import MEGABYTE, Limits
from tests.intake.taking.left import processes_of


def sleep(_folder: Path) -> None:
    subprocess.run(["sleep", "600"], check=False)


def eat(folder: Path) -> None:
    (folder / "eaten").write_bytes(b"x" * (3000 * MEGABYTE))


def spin(_folder: Path) -> None:
    while True:
        pass


def fill(folder: Path) -> None:
    with (folder / "filled").open("wb") as file:
        for _ in range(100):
            file.write(bytes(MEGABYTE))


def die(_folder: Path) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fall(_folder: Path) -> None:
    raise ValueError("a fault of ours")


def talk(_folder: Path) -> None:
    sys.stdout.write("to standard output")
    sys.stderr.write("to standard error")
    os.write(1, b"from a library")


def connect(folder: Path) -> None:
    port = int((folder.parent / "port").read_text())
    with socket.create_connection(("127.0.0.1", port), 2):
        (folder / "connected").touch()


DOINGS: Final[Mapping[str, Callable[[Path], None]]] = {
    "sleeps": sleep,
    "eats": eat,
    "spins": spin,
    "fills": fill,
    "dies": die,
    "raises": fall,
    "talks": talk,
    "connects": connect,
}


def work(item: str, folder: Path) -> None:
    if item in DOINGS:
        DOINGS[item](folder)
    (folder / "done").write_text(item + os.environ["TMPDIR"], encoding="utf-8")


def run(folder: Path, *items: str, **limits: int) -> dict[str, Ended[str]]:
    few = Limits(**{"seconds": 30, "memory": 2000 * MEGABYTE, "file_size": 50 * MEGABYTE} | limits)
    return {ended.item: ended for ended in Children(work, folder, 2, few).each(items)}


def test_each_has_a_folder_of_its_own(tmp_path: Path) -> None:
    ended = run(tmp_path, "a", "b", "c")
    assert {one.ending for one in ended.values()} == {Ending.DONE}
    assert len({one.folder for one in ended.values()}) == 3
    assert (ended["b"].folder / "done").read_text() == f"b{ended['b'].folder}"


def test_one_that_goes_wrong_leaves_the_others_alone(tmp_path: Path) -> None:
    ended = run(tmp_path, "a", "eats", "fills", "dies", "raises", "b")
    wrong = {item for item, one in ended.items() if one.ending is Ending.BROKEN}
    assert wrong == {"eats", "dies"}
    assert {ended[item].ending for item in ("fills", "raises")} == {Ending.FAULT}
    assert ended["raises"].said == "ValueError: a fault of ours"
    assert {ended[item].ending for item in "ab"} == {Ending.DONE}


def test_time_is_limited_for_all_that_it_starts(tmp_path: Path) -> None:
    before = time.monotonic()
    ended = run(tmp_path, "sleeps", "a", seconds=2)
    assert ended["sleeps"].ending is Ending.TIMEOUT
    assert ended["a"].ending is Ending.DONE
    assert time.monotonic() - before < 60
    assert processes_of(tmp_path) == []


def test_processor_time_is_limited(tmp_path: Path) -> None:
    assert run(tmp_path, "spins", processor_seconds=1)["spins"].ending is Ending.BROKEN


def test_the_terminal_is_not_theirs(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ended = run(tmp_path, "talks")
    assert capfd.readouterr() == ("", "")
    said = (ended["talks"].folder / "said.log").read_text()
    for one in ("to standard output", "to standard error", "from a library"):
        assert one in said


@pytest.mark.skipif(
    subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True).returncode != 0,
    reason="this system gives no network namespaces",
)
def test_there_is_no_network(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        (tmp_path / "port").write_text(str(server.getsockname()[1]))
        ended = run(tmp_path, "connects")
    assert not (ended["connects"].folder / "connected").exists()
    assert ended["connects"].ending is Ending.FAULT


def test_whoever_stops_ends_them(tmp_path: Path) -> None:
    children = Children(work, tmp_path, 2, Limits(seconds=300)).each(["a", "sleeps"])
    assert next(children).item == "a"
    children.close()  # type: ignore[attr-defined]
    assert processes_of(tmp_path) == []
