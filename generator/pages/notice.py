"""The page of a notice: the official document as a sheet, and beside it what to know of it."""

from dataclasses import dataclass
from functools import partial

from generator.catalogue.timeline import RosterGroup
from generator.library.ids import EditionId, NoticeId
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice, Session
from generator.pages import routes
from generator.pages.calendar import notice_calendar_uri
from generator.pages.chain import ChainStep, chain_of
from generator.pages.contents import ShownText
from generator.pages.dates import DatedEvent, notice_dates, notice_state
from generator.pages.downloads import handout_downloads, notice_downloads
from generator.pages.head import Article, Head, addresses_of, head
from generator.pages.held import held_of
from generator.pages.inputs import CaseRow, Inputs, any_recommender
from generator.pages.modified import day_of_notice
from generator.pages.planned import Pages, PlannedPage
from generator.pages.session import QrCode, SessionView, qr_code, session_view
from generator.pages.states import State
from generator.pages.structured import Addresses, Location, Thing, thing
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
    mark,
    source_views,
)
from generator.pages.wrapping import title_parts
from generator.strings import labels, text


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """The cases that a notice names, as its edition groups them."""

    label: str
    """Empty for cases that belong to no group, where there is no other group."""
    held: str
    rows: tuple[CaseRow, ...]
    has_recommenders: bool
    """False: no row names one, and the column is left out."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """The document itself, laid out by GB/T 9704."""

    issuer: str
    document_number: str
    title_parts: tuple[str, ...]
    """The title in pieces that belong on one line."""
    mark: str
    """演示：虚构…, or empty; a printed sheet shows it too."""
    addressee: str
    text: ShownText
    attachments: tuple[AttachmentView, ...]
    has_one_attachment: bool
    """True: it has no number."""
    date: str
    """Day of issue in words, or empty."""


@dataclass(frozen=True, slots=True)
class NoticeView:
    """The page of a notice (template notice.html)."""

    head: Head
    kind: Link
    mark: str
    """演示, or empty."""
    state: State | None
    dates: tuple[DatedEvent, ...]
    calendar_uri: str
    """Of the calendar file of these dates; empty where there are none."""
    facts: tuple[Fact, ...]
    sheet: SheetView
    session: SessionView | None
    qr: QrCode | None
    """Only of a session, and where the site knows its own address."""
    downloads: tuple[Link, ...]
    """The notice as documents."""
    handouts: tuple[Link, ...]
    """The handout of a session."""
    groups: tuple[NamedGroup, ...]
    chain: tuple[ChainStep, ...]
    sources: tuple[SourceView, ...]


def notice_view(inputs: Inputs, notice: Notice) -> NoticeView:
    """Give the page of a notice."""
    front = notice.front
    return NoticeView(
        head=_head(inputs, notice),
        kind=Link(labels("kind")[front.kind], routes.notice_kind(front.kind)),
        mark=mark(front.demonstration),
        state=notice_state(inputs, notice),
        dates=notice_dates(inputs, notice),
        calendar_uri=routes.encoded(notice_calendar_uri(notice)),
        facts=_facts(inputs, notice),
        sheet=_sheet(notice),
        session=session_view(inputs, notice, front.session) if front.session else None,
        qr=qr_code(inputs, notice) if front.session else None,
        downloads=notice_downloads(inputs, notice),
        handouts=handout_downloads(inputs, notice),
        groups=_groups(inputs, notice),
        chain=chain_of(inputs, notice),
        sources=source_views(front.sources),
    )


def _head(inputs: Inputs, notice: Notice) -> Head:
    front, uri = notice.front, routes.notice(notice.id)
    kind = labels("kind")[front.kind]
    way = (
        Link(text("pages.notices.title"), routes.NOTICES),
        Link(kind, routes.notice_kind(front.kind)),
    )
    key = "description" if front.issuer else "description_unsigned"
    said = text(f"pages.notice.{key}", issuer=front.issuer, title=front.title, date=notice.dated)
    addresses = addresses_of(inputs, uri)
    session = front.session
    forwarded = tuple(inputs.catalogue.notices.up.get(notice.id, ()))
    known = (
        _event(notice, session, addresses) if session else _article(notice, forwarded, addresses)
    )
    return head(
        inputs,
        Location(uri, front.title, way),
        said,
        known,
        article=Article(front.title, notice.dated, front.issuer),
    )


def _article(notice: Notice, forwarded: tuple[NoticeId, ...], addresses: Addresses) -> Thing:
    front = notice.front
    issuer = thing("Organization", name=front.issuer) if front.issuer else None
    return thing(
        "Article",
        headline=front.title,
        url=addresses.here,
        datePublished=notice.dated,
        author=issuer,
        inLanguage=text("pages.language"),
        isBasedOn=[addresses.of(routes.notice(other)) for other in forwarded],
    )


def _event(notice: Notice, session: Session, addresses: Addresses) -> Thing:
    place = session.place
    return thing(
        "Event",
        name=notice.front.title,
        url=addresses.here,
        startDate=day(session.starts_on),
        endDate=day(session.last_day),
        eventStatus="https://schema.org/EventScheduled",
        location=thing("Place", name=place, address=place) if place else None,
        organizer=[thing("Organization", name=host) for host in session.hosts],
    )


def _sheet(notice: Notice) -> SheetView:
    front = notice.front
    return SheetView(
        issuer=front.issuer,
        document_number=front.document_number,
        title_parts=title_parts(front.title, (front.issuer,)),
        mark=text("pages.notice.demonstration_title") if front.demonstration else "",
        addressee=front.addressee,
        text=ShownText(notice.body),
        attachments=attachment_views(notice.path, front.attachments),
        has_one_attachment=len(front.attachments) == 1,
        date=long_day(front.issued_on),
    )


def _groups(inputs: Inputs, notice: Notice) -> tuple[NamedGroup, ...]:
    """Give the cases that a notice names, but not a second time after a session's programme."""
    session = notice.front.session
    told = {item.case for item in session.programme} if session else set()
    if told.issuperset(notice.front.cases):
        return ()
    groups = inputs.catalogue.roster(notice)
    unnamed = text("pages.notice.no_group") if len(groups) > 1 else ""
    return tuple(_group(inputs, notice, group, unnamed) for group in groups)


def _group(inputs: Inputs, notice: Notice, group: RosterGroup, unnamed: str) -> NamedGroup:
    # Only the real announcement is measured against the number that was announced.
    is_announcement = notice.front.kind is NoticeKind.RESULT and not notice.front.demonstration
    held = held_of(group.counted, group.announced) if is_announcement and group.label else ""
    rows = inputs.rows_of(group.case_ids)
    return NamedGroup(group.label or unnamed, held, rows, any_recommender(rows))


def _facts(inputs: Inputs, notice: Notice) -> tuple[Fact, ...]:
    front = notice.front
    opinions_to = front.publicity.opinions_to if front.publicity else ""
    return (
        *fact("edition", _edition(inputs, notice)),
        *fact("opinions_to", opinions_to),
        *fact("contact", front.contact_office, front.contact_address),
    )


def _edition(inputs: Inputs, notice: Notice) -> Link:
    edition = inputs.library.editions.get(EditionId(notice.front.edition))
    if edition is None:
        return Link("")
    return edition_link(inputs, str(edition.year), notice.front.edition, edition.title)


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
            modified_on=day_of_notice(item),
        )
