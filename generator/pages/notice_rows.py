"""What a line of a list says of a notice."""

from dataclasses import dataclass

from generator.pages.states import State
from generator.pages.values import Link


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice as one line of a list."""

    date: str
    """As exact as known: 2014, 2022-06, 2022-06-14."""
    kind: str
    link: Link
    issuer: str
    document_number: str
    mark: str
    """演示, or empty."""
    state: State | None
    """Of its publicity period, its session or its next deadline; None when it sets no day."""
