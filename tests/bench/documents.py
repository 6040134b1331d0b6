"""How long documents take: `python -m tests.bench.documents --cases 1000`.

The library is the project's own, its demonstration cases copied under new numbers; each copy has
words and pictures of its own, so nothing that a writer remembers of one helps with another. The
real command writes all of them as Word, as PDF, then the same again, and a book of 50.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.site.tools import copy_project, run

FORMS: Final = ("docx", "pdf", "epub", "pptx")
BOOK: Final = 50
"""Cases of the book that is measured."""
GOALS: Final = {"docx": 60.0, "pdf": 60.0, "again": 2.0, "book": 5.0}
"""Seconds on two cores: 1,000 cases the first time, and again; the book as PDF."""
_MODEL: Final = re.compile(r"2022-d0[1-4]\.md")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command took."""

    name: str
    seconds: float
    files: int


def write_copies(project: Path, count: int) -> None:
    """Add so many cases to the edition of 2022, each unlike the others."""
    folder = project / "cases/2022"
    models = sorted(path for path in folder.iterdir() if _MODEL.fullmatch(path.name))
    for number in range(count):
        model = models[number % len(models)]
        name = f"2022-d{number + 101}"
        written = model.read_text("utf-8").replace(model.stem, name)
        # Every paragraph is another: Typst remembers what it has set.
        written = re.sub(r"(?m)^(?=[\u4e00-\u9fff])", f"{number}", _body_only(written, number))
        (folder / f"{name}.md").write_text(written, "utf-8")
        shutil.copytree(folder / model.stem, folder / name)
        for picture in (folder / name).glob("*.svg"):
            drawn = picture.read_text("utf-8")
            picture.write_text(drawn.replace("</svg>", f"<title>{number}</title></svg>"), "utf-8")


def _body_only(written: str, number: int) -> str:
    """Give a case under another enterprise's name, without what ties it to notices and others."""
    kept = re.sub(r"(?m)^(?:notices|number|lineage): .*\n", "", written)
    return re.sub(r"\u6709\u9650\u516c\u53f8", f"{number}\\g<0>", kept)


def measure(folder: Path, count: int, forms: Sequence[str] = FORMS) -> Iterator[Measured]:
    """Write the library into an empty folder, export it, and give what each command took."""
    project = copy_project(folder / "library")
    write_copies(project, count)
    export(
        project, "data", "--format", "csv"
    )  # reads the library: its cache is not what we measure
    cases = ("case", "--edition", "2022")
    for form in forms:
        yield export(project, *cases, "--format", form)
        yield export(project, *cases, "--format", form, name=f"{form} again")
    ids = [f"2022-d{number + 101}" for number in range(min(BOOK, count))]
    for form in ("pdf", "docx", "epub"):
        yield export(project, "book", *ids, "--format", form, name=f"book {form}")


def export(project: Path, *arguments: str, name: str = "") -> Measured:
    """Run the real command; ends the bench with what it says when it fails."""
    start = time.perf_counter()
    done = run("generator.cli", "export", *arguments, "--output", "out", cwd=project)
    seconds = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return Measured(name or arguments[-1], seconds, len(done.stdout.splitlines()) - 1)


def report(count: int, measured: Iterator[Measured]) -> Iterator[str]:
    """Give the figures as lines, as they come."""
    yield f"cases       {count}, {os.cpu_count()} cores"
    for one in measured:
        goal = GOALS.get(_goal(one.name))
        beside = f"  (goal {goal:.0f} s for 1,000 cases)" if goal and count == 1000 else ""
        yield f"{one.name:<12}{one.seconds:8.1f} s  {one.files:5} files{beside}"


def _goal(name: str) -> str:
    if name == "book pdf":
        return "book"
    return "again" if name.endswith("again") else name


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--forms", default=",".join(FORMS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), options.cases, options.forms.split(","))
        for line in report(options.cases, found):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
