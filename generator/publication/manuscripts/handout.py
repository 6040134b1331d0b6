"""The handout of an exchange session: its programme, its cases, and room for notes."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import BiaoganError
from generator.library.case import Case, Indicator
from generator.library.ids import CaseId
from generator.library.lifecycle import Status
from generator.library.notice import Notice, Session
from generator.pages import routes
from generator.pages.citations import permanent_address
from generator.pages.indicators import IndicatorRow, indicator_table
from generator.pages.inputs import Inputs
from generator.pages.session import session_number
from generator.pages.short_addresses import short_address
from generator.pages.values import day, paragraphs, source_views, span
from generator.publication.blocks.place import Place
from generator.publication.blocks.plain import inline_text
from generator.publication.blocks.reading import read_body
from generator.publication.blocks.tree import Paragraph
from generator.publication.manuscripts.slides import VideoManuscript, video_manuscripts
from generator.strings import text


@dataclass(frozen=True, slots=True)
class HandoutRow:
    """A line of the programme."""

    time: str
    title: str
    case: str
    """Title of the case presented where the item is called otherwise, else empty."""
    enterprise: str
    mark: str
    """One word for a fictional case, else empty."""


@dataclass(frozen=True, slots=True)
class HandoutIndicator:
    """How an indicator went from its first year to its last."""

    name: str
    """With its unit."""
    first: str
    last: str
    """Empty where only one year has a value."""
    direction: str


@dataclass(frozen=True, slots=True)
class HandoutCase:
    """A case of the session."""

    title: str
    enterprise: str = ""
    mark: str = ""
    about: str = ""
    """Year and number."""
    summary: tuple[str, ...] = ()
    """Paragraphs: the summary, or how the text begins."""
    indicators: tuple[HandoutIndicator, ...] = ()
    videos: tuple[VideoManuscript, ...] = ()
    address: str = ""
    """Absolute address of its page, or empty."""
    number: str = ""
    """Where it is found without an address, or empty."""
    absent: str = ""
    """Why nothing is told of it, or empty."""


@dataclass(frozen=True, slots=True)
class HandoutManuscript:
    """All that a handout says, in this order; pages for notes follow the cases."""

    id: str
    title: str
    heading: str
    """What the paper is: the word below the title."""
    mark: str
    """The sentence that says that the session is fictional, or empty."""
    facts: tuple[tuple[str, str], ...]
    """Label and value: number, days, place, hosts."""
    programme: tuple[HandoutRow, ...]
    has_times: bool
    cases: tuple[HandoutCase, ...]
    sources: tuple[str, ...]
    address: str
    """Absolute address of the notice's page, or empty."""
    issued_on: str
    """ISO day of the notice, or of the session's beginning."""


def handout(inputs: Inputs, notice: Notice) -> HandoutManuscript:
    """Give the handout of the session that a notice announces.

    Raises BiaoganError where it announces none.
    """
    front, session = notice.front, notice.front.session
    if session is None:
        raise BiaoganError(text("publication_handout.error.no_session", id=notice.id))
    return HandoutManuscript(
        id=notice.id,
        title=front.title,
        heading=text("publication_handout.title"),
        mark=text("publication_handout.mark") if front.demonstration else "",
        facts=tuple(_facts(inputs, notice, session)),
        programme=tuple(_programme(inputs, session)),
        has_times=any(item.time for item in session.programme),
        cases=tuple(_cases(inputs, notice, session)),
        sources=tuple(_sources(notice)),
        address=routes.absolute(inputs.config.site_url, routes.notice(notice.id)),
        issued_on=day(front.issued_on) or session.starts_on.isoformat(),
    )


def _facts(inputs: Inputs, notice: Notice, session: Session) -> Iterator[tuple[str, str]]:
    short = short_address(inputs, notice) if inputs.config.site_url else None
    values = {
        "number": session_number(session),
        "days": span(session.starts_on, session.ends_on),
        "place": session.place,
        "hosts": text("pages.format.comma").join(session.hosts),
        "issuer": notice.front.issuer,
        "document_number": notice.front.document_number,
        "short": short.shown if short else "",
    }
    for key, value in values.items():
        if value:
            yield text(f"publication_handout.facts.{key}"), value


def _programme(inputs: Inputs, session: Session) -> Iterator[HandoutRow]:
    for item in session.programme:
        case = inputs.library.cases.get(CaseId(item.case))
        if case is None or not case.is_listed:
            yield HandoutRow(item.time, item.title, "", "", "")
            continue
        title = inputs.row(case).title
        yield HandoutRow(
            time=item.time,
            title=item.title,
            case=title if title != item.title else "",
            enterprise=case.front.enterprise,
            mark=_mark(case),
        )


def _cases(inputs: Inputs, notice: Notice, session: Session) -> Iterator[HandoutCase]:
    """Yield the cases of the programme in its order, then those that the notice names besides."""
    named = {item.case: item.title for item in session.programme if item.case}
    for case_id in dict.fromkeys((*named, *notice.front.cases)):
        case = inputs.library.cases.get(CaseId(case_id))
        if case is not None and case.is_listed:
            yield _case(inputs, case)
        elif case_id in named:
            # Of a draft not even its own title is said: only what the programme says.
            revoked = case is not None and case.front.status is Status.REVOKED
            why = text(f"publication_handout.case.{'revoked' if revoked else 'unpublished'}")
            yield HandoutCase(named[case_id], absent=why)


def _case(inputs: Inputs, case: Case) -> HandoutCase:
    address = permanent_address(inputs, case)
    year = text("pages.format.year", year=case.front.year)
    where = text("publication_handout.case.number", site=inputs.config.site_name, id=case.id)
    return HandoutCase(
        title=inputs.row(case).title,
        enterprise=case.front.enterprise,
        mark=_mark(case),
        about=text("publication_handout.case.about", year=year, id=case.id),
        summary=_summary(inputs, case),
        indicators=tuple(_indicators(case.front.indicators)),
        videos=tuple(video_manuscripts(inputs, case)),
        address=address,
        number="" if address else where,
    )


def _summary(inputs: Inputs, case: Case) -> tuple[str, ...]:
    if case.front.summary:
        return paragraphs(case.front.summary)
    place = Place(routes.case(case.id), inputs.config.site_url, {})
    body = read_body(case.body, place)
    found = (one for one in body.blocks if isinstance(one, Paragraph))
    return tuple(inline_text(one.inlines) for one in list(found)[:1])


def _indicators(indicators: tuple[Indicator, ...]) -> Iterator[HandoutIndicator]:
    table = indicator_table(indicators)
    for indicator, row in zip(indicators, table.rows if table else (), strict=True):
        years = sorted(indicator.values)
        if not years or table is None:
            continue
        written = dict(zip(table.years, row.values, strict=True))
        last = _value(written, years[-1]) if len(years) > 1 else ""
        yield HandoutIndicator(_name(row), _value(written, years[0]), last, row.direction)


def _name(row: IndicatorRow) -> str:
    return row.heading


def _value(written: dict[str, str], year: int) -> str:
    return text("publication_handout.indicator.value", value=written[str(year)], year=year)


def _mark(case: Case) -> str:
    return text("publication_handout.case.mark") if case.is_demonstration else ""


def _sources(notice: Notice) -> Iterator[str]:
    for source in source_views(notice.front.sources):
        note = text("publication_handout.colophon.source_note", note=source.note)
        title = text("publication_handout.colophon.source", title=source.title)
        yield title + (note if source.note else "") + (f" {source.url}" if source.url else "")
