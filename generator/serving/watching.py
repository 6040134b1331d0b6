"""Which files are watched, by the system's own notices or, where it has none, by looking."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from generator.serving.changes import is_noise

POLL: Final = 1.0
"""Seconds between two looks where the system gives no notice."""
_PATIENCE: Final = 1.0
"""Seconds that an observer is given to end."""
_EVENTS: Final[list[type[FileSystemEvent]]] = [
    # Nothing that our own reading causes, such as opening a file.
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


@dataclass(frozen=True, slots=True)
class Watched:
    """What a preview depends on. Paths are absolute; what is not there may come later."""

    folders: frozenset[Path]
    """With all that is below."""
    files: frozenset[Path]

    def resolved(self) -> "Watched":
        """Give the same with links resolved, as some systems name what has changed."""
        return Watched(
            frozenset(path.resolve() for path in self.folders),
            frozenset(path.resolve() for path in self.files),
        )

    def holds(self, path: Path) -> bool:
        """Tell whether a change of this path matters."""
        if path in self.files:
            return True
        for folder in self.folders:
            if path.is_relative_to(folder):
                return not any(is_noise(part) for part in path.relative_to(folder).parts)
        return False

    def places(self) -> frozenset[tuple[Path, bool]]:
        """Give the folders that are there, each with whether all below them matters too."""
        deep = {path for path in self.folders if path.is_dir()}
        # A file is watched through its folder: editors put a new file in the place of the old one.
        # So is a folder, which may come, or go and come again.
        flat = {path.parent for path in self.files | self.folders}
        kept = {path for path in flat if path.is_dir() and not _is_below(path, deep)}
        return frozenset({(path, True) for path in deep} | {(path, False) for path in kept})


def _is_below(path: Path, folders: set[Path]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


class Watcher(FileSystemEventHandler):
    """Tells of every change of what is watched."""

    def __init__(self, tell: Callable[[Path], None]) -> None:
        self._tell: Final = tell
        self._watched = Watched(frozenset(), frozenset())
        self._places: frozenset[tuple[Path, bool]] = frozenset()
        self._observer: BaseObserver | None = None

    def watch(self, watched: Watched) -> None:
        """Watch this from now on; nothing is done where it is watched already."""
        self._watched = watched.resolved()
        places = self._watched.places()
        if places == self._places and self._observer is not None:
            return
        earlier, self._observer = self._observer, self._started(places)
        self._places = places
        _stop(earlier)

    def stop(self) -> None:
        """Watch nothing more."""
        _stop(self._observer)
        self._observer = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell of both ends of a move, and of everything else by its path."""
        for name in (event.src_path, event.dest_path):
            path = Path(name.decode() if isinstance(name, bytes) else name)
            if name and self._watched.holds(path):
                self._tell(path)

    def _started(self, places: frozenset[tuple[Path, bool]]) -> BaseObserver:
        try:
            return self._start(Observer(), places)
        except OSError:  # the system's watches are used up, or the disk has none
            return self._start(PollingObserver(timeout=POLL), places)

    def _start(self, observer: BaseObserver, places: frozenset[tuple[Path, bool]]) -> BaseObserver:
        observer.daemon = True
        try:
            for path, is_deep in sorted(places):
                observer.schedule(self, str(path), recursive=is_deep, event_filter=_EVENTS)
            observer.start()
        except OSError:
            observer.unschedule_all()
            raise
        return observer


def _stop(observer: BaseObserver | None) -> None:
    if observer is not None:
        observer.stop()
        observer.join(_PATIENCE)
