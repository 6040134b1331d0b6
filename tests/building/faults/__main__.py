"""Break builds in every way we know: `make faults N=300`, N kills and the rest in proportion.

Every build that follows a fault must give what a clean one gives, byte for byte. The first
difference ends the run with status 1 and leaves the folder with its journal.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import click

from tests.bench.layouts import write_project
from tests.building.editing import change_settings, make_project, set_theme
from tests.building.faults import cache, disk, hands, kills, rights, together
from tests.building.faults.ground import FaultError, Ground, LeftOutError
from tests.building.forking import Builds, HangError
from tests.building.places import Clean
from tests.site.tools import ROOT

LARGE: Final = 170
"""Cases of the large library: above 400 pages, and more than one pack of the finder, so that
reading, pages and index are all made by several processes."""

Kind = Callable[[Ground, int], None]


@dataclass
class Harness:
    """What all kinds of faults share."""

    folder: Path
    seed: int
    builds: Builds = field(init=False)
    other: Builds = field(init=False)
    clean: Clean = field(init=False)
    failed: bool = False

    def __post_init__(self) -> None:
        self.builds = Builds(self.folder / "said", self.seed % 1000)
        self.other = Builds(self.folder / "said-by-other", self.seed % 1000 + 1)
        clean = Builds(self.folder / "said-by-clean", self.seed % 1000 + 2)
        self.clean = Clean(clean, self.folder / "clean")

    def run(self, name: str, kind: Kind, count: int, *, large: bool = False) -> None:
        """Run one kind of fault on a new project, and say what was done."""
        if self.failed:
            return
        chance = random.Random(f"{self.seed} {name}")
        with self._ground(name, chance, large=large) as ground:
            begin = time.monotonic()
            result = self._result(kind, ground, count)
            ground.tell()
            counts = ", ".join(f"{count} {what}" for what, count in sorted(ground.counted.items()))
            click.echo(f"{name}: {counts}, {time.monotonic() - begin:.0f} s: {result}")

    def _result(self, kind: Kind, ground: Ground, count: int) -> str:
        try:
            kind(ground, count)
        except (FaultError, HangError) as fault:
            self.failed = True
            return f"1 fault found\n{fault}\nseed {self.seed}, left in {ground.folder}"
        except LeftOutError as error:
            return f"left out, this system refuses: {error}"
        return "0 faults found"

    @contextmanager
    def _ground(self, name: str, chance: random.Random, *, large: bool) -> Iterator[Ground]:
        folder = self.folder / name.replace(" ", "-")
        if large:
            write_large(folder / "project")
        else:
            make_project(folder / "project")
        yield Ground(folder, self.builds, self.clean, chance)
        if not self.failed:
            shutil.rmtree(folder, ignore_errors=True)


def write_large(root: Path) -> None:
    """Write a library that several processes work at, with a theme of its own."""
    write_project("biaogan", root, LARGE)
    shutil.copytree(ROOT / "theme", root / "theme")
    change_settings(root, set_theme)
    change_settings(root, lambda _config, ours: ours.update(allow_errors=True, processes=3))


def run_all(harness: Harness, count: int) -> None:
    """Run all kinds, `count` kills and the rest in proportion."""
    some = max(1, count // 30)
    harness.run("kills", kills.kill_builds, count - count // 3)
    harness.run("kills of several processes", kills.kill_builds, count // 3, large=True)
    harness.run("edits", hands.walk, count // 4)
    harness.run("damaged cache", cache.damage_cache, max(1, count // 300))
    harness.run("damaged cache and edits", cache.damage_at_random, some)
    harness.run("edited by hand", hands.edit_by_hand, max(1, count // 100))
    harness.run("clocks", hands.set_clocks, some)
    both = harness.other
    harness.run("two at once", lambda ground, n: together.build_twice(ground, both, n), some)
    harness.run(
        "one beside another", lambda ground, n: together.build_beside(ground, both, n), some
    )
    harness.run("full disk of the site", disk.fill_site, some)
    harness.run("full disk of the cache", disk.fill_cache, some)
    harness.run("frozen files", rights.freeze, max(1, some // 3))
    harness.run("closed files", _without_rights(harness), some)


def _without_rights(harness: Harness) -> Kind:
    def close(ground: Ground, count: int) -> None:
        ground.builds = Builds(harness.folder / "said-without", 3, rights.without_rights())
        try:
            rights.close_files(ground, count)
        finally:
            ground.builds.close()

    return close


def main() -> int:
    """Run the harness; 1 when a fault was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--only", default="", help="one kind, by the beginning of its name")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="biaogan-faults-"))
    click.echo(f"seed {options.seed}, in {folder}")
    harness = Harness(folder, options.seed)
    if options.only:
        everything = harness.run
        harness.run = lambda name, *rest, **more: (  # type: ignore[method-assign]
            everything(name, *rest, **more) if name.startswith(options.only) else None
        )
    run_all(harness, options.kills)
    if not harness.failed:
        shutil.rmtree(folder, ignore_errors=True)
    return int(harness.failed)


if __name__ == "__main__":
    sys.exit(main())
