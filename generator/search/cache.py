"""What the finder keeps from build to build, and that only one build at a time works with it.

Two builds of one library (the preview and `biaogan build`) would clear away what the other still
reads. The later one therefore does without, in a folder that goes away. Whatever is kept says what
it was made from: a build without it, or with a damaged one, writes the same files.
"""

import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Final

from generator.digests import Signature
from generator.keeping import keep, kept
from generator.program import program_digest
from generator.writing import make_folder

try:
    import fcntl
except ImportError:  # Windows: nothing is locked, and `write_segment` bears with files that vanish
    fcntl = None  # type: ignore[assignment]

LOCK: Final = "lock"
PACKS: Final = "packs"
_STATE: Final = "state"
_SOUNDS: Final = "sounds"


@dataclass(frozen=True, slots=True)
class KeptFacts:
    """What was made from the facts of a library, which no text of a page changes."""

    key: bytes
    """Of all that it was made from."""
    manifest: Mapping[str, str]
    """What the manifest says of the files."""
    files: tuple[str, ...]
    newest: int
    """The first row of the newest year."""
    heads: tuple[bytes, ...]
    """`IndexSource.head` of every case, the oldest first."""
    named: bool
    """True: names of cases hold traditional characters."""
    listed: bool
    """True: names of what is no case hold some."""


@dataclass(frozen=True, slots=True)
class KeptShard:
    """A shard: its first key, the last key that mattered (`shards.Shard.seen`), its name."""

    first: int
    seen: int
    name: str


@dataclass(frozen=True, slots=True)
class KeptSegment:
    """How a segment was written."""

    key: bytes
    """Of all that it was made from."""
    packs: tuple[tuple[str, int], ...]
    """Names, and how many documents each holds."""
    shards: tuple[KeptShard, ...]
    directory: str
    traditional: bool
    """True: its texts hold traditional characters."""

    @property
    def files(self) -> tuple[str, ...]:
        """Give the names of all files in the site."""
        return *(f"{shard.name}.bin" for shard in self.shards), f"{self.directory}.bin"


@dataclass(frozen=True, slots=True)
class State:
    """What the last build wrote."""

    program: bytes = b""
    facts: KeptFacts | None = None
    segments: Mapping[str, KeptSegment] = field(default_factory=dict)
    files: Mapping[str, Signature] = field(default_factory=dict)
    """The files in the site, as they were when they were right."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder that is ours until the build ends."""

    folder: Path
    is_kept: bool
    """False: it goes away."""

    @property
    def packs(self) -> Path:
        """The folder of the packs, made if need be; raises OSError."""
        folder = self.folder / PACKS
        make_folder(folder)
        return folder

    def state(self) -> State:
        """Give what the last build wrote; nothing when nobody can tell."""
        found = kept(self.folder / _STATE) if self.is_kept else None
        is_ours = isinstance(found, State) and found.program == program_digest()
        return found if is_ours else State()  # type: ignore[return-value]

    def keep_state(self, state: State) -> None:
        """Keep what this build wrote; where the disk refuses, the next build does all again."""
        self._keep(_STATE, state)

    def sounds(self) -> dict[str, str]:
        """Give the syllables that are known, by label."""
        found = kept(self.folder / _SOUNDS) if self.is_kept else None
        if not isinstance(found, tuple) or found[0] != program_digest():
            return {}
        sounds: dict[str, str] = found[1]
        return sounds

    def keep_sounds(self, sounds: Mapping[str, str]) -> None:
        """Keep the syllables of these labels."""
        self._keep(_SOUNDS, (program_digest(), dict(sounds)))

    def clear(self, used: Collection[str]) -> None:
        """Remove all but these packs: older ones, and what a kill or an older program left."""
        if self.is_kept:
            _clear(self.folder, {LOCK, PACKS, _STATE, _SOUNDS})
            _clear(self.folder / PACKS, used)

    def _keep(self, name: str, value: object) -> None:
        if self.is_kept:
            with suppress(OSError):
                keep(self.folder / name, value)


def _clear(folder: Path, keep: Collection[str]) -> None:
    found: list[Path] = []
    with suppress(OSError):  # it is gone, or no folder
        found += folder.iterdir()
    for path in found:
        if path.name not in keep:
            with suppress(OSError):  # another system keeps a file that is open
                shutil.rmtree(path) if path.is_dir() else path.unlink()


@contextmanager
def opened(folder: Path | None) -> Iterator[Cache]:
    """Give the cache, or a folder that goes away: there is none, or it is in use."""
    if folder is not None:
        with _locked(folder) as is_ours:
            if is_ours:
                yield Cache(folder, is_kept=True)
                return
    with passing() as cache:
        yield cache


@contextmanager
def passing() -> Iterator[Cache]:
    """Give a cache that knows nothing and goes away."""
    with TemporaryDirectory(prefix="biaogan-") as temporary:
        yield Cache(Path(temporary), is_kept=False)


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Tell whether the folder is ours, which it stays until the end."""
    try:
        make_folder(folder)
        file = (folder / LOCK).open("w")
    except OSError:  # something else stands in the way, or a full disk
        yield False
        return
    with file:
        if not _is_free(file):
            yield False
            return
        try:
            yield True
        finally:
            if fcntl is not None:
                # Not left to closing: a process that was forked meanwhile holds the file open too.
                fcntl.flock(file, fcntl.LOCK_UN)


def _is_free(file: IO[str]) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:  # held by another, or a file system that cannot lock
        return False
    return True
