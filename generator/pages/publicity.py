"""A publicity period: its first and its last day, printed or computed from working days."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from generator.library.ids import EditionId
from generator.library.notice import Notice
from generator.pages.inputs import Inputs
from generator.pages.values import day, span
from generator.strings import text
from generator.workdays import add_working_days

PUBLICITY_DAYS: Final = 10
"""Working days of a publicity period where neither notice nor edition says (article 21)."""

# Ten thousand cases ask for the same few periods.
_last_day = lru_cache(maxsize=None)(add_working_days)


@dataclass(frozen=True, slots=True)
class PublicityDays:
    """The days of a publicity period."""

    first: date
    last: date | None
    """None: nothing is printed, and the calendar of working days does not reach so far."""
    working_days: int
    is_printed: bool
    """True: the last day is the document's own word."""


def publicity_days(inputs: Inputs, notice: Notice) -> PublicityDays | None:
    """Give the days of the period that a notice opens; None for a notice that opens none."""
    publicity = notice.front.publicity
    if publicity is None:
        return None
    edition = inputs.library.editions.get(EditionId(notice.front.edition))
    rule = edition.publicity if edition else None
    days = publicity.working_days or (rule.working_days if rule else PUBLICITY_DAYS)
    last = publicity.ends_on or _last_day(
        publicity.starts_on, days, bool(rule and rule.count_first_day)
    )
    return PublicityDays(publicity.starts_on, last, days, publicity.ends_on is not None)


def publicity_period(inputs: Inputs, notice: Notice) -> str:
    """Give the period in words; "" for a notice that opens none."""
    found = inputs.periods.get(notice.id)
    if found is None:
        found = inputs.periods[notice.id] = _in_words(publicity_days(inputs, notice))
    return found


def _in_words(period: PublicityDays | None) -> str:
    if period is None:
        return ""
    return text("pages.notice.period", span=_said(period), days=period.working_days)


def _said(period: PublicityDays) -> str:
    if period.last is None:
        return text("pages.notice.open_period", first=day(period.first))
    key = "printed_end" if period.is_printed else "computed_end"
    return text(f"pages.notice.{key}", span=span(period.first, period.last))
