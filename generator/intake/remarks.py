"""What an editor must know of a taken document: a value with its kind, worded when it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from generator.strings import text


class RemarkKind(StrEnum):
    """Under which heading of the report a remark stands; the order is the report's."""

    REFUSED = "refused"
    """Nothing was made of this file, and why."""
    LOST = "lost"
    """It stood in the document and does not stand in the draft as it was."""
    PRIVATE = "private"
    """It looks like a personal number, or like what must not be published."""
    LOOK = "look"
    """It needs an eye: unclear, missing, or beyond a limit."""
    GUESSED = "guessed"
    """It was decided by its look, for an editor to confirm: a heading typed by hand."""
    TAKEN = "taken"
    """What was taken from where."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of the report. No remark ever repeats a personal number: it is masked before."""

    kind: RemarkKind
    key: str
    """Dotted key of the wording: `intake_word.remark.revisions`."""
    values: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    """What the wording's {placeholders} are filled with."""
    place: str = ""
    """Where, in the reader's words: a file, a heading, the beginning of a paragraph."""

    def worded(self) -> str:
        """Say it, without the place."""
        return text(self.key, **self.values)


class RefusedDocumentError(Exception):
    """A file that is not taken; `remark` says why. Nothing was written of it."""

    def __init__(self, key: str, /, **values: str | int) -> None:
        super().__init__(key)
        self.remark = Remark(RemarkKind.REFUSED, key, MappingProxyType(values))
