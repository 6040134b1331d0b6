"""`make bench`, second half: our finder's index and its peers on the same cases, in one run.

Each engine gets the same texts, is built in a fresh process into an empty folder and is asked the
same queries, one engine after the other on the same machine. What is true of a query is worked out
from the texts by plain comparison of strings. `build/bench/search-<cases>.json` holds the figures,
the queries that were answered worst and what it was measured on.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from tests.bench.measure import run
from tests.bench.places import BENCH, ENVIRONMENT, machine, working_place
from tests.bench.search.answers import read_answers
from tests.bench.search.engines import ENGINES, Engine, UnavailableError, output
from tests.bench.search.report import Result, beside, goals, table
from tests.bench.search.scoring import Truth, score, worst
from tests.bench.search.texts import prepare, write_queries
from tests.bench.synthesis import ROOT
from tests.search.corpus import documents
from tests.search.queries import queries
from tests.search.reference import Asked, Reference

BYTES_A_CASE: Final = 150_000
"""Room for the texts and what all engines make of them."""
SAMPLE: Final = 1000
"""Queries are cut out of so many cases, so that every size is asked the same."""
WORST: Final = 20
NOTES: Final = """\
First search: every byte fetched until the first answer, the page and its scripts too; the median of
three queries, each in a new browser session. Ours fetches "others" (notices, videos, terms) when
the cases are answered. Query: asked of an
engine that is ready and has fetched nothing for a query yet. Pages and pieces of text that are
shown afterwards are not counted for any engine. Ours: before the page's own text is looked at,
which makes the precision 1. Pagefind, MiniSearch and ours are asked in Chromium over loopback,
and once more with the files of the query at hand: what a query takes without a connection. SQLite
in Python: both its times are that of the query alone, its bytes are the 4 KB pages that it read,
without the WebAssembly that a browser needs (about 400 KB more in the first search). MiniSearch and
SQLite got texts and queries that were folded already, cut into pairs of characters. Queries with
"not" are left out: not all can."""


def asked(count: int) -> list[Asked]:
    """Give the queries: those of the evaluation that every engine understands."""
    reference = Reference(documents(min(count, SAMPLE)))
    return [query for query in queries(reference) if not query.unwanted]


def measure(engine: Engine, work: Path, truths: Sequence[Truth], most_seconds: float) -> Result:
    """Build an engine's index and ask it everything; raises what went wrong."""
    engine.prepare(work)
    cost = run(engine.build(work), work, ENVIRONMENT, most_seconds)
    written = output(engine, work)
    engine.finish(work)
    run(engine.ask(work), work, ENVIRONMENT, most_seconds)
    answers = read_answers(work / f"{engine.name}.json")
    return Result(
        name=engine.name,
        shown=engine.shown,
        cost=cost,
        output=written,
        answers=answers,
        score=score(truths, answers.later),
        parts=json.loads((work / "parts.json").read_bytes()) if engine.name == "ours" else {},
    )


def tried(
    engine: Engine, work: Path, truths: Sequence[Truth], most_seconds: float
) -> tuple[Result | None, str]:
    """Measure an engine; give its result, or none and why."""
    try:
        return measure(engine, work, truths, most_seconds), ""
    except subprocess.TimeoutExpired:
        return None, f"it took more than {most_seconds:g} s and was ended"
    except subprocess.CalledProcessError as error:
        return None, f"it failed with status {error.returncode}:\n{error.output}"
    except UnavailableError as error:
        return None, str(error)


def chosen(names: str | None, count: int) -> tuple[list[Engine], dict[str, str]]:
    """Give the engines to measure, ours first, and why others are not."""
    if names:
        wanted = names.split(",")
        return [one for one in ENGINES if one.name in wanted], {}
    small = [one for one in ENGINES if count <= one.most_cases]
    left = {
        one.shown: f"only up to {one.most_cases:,} cases unless asked for"
        for one in ENGINES
        if one not in small
    }
    return small, left


def data_of(result: Result, truths: Sequence[Truth]) -> dict[str, Any]:
    """Give a result as data, without the documents found."""
    return {
        "name": result.name,
        "cost": asdict(result.cost),
        "output": asdict(result.output),
        "first": [asdict(answer) for answer in result.answers.first],
        "score": asdict(result.score),
        "parts": result.parts,
        "worst": worst(truths, result.answers.later, WORST),
    }


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument(
        "--engines", help="comma-separated: " + ", ".join(one.name for one in ENGINES)
    )
    parser.add_argument("--most-seconds", type=float, default=600, help="for each step of each")
    parser.add_argument("--keep", action="store_true", help="keep all that was made")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Write the texts, measure the engines, print the table, write the JSON."""
    options = parse(arguments)
    engines, left = chosen(options.engines, options.cases)
    work = working_place(options.cases, BYTES_A_CASE) / f"biaogan-search-{options.cases}"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    print(f"writing {options.cases} cases and what is true of them …", flush=True)
    truths = prepare(work, options.cases, asked(options.cases), os.cpu_count() or 1)
    write_queries(work, truths)
    results = []
    for engine in engines:
        print(f"measuring {engine.shown} …", flush=True)
        result, reason = tried(engine, work, truths, options.most_seconds)
        if result:
            results.append(result)
        else:
            left[engine.shown] = reason
    finish(options.cases, results, left, truths)
    if not options.keep:
        shutil.rmtree(work)
    return 1 if "ours" in left else 0


def finish(
    count: int, results: Sequence[Result], left: dict[str, str], truths: Sequence[Truth]
) -> None:
    """Print the table and write the JSON."""
    BENCH.mkdir(parents=True, exist_ok=True)
    path = BENCH / f"search-{count}.json"
    values = {
        "cases": count,
        "machine": machine(),
        "results": [data_of(result, truths) for result in results],
        "left_out": left,
    }
    text = json.dumps(values, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")
    print(f"\n{count} cases, {len(truths)} queries\n\n{table(results)}\n\n{NOTES}\n")
    for name, reason in left.items():
        print(f"left out: {name}: {reason}")
    for result in results:
        if result.name == "ours":
            print("\n".join([beside(result), *goals(count, result)]))
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
