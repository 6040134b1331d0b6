"""Calendar files (.ics, RFC 5545): of the whole library, and of every notice that sets a day.

The same notices give the same bytes on any day.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from generator.library.notice import Notice
from generator.pages import routes
from generator.pages.calendar_events import (
    ZONE,
    CalendarEvent,
    all_events,
    has_days,
    notice_events,
    sets_days,
)
from generator.pages.controls import one_line
from generator.pages.inputs import Inputs
from generator.pages.planned import Pages, PlannedPage
from generator.pages.verbatim import Verbatim
from generator.strings import text
from generator.today import SHANGHAI

if TYPE_CHECKING:
    from icalendar import Event, Timezone

PRODUCT: Final = "-//Biaogan//Biaogan//ZH"


def calendar_uri(inputs: Inputs) -> str:
    """Give the address of the library's calendar; "" where nothing sets a day."""
    return routes.CALENDAR if has_days(inputs) else ""


def notice_calendar_uri(notice: Notice) -> str:
    """Give the address of a notice's calendar file; "" for a notice that sets no day."""
    if notice.front.session is not None:
        return routes.session_calendar(notice.id)
    return routes.notice_calendar(notice.id) if sets_days(notice) else ""


def library_calendar(inputs: Inputs) -> Verbatim:
    """Give the file of the whole library; programs show it under the site's name."""
    label = text("pages.feeds.dates")
    site = inputs.config.site_name
    name = text("pages.feeds.titled", label=label, site=site) if site else label
    return _file(all_events(inputs), one_line(name))


def notice_calendar(inputs: Inputs, notice: Notice) -> Verbatim:
    """Give the file of a notice that sets days."""
    return _file(notice_events(inputs, notice))


def _file(events: Iterable[CalendarEvent], name: str = "") -> Verbatim:
    """Give a file of events, lines ended by CRLF and folded at 75 octets."""
    # A quarter of a second that only a library with dates has to spend.
    from icalendar import Calendar  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    if name:
        calendar.add("name", name)  # RFC 7986
        calendar.add("x-wr-calname", name)  # what programs read that do not know it
    made = tuple(events)
    if any(isinstance(event.start, datetime) for event in made):
        calendar.add_component(_timezone())
    for event in made:
        calendar.add_component(_event(event))
    return Verbatim(calendar.to_ical().decode())


def _event(event: CalendarEvent) -> "Event":
    from icalendar import Event  # noqa: PLC0415

    made = Event()
    made.add("uid", event.uid)
    made.add("dtstamp", _stamp(event.stamp))
    made.add("dtstart", event.start)
    if event.end is not None:
        made.add("dtend", event.end)
    made.add("summary", event.summary)
    if event.location is not None:
        made.add("location", event.location)
    made.add("description", event.description)
    made.add("status", "CONFIRMED")
    if not event.is_busy:
        made.add("transp", "TRANSPARENT")
    if event.url:
        made.add("url", event.url)
    return made


def _timezone() -> "Timezone":
    """Give the zone that deadlines with an hour name: eight hours before UTC since 1992.

    Written by us: what a library derives from its tables changes with the tables.
    """
    from icalendar import Timezone, TimezoneStandard  # noqa: PLC0415

    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1992, 1, 1))  # noqa: DTZ001 -- local time, by RFC 5545
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    standard.add("tzname", "CST")
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    zone.add_component(standard)
    return zone


def _stamp(on: date) -> datetime:
    """Give the beginning of a day in Shanghai, as the standard wants it: in UTC."""
    return datetime.combine(on, time(), SHANGHAI).astimezone(UTC)


def calendar_pages(inputs: Inputs) -> Pages:
    """Plan the calendar of the library, and the file of every notice that sets a day."""
    if has_days(inputs):
        make = partial(library_calendar, inputs)
        uri = routes.CALENDAR
        yield PlannedPage(uri, "verbatim.html", uri, make, indexed=False)
    for notice in inputs.catalogue.notices.notices:
        uri = notice_calendar_uri(notice)
        if uri:
            make = partial(notice_calendar, inputs, notice)
            yield PlannedPage(uri, "verbatim.html", uri, make, indexed=False)
