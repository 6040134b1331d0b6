"""The days that notices and editions set, as events of a calendar.

Deadlines, publicity periods and exchange sessions: the same days that the site's own pages state.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from generator.catalogue.dimensions import Dimension
from generator.catalogue.timeline import EditionEntry
from generator.library.ids import EditionId
from generator.library.notice import Deadline, Notice, Session
from generator.pages import routes
from generator.pages.controls import printable
from generator.pages.inputs import Inputs
from generator.pages.publicity import publicity_days, publicity_period
from generator.strings import text

NOWHERE: Final = "biaogan"
"""Stands for the host in an event's id where the site does not know its own address."""
ZONE: Final = ZoneInfo("Asia/Shanghai")
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event of a calendar; its texts are free of control characters."""

    uid: str
    """The same for ever: a program that reads the file again moves the event, and adds none."""
    stamp: date
    """The day on which it was made known, else its own first day."""
    start: date | datetime
    """A day, or a moment in Shanghai."""
    end: date | None
    """The first day that is no longer of it; None for a moment."""
    summary: str
    description: str
    url: str
    """Absolute, or empty where the site does not know its own address."""
    location: str | None = None
    """None: it is nowhere."""
    is_busy: bool = False
    """True: whoever goes there has no time for anything else."""


def sets_days(notice: Notice) -> bool:
    """Tell whether a notice sets any day."""
    front = notice.front
    return bool(front.session or front.publicity or front.deadlines)


def has_days(inputs: Inputs) -> bool:
    """Tell whether any notice or edition sets a day."""
    editions = inputs.catalogue.editions.values()
    return any(map(sets_days, inputs.catalogue.notices.notices)) or any(
        entry.edition.deadlines for entry in editions
    )


def all_events(inputs: Inputs) -> tuple[CalendarEvent, ...]:
    """Give the events of the whole library, the earliest first."""
    events = [
        event
        for notice in inputs.catalogue.notices.notices
        for event in notice_events(inputs, notice)
    ]
    for entry in inputs.catalogue.editions.values():
        events += _of_edition(inputs, entry)
    return tuple(sorted(events, key=lambda event: (event.start.isoformat(), event.uid)))


def notice_events(inputs: Inputs, notice: Notice) -> tuple[CalendarEvent, ...]:
    """Give the events of a notice: its session, its publicity period, its deadlines."""
    return tuple(_of_notice(inputs, notice))


def _of_notice(inputs: Inputs, notice: Notice) -> Iterator[CalendarEvent]:
    session = notice.front.session
    if session is not None:
        yield _session(inputs, notice, session)
    if notice.front.publicity is not None:
        yield _publicity(inputs, notice)
    for number, deadline in enumerate(notice.front.deadlines, start=1):
        yield _deadline(inputs, notice, number, deadline)


def _session(inputs: Inputs, notice: Notice, session: Session) -> CalendarEvent:
    """Days, not hours: what a session says of hours is free text of its programme."""
    hosts = text("pages.format.comma").join(session.hosts)
    said = (
        text("pages.sessions.hosted_by", hosts=hosts) if hosts else "",
        *(" ".join(filter(None, (item.time, item.title))) for item in session.programme),
    )
    return CalendarEvent(
        uid=_uid(inputs, notice.id),
        stamp=notice.front.issued_on or session.starts_on,
        start=session.starts_on,
        end=session.last_day + _DAY,
        summary=_named(notice, notice.front.title),
        description=_description(inputs, notice, said),
        url=_address(inputs, notice),
        location=printable(session.place),
        is_busy=True,
    )


def _publicity(inputs: Inputs, notice: Notice) -> CalendarEvent:
    """Whole days to the printed or computed end; where it is unknown, the first day alone."""
    period = publicity_days(inputs, notice)
    assert period is not None, "only notices with a publicity period ask"
    title = text("pages.calendar.publicity", title=notice.front.title)
    return CalendarEvent(
        uid=_uid(inputs, f"{notice.id}-publicity"),
        stamp=notice.front.issued_on or period.first,
        start=period.first,
        end=max(period.last or period.first, period.first) + _DAY,
        summary=_named(notice, title),
        description=_description(inputs, notice, (publicity_period(inputs, notice),)),
        url=_address(inputs, notice),
    )


def _deadline(inputs: Inputs, notice: Notice, number: int, deadline: Deadline) -> CalendarEvent:
    start = _in_shanghai(deadline.at)
    day = start.date() if isinstance(start, datetime) else start
    return CalendarEvent(
        uid=_uid(inputs, f"{notice.id}-deadline-{number}"),
        stamp=notice.front.issued_on or day,
        start=start,
        end=None if isinstance(start, datetime) else day + _DAY,
        summary=_named(notice, deadline.label),
        description=_description(inputs, notice, (notice.front.title,)),
        url=_address(inputs, notice),
    )


def _of_edition(inputs: Inputs, entry: EditionEntry) -> Iterator[CalendarEvent]:
    """Yield the deadlines that only the edition's rules state: most stand in a notice too."""
    edition, told = entry.edition, set(_days_told(inputs, entry.id))
    address = inputs.term(Dimension.YEAR, str(edition.year)).uri
    url = f"{inputs.config.site_url}{address}" if inputs.config.site_url and address else ""
    for number, deadline in enumerate(edition.deadlines, start=1):
        if deadline.on not in told:
            yield CalendarEvent(
                uid=_uid(inputs, f"edition-{entry.id}-deadline-{number}"),
                stamp=deadline.on,
                start=deadline.on,
                end=deadline.on + _DAY,
                summary=printable(deadline.label),
                description=_lines((edition.title, url)),
                url=url,
            )


def _days_told(inputs: Inputs, edition: EditionId) -> Iterable[date]:
    for notice in inputs.catalogue.notices.notices:
        if notice.front.edition == edition and not notice.front.demonstration:
            for deadline in notice.front.deadlines:
                at = _in_shanghai(deadline.at)
                yield at.date() if isinstance(at, datetime) else at


def _in_shanghai(at: datetime | date) -> datetime | date:
    """Give an hour in its zone: one without a zone is Shanghai's."""
    if not isinstance(at, datetime):
        return at
    return at.astimezone(ZONE) if at.tzinfo else at.replace(tzinfo=ZONE)


def _uid(inputs: Inputs, name: str) -> str:
    return f"{name}@{urlsplit(inputs.config.site_url).hostname or NOWHERE}"


def _address(inputs: Inputs, notice: Notice) -> str:
    return routes.absolute(inputs.config.site_url, routes.notice(notice.id))


def _named(notice: Notice, summary: str) -> str:
    """Mark what is fictional: a calendar shows an event beside real ones."""
    mark = text("pages.mark.before") if notice.front.demonstration else ""
    return printable(mark + summary)


def _description(inputs: Inputs, notice: Notice, said: Iterable[str]) -> str:
    fictional = text("pages.notice.demonstration_title") if notice.front.demonstration else ""
    return _lines((fictional, *said, _address(inputs, notice)))


def _lines(lines: Iterable[str]) -> str:
    return printable("\n".join(line for line in lines if line))
