"""An exchange session: its days and place, its timetable, its materials, its calendar file."""

from dataclasses import dataclass

from generator.library.ids import CaseId
from generator.library.notice import Notice, ProgrammeItem, Session
from generator.pages import routes
from generator.pages.dates import session_state
from generator.pages.inputs import Inputs
from generator.pages.qr import qr_picture
from generator.pages.states import State
from generator.pages.values import Link, mark, span
from generator.strings import text


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One line of the timetable."""

    time: str
    what: Link
    """The item under its own title; a link when a case with a page is presented."""
    case: str
    """The case's title where the item is called otherwise, else empty."""
    enterprise: Link | None
    mark: str
    """演示 for a fictional case, else empty."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """The page's own address for a telephone's camera, and for eyes."""

    address: str
    """Absolute, percent-encoded."""

    @property
    def picture(self) -> str:
        """Draw it (SVG)."""
        return qr_picture(self.address, text("pages.notice.qr_title"))


@dataclass(frozen=True, slots=True)
class SessionView:
    """An exchange session, as its notice and the list of sessions show it."""

    number: str
    """第 2 期, or empty."""
    days: str
    place: str
    hosts: str
    state: State
    programme: tuple[ProgrammeRow, ...]
    presented: tuple[ProgrammeRow, ...]
    """The items that are cases with a page."""
    has_times: bool
    """False: no item has a time, and the column is left out."""
    calendar_uri: str
    """Of the calendar file."""


def session_view(inputs: Inputs, notice: Notice, session: Session) -> SessionView:
    """Give the session that a notice announces."""
    programme = tuple(_row(inputs, item) for item in session.programme)
    return SessionView(
        number=session_number(session),
        days=span(session.starts_on, session.ends_on),
        place=session.place,
        hosts=text("pages.format.comma").join(session.hosts),
        state=session_state(session, inputs.config.today),
        programme=programme,
        presented=tuple(item for item in programme if item.what.uri),
        has_times=any(item.time for item in programme),
        calendar_uri=routes.encoded(routes.session_calendar(notice.id)),
    )


def session_number(session: Session) -> str:
    """Say which of the year's sessions it is, where that is known."""
    if session.number is None:
        return ""
    return text("pages.sessions.number", number=session.number)


def qr_code(inputs: Inputs, notice: Notice) -> QrCode | None:
    """Give the code of a notice's page; None where the site does not know its own address."""
    address = routes.absolute(inputs.config.site_url, routes.notice(notice.id))
    return QrCode(address) if address else None


def _row(inputs: Inputs, item: ProgrammeItem) -> ProgrammeRow:
    link = inputs.case_named(item.case)
    if link is None:
        return ProgrammeRow(item.time, Link(item.title), "", None, "")
    case = inputs.library.cases[CaseId(item.case)]
    return ProgrammeRow(
        time=item.time,
        what=Link(item.title, link.uri),
        case=link.label if link.label != item.title else "",
        enterprise=inputs.enterprise(case),
        mark=mark(case.is_demonstration),
    )
