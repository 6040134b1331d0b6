"""What a cell may hold: text that no program takes for anything else."""

import re
from typing import Final

Value = str | int | float | None
"""A cell: text, a number, or nothing."""

LONGEST: Final = 32_767
"""Characters (UTF-16 units) that a cell of Excel holds."""
FORMULA_STARTS: Final = (
    *("=", "+", "-", "@", "\t", "\r", "\n"),
    # Their full-width forms: Excel reads these too where Chinese or Japanese is typed.
    *("\uff1d", "\uff0b", "\uff0d", "\uff20"),
)
"""What a spreadsheet program may take for the beginning of a formula in a CSV file."""
ESCAPE: Final = "'"

_UNWRITABLE: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""No XML and no UTF-8 holds them."""
_REPLACEMENT: Final = "\ufffd"
_ELLIPSIS: Final = "\u2026"


def cell_text(value: str) -> str:
    """Give a text that a cell of Excel can hold; what is cut off is shown by an ellipsis."""
    written = _UNWRITABLE.sub(_REPLACEMENT, value)
    if written.startswith("<r>") and written.endswith("</r>"):
        # XlsxWriter would put it into the file as it is, as markup.
        written = f" {written}"
    if 2 * len(written) <= LONGEST or _units(written) <= LONGEST:
        return written
    cut = written[: LONGEST - 1]
    while _units(cut) >= LONGEST:
        cut = cut[: -(_units(cut) - LONGEST + 2) // 2]
    return cut + _ELLIPSIS


def csv_text(value: str) -> str:
    """Give a text for a CSV file: an apostrophe before what could begin a formula.

    A text that begins with apostrophes before such a character gets one more, so `from_csv` gives
    back every text as it was.
    """
    written = _UNWRITABLE.sub(_REPLACEMENT, value).replace("\0", _REPLACEMENT)
    bare = written.lstrip(ESCAPE)
    return ESCAPE + written if bare.startswith(FORMULA_STARTS) else written


def from_csv(value: str) -> str:
    """Give the text that `csv_text` wrote."""
    bare = value.lstrip(ESCAPE)
    is_escaped = value.startswith(ESCAPE) and bare.startswith(FORMULA_STARTS)
    return value.removeprefix(ESCAPE) if is_escaped else value


def _units(value: str) -> int:
    return len(value) + sum(one > "\uffff" for one in value) if not value.isascii() else len(value)
