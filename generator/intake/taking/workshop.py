"""The folder in which children work: what enterprises sent lies in it, so it never stays behind."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

_PREFIX: Final = "biaogan-intake-"
_LOCK: Final = "in-use"


@contextmanager
def workshop() -> Iterator[Path]:
    """Give an empty folder that only we may read, and remove it; raises OSError.

    A run that was killed could not remove its own: it is removed here. It is known by a lock that
    a process holds as long as it lives, its children with it.
    """
    _clear()
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        unlocked = folder / f"{_LOCK}.new"
        with unlocked.open("wb") as lock:
            _hold(lock)
            unlocked.rename(folder / _LOCK)
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if folder.is_symlink() or folder.stat().st_uid != os.getuid():
                continue
            with (folder / _LOCK).open("r+b") as lock:
                if _hold(lock):
                    shutil.rmtree(folder, ignore_errors=True)


def _hold(lock: IO[bytes]) -> bool:
    """Lock a file for as long as we or a child have it open; no on Windows, which has no flock."""
    try:
        import fcntl  # noqa: PLC0415 -- Windows has none

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True
