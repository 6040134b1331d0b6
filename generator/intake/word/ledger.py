"""What the preparation has to report, gathered while it works."""

from collections import Counter
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from generator.intake.remarks import Remark, RemarkKind

MOST_OF_A_KIND: Final = 50
"""Remarks of one wording; what comes after is given as a number."""

COUNTED: Final = MappingProxyType(
    {
        "insertions": RemarkKind.TAKEN,
        "deletions": RemarkKind.TAKEN,
        "moves": RemarkKind.TAKEN,
        "contents": RemarkKind.TAKEN,
        "comments": RemarkKind.LOOK,
        "hidden": RemarkKind.LOST,
        "ruby": RemarkKind.LOST,
        "shapes": RemarkKind.LOST,
        "unsafe_links": RemarkKind.LOST,
        "external": RemarkKind.LOOK,
    }
)
"""What is told as one number for the whole document, in this order."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Remarks with their places, and counts."""

    remarks: list[Remark] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def say(self, kind: RemarkKind, name: str, place: str = "", **values: str | int) -> None:
        """Write down one remark; `name` is that of its wording."""
        self.counts[f"said {name}"] += 1
        if self.counts[f"said {name}"] <= MOST_OF_A_KIND:
            key = f"intake_word.remark.{name}"
            self.remarks.append(Remark(kind, key, MappingProxyType(values), place))

    def closed(self) -> tuple[Remark, ...]:
        """Give all remarks, those that are numbers first."""
        counted = [
            Remark(kind, f"intake_word.remark.{name}", MappingProxyType({"count": count}))
            for name, kind in COUNTED.items()
            if (count := self.counts[name])
        ]
        more = sum(
            max(0, count - MOST_OF_A_KIND)
            for name, count in self.counts.items()
            if name.startswith("said ")
        )
        tail = (
            [Remark(RemarkKind.LOOK, "intake_word.remark.more", MappingProxyType({"count": more}))]
            if more
            else []
        )
        return (*counted, *self.remarks, *tail)
