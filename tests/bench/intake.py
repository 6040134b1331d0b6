"""How long `biaogan intake` takes for many documents: `python -m tests.bench.intake`.

Long cases of the corpus (some ten pages, tables, pictures) are taken by the real command in one
batch, in which one document is cut off in the middle. The goal is 0.3 s a document on two cores.
"""

import argparse
import io
import json
import os
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.intake.corpus.catalog import case_data
from tests.intake.corpus.recipes import recipes
from tests.site.tools import copy_project, run

GOAL: Final = 0.3
"""Seconds a document, on two cores."""
_LONG: Final = 8_000
"""Characters of document.xml that ten pages have at least, markup aside."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of a batch."""

    documents: int
    seconds: float
    drafts: int
    refused: int
    megabytes: int
    """Most memory that one of its processes used at a time."""

    @property
    def each(self) -> float:
        """Give seconds a document."""
        return self.seconds / self.documents


def long_cases() -> list[bytes]:
    """Give the long cases of the corpus."""
    data = (case_data(one) for one in recipes())
    return [one for one in data if _han(one) >= _LONG]


def write_batch(folder: Path, count: int) -> None:
    """Write so many documents, no two of the same bytes, the one in the middle cut off."""
    folder.mkdir(parents=True)
    cases = long_cases()
    for number in range(count):
        data = _marked(cases[number % len(cases)], number)
        is_bad = number == count // 2
        name = f"{'bad' if is_bad else 'case'}-{number:03d}.docx"
        (folder / name).write_bytes(data[: len(data) // 2] if is_bad else data)


def measure(folder: Path, count: int) -> Batch:
    """Take so many documents into a copy of the library; `folder` is empty."""
    project = copy_project(folder / "library")
    write_batch(folder / "sent", count)
    start = time.perf_counter()
    done = run(
        "generator.cli", "intake", str(folder / "sent"), "--edition", "2022", "--json", cwd=project
    )
    seconds = time.perf_counter() - start
    if not done.stdout.startswith("{"):
        raise SystemExit(done.stdout + done.stderr)
    found = [one["outcome"] for one in json.loads(done.stdout)["submissions"]]
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return Batch(count, seconds, found.count("created"), found.count("refused"), most)


def report(batch: Batch) -> Sequence[str]:
    """Give the figures as lines."""
    return (
        f"documents        {batch.documents}",
        f"cores            {os.cpu_count()}",
        f"seconds          {batch.seconds:.1f}",
        f"s a document     {batch.each:.3f} (goal {GOAL} on two cores)",
        f"drafts           {batch.drafts}",
        f"refused          {batch.refused}",
        f"MB a process     {batch.megabytes}",
    )


def _marked(data: bytes, number: int) -> bytes:
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.comment = str(number).encode()
    return stream.getvalue()


def _han(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode()
    return sum("\u4e00" <= sign <= "\u9fff" for sign in text)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        batch = measure(Path(folder), options.documents)
    sys.stdout.write("\n".join((*report(batch), "")))


if __name__ == "__main__":
    main()
