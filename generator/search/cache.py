"""The folder of the packs: kept from build to build, and only one build at a time works in it.

Two builds of one library (the preview and `biaogan build`) would clear away what the other still
reads. The later one therefore does without, in a folder that goes away.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

try:
    import fcntl
except ImportError:  # Windows: nothing is locked, and `write_segment` bears with files that vanish
    fcntl = None  # type: ignore[assignment]

LOCK: Final = "lock"


@contextmanager
def pack_folder(cache: Path | None, name: str) -> Iterator[Path]:
    """Give the folder `name` of the cache, or one that goes away: no cache, or it is in use."""
    if cache is not None:
        folder = cache / name
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder) as is_ours:
            if is_ours:
                yield folder
                return
    with TemporaryDirectory(prefix="biaogan-") as temporary:
        yield Path(temporary)


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Tell whether the folder is ours, which it stays until the end."""
    if fcntl is None:
        yield True
        return
    with (folder / LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # held by another, or a file system that cannot lock
            yield False
            return
        try:
            yield True
        finally:
            # Not left to closing: a process that was forked meanwhile holds the file open too.
            fcntl.flock(file, fcntl.LOCK_UN)
