"""EPUB files have the same bytes in another process, on another day."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import sys
from generator.publication.epub.{kind} import write_{kind} as write
from generator.publication.word.pandoc import Pandoc
from tests.publication.epub.samples import IMPRINT, plain, volume
made = {{"case": (plain(1), IMPRINT), "book": (volume(plain(1), plain(2)),)}}["{kind}"]
with Pandoc() as pandoc:
    sys.stdout.buffer.write(write(*made, pandoc))
"""


@pytest.mark.parametrize("kind", ["case", "book"])
def test_two_processes_give_the_same_bytes(kind: str) -> None:
    first, second = (
        subprocess.run(
            [sys.executable, "-c", SCRIPT.format(kind=kind)],
            cwd=ROOT,
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/New_York"))
    )
    assert first[:2] == b"PK"
    assert first == second
