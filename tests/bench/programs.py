"""The programs that are compared, each at its fastest documented settings."""

import json
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from tests.bench.places import NODE_MODULES

SMALL: Final = 1000
"""Above this the slow programs are left out unless asked for."""
PEERS_LIMIT: Final = 10_000
"""Above this only ours runs unless others are asked for: Hugo would need tens of gigabytes."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that builds the cases."""

    name: str
    layout: str
    """Which of the written projects it builds."""
    command: tuple[str, ...]
    site: str
    """The folder that it writes, below the project."""
    packages: tuple[str, ...] = ()
    """Whose versions to name; with an `npm:` before it one of npm's."""
    again: tuple[str, ...] = ()
    """How it builds again what it built before; nothing where that is the same command."""
    by_default: bool = True
    most_cases: int = PEERS_LIMIT
    is_as_heavy: bool = False
    """Shows what our pages show: their weight is compared."""

    @property
    def rebuild(self) -> tuple[str, ...]:
        """The command for a project that was built before."""
        return self.again or self.command

    def versions(self) -> dict[str, str]:
        """Give what is compared."""
        return {package: _version(package) for package in self.packages}


def _version(package: str) -> str:
    name = package.removeprefix("npm:")
    if name == package:
        return version(package)
    described = json.loads((NODE_MODULES / name / "package.json").read_text(encoding="utf-8"))
    return str(described["version"])


def _hugo() -> str:
    """Give Hugo itself: the command beside it is a script that starts Python first."""
    home = Path(sys.executable).parent.parent
    found = sorted(home.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return str(found[0]) if found else "hugo"


_PYTHON: Final = sys.executable
# `--dirty` builds the pages whose source is newer than the page; other pages that name it are left.
_MKDOCS: Final = (_PYTHON, "-m", "mkdocs", "build", "--quiet")
_MATERIAL: Final = ("mkdocs", "mkdocs-material")
# Hugo builds all pages in memory on all cores by default and has no build of what changed; a
# second run leaves files with the same bytes. `resources/` is kept between its runs, though
# nothing here is put there: no picture is resized, no style sheet is compiled.
_HUGO: Final = (_hugo(), "--quiet", "--noBuildLock")
_ZENSICAL: Final = (str(Path(_PYTHON).with_name("zensical")), "build")
_ELEVENTY: Final = (
    shutil.which("node") or "node",
    str(NODE_MODULES / "@11ty/eleventy/cmd.cjs"),
    "--quiet",
)

PROGRAMS: Final = (
    Program(
        "biaogan",
        "biaogan",
        (_PYTHON, "-m", "generator.cli", "build"),
        "site",
        most_cases=sys.maxsize,
    ),
    Program("hugo", "hugo", _HUGO, "public", ("hugo",), is_as_heavy=True),
    Program(
        "hugo-related",
        "hugo",
        (*_HUGO, "--config", "hugo.toml,related.toml"),
        "public",
        ("hugo",),
        by_default=False,
        is_as_heavy=True,
    ),
    Program(
        "material",
        "mkdocs",
        _MKDOCS,
        "site",
        _MATERIAL,
        again=(*_MKDOCS, "--dirty"),
        most_cases=SMALL,
    ),
    Program(
        "material-search",
        "mkdocs",
        (*_MKDOCS, "--config-file", "mkdocs-search.yml"),
        "site",
        _MATERIAL,
        again=(*_MKDOCS, "--config-file", "mkdocs-search.yml", "--dirty"),
        by_default=False,
    ),
    # Renders in parallel and keeps what it rendered in .cache by default; `--clean` would drop it.
    Program("zensical", "mkdocs", _ZENSICAL, "site", ("zensical",), most_cases=SMALL),
    Program(
        "eleventy",
        "eleventy",
        _ELEVENTY,
        "_site",
        ("npm:@11ty/eleventy",),
        # Builds all without its watcher. `--incremental=FILE`, which is for one file, ends with
        # "templateRender has not yet initialized" in 3.1.6 where templates are 11ty.js.
        again=(*_ELEVENTY, "--incremental"),
        most_cases=SMALL,
        is_as_heavy=True,
    ),
)
BY_NAME: Final[Mapping[str, Program]] = {program.name: program for program in PROGRAMS}


def chosen(names: str | None, count: int) -> list[Program]:
    """Give the programs to run, ours first."""
    if names:
        wanted = names.split(",")
        return [program for program in PROGRAMS if program.name in wanted]
    return [program for program in PROGRAMS if program.by_default and count <= program.most_cases]


def left_out(programs: list[Program]) -> list[str]:
    """Say which programs would run at a smaller size."""
    return [
        f"{program.name} (only up to {program.most_cases:,} cases unless asked for)"
        for program in PROGRAMS
        if program.by_default and program not in programs
    ]
