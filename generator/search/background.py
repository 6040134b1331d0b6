"""The live preview shows a page first and indexes afterwards, in a thread of its own.

Only the newest build counts: a job that was overtaken learns so when it asks, and the next one
begins when it has stopped.
"""

import threading
from collections.abc import Callable
from typing import Final

Job = Callable[[Callable[[], bool]], None]
"""Is given a question to ask between its steps: am I still wanted?"""


class OvertakenError(Exception):
    """Nobody wants what is being written: a newer build has begun."""


class Background:
    """Runs the newest of the jobs that it is given; never two at once."""

    def __init__(self) -> None:
        self._turn = 0
        self._running: Final = threading.Lock()
        self._last: threading.Thread | None = None

    def overtake(self) -> None:
        """Let the job that runs or waits know that nobody wants it any more."""
        self._turn += 1

    def start(self, job: Job) -> None:
        """Run a job in place of every earlier one; it must handle its own errors."""
        self.overtake()
        # Ended with the program: a preview that was stopped waits for no index.
        self._last = threading.Thread(target=self._run, args=(job, self._turn), daemon=True)
        self._last.start()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until the last job has ended, or so long."""
        if self._last:
            self._last.join(seconds)

    def _run(self, job: Job, turn: int) -> None:
        def is_wanted() -> bool:
            return turn == self._turn

        with self._running:
            if is_wanted():
                job(is_wanted)
