"""The page of a notice, laid out as an official document."""

from dataclasses import dataclass
from functools import partial

from generator.catalogue.timeline import RosterGroup
from generator.library.ids import EditionId, NoticeId
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Deadline, Notice
from generator.pages import routes
from generator.pages.edition import held_of
from generator.pages.head import Head, head
from generator.pages.inputs import CaseRow, Inputs, any_recommender
from generator.pages.notices import NoticeRow, notice_row
from generator.pages.planned import Pages, PlannedPage
from generator.pages.publicity import publicity_period
from generator.pages.sessions import session_number
from generator.pages.structured import Location
from generator.pages.term import edition_link
from generator.pages.values import (
    AttachmentView,
    Fact,
    Link,
    SourceView,
    attachment_views,
    day,
    fact,
    long_day,
    source_views,
    span,
)
from generator.strings import labels, text


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """The cases that a notice names, as its edition groups them."""

    label: str
    held: str
    rows: tuple[CaseRow, ...]
    has_recommenders: bool
    """False: no row names one, and the column is left out."""


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One item of a session's programme."""

    time: str
    title: str
    case: Link | None


@dataclass(frozen=True, slots=True)
class NoticeView:
    """The page of a notice (template notice.html)."""

    head: Head
    kind: str
    mark: str
    """演示, or empty."""
    title: str
    document_number: str
    issuer: str
    addressee: str
    date: str
    """Day of issue in words, or empty."""
    facts: tuple[Fact, ...]
    html: str
    """Safe."""
    programme: tuple[ProgrammeRow, ...]
    groups: tuple[NamedGroup, ...]
    attachments: tuple[AttachmentView, ...]
    forwards: tuple[NoticeRow, ...]
    """What it forwards, the nearest first."""
    forwarded_by: tuple[NoticeRow, ...]
    sources: tuple[SourceView, ...]


def notice_view(inputs: Inputs, notice: Notice) -> NoticeView:
    """Give the page of a notice."""
    front = notice.front
    chain = inputs.catalogue.chain(notice.id)
    row = notice_row(notice)
    return NoticeView(
        head=head(
            inputs,
            Location(routes.notice(notice.id), front.title, _crumbs(notice, row.kind)),
            _description(notice),
        ),
        kind=row.kind,
        mark=row.mark,
        title=front.title,
        document_number=front.document_number,
        issuer=front.issuer,
        addressee=front.addressee,
        date=long_day(front.issued_on),
        facts=_facts(inputs, notice),
        html=notice.body.html,
        programme=_programme(inputs, notice),
        groups=tuple(_group(inputs, notice, group) for group in inputs.catalogue.roster(notice)),
        attachments=attachment_views(notice.path, front.attachments),
        forwards=_rows(inputs, chain.up),
        forwarded_by=_rows(inputs, chain.down),
        sources=source_views(front.sources),
    )


def _crumbs(notice: Notice, kind: str) -> tuple[Link, ...]:
    return (
        Link(text("pages.notices.title"), routes.NOTICES),
        Link(kind, routes.notice_kind(notice.front.kind)),
    )


def _description(notice: Notice) -> str:
    front = notice.front
    return text(
        "pages.notice.description", issuer=front.issuer, title=front.title, date=notice.dated
    ).strip()


def _rows(inputs: Inputs, notice_ids: tuple[NoticeId, ...]) -> tuple[NoticeRow, ...]:
    return tuple(notice_row(inputs.library.notices[notice_id]) for notice_id in notice_ids)


def _group(inputs: Inputs, notice: Notice, group: RosterGroup) -> NamedGroup:
    # Only the real announcement is measured against the number that was announced.
    is_announcement = notice.front.kind is NoticeKind.RESULT and not notice.front.demonstration
    held = held_of(group.counted, group.announced, "") if is_announcement and group.label else ""
    rows = tuple(inputs.row(inputs.library.cases[case_id]) for case_id in group.case_ids)
    return NamedGroup(group.label, held, rows, any_recommender(rows))


def _facts(inputs: Inputs, notice: Notice) -> tuple[Fact, ...]:
    front = notice.front
    session = front.session
    return (
        *fact("edition", _edition(inputs, notice)),
        *fact("session", session_number(session)),
        *fact("session_days", span(session.starts_on, session.ends_on) if session else ""),
        *fact("place", session.place if session else ""),
        *fact("hosts", text("pages.format.comma").join(session.hosts) if session else ""),
        *fact("deadlines", *(_deadline(deadline) for deadline in front.deadlines)),
        *_publicity(inputs, notice),
        *fact("contact", front.contact_office, front.contact_address),
    )


def _edition(inputs: Inputs, notice: Notice) -> Link:
    edition = inputs.library.editions.get(EditionId(notice.front.edition))
    if edition is None:
        return Link("")
    return edition_link(inputs, str(edition.year), notice.front.edition, edition.title)


def _deadline(deadline: Deadline) -> str:
    return f"{day(deadline.at)} {deadline.label}"


def _publicity(inputs: Inputs, notice: Notice) -> tuple[Fact, ...]:
    publicity = notice.front.publicity
    opinions_to = publicity.opinions_to if publicity else ""
    return (
        *fact("period", publicity_period(inputs, notice)),
        *fact("opinions_to", opinions_to),
    )


def _programme(inputs: Inputs, notice: Notice) -> tuple[ProgrammeRow, ...]:
    session = notice.front.session
    if session is None:
        return ()
    return tuple(
        ProgrammeRow(item.time, item.title, inputs.case_named(item.case))
        for item in session.programme
    )


def notice_title(notice: Notice) -> str:
    """Give a title that tells a notice from others of the same name."""
    kind = labels("kind")[notice.front.kind]
    return text("pages.notice.titled", title=notice.front.title, kind=kind, date=notice.dated)


def notice_pages(inputs: Inputs) -> Pages:
    """Plan the page of every notice."""
    for item in inputs.catalogue.notices.notices:
        yield PlannedPage(
            routes.notice(item.id),
            "notice.html",
            notice_title(item),
            partial(notice_view, inputs, item),
            source=item.path,
            modified_on=day(item.front.issued_on),
        )
