"""An exchange session: its days and place, its timetable, its materials, its calendar file."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.library.ids import CaseId
from generator.library.notice import Notice, ProgrammeItem, Session
from generator.pages import routes
from generator.pages.dates import session_state
from generator.pages.inputs import Inputs
from generator.pages.presented import presented_cases
from generator.pages.qr import qr_picture
from generator.pages.session_after import AfterView, after_session, marks_of
from generator.pages.short_addresses import ShortAddress, short_address
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
    """The items that are cases with a page; afterwards, where it is said, those really shown."""
    has_times: bool
    """False: no item has a time, and the column is left out."""
    calendar_uri: str
    """Of the calendar file."""
    short: ShortAddress | None
    tools: tuple[Link, ...]
    """What helps to hold it: run sheet and cards with codes."""
    presentations: tuple[Link, ...]
    """The cases that can be shown on a whole screen, under their titles."""
    marks: tuple[str, ...]
    """有录像, 材料 2 件: what the list says of it."""
    after: AfterView | None


def session_view(inputs: Inputs, notice: Notice, session: Session) -> SessionView:
    """Give the session that a notice announces."""
    programme = tuple(programme_row(inputs, item) for item in session.programme)
    return SessionView(
        number=session_number(session),
        days=span(session.starts_on, session.ends_on),
        place=session.place,
        hosts=text("pages.format.comma").join(session.hosts),
        state=session_state(session, inputs.config.today),
        programme=programme,
        presented=tuple(_presented(inputs, session)),
        has_times=any(item.time for item in programme),
        calendar_uri=routes.encoded(routes.session_calendar(notice.id)),
        short=short_address(inputs, notice),
        tools=_tools(notice),
        presentations=_presentations(inputs, notice),
        marks=marks_of(notice, session),
        after=after_session(inputs, notice, session),
    )


def _tools(notice: Notice) -> tuple[Link, ...]:
    names = {"run_sheet": routes.RUN_SHEET, "badges": routes.BADGES}
    return tuple(
        Link(text(f"pages.{key}.title"), routes.encoded(routes.of_session(notice.id, name)))
        for key, name in names.items()
    )


def _presentations(inputs: Inputs, notice: Notice) -> tuple[Link, ...]:
    return tuple(
        Link(one.link.label, one.presentation.uri)
        for one in presented_cases(inputs, notice)
        if one.presentation
    )


def _presented(inputs: Inputs, session: Session) -> Iterator[ProgrammeRow]:
    announced = {item.case: item for item in session.programme if item.case}
    for case_id in session.shown or announced:
        link = inputs.case_named(case_id)
        if link is not None:
            item = announced.get(case_id) or ProgrammeItem(title=link.label, case=case_id)
            yield programme_row(inputs, item)


def session_number(session: Session) -> str:
    """Say which of the year's sessions it is, where that is known."""
    if session.number is None:
        return ""
    return text("pages.sessions.number", number=session.number)


def qr_code(inputs: Inputs, notice: Notice) -> QrCode | None:
    """Give the code of a notice's page; None where the site does not know its own address."""
    address = routes.absolute(inputs.config.site_url, routes.notice(notice.id))
    return QrCode(address) if address else None


def programme_row(inputs: Inputs, item: ProgrammeItem) -> ProgrammeRow:
    """Give an item as a line of the timetable."""
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
