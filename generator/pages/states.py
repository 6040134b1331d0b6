"""Where a period stands on the day of the build, in words that a browser can renew.

A page built yesterday must not lie today: what may still change carries its days and all its words
(`theme/scripts/30-dates.js` reads them); what is over stays over and carries nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.strings import text


class Subject(StrEnum):
    """What the period is; each has its own words (`pages.state.<subject>`)."""

    PUBLICITY = "publicity"
    OPEN_PUBLICITY = "open_publicity"
    """Its end is not known yet: the calendar of working days does not reach so far."""
    DEADLINE = "deadline"
    SESSION = "session"
    SESSION_OF_A_DAY = "session_of_a_day"
    SHOWING = "showing"
    """A case at a session."""


class Phase(StrEnum):
    """Where it stands."""

    BEFORE = "before"
    DURING = "during"
    LAST = "last"
    """Today is its last day."""
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Clock:
    """What a browser needs to say the state anew: days in ISO, words with {days} left open."""

    first: str
    """First day, or empty: it has begun already."""
    last: str
    """Last days, the earliest first, with blanks between; empty: no end is known."""
    before: str
    during: str
    ends: str
    """For the last day."""
    over: str


@dataclass(frozen=True, slots=True)
class State:
    """A period's state on the day of the build (macro `state`)."""

    phase: Phase
    """Its class in the style sheet."""
    label: str
    """公示中，还有 3 天."""
    as_of: str
    """The day of the build as shown; empty when it is over, which no later day changes."""
    clock: Clock | None
    """None when it is over."""


def state_of(subject: Subject, today: date, first: date | None, lasts: Sequence[date]) -> State:
    """Give the state of what begins at `first` and ends with each of `lasts`, the next one first.

    `first` is None for what has begun, `lasts` is empty where no end is known. A period still runs
    on its last day.
    """
    phase, days = _phase(today, first, lasts)
    label = text(f"pages.state.{subject}.{phase}", days=days)
    if phase is Phase.OVER:
        return State(phase, label, "", None)
    clock = Clock(
        first.isoformat() if first else "",
        " ".join(last.isoformat() for last in sorted(lasts)),
        *(text(f"pages.state.{subject}.{word}") for word in Phase),
    )
    return State(phase, label, today.isoformat(), clock)


def _phase(today: date, first: date | None, lasts: Sequence[date]) -> tuple[Phase, int]:
    """Give the phase and the days until it begins, or until its next end."""
    if first and today < first:
        return Phase.BEFORE, (first - today).days
    coming = [last for last in lasts if last >= today]
    if lasts and not coming:
        return Phase.OVER, 0
    days = (min(coming) - today).days if coming else 0
    return (Phase.LAST if coming and not days else Phase.DURING), days
