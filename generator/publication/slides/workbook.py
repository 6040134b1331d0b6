"""The workbook behind a chart: what a trainer sees who asks PowerPoint to edit its data."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook

_LONG_AGO: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""No clock in it: the same chart is the same bytes."""


def chart_workbook(years: Sequence[str], series: Sequence[tuple[str, Sequence[float]]]) -> bytes:
    """Give a workbook whose first sheet has a row a year and a column a series.

    Nothing in it is a formula, whatever it begins with.
    """
    held = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(held, options) as book:
        book.set_properties({"created": _LONG_AGO})
        sheet = book.add_worksheet("Sheet1")
        for row, year in enumerate(years, start=1):
            sheet.write_string(row, 0, year)
        for column, (name, values) in enumerate(series, start=1):
            sheet.write_string(0, column, name)
            for row, value in enumerate(values, start=1):
                sheet.write_number(row, column, value)
    return held.getvalue()
