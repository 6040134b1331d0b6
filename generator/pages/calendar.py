"""The calendar file (.ics, RFC 5545) of an exchange session.

Days, not hours: a session names days, and what it says of hours is free text of its programme.
The same notice gives the same bytes on any day.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from generator.library.notice import Notice, Session
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.planned import Pages, PlannedPage
from generator.pages.verbatim import Verbatim
from generator.strings import text
from generator.today import SHANGHAI

PRODUCT: Final = "-//Biaogan//Biaogan//ZH"
NOWHERE: Final = "biaogan"
"""Stands for the host in an event's id where the site does not know its own address."""


def calendar_file(inputs: Inputs, notice: Notice, session: Session) -> Verbatim:
    """Give the file: one event of whole days, lines ended by CRLF and folded at 75 octets."""
    # A quarter of a second that only a library with sessions has to spend.
    from icalendar import Calendar, Event  # noqa: PLC0415

    address = _address(inputs, notice)
    event = Event()
    event.add("uid", f"{notice.id}@{urlsplit(address).hostname or NOWHERE}")
    event.add("dtstamp", _stamp(notice.front.issued_on or session.starts_on))
    event.add("dtstart", session.starts_on)
    event.add(
        "dtend", session.last_day + timedelta(days=1)
    )  # the first day that is no longer of it
    event.add("summary", notice.front.title)
    event.add("location", session.place)
    event.add("description", _description(notice, session, address))
    event.add("status", "CONFIRMED")
    if address:
        event.add("url", address)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return Verbatim(calendar.to_ical().decode())


def _address(inputs: Inputs, notice: Notice) -> str:
    return routes.absolute(inputs.config.site_url, routes.notice(notice.id))


def _stamp(on: date) -> datetime:
    """Give the beginning of a day in Shanghai, as the standard wants it: in UTC."""
    return datetime.combine(on, time(), SHANGHAI).astimezone(UTC)


def _description(notice: Notice, session: Session, address: str) -> str:
    blank = " "
    hosts = text("pages.format.comma").join(session.hosts)
    lines = (
        text("pages.notice.demonstration_title") if notice.front.demonstration else "",
        text("pages.sessions.hosted_by", hosts=hosts) if hosts else "",
        *(blank.join(filter(None, (item.time, item.title))) for item in session.programme),
        address,
    )
    return "\n".join(line for line in lines if line)


def calendar_pages(inputs: Inputs) -> Pages:
    """Plan the calendar file of every exchange session."""
    for notice in inputs.catalogue.notices.notices:
        session = notice.front.session
        if session is not None:
            uri = routes.session_calendar(notice.id)
            make = partial(calendar_file, inputs, notice, session)
            yield PlannedPage(uri, "verbatim.html", uri, make, indexed=False)
