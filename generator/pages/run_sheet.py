"""The run sheet of an exchange session (流程单): what happens when, to be ticked on paper."""

from dataclasses import dataclass
from functools import partial

from generator.library.notice import Notice, Session
from generator.pages import routes
from generator.pages.downloads import handout_downloads
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.notices import notice_link
from generator.pages.planned import Pages, PlannedPage
from generator.pages.preparation import PreparationLine, after_session_lines, before_session
from generator.pages.presented import PresentedCase, presented_cases
from generator.pages.session import ProgrammeRow, programme_row, session_number
from generator.pages.session_times import lengths
from generator.pages.short_addresses import ShortAddress, short_address
from generator.pages.structured import Location
from generator.pages.values import Fact, Link, fact, mark, span
from generator.strings import text


@dataclass(frozen=True, slots=True)
class RunSheetRow:
    """One item of the programme."""

    item: ProgrammeRow
    minutes: str
    """How long it takes, or empty."""
    case: PresentedCase | None
    """The case presented, where it has a page."""


@dataclass(frozen=True, slots=True)
class RunSheetView:
    """The run sheet of a session (template run_sheet.html)."""

    head: Head
    title: str
    session: Link
    mark: str
    facts: tuple[Fact, ...]
    short: ShortAddress | None
    rows: tuple[RunSheetRow, ...]
    has_times: bool
    has_minutes: bool
    before: tuple[PreparationLine, ...]
    after: tuple[PreparationLine, ...]
    handouts: tuple[Link, ...]
    badges_uri: str


def run_sheet_view(inputs: Inputs, notice: Notice, session: Session) -> RunSheetView:
    """Give the run sheet of the session that a notice announces."""
    cases = presented_cases(inputs, notice)
    by_id = {case.id: case for case in cases}
    minutes = lengths([item.time for item in session.programme])
    rows = tuple(
        RunSheetRow(programme_row(inputs, item), str(length or ""), by_id.get(item.case))
        for item, length in zip(session.programme, minutes, strict=True)
    )
    return RunSheetView(
        head=_head(inputs, notice),
        title=text("pages.run_sheet.title"),
        session=notice_link(notice),
        mark=mark(notice.front.demonstration),
        facts=_facts(session),
        short=short_address(inputs, notice),
        rows=rows,
        has_times=any(item.time for item in session.programme),
        has_minutes=any(minutes),
        before=before_session(inputs, notice, session, cases),
        after=after_session_lines(notice, session),
        handouts=handout_downloads(inputs, notice),
        badges_uri=routes.encoded(routes.of_session(notice.id, routes.BADGES)),
    )


def _head(inputs: Inputs, notice: Notice) -> Head:
    title = text("pages.run_sheet.title")
    way = (Link(text("pages.sessions.title"), routes.SESSIONS), notice_link(notice))
    said = text("pages.run_sheet.description", title=notice.front.title)
    return head(inputs, Location(routes.of_session(notice.id, routes.RUN_SHEET), title, way), said)


def _facts(session: Session) -> tuple[Fact, ...]:
    hosts = text("pages.format.comma").join(session.hosts)
    days = span(session.starts_on, session.ends_on)
    return (
        *fact("number", session_number(session), table="pages.run_sheet.facts"),
        *fact("days", days, table="pages.run_sheet.facts"),
        *fact("place", session.place, table="pages.run_sheet.facts"),
        *fact("hosts", hosts, table="pages.run_sheet.facts"),
    )


def run_sheet_pages(inputs: Inputs) -> Pages:
    """Plan the run sheet of every session."""
    for notice in inputs.catalogue.notices.notices:
        session = notice.front.session
        if session is not None:
            title = text("pages.run_sheet.titled", title=notice.front.title)
            make = partial(run_sheet_view, inputs, notice, session)
            uri = routes.of_session(notice.id, routes.RUN_SHEET)
            yield PlannedPage(uri, "run_sheet.html", title, make, indexed=False)
