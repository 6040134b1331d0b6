"""Changes are taken together, once there is quiet, and the noise of editors is none."""

import threading
from pathlib import Path

import pytest

from generator.serving.changes import Changes, is_noise


@pytest.mark.parametrize(
    "name",
    [
        *(".git", ".DS_Store", ".2022-015.md.swp", ".#2022-015.md", "#x.md#", "~$form.docx"),
        *("x.md~", "4913", "x.tmp", "x.swp", "__pycache__", "video.mp4.part"),
    ],
)
def test_what_editors_leave_is_noise(name: str) -> None:
    assert is_noise(name)


@pytest.mark.parametrize(
    "name", ["2022-015.md", "流程图.png", "edition.yml", "a.partial.md", "#1.md"]
)
def test_content_is_no_noise(name: str) -> None:
    assert not is_noise(name)


def test_changes_that_come_together_are_taken_together() -> None:
    changes = Changes(quiet=0.2)
    changes.add(Path("a"))
    threading.Timer(0.05, changes.add, [Path("b")]).start()
    assert changes.take() == {Path("a"), Path("b")}
    assert not changes.is_waiting()


def test_changes_without_end_are_taken_all_the_same() -> None:
    changes = Changes(quiet=10, longest=0.1)
    stop = threading.Event()

    def go_on() -> None:
        while not stop.wait(0.01):
            changes.add(Path("a"))

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        assert changes.take() == {Path("a")}
    finally:
        stop.set()
        thread.join()


def test_who_waits_is_let_go_when_it_is_over() -> None:
    changes = Changes()
    taken: list[frozenset[Path]] = []
    thread = threading.Thread(target=lambda: taken.append(changes.take()))
    thread.start()
    changes.stop()
    thread.join(10)
    assert taken == [frozenset()]
    assert changes.is_stopped


def test_quiet_ends_with_a_change() -> None:
    changes = Changes()
    assert changes.is_quiet(0.01)
    changes.add(Path("a"))
    assert not changes.is_quiet(10)
