"""Changes of files, gathered until no more come: an editor saves one file in several steps."""

import re
import threading
import time
from pathlib import Path
from typing import Final

QUIET: Final = 0.05
"""Seconds without a change after which a save counts as done."""
LONGEST: Final = 1.0
"""Seconds after which changes that never stop are taken all the same."""

_NOISE: Final = re.compile(r"\..*|~\$.*|.*~|#.*#|.*\.(?:tmp|temp|bak|swp|swx|crdownload|part)|4913")
"""What editors put beside a file while they write it; hidden files; Vim's try whether it may."""


def is_noise(name: str) -> bool:
    """Tell whether a file or a folder of this name is no content."""
    return name == "__pycache__" or _NOISE.fullmatch(name) is not None


class Changes:
    """Gathers paths from the watching thread for the one that reads."""

    def __init__(self, quiet: float = QUIET, longest: float = LONGEST) -> None:
        self._quiet: Final = quiet
        self._longest: Final = longest
        self._added: Final = threading.Condition()
        self._paths: set[Path] = set()
        self._is_stopped = False

    def add(self, path: Path) -> None:
        """Note a change."""
        with self._added:
            self._paths.add(path)
            self._added.notify_all()

    @property
    def is_stopped(self) -> bool:
        """Tell whether nobody shall wait any more."""
        return self._is_stopped

    def is_waiting(self) -> bool:
        """Tell whether something has changed that nobody has taken."""
        return bool(self._paths) or self._is_stopped

    def is_quiet(self, seconds: float) -> bool:
        """Wait so long; tell whether nothing has changed until then."""
        with self._added:
            return not self._added.wait_for(self.is_waiting, seconds)

    def stop(self) -> None:
        """Let whoever waits go on with nothing."""
        with self._added:
            self._is_stopped = True
            self._added.notify_all()

    def take(self) -> frozenset[Path]:
        """Wait for changes and for the quiet after them; give them all, none when stopped."""
        with self._added:
            self._added.wait_for(self.is_waiting)
            deadline = time.monotonic() + self._longest
            # Every change wakes: only a wait that ran out was quiet.
            while not self._is_stopped and self._added.wait(self._quiet):
                if time.monotonic() > deadline:
                    break
            taken = frozenset(self._paths)
            self._paths.clear()
            return frozenset() if self._is_stopped else taken
