"""How many minutes an item of a programme takes, as far as its times say.

Times are free text: "7 日 09:00", "09:00—10:30". Where they do not say it plainly nothing is said.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

_CLOCK: Final = re.compile(r"(?<![\d:\uff1a])(\d{1,2})[:\uff1a](\d{2})(?![\d:\uff1a])")
"""An hour and a minute, with a colon of either width."""
LONGEST: Final = 360
"""Minutes: what lies farther apart is no single item."""
_MIDNIGHT: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class _Moment:
    day: str
    """What stands before the hour: 7 日, 下午."""
    begins: int
    """Minutes since midnight."""
    ends: int | None
    """Where the item states its end."""


def has_time(time: str) -> bool:
    """Tell whether a text states an hour."""
    return _moment(time) is not None


def lengths(times: Sequence[str]) -> tuple[int | None, ...]:
    """Give the minutes of each item: to its own end, else to the next one of the same day.

    A break between two items counts: nobody said when the first one ends. None: not known.
    """
    moments = list(_with_days(map(_moment, times)))
    return tuple(map(_between, moments, (*moments[1:], None)))


def _with_days(moments: Iterable[_Moment | None]) -> Iterator[_Moment | None]:
    """Let an item that names no day be of that of the item before."""
    day = ""
    for moment in moments:
        day = moment.day or day if moment else day
        yield replace(moment, day=day) if moment else None


def _between(item: _Moment | None, following: _Moment | None) -> int | None:
    if item is None:
        return None
    ends = item.ends
    if ends is None and following is not None and following.day == item.day:
        ends = following.begins
    minutes = ends - item.begins if ends is not None else 0
    return minutes if 0 < minutes <= LONGEST else None


def _moment(time: str) -> _Moment | None:
    clocks = list(_clocks(time))
    if not clocks:
        return None
    first = next(_CLOCK.finditer(time))
    day = "".join(time[: first.start()].split())
    return _Moment(day, clocks[0], clocks[1] if len(clocks) > 1 else None)


def _clocks(time: str) -> Iterator[int]:
    for match in _CLOCK.finditer(time):
        hour, minute = int(match[1]), int(match[2])
        if minute < 60 and hour * 60 + minute <= _MIDNIGHT:
            yield hour * 60 + minute
