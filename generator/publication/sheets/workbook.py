"""Excel workbooks: every text is written as text, and the same content gives the same bytes."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from generator.publication.manuscripts.widths import display_width
from generator.publication.sheets.cells import Value, cell_text
from generator.strings import text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_CREATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 -- Excel's dates have no zone
_A4: Final = 9
_NARROWEST: Final = 6
_WIDEST: Final = 48
"""Columns of a Latin letter; longer texts are broken."""
_BESIDE: Final = 2
"""What a column needs beside its text, for the arrow of the filter."""
_MEASURED: Final = 2000
"""Rows that tell how wide a column is."""
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_LONGEST_NAME: Final = 31
_TITLE_HEIGHT: Final = 30


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on a sheet of its own."""

    name: str
    """On its tab; made unique and cut where it is too long."""
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Value]]
    title: str = ""
    """Above the table, or empty: then the table begins in the first row."""
    lines: tuple[str, ...] = ()
    """Below the title."""
    is_landscape: bool = False


def workbook(title: str, sheets: Iterable[Sheet]) -> bytes:
    """Give an Excel file (.xlsx)."""
    # A tenth of a second that only a build with spreadsheets has to spend.
    from xlsxwriter import Workbook  # noqa: PLC0415

    out = io.BytesIO()
    book = Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"title": cell_text(title), "created": _CREATED})
    styles = _styles(book)
    used: set[str] = set()
    for sheet in sheets:
        name = sheet_name(sheet.name, used)
        used.add(name.casefold())
        _write(book.add_worksheet(name), sheet, styles)
    book.close()
    return out.getvalue()


def sheet_name(wanted: str, used: Iterable[str] = ()) -> str:
    """Give a name that Excel accepts and that is not among the used ones (case-folded)."""
    clean = _FORBIDDEN.sub(" ", cell_text(wanted)).strip().strip("'")
    name = clean[:_LONGEST_NAME].strip().strip("'") or "1"
    taken = {*used, "history"}  # Excel keeps that one for itself
    number = 1
    unique = name
    while unique.casefold() in taken:
        number += 1
        unique = f"{name[: _LONGEST_NAME - 6]} {number}"
    return unique


@dataclass(frozen=True, slots=True)
class _Styles:
    title: "Format"
    line: "Format"
    head: "Format"
    cell: "Format"
    number: "Format"


def _styles(book: "Workbook") -> _Styles:
    body, head = text("publication_list.sheet.font"), text("publication_list.sheet.font_title")
    box = {"border": 1, "border_color": "#999999", "valign": "vcenter", "font_size": 11}
    return _Styles(
        title=book.add_format(
            {"font_name": head, "font_size": 16, "align": "center", "valign": "vcenter"}
        ),
        line=book.add_format(
            {"font_name": body, "font_size": 11, "align": "center", "valign": "vcenter"}
        ),
        head=book.add_format(
            {
                **box,
                "font_name": head,
                "bg_color": "#EFEFEF",
                "align": "center",
                "text_wrap": True,
            }
        ),
        cell=book.add_format({**box, "font_name": body, "text_wrap": True, "num_format": "@"}),
        number=book.add_format({**box, "font_name": body}),
    )


def _write(page: "Worksheet", sheet: Sheet, styles: _Styles) -> None:
    last = len(sheet.columns) - 1
    above = [sheet.title, *sheet.lines] if sheet.title else []
    for row, said in enumerate(above):
        style = styles.line if row else styles.title
        if last:
            page.merge_range(row, 0, row, last, "", style)
        page.write_string(row, 0, cell_text(said), style)
    if above:
        page.set_row(0, _TITLE_HEIGHT)
    top = len(above)
    for column, name in enumerate(sheet.columns):
        page.write_string(top, column, cell_text(name), styles.head)
    for row, values in enumerate(sheet.rows, start=top + 1):
        for column, value in enumerate(values):
            _cell(page, (row, column), value, styles)
    _widths(page, sheet)
    _print_setup(page, sheet, top)


def _cell(page: "Worksheet", place: tuple[int, int], value: Value, styles: _Styles) -> None:
    if isinstance(value, str) and value:
        page.write_string(*place, cell_text(value), styles.cell)
    elif value is None or isinstance(value, str):
        page.write_blank(*place, None, styles.cell)
    else:
        page.write_number(*place, value, styles.number)


def _widths(page: "Worksheet", sheet: Sheet) -> None:
    for column, name in enumerate(sheet.columns):
        shown = [str(row[column] or "") for row in sheet.rows[:_MEASURED]]
        width = display_width([name, *shown]) + _BESIDE
        page.set_column(column, column, min(max(width, _NARROWEST), _WIDEST))


def _print_setup(page: "Worksheet", sheet: Sheet, top: int) -> None:
    """Fit the columns on the width of A4; header row on every sheet of paper."""
    bottom = top + len(sheet.rows)
    page.freeze_panes(top + 1, 0)
    if sheet.rows:
        page.autofilter(top, 0, bottom, len(sheet.columns) - 1)
    page.set_paper(_A4)
    if sheet.is_landscape:
        page.set_landscape()
    page.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    page.center_horizontally()
    page.set_footer("&C" + text("publication_list.sheet.page"))
