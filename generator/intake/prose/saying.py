"""Remarks of this part, and what was left out on purpose; nothing personal is repeated in them."""

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from generator.intake.remarks import Remark, RemarkKind

_LONGEST: Final = 40
_NUMBER: Final = re.compile(r"(?<![0-9\uff10-\uff19])(?:[0-9\uff10-\uff19][ \-]?){6,}[0-9Xx]")
_MAIL: Final = re.compile(r"[A-Za-z0-9._%+\-]+[@\uff20][A-Za-z0-9.\-]+")


def masked(words: str) -> str:
    """Give a text with long numbers and mailboxes masked."""
    words = _MAIL.sub(lambda found: f"{found[0][:1]}\u2026", words)
    return _NUMBER.sub(lambda found: f"{found[0][:3]}\u2026{found[0][-2:]}", words)


def beginning(words: str) -> str:
    """Give the beginning of a text, to say where something is."""
    words = masked(words)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}\u2026"


@dataclass(slots=True)
class Report:
    """What is told of one document while its text is made."""

    remarks: list[Remark] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    """Texts that were left out on purpose: typed numbers, cover lines, what was cut."""

    def say(self, kind: RemarkKind, name: str, place: str = "", /, **values: str | int) -> None:
        """Add a remark; `name` is its key below `intake_prose.remark`."""
        safe = {
            key: masked(value) if isinstance(value, str) else value for key, value in values.items()
        }
        key = f"intake_prose.remark.{name}"
        self.remarks.append(Remark(kind, key, MappingProxyType(safe), beginning(place)))

    def leave(self, words: str) -> None:
        """Note a text that is left out on purpose."""
        if words.strip():
            self.left_out.append(words)
