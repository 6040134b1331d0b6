"""CSV as Excel reads it: UTF-8 with a byte order mark, lines ended by CRLF (RFC 4180)."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from generator.publication.sheets.cells import Value, csv_text

BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it Excel reads a CSV file in the system's own code page."""


def table_csv(columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Give a table as CSV; texts that could begin a formula are escaped by `cells.csv_text`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([csv_text(name) for name in columns])
    writer.writerows([_written(value) for value in row] for row in rows)
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def _written(value: Value) -> str:
    """Give a number as it is: a negative one is no text and begins no formula."""
    if value is None:
        return ""
    return csv_text(value) if isinstance(value, str) else repr(value)
