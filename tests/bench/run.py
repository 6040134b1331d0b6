"""`make bench`, first half: the same synthetic cases built by this project and its peers.

All in one run: each program builds cold, after one body was edited, after one title was edited
(catalogues change) and after nothing, each time in a fresh process, one after the other on the same
machine. A scenario that is over in a few seconds is run up to three times; the middle time counts.
Then ours at smaller sizes, and how long `biaogan serve` takes to show what was saved. Figures in
brackets are times ours. `build/bench/<cases>.json` holds the same and what it was measured on.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from tests.bench import goals, growth, latency, report
from tests.bench.edits import Editor
from tests.bench.growth import Size
from tests.bench.latency import Latency
from tests.bench.layouts import write_project
from tests.bench.places import BENCH, BYTES_A_CASE, machine, working_place
from tests.bench.programs import BY_NAME, PEERS_LIMIT, PROGRAMS, chosen, left_out
from tests.bench.scenarios import COLD, SCENARIOS, Bench, Result, WrongPageError
from tests.bench.synthesis import ROOT

OURS: Final = "biaogan"


@dataclass
class Figures:
    """What was measured so far."""

    cases: int
    place: str
    results: list[Result] = field(default_factory=list)
    sizes: list[Size] = field(default_factory=list)
    latency: Latency | None = None

    def goals(self) -> list[goals.Goal]:
        """Give all goals that the figures say something about."""
        found = list(goals.against_peers(self.cases, self.results))
        if self.latency:
            found += goals.of_serve(self.cases, self.latency)
        return [*found, *goals.of_growth(self.sizes)]

    def text(self) -> str:
        """Give everything that is printed at the end."""
        parts = []
        if self.results:
            parts = [report.scenario_tables(self.results), report.output_table(self.results)]
        if len(self.sizes) > 1:
            parts.append(f"growth, cold\n{growth.table(self.sizes)}")
        if self.latency:
            parts.append(report.latency_lines(self.latency))
        parts.append("\n".join(map(str, self.goals())))
        return "\n\n".join(part for part in parts if part)

    def data(self) -> dict[str, Any]:
        """Give everything as data."""
        return {
            "cases": self.cases,
            "machine": {**machine(), "place": self.place},
            "results": [report.data_of(result) for result in self.results],
            "growth": [asdict(size) for size in self.sizes],
            "serve": asdict(self.latency) if self.latency else None,
            "goals": [report.goal_data(goal) for goal in self.goals()],
        }


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument(
        "--programs", help="comma-separated: " + ", ".join(one.name for one in PROGRAMS)
    )
    parser.add_argument("--runs", type=int, default=3, help="of a scenario, at most")
    parser.add_argument("--cold-only", action="store_true", help="leave the rebuilds out")
    parser.add_argument("--no-serve", action="store_true", help="leave the live preview out")
    parser.add_argument("--no-growth", action="store_true", help="leave smaller sizes out")
    parser.add_argument("--keep", action="store_true", help="keep the projects and sites made")
    return parser.parse_args(arguments)


@contextmanager
def working_folder(options: argparse.Namespace, programs: int) -> Iterator[Path]:
    """Give a folder with room for all projects; it is removed in the end."""
    place = working_place(options.cases, BYTES_A_CASE * max(1, programs))
    work = place / f"biaogan-bench-{options.cases}"
    if work.exists():
        sys.exit(f"{work} is there already: kept by an earlier run, or another runs now")
    try:
        yield work
    finally:
        if not options.keep:
            shutil.rmtree(work, ignore_errors=True)


def project(work: Path, layout: str, count: int) -> Path:
    """Write a project, unless that was done before."""
    folder = work / layout
    if not folder.exists():
        print(f"writing {count:,} cases for {layout} …", flush=True)
        write_project(layout, folder, count, os.cpu_count() or 1)
    return folder


def measure(options: argparse.Namespace, work: Path, figures: Figures) -> None:
    """Run all that was asked for."""
    editors: dict[str, Editor] = {}
    for program in chosen(options.programs, options.cases):
        folder = project(work, program.layout, options.cases)
        editor = editors.setdefault(
            program.layout, Editor(folder, program.layout, options.cases // 2)
        )
        print(f"running {program.name} …", flush=True)
        wanted = [COLD] if options.cold_only else SCENARIOS
        figures.results.append(Bench(program, folder, editor, options.runs).measure(wanted))
    if OURS in editors and options.cases <= PEERS_LIMIT and not options.no_serve:
        print("running biaogan serve …", flush=True)
        figures.latency = latency.measure(work / OURS, editors[OURS])
    if OURS in editors and not options.no_growth:
        figures.sizes += sizes(options, work, figures.results[0])


def sizes(options: argparse.Namespace, work: Path, at_count: Result) -> Iterator[Size]:
    """Yield cold builds of ours at smaller sizes, and the one that was measured."""
    for count in growth.smaller(options.cases):
        folder = project(work / f"growth-{count}", OURS, count)
        print(f"running {OURS} with {count:,} cases …", flush=True)
        editor = Editor(folder, OURS, count // 2)
        result = Bench(BY_NAME[OURS], folder, editor, options.runs).measure([COLD])
        yield Size(count, result.cost(COLD))
        shutil.rmtree(folder)
    yield Size(options.cases, at_count.cost(COLD))


def main(arguments: Sequence[str]) -> int:
    """Write the projects, run the programs, print the tables, write the JSON."""
    # Ended by another program, it still ends what it started and removes what it wrote.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    options = parse(arguments)
    programs = chosen(options.programs, options.cases)
    if not programs:
        sys.exit("no such program; choose among " + ", ".join(BY_NAME))
    layouts = {program.layout for program in programs}
    with working_folder(options, len(layouts)) as work:
        figures = Figures(options.cases, str(work.parent))
        try:
            measure(options, work, figures)
        except subprocess.CalledProcessError as error:
            print(f"{error.cmd[0]} failed with status {error.returncode}:\n{error.output}")
            return 1
        except (WrongPageError, latency.UnseenError) as error:
            print(error)
            return 1
    BENCH.mkdir(parents=True, exist_ok=True)
    path = BENCH / f"{options.cases}.json"
    data = json.dumps(figures.data(), ensure_ascii=False, indent=2)
    path.write_text(data + "\n", encoding="utf-8")
    print(f"\n{options.cases:,} cases; in brackets: times {figures.results[0].name}\n")
    print(f"{figures.text()}\n")
    for line in [] if options.programs else left_out(programs):
        print(f"left out: {line}")
    print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
