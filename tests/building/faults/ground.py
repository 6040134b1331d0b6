"""The ground of the harness: a project that is edited, meddled with, built and compared."""

import json
import os
import random
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.building.editing import EDITS, Editor
from tests.building.forking import Builds, Done
from tests.building.meddling import Meddler
from tests.building.places import Clean, contents, differences

OUTSIDE: Final = {"file.txt": "别人的\n", "folder/file.txt": "也是别人的\n"}
"""Where links of the site lead: nothing of it may change."""


class LeftOutError(Exception):
    """This system does not let us do what a kind of fault needs."""


class FaultError(AssertionError):
    """A build is not what a clean one is, or did not say in words what went wrong."""


@dataclass
class Ground:
    """One project and its site; what is done to them is written down."""

    folder: Path
    builds: Builds
    clean: Clean
    chance: random.Random
    counted: Counter[str] = field(default_factory=Counter)
    """What was done in one kind of fault: builds, kills, compared trees, …"""
    journal: list[str] = field(default_factory=list)
    seconds: float = 1.0
    """What a build that does something takes, about."""
    _expected: Mapping[str, bytes | None] | None = None
    """The clean tree of the project as it is now."""

    def __post_init__(self) -> None:
        self.editor = Editor(self.project)
        self.meddler = Meddler(self.project, self.site, self.folder / "outside")
        for name, text in OUTSIDE.items():
            path = self.folder / "outside" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    @property
    def project(self) -> Path:
        """Where the sources are."""
        return self.folder / "project"

    @property
    def site(self) -> Path:
        """Where builds write."""
        return self.folder / "site"

    @property
    def environment(self) -> dict[str, str]:
        """What builds run with."""
        return self.editor.environment

    def edit(self, count: int, names: tuple[str, ...] = tuple(EDITS)) -> None:
        """Do some of these edits, chosen by chance."""
        for _ in range(count):
            name, seed = self.chance.choice(names), self.chance.randrange(1 << 30)
            self.note("edit", name, seed)
            self.editor.edit(name, seed)
            self._expected = None

    def meddle(self, name: str) -> None:
        """Do something by hand to the site or to the cache."""
        seed = self.chance.randrange(1 << 30)
        self.note("by hand", name, seed)
        self.meddler.meddle(name, seed)

    def start(self) -> int:
        """Start a build and give the id of its process and group."""
        self.counted["builds"] += 1
        return self.builds.start(self.project, "build", "-d", str(self.site), **self.environment)

    def wait(self) -> Done:
        """Wait for the build; raises FaultError when a traceback ended it."""
        done = self.builds.wait()
        self.note("status", done.status)
        if done.status >= 0 and not done.is_foreseen:
            raise FaultError(done.said)
        return done

    def build(self, *, succeeds: bool = True) -> Done:
        """Build to the end; raises FaultError when it fails, or when it should and does not."""
        begin = time.monotonic()
        self.start()
        done = self.wait()
        if succeeds is (done.status != 0):
            raise FaultError(f"status {done.status}: {done.said}")
        if succeeds:
            self.seconds = 0.8 * self.seconds + 0.2 * (time.monotonic() - begin)
        return done

    def compare(self) -> None:
        """Raise FaultError when the site is not what a clean build gives."""
        self.counted["compared trees"] += 1
        if self._expected is None:
            self.clean.start(self.project, self.environment)
            self._expected = self._clean_tree()
        found = differences(contents(self.site), self._expected)
        if found:
            raise FaultError("\n".join(found[:20]))
        for name, text in OUTSIDE.items():
            if (self.folder / "outside" / name).read_text(encoding="utf-8") != text:
                raise FaultError(f"a build wrote outside of its site: {name}")

    def check(self) -> None:
        """Build and compare; the clean build runs beside it."""
        if self._expected is None:
            self.clean.start(self.project, self.environment)
            try:
                self.build()
            finally:
                self._expected = self._clean_tree()
        else:
            self.build()
        self.compare()

    def _clean_tree(self) -> Mapping[str, bytes | None]:
        done = self.clean.wait()
        if done.status != 0:
            raise FaultError(f"the clean build gives status {done.status}: {done.said}")
        return contents(self.clean.site)

    def note(self, *what: object) -> None:
        """Write down what was done, for whoever looks for the cause."""
        self.journal.append(json.dumps(what, ensure_ascii=False))

    def tell(self) -> None:
        """Leave the journal in the folder."""
        (self.folder / "journal").write_text("\n".join(self.journal) + "\n", encoding="utf-8")


def processes_of(group: int) -> list[int]:
    """Give the processes of a group that still run."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            state = (place / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        letter, _, its_group = state.rpartition(")")[2].split()[:3]
        if int(its_group) == group and letter not in "ZX":
            found.append(int(place.name))
    return found


def wait_for_end(group: int, patience: float = 20) -> None:
    """Wait until all processes of a group have ended; raises FaultError when they do not."""
    end = time.monotonic() + patience
    while left := processes_of(group):
        if time.monotonic() > end:
            os.killpg(group, 9)
            raise FaultError(f"processes {left} of a killed build do not end")
        time.sleep(0.02)
