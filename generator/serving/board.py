"""What is shown now: one frozen state that is replaced as a whole, and a way to wait for the next.

Tokens name states. They are opaque and differ from run to run, so that a page that was left open
while the preview was started anew sees that it is old.
"""

import threading
import time
from dataclasses import dataclass, replace
from typing import Final

from generator.serving.problems import Problem
from generator.serving.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class State:
    """What browsers are shown."""

    token: str
    """Names this state."""
    site: str = ""
    """The token with which the snapshot came: a page made from another is old."""
    snapshot: Snapshot | None = None
    """The last good pages; None until the first reading is done."""
    problems: tuple[Problem, ...] = ()
    """What stands in the way of a newer snapshot."""
    reading: int = 0
    """Files that are being read for the first time; 0 until they are counted."""


class Board:
    """Holds the state; any thread may look, one writes."""

    def __init__(self) -> None:
        self._run: Final = f"{time.time_ns():x}"
        self._count = 0
        self._changed: Final = threading.Condition()
        self._state = State(self._token())

    @property
    def state(self) -> State:
        """Give what is shown now."""
        return self._state

    def count(self, reading: int) -> None:
        """Say how many files are being read for the first time."""
        self._put(replace(self._state, token=self._token(), reading=reading))

    def show(self, snapshot: Snapshot) -> None:
        """Show new pages; every open page comes again."""
        token = self._token()
        self._put(State(token, token, snapshot))

    def replace(self, snapshot: Snapshot) -> None:
        """Show new pages from now on; the open ones are as good."""
        self._put(replace(self._state, snapshot=snapshot))

    def refuse(self, problems: tuple[Problem, ...]) -> None:
        """Say what is wrong over the pages that are shown."""
        self._put(replace(self._state, token=self._token(), problems=problems))

    def wait(self, since: str, seconds: float) -> State:
        """Give the first state other than the one named `since`, or the present one in the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._state.token != since, seconds)
            return self._state

    def _put(self, state: State) -> None:
        with self._changed:
            self._state = state
            self._changed.notify_all()

    def _token(self) -> str:
        self._count += 1
        return f"{self._run}-{self._count}"
