"""Working days in China, counted with chinesecalendar: weekends, holidays and days worked instead.

The State Council announces a year's holidays only the autumn before, so a year that the calendar
does not know gives None. Nothing is guessed.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from chinese_calendar import is_workday

_DAY: Final = timedelta(days=1)


def add_working_days(start: date, days: int, count_first: bool = False) -> date | None:
    """Give the last of `days` working days that follow `start`, or None beyond the calendar.

    `count_first` counts `start` itself when it is a working day.
    """
    if days <= 0:
        return start
    try:
        for number, day in enumerate(_working_days(start, count_first), start=1):
            if number == days:
                return day
    except (NotImplementedError, OverflowError):
        pass
    return None


def working_days_between(start: date, end: date, count_first: bool = False) -> int | None:
    """Count the working days after `start` up to and with `end`, or None beyond the calendar."""
    count = 0
    try:
        for day in _working_days(start, count_first):
            if day > end:
                return count
            count += 1
    except (NotImplementedError, OverflowError):
        return count if _is_covered(end) else None
    return count


def _working_days(start: date, count_first: bool) -> Iterator[date]:
    """Yield working days without end; ends by an exception where the calendar does."""
    day = start if count_first else start + _DAY
    while True:
        if is_workday(day):
            yield day
        day += _DAY


def _is_covered(day: date) -> bool:
    try:
        is_workday(day)
    except NotImplementedError:
        return False
    return True
