"""What is wrong with a list: a value with its place, worded only when it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.strings import text


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that an editor must know of a list file or of one of its rows."""

    code: str
    """Key of its wording in `[problem]` of strings/zh/intake.toml."""
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    """What the wording's {placeholders} are filled with."""
    row: int = 0
    """Row as the spreadsheet numbers it, from 1; 0 for the whole file."""
    column: int = 0
    """Column from 1; 0 when the row as a whole or a missing column is meant."""
    sheet: str = ""
    """Name of the sheet; empty when the file has one table only."""

    def worded(self) -> str:
        """Say the problem with its place, in the reader's language."""
        message = text(f"intake.problem.{self.code}", **self.values)
        if not self.row:
            return message
        sheet = text("intake.place.sheet", sheet=self.sheet) if self.sheet else ""
        place = "cell" if self.column else "row"
        where = text(f"intake.place.{place}", row=self.row, column=self.column)
        return f"{sheet}{where}{message}"
