"""A list is first read by a child: what a table does to its reader ends with the child.

The reader of workbooks ends the whole process on some damaged ones, and fills the memory on others.
What the child could read, this process reads again, and only then.
"""

from pathlib import Path
from typing import Final

from generator.intake.remarks import RefusedDocumentError
from generator.intake.spreadsheet import read_sheets
from generator.intake.taking.children import Children, Ending
from generator.intake.taking.confinement import MEGABYTE, Limits
from generator.intake.taking.workshop import workshop

LIMITS: Final = Limits(seconds=60, processor_seconds=60, memory=2048 * MEGABYTE)
"""A list of 20,000 rows needs a fifth of a second and a hundred megabytes."""


def check_list(path: Path, name: str, limits: Limits = LIMITS) -> None:
    """Raise RefusedDocumentError when reading a list breaks the reader; `name` is for the words."""
    with workshop() as folder:
        [ended] = Children(_read, folder, 1, limits).each([path.absolute()])
    if ended.ending is Ending.TIMEOUT:
        values: dict[str, str | int] = {"name": name, "seconds": limits.seconds}
        raise RefusedDocumentError("intake_taking.refused.list_timeout", **values)
    if ended.ending is Ending.DISK_FULL:
        raise RefusedDocumentError("intake_taking.refused.disk_full")
    if ended.ending is not Ending.DONE:
        raise RefusedDocumentError("intake_taking.refused.list_broken", name=name)


def _read(path: Path, _folder: Path) -> None:
    read_sheets(path)
