"""Figures of `biaogan intake` over the corpus: `python -m tests.intake.corpus.evaluate`.

Every document is taken, its draft rendered as the site renders it, and compared with the truth.
The table has a line for each document and the sums by make; `--wrong` lists what was not right.
"""

import argparse
import math
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

from tests.intake.corpus.catalog import Sample, documents
from tests.intake.corpus.drafts import Outcome, see
from tests.intake.corpus.pipeline import take_sample, truth_for
from tests.intake.corpus.scoring import Score, Share, aligned, missing, score

Take = Callable[[Sample, Path], Outcome]
"""Takes a document in an empty folder."""
_MANY: Final = 100
"""Of so many, a share is shown as a fraction."""
_COLUMNS: Final = tuple(one.name for one in fields(Score))


@dataclass(frozen=True, slots=True)
class Examined:
    """A document with what was made of it."""

    sample: Sample
    outcome: Outcome
    score: Score
    seconds: float


def examine(samples: Iterable[Sample], taking: Take = take_sample) -> list[Examined]:
    """Take documents one by one."""
    found = []
    for sample in samples:
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            outcome = taking(sample, Path(folder))
            seconds = time.perf_counter() - start
        found.append(Examined(sample, outcome, score(truth_for(sample), outcome), seconds))
    return found


def total(examined: Iterable[Examined]) -> Score:
    """Give the sum."""
    return sum((one.score for one in examined), Score())


def by_make(examined: Sequence[Examined]) -> dict[str, Score]:
    """Give the sums by make of headings; documents without headings by their kind."""
    groups = defaultdict(list)
    for one in examined:
        groups[one.sample.make or one.sample.kind].append(one)
    return {name: total(group) for name, group in groups.items()}


def _line(name: str, found: Score, seconds: float | None = None) -> str:
    shown = [_shown(getattr(found, column)) for column in _COLUMNS]
    spent = "" if seconds is None else f"{seconds * 1000:.0f}"
    return " | ".join((f"{name:<20}", *(f"{one:>9}" for one in shown), f"{spent:>6}"))


def _shown(value: Share | int) -> str:
    if isinstance(value, int):
        return str(value)
    if value.of < _MANY:
        return str(value)
    # Rounded down: only what is whole may read 1.
    return "1" if value.right == value.of else f"{math.floor(value.value * 10_000) / 10_000:.4f}"


def _wrong(one: Examined) -> list[str]:
    seen, truth = see(one.outcome.draft), truth_for(one.sample)
    lost, wrong = aligned(truth.headings, seen.headings)
    gone = missing(truth, one.outcome)
    lines = [f"  heading lost: {level} {words}" for level, words in lost]
    lines += [f"  heading wrong: {level} {words}" for level, words in wrong]
    if gone:
        lines.append(f"  characters missing: {''.join(sorted(gone.elements()))}")
    return lines


def report(examined: Sequence[Examined], *, wrong: bool) -> list[str]:
    """Give the table's lines."""
    head = " | ".join((f"{'':<20}", *(f"{name:>9}" for name in _COLUMNS), f"{'ms':>6}"))
    lines = [head]
    for one in examined:
        lines.append(_line(one.sample.name, one.score, one.seconds))
        if wrong:
            lines += _wrong(one)
    lines.append("")
    lines += [_line(name, found) for name, found in by_make(examined).items()]
    lines.append(_line("sum", total(examined)))
    return lines


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only these documents")
    parser.add_argument("--wrong", action="store_true", help="list what was not right")
    options = parser.parse_args()
    samples = list(documents())
    if shutil.which("soffice"):
        samples += documents(converted=True)
    wanted = [one for one in samples if not options.names or one.name in options.names]
    sys.stdout.write("\n".join((*report(examine(wanted), wrong=options.wrong), "")))


if __name__ == "__main__":
    main()
