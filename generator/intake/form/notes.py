"""Remarks while a form is read; what they quote is never a private matter."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from generator.intake.remarks import Remark, RemarkKind
from generator.intake.wordings import pattern
from generator.strings import text

_LONGEST: Final = 40


@dataclass(slots=True)
class Notes:
    """The remarks so far."""

    remarks: list[Remark] = field(default_factory=list)

    def add(self, kind: RemarkKind, key: str, place: str = "", **values: str | int) -> None:
        """Add a remark by the last part of its key, once."""
        remark = Remark(kind, f"intake_form.remark.{key}", values, place)
        if remark not in self.remarks:
            self.remarks.append(remark)

    def look(self, key: str, place: str = "", **values: str | int) -> None:
        """Add what needs an eye."""
        self.add(RemarkKind.LOOK, key, place, **values)


def place(key: str, **values: str | int) -> str:
    """Say where something stands."""
    return text(f"intake_form.place.{key}", **values)


def what(key: str) -> str:
    """Name a field."""
    return text(f"intake_form.what.{key}")


def joined(values: Iterable[str]) -> str:
    """List some names."""
    return text("intake_form.what.joint").join(values)


def is_private(value: str) -> bool:
    """Tell whether a value holds a telephone number, a mailbox or a code."""
    return pattern("intake_form.pattern.private").search(value) is not None


def quoted(value: str) -> str:
    """Give the words of a field that is not private, shortened."""
    if is_private(value):
        return what("not_shown")
    value = pattern("intake_form.pattern.brackets").sub("", value)  # a person may stand there
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}\u2026"


def quoted_number(value: str) -> str:
    """Give a cell of a table when it is little but digits: a word there may name a competitor."""
    bare = " ".join(value.split())
    is_plain = pattern("intake_form.pattern.shown").fullmatch(bare) and not is_private(bare)
    return bare if is_plain else what("not_shown")
