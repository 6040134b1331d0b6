"""A full disk: small file systems of memory in the place of the site and of the cache."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.building.faults.ground import FaultError, Ground, LeftOutError
from tests.building.places import files_below

ROOMY: Final = 1 << 28
"""Bytes: enough for any site of the harness."""
PAGE: Final = 4096
"""Bytes that a small file takes."""


def fill_site(ground: Ground, count: int) -> None:
    """Build into a folder on a disk that is too small; then give it room, build, compare."""
    ground.check()
    size = _size(ground.site)
    for number in range(count):
        with mounted(ground.site):
            if number % 2:  # a site is there, and an edit needs more than there is room for
                ground.check()
            _fill(ground.site, ground, int(size * ground.chance.uniform(0.02, 0.8)))
    ground.check()


def fill_cache(ground: Ground, count: int) -> None:
    """Build with a cache on a disk that is too small; then give it room, build, compare."""
    ground.check()
    cache = ground.project / ".cache"
    size = _size(cache)
    for _ in range(count):
        with mounted(cache):
            _fill(cache, ground, int(size * ground.chance.uniform(0.02, 1)))
    ground.check()


def _fill(place: Path, ground: Ground, size: int) -> None:
    ground.note("room", str(place), size)
    ground.edit(ground.chance.randint(1, 3))
    ground.edit(1, ("style",))  # then every page is written anew
    resize(place, size)
    ground.start()
    done = ground.wait()
    if done.status not in {0, 1} or (done.status and not any("一" <= c <= "鿿" for c in done.said)):
        raise FaultError(f"status {done.status}: {done.said}")
    ground.counted["builds on a full disk" if done.status else "builds that had room enough"] += 1
    resize(place, ROOMY)
    ground.check()


def resize(place: Path, size: int) -> None:
    """Give a mounted file system another size; never less than it holds."""
    held = sum(-(-path.stat().st_size // PAGE) * PAGE for path in files_below(place))
    wanted = max(size, held + 2 * PAGE)
    _run("mount", "-o", f"remount,size={wanted}", str(place))


@contextmanager
def mounted(place: Path) -> Iterator[None]:
    """Put an empty file system of memory in a folder's place; raises LeftOutError."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={ROOMY}", "tmpfs", str(place))
    try:
        yield
    finally:
        _run("umount", "--lazy", str(place))
        shutil.rmtree(place, ignore_errors=True)


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise LeftOutError(done.stderr.strip() or command[0])


def _size(folder: Path) -> int:
    return sum(-(-path.stat().st_size // PAGE) * PAGE for path in files_below(folder))
