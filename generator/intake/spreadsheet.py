"""Files of tables as grids of text: CSV in the encodings of Chinese offices, Excel and WPS."""

import codecs
import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from generator.intake.problems import Problem

MEGABYTE: Final = 1024 * 1024
MAX_BYTES: Final = 20 * MEGABYTE
"""A list of ten thousand rows has about two megabytes."""
MAX_UNPACKED: Final = 200 * MEGABYTE
"""Limit of a workbook's parts together, against archives that unpack without end."""
MAX_CELLS: Final = 5_000_000
"""Limit of a sheet's rectangle."""
WORKBOOKS: Final = frozenset({".xlsx", ".xlsm", ".xls", ".et", ".xlsb", ".ods"})
TEXTS: Final = frozenset({".csv", ".txt", ".tsv"})

_CELL: Final = re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']""")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]")
_HAN: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_BREAK_IN_HAN: Final = re.compile(rf"(?<=[{_HAN}])\s*[\r\n]+\s*(?=[{_HAN}])")

Grid = Sequence[Sequence[str]]
"""Rows of cells; row 1 of the sheet is item 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file."""

    name: str
    """Empty for a text file."""
    grids: tuple[Grid, ...]
    """Ways to read it, the likeliest first: a CSV is cut at commas, tabs or semicolons."""


def read_sheets(path: Path) -> tuple[Sheet, ...] | Problem:
    """Read all sheets of a file, or say why it cannot be read."""
    try:
        if not path.is_file():
            return _problem("file_unreadable", path)
        if path.stat().st_size > MAX_BYTES:
            return _problem("file_too_large", path, megabytes=MAX_BYTES // MEGABYTE)
        data = path.read_bytes()
    except (OSError, ValueError):
        return _problem("file_unreadable", path)
    ending = path.suffix.lower()
    if ending in WORKBOOKS:
        return _workbook(data, path)
    return _text(data, path) if ending in TEXTS else _problem("file_format", path)


def clean(value: object) -> str:
    """Give a cell's text: whole numbers without .0, dates in ISO form, white space made single."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        value = value.date()
    written = value.isoformat() if isinstance(value, date) else str(value)
    return " ".join(_BREAK_IN_HAN.sub("", _CONTROLS.sub("", written)).split())


def _text(data: bytes, path: Path) -> tuple[Sheet, ...] | Problem:
    decoded = _decoded(data)
    if decoded is None:
        return _problem("file_encoding", path)
    try:
        grids = tuple(_cut(decoded, delimiter) for delimiter in ",\t;")
    except csv.Error:
        return _problem("file_damaged", path)
    return (Sheet("", grids),)


def _decoded(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _cut(decoded: str, delimiter: str) -> Grid:
    rows = csv.reader(io.StringIO(decoded, newline=""), delimiter=delimiter)
    return [[clean(cell) for cell in row] for row in rows]


def _workbook(data: bytes, path: Path) -> tuple[Sheet, ...] | Problem:
    try:
        if not _is_bounded(data):
            return _problem("sheet_too_large", path)
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
            if any(sheet.height * sheet.width > MAX_CELLS for sheet in sheets):
                return _problem("sheet_too_large", path)
            return tuple(Sheet(sheet.name, (_grid(sheet),)) for sheet in sheets)
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError, EOFError, RuntimeError):
        return _problem("file_damaged", path)


def _is_bounded(data: bytes) -> bool:
    """Tell whether the reader may be let loose on a workbook.

    Calamine reserves a sheet's whole rectangle and ends the *process* when that is too much, so a
    stray cell at XFD1048576 must be found before it starts. Older formats cannot hold as much; of
    them the rectangle is looked at before its cells become Python's.
    """
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return True
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > MAX_UNPACKED:
            return False
        sheets = (part for part in parts if "/worksheets/" in part.filename)
        return all(_area(archive.read(part)) <= MAX_CELLS for part in sheets)


def _area(sheet_xml: bytes) -> int:
    height = width = 0
    for letters, number in set(_CELL.findall(sheet_xml)):
        height = max(height, int(number))
        width = max(width, _column_number(letters))
    return height * width


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _grid(sheet: CalamineSheet) -> Grid:
    rows = [[clean(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    _fill_merged(rows, sheet.merged_cell_ranges or ())
    return rows


def _fill_merged(
    rows: list[list[str]], ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    """Repeat the value of cells merged downwards: one group or recommender for several rows.

    Cells merged sideways are headings and notes; repeating those would make them rows of the list.
    """
    for (top, left), (bottom, right) in ranges:
        if left != right or top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top + 1 : bottom + 1]:
            row[left] = rows[top][left]


def _problem(code: str, path: Path, **values: object) -> Problem:
    return Problem(code, {"path": path.name, **values})
