import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench.measure import Output, Weights, output_of, run, weights_of


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
    child = f"import time; time.sleep(3); open({str(mark)!r}, 'w')"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with pytest.raises(subprocess.TimeoutExpired):
        run([sys.executable, "-c", code], tmp_path, {}, most_seconds=0.5)
    time.sleep(3)
    assert not mark.exists()


def test_output_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("12345")
    (tmp_path / "site.css").write_text("123")
    assert output_of(tmp_path) == Output(pages=1, files=2, bytes=8)


def test_pages_of_cases_are_weighed_apart(tmp_path: Path) -> None:
    sizes = {"cases/2012-001": 10, "2013/2013-1000": 30, "cases/page/2": 7, "methods/5s": 9}
    for folder, size in sizes.items():
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "index.html").write_text("x" * size)
    assert weights_of(tmp_path) == Weights(cases=2, case_bytes=20, lists=2, list_bytes=8)
    assert weights_of(tmp_path / "nothing") == Weights(0, 0, 0, 0)
