"""The memory of a library: opened before it is read, and kept when it was read."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.config import Config
from generator.digests import FileDigests, Known, clock_of
from generator.keeping import keep, kept
from generator.processes import available
from generator.program import program_digest
from generator.progress import SILENT, Progress
from generator.reading.memory import Memory
from generator.reading.tree import find_files
from generator.writing import make_folder

CACHE: Final = ".cache"
"""Folder of the project that holds what may be made again."""
READING: Final = "reading"
_DIGESTS: Final = "digests"


def cache_folder(config: Config) -> Path | None:
    """Give the folder of the cache, made if need be; None where nothing can be written."""
    folder = config.root / CACHE
    try:
        folder.mkdir(exist_ok=True)  # a file of this name is not ours
        make_folder(folder / READING)
        clock_of(folder / READING)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


@contextmanager
def remembered(config: Config, progress: Progress = SILENT) -> Iterator[Memory]:
    """Give the memory of a library; where no cache can be, one that goes away afterwards.

    Raises OSError when the disk refuses.
    """
    folder = cache_folder(config)
    if folder is None:
        with forgetful(config, progress) as memory:
            yield memory
        return
    path = folder / _DIGESTS
    known = _known(path)
    memory = _memory(config, folder / READING, known, progress)
    yield memory
    found = memory.digests.kept()
    if found != known:
        with suppress(OSError):  # only time is lost
            keep(path, (program_digest(), found))


@contextmanager
def forgetful(config: Config, progress: Progress = SILENT) -> Iterator[Memory]:
    """Give a memory that knows nothing and goes away; what was read with it can still be used."""
    with TemporaryDirectory(prefix="biaogan-") as temporary:
        yield _memory(config, Path(temporary), {}, progress)


def _memory(config: Config, folder: Path, known: Mapping[str, Known], progress: Progress) -> Memory:
    make_folder(folder)
    digests = FileDigests(config.root, known, clock_of(folder))
    return Memory(folder, digests, available(config.processes), find_files(config), progress)


def _known(path: Path) -> Mapping[str, Known]:
    """Give the digests that this program kept."""
    match kept(path):
        case (program, dict() as known) if program == program_digest():
            return known
    return {}
