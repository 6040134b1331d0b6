import os
import sys
from pathlib import Path

import pytest

from tests.bench.edits import Editor
from tests.bench.layouts import write_project
from tests.bench.programs import Program, chosen, left_out
from tests.bench.scenarios import SCENARIOS, Bench, WrongPageError

# Copies the case to its page, and notes in the project what it was called with.
BUILD = """
import pathlib, sys
source, page, *rest = sys.argv[1:]
with open('calls', 'a') as calls: calls.write(' '.join(rest) + ';')
target = pathlib.Path('site', page)
target.parent.mkdir(parents=True, exist_ok=True)
target.write_bytes(pathlib.Path(source).read_bytes())
"""


def names(wanted: str | None, count: int) -> list[str]:
    return [program.name for program in chosen(wanted, count)]


def test_slow_peers_are_left_out_where_they_make_no_sense() -> None:
    assert names(None, 1000) == ["biaogan", "hugo", "material", "zensical", "eleventy"]
    assert names(None, 10_000) == ["biaogan", "hugo"]
    assert names(None, 100_000) == ["biaogan"]
    assert names("hugo,material", 10_000) == ["hugo", "material"]
    assert [line.split()[0] for line in left_out(chosen(None, 10_000))] == [
        "material",
        "zensical",
        "eleventy",
    ]


def bench(tmp_path: Path, script: str) -> tuple[Bench, Editor]:
    write_project("hugo", tmp_path, 2)
    editor = Editor(tmp_path, "hugo", 1)
    command = (sys.executable, "-c", script, editor.source, editor.page)
    program = Program("copy", "hugo", (*command, "new"), "site", again=(*command, "again"))
    return Bench(program, tmp_path, editor, most_runs=2), editor


def test_each_scenario_edits_and_runs_anew(tmp_path: Path) -> None:
    one, editor = bench(tmp_path, BUILD)
    result = one.measure()
    assert list(result.costs) == list(SCENARIOS)
    assert {len(costs) for costs in result.costs.values()} == {2}
    assert (tmp_path / "calls").read_text() == 2 * "new;" + 6 * "again;"
    assert editor.title in (tmp_path / "site" / editor.page).read_text(encoding="utf-8")
    assert result.weights.cases == 1


def test_a_page_without_the_edit_is_no_result(tmp_path: Path) -> None:
    stale = BUILD.replace("target.write", "target.exists() or target.write")
    one, _ = bench(tmp_path, stale)
    with pytest.raises(WrongPageError, match="one body edited"):
        one.measure()


def test_projects_may_be_written_by_several_processes(tmp_path: Path) -> None:
    for folder, processes in (("one", 1), ("two", os.cpu_count() or 2)):
        write_project("mkdocs", tmp_path / folder, 260, processes)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.md"))
    assert len(files) == 261
    assert all(
        (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
        for file in files
    )
