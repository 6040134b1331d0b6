"""`make bench`: the same synthetic cases built by this project and its peers, in one run.

Each program builds into an empty folder in a fresh process, one after the other on the same
machine, with nothing cached from an earlier run. The table gives every figure and, in brackets, its
ratio to ours. `build/bench/<cases>.json` holds the same and what it was measured on.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from tests.bench.layouts import write_hugo, write_library, write_mkdocs
from tests.bench.measure import Cost, Output, output_of, run
from tests.bench.synthesis import ROOT

BENCH: Final = ROOT / "build" / "bench"
ENVIRONMENT: Final = {
    "PYTHONPATH": str(ROOT),
    "SOURCE_DATE_EPOCH": "1700000000",
    "NO_MKDOCS_2_WARNING": "1",
}
RAM_DISK: Final = Path("/dev/shm")
BYTES_A_CASE: Final = 400_000
"""Room for the sources and sites of all programs, twice over."""
MATERIAL_LIMIT: Final = 1000
"""MkDocs with Material needs more than linear time; above this it is left out unless asked for."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that builds the cases."""

    name: str
    layout: str
    """Which of the written projects it builds."""
    command: tuple[str, ...]
    site: str
    """The folder that it writes, below the project."""
    packages: tuple[str, ...]
    """Whose versions to name."""
    by_default: bool = True
    most_cases: int | None = None


LAYOUTS: Final[dict[str, Callable[[Path, int], None]]] = {
    "biaogan": write_library,
    "mkdocs": write_mkdocs,
    "hugo": write_hugo,
}
_MKDOCS: Final = (sys.executable, "-m", "mkdocs", "build", "--quiet")
_HUGO: Final = (str(Path(sys.executable).with_name("hugo")), "--quiet", "--noBuildLock")
_MATERIAL: Final = ("mkdocs", "mkdocs-material")
PROGRAMS: Final = (
    Program("biaogan", "biaogan", (sys.executable, "-m", "generator.cli", "build"), "site", ()),
    Program("material", "mkdocs", _MKDOCS, "site", _MATERIAL, most_cases=MATERIAL_LIMIT),
    Program(
        "material-search",
        "mkdocs",
        (*_MKDOCS, "--config-file", "mkdocs-search.yml"),
        "site",
        _MATERIAL,
        by_default=False,
    ),
    Program("hugo", "hugo", _HUGO, "public", ("hugo",)),
    Program(
        "hugo-related",
        "hugo",
        (*_HUGO, "--config", "hugo.toml,related.toml"),
        "public",
        ("hugo",),
        by_default=False,
    ),
)


@dataclass(frozen=True, slots=True)
class Result:
    """What one program did."""

    name: str
    versions: dict[str, str]
    cost: Cost
    output: Output


def build_cold(program: Program, folder: Path) -> Cost:
    """Run a program on its project with nothing left of an earlier run."""
    for left in (program.site, ".cache", "resources"):
        shutil.rmtree(folder / left, ignore_errors=True)
    return run(program.command, folder, ENVIRONMENT)


def measure(program: Program, folder: Path, repeat: int) -> Result:
    """Run a program as often as asked for and keep its fastest run."""
    costs = [build_cold(program, folder) for _ in range(repeat)]
    cost = min(costs, key=lambda one: one.wall_seconds)
    return Result(
        name=program.name,
        versions={package: version(package) for package in program.packages},
        cost=cost,
        output=output_of(folder / program.site),
    )


def table(results: Sequence[Result]) -> str:
    """Give the results as text, each figure with its ratio to the first program's."""
    columns: dict[str, Callable[[Result], float]] = {
        "wall s": lambda result: result.cost.wall_seconds,
        "CPU s": lambda result: result.cost.cpu_seconds,
        "memory MB": lambda result: result.cost.peak_bytes / 1e6,
        "pages": lambda result: result.output.pages,
        "MB written": lambda result: result.output.bytes / 1e6,
        "KB a page": lambda result: result.output.bytes / 1e3 / max(1, result.output.pages),
    }
    lines = [f"{'':16}" + "".join(f"{name:>20}" for name in columns)]
    for result in results:
        cells = []
        for value in columns.values():
            ours, this = value(results[0]), value(result)
            figure = f"{this:,.0f}" if this >= 1000 else f"{this:.2f}".rstrip("0").rstrip(".")
            cells.append(f"{figure} ({this / ours:.2f})" if ours else figure)
        lines.append(f"{result.name:16}" + "".join(f"{cell:>20}" for cell in cells))
    return "\n".join(lines)


def report(count: int, results: Sequence[Result]) -> dict[str, Any]:
    """Give the results as data."""
    return {
        "cases": count,
        "machine": {**machine(), "place": str(working_place(count))},
        "results": [asdict(result) for result in results],
    }


def machine() -> dict[str, Any]:
    """Give what it is measured on."""
    return {
        "cores": os.cpu_count(),
        "processor": platform.machine(),
        "system": platform.platform(),
        "python": platform.python_version(),
    }


def chosen(names: str | None, count: int) -> list[Program]:
    """Give the programs to run, ours first."""
    if names:
        wanted = names.split(",")
        return [program for program in PROGRAMS if program.name in wanted]
    return [
        program
        for program in PROGRAMS
        if program.by_default and (program.most_cases is None or count <= program.most_cases)
    ]


def working_place(cases: int, bytes_a_case: int = BYTES_A_CASE) -> Path:
    """Give the folder to work in: a RAM disk where there is one with room for all, else `BENCH`.

    On a disk, how long a file takes to make depends on what was written before: making the same
    5,000 files again and again took from 0.6 to 4.9 seconds of processor time. What is compared
    here is programs.
    """
    enough = RAM_DISK.is_dir() and shutil.disk_usage(RAM_DISK).free > cases * bytes_a_case
    return RAM_DISK if enough else BENCH


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument(
        "--programs", help="comma-separated: " + ", ".join(one.name for one in PROGRAMS)
    )
    parser.add_argument("--repeat", type=int, default=1, help="runs of each; the fastest counts")
    parser.add_argument("--keep", action="store_true", help="keep the projects and sites made")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Write the projects, run the programs, print the table, write the JSON."""
    options = parse(arguments)
    programs = chosen(options.programs, options.cases)
    work = working_place(options.cases) / f"biaogan-bench-{options.cases}"
    BENCH.mkdir(parents=True, exist_ok=True)
    for layout in sorted({program.layout for program in programs}):
        print(f"writing {options.cases} cases for {layout} …", flush=True)
        LAYOUTS[layout](work / layout, options.cases)
    results = []
    for program in programs:
        print(f"running {program.name} …", flush=True)
        try:
            results.append(measure(program, work / program.layout, options.repeat))
        except subprocess.CalledProcessError as error:
            print(f"{program.name} failed with status {error.returncode}:\n{error.output}")
            return 1
    path = BENCH / f"{options.cases}.json"
    data = json.dumps(report(options.cases, results), ensure_ascii=False, indent=2)
    path.write_text(data + "\n", encoding="utf-8")
    print(f"\n{options.cases} cases; in brackets: times {results[0].name}\n\n{table(results)}\n")
    print(path.relative_to(ROOT))
    if not options.keep:
        shutil.rmtree(work)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
