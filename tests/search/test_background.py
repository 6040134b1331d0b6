"""Jobs of the preview: the newest counts, never two at once."""

import threading
from collections.abc import Callable

from generator.search.background import Background


def test_a_job_that_was_overtaken_learns_so_and_the_next_one_runs_after_it() -> None:
    background, said = Background(), []
    begun, go_on = threading.Event(), threading.Event()

    def slow(is_wanted: Callable[[], bool]) -> None:
        said.append(("slow", is_wanted()))
        begun.set()
        assert go_on.wait(5)
        said.append(("slow", is_wanted()))

    background.start(slow)
    assert begun.wait(5)
    background.start(lambda is_wanted: said.append(("skipped", is_wanted())))
    background.start(lambda is_wanted: said.append(("last", is_wanted())))
    assert said == [("slow", True)]
    go_on.set()
    background.wait()
    assert said == [("slow", True), ("slow", False), ("last", True)]


def test_waiting_without_a_job_is_no_wait() -> None:
    Background().wait()
