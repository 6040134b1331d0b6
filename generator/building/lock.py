"""One build at a time writes a site's folder; another waits for it."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

try:
    import fcntl
except ImportError:  # Windows has no such lock: two builds at once are the user's own care there
    fcntl = None  # type: ignore[assignment]

PAUSE: Final = 0.05
"""Seconds between two tries."""


class Lock:
    """Held from `take` to `release`, or until the last process that holds it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self, wait: Callable[[], None]) -> None:
        """Take the lock; call `wait` once when another build holds it. Raises OSError."""
        if fcntl is None or self._descriptor is not None:
            return
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _is_free(descriptor):
            wait()
            while not _is_free(descriptor):
                time.sleep(PAUSE)
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is None:
            return
        # Not left to closing: a process that was forked meanwhile holds the file open too.
        fcntl.flock(self._descriptor, fcntl.LOCK_UN)
        os.close(self._descriptor)
        self._descriptor = None


def _is_free(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system that cannot lock
        return True
    return True
