"""All files of the data: the same bytes in another process, and of an empty library."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.publication.opendata.make import DATA
from tests.pages import toy

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import hashlib, time
time.time = lambda: 2_000_000_000.0
from generator.publication.opendata.make import DATA
from tests.pages import toy
for name, make in DATA.items():
    print(name, hashlib.sha256(make(toy.inputs(), "CC0-1.0")).hexdigest())
"""


def test_the_same_library_gives_the_same_bytes_in_another_process() -> None:
    here = {
        name: hashlib.sha256(make(toy.inputs(), "CC0-1.0")).hexdigest()
        for name, make in DATA.items()
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT), "TZ": "America/Lima"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert dict(line.split() for line in done.stdout.splitlines()) == here


@pytest.mark.parametrize("name", DATA)
def test_an_empty_library_has_its_files_too(name: str) -> None:
    plain = replace(toy.library(), cases={}, notices={}, editions={})
    assert DATA[name](toy.inputs(plain), "")
