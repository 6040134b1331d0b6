"""Workbooks have the same bytes in another process, on another day; hostile names stay names."""

import io
import os
import subprocess
import sys
from pathlib import Path

import openpyxl

from generator.publication.sheets.workbook import Sheet, workbook
from generator.publication.zipping import unpack
from tests.publication.sheets.samples import HOSTILE

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import sys
from generator.publication.sheets.workbook import Sheet, workbook
rows = [("值", 1.5), (None, "")]
sheets = [Sheet(name, ("甲", "乙"), rows, title="名单") for name in ("一", "二")]
sys.stdout.buffer.write(workbook("名单", sheets))
"""


def test_two_processes_give_the_same_bytes() -> None:
    first, second = (
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/New_York"))
    )
    assert first[:2] == b"PK"
    assert first == second


def test_names_titles_and_properties_are_no_formulas() -> None:
    sheets = [
        Sheet(name, (name, "乙"), [(one, 1) for one in HOSTILE], title=name, lines=(name,))
        for name in HOSTILE
    ]
    made = workbook(HOSTILE[0], sheets)
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert len(book.sheetnames) == len(HOSTILE)
    assert not [cell for page in book for row in page for cell in row if cell.data_type == "f"]
    assert not any(b"<f>" in part for part in unpack(made).values())
