import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench.measure import Cost, Output, output_of, run
from tests.bench.run import Result, chosen, table


def result(name: str, seconds: float) -> Result:
    cost = Cost(wall_seconds=seconds, cpu_seconds=seconds, peak_bytes=100_000_000)
    return Result(
        name=name, versions={}, cost=cost, output=Output(pages=10, files=12, bytes=50_000)
    )


def test_memory_of_child_processes_counts(tmp_path: Path) -> None:
    child = "import time; block = bytearray(60_000_000); time.sleep(0.5)"
    parent = (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    )
    cost = run([sys.executable, "-c", parent], tmp_path, {})
    assert cost.peak_bytes > 60_000_000
    assert cost.wall_seconds > 0.5


def test_environment_and_folder_reach_the_command(tmp_path: Path) -> None:
    code = "import os; open('here', 'w').write(os.environ['BENCH_WORD'])"
    run([sys.executable, "-W", "ignore", "-c", code], tmp_path, {"BENCH_WORD": "yes"})
    assert (tmp_path / "here").read_text() == "yes"


def test_a_failure_says_what_the_program_said(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as caught:
        run([sys.executable, "-c", "raise SystemExit('no theme')"], tmp_path, {})
    assert "no theme" in caught.value.output


def test_a_time_out_ends_the_whole_tree(tmp_path: Path) -> None:
    mark = tmp_path / "alive"
    child = f"import time; time.sleep(1.5); open({str(mark)!r}, 'w')"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    began = time.perf_counter()
    with pytest.raises(subprocess.TimeoutExpired):
        run([sys.executable, "-c", code], tmp_path, {}, most_seconds=0.5)
    assert time.perf_counter() - began < 1.4
    time.sleep(1.5)
    assert not mark.exists()


def test_output_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("12345")
    (tmp_path / "site.css").write_text("123")
    assert output_of(tmp_path) == Output(pages=1, files=2, bytes=8)


def test_material_is_left_out_where_it_makes_no_sense() -> None:
    assert [program.name for program in chosen(None, 1000)] == ["biaogan", "material", "hugo"]
    assert [program.name for program in chosen(None, 10_000)] == ["biaogan", "hugo"]
    assert [program.name for program in chosen("hugo,material", 10_000)] == ["material", "hugo"]


def test_table_gives_ratios_to_the_first() -> None:
    lines = table([result("biaogan", 2), result("hugo", 5)]).splitlines()
    assert lines[1].split()[:3] == ["biaogan", "2", "(1.00)"]
    assert lines[2].split()[:3] == ["hugo", "5", "(2.50)"]
