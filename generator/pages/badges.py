"""Cards with codes for an exchange session (二维码卡片): one for it, one for each case shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.library.notice import Notice, Session
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import Inputs
from generator.pages.notices import notice_link
from generator.pages.planned import Pages, PlannedPage
from generator.pages.presented import presented_cases
from generator.pages.qr import qr_file, qr_picture
from generator.pages.session import session_number
from generator.pages.short_addresses import ShortAddress, short_address
from generator.pages.structured import Location
from generator.pages.values import Link, mark, span
from generator.pages.verbatim import Verbatim
from generator.strings import text


@dataclass(frozen=True, slots=True)
class BadgeCode:
    """The code of a card: the permanent address, which no other programme changes."""

    address: str
    """Absolute, percent-encoded."""
    title: str
    """What it is a code of."""
    file: str
    """Uri of the code as a file of its own."""

    @property
    def picture(self) -> str:
        """Draw it (SVG)."""
        return qr_picture(self.address, self.title)


@dataclass(frozen=True, slots=True)
class Badge:
    """A card."""

    number: int
    """Of the case in the session; 0 is the session itself."""
    name: Link
    about: str
    """The enterprise; of the session its days and place."""
    id: str
    """The permanent number of the case, or empty."""
    mark: str
    short: ShortAddress | None
    code: BadgeCode | None
    """None where the site does not know its own address."""


@dataclass(frozen=True, slots=True)
class BadgesView:
    """The cards of a session (template badges.html)."""

    head: Head
    title: str
    session: Link
    number: str
    """第 2 期, or empty."""
    badges: tuple[Badge, ...]
    has_codes: bool


def badges_view(inputs: Inputs, notice: Notice, session: Session) -> BadgesView:
    """Give the cards of the session that a notice announces."""
    title = text("pages.badges.title")
    way = (Link(text("pages.sessions.title"), routes.SESSIONS), notice_link(notice))
    said = text("pages.badges.description", title=notice.front.title)
    return BadgesView(
        head=head(inputs, Location(routes.of_session(notice.id, routes.BADGES), title, way), said),
        title=title,
        session=notice_link(notice),
        number=session_number(session),
        badges=tuple(_badges(inputs, notice, session)),
        has_codes=bool(inputs.config.site_url),
    )


def _badges(inputs: Inputs, notice: Notice, session: Session) -> Iterator[Badge]:
    """Yield the session's card, then one of each case that is still listed."""
    days = span(session.starts_on, session.ends_on)
    where = text("pages.format.beside").join(part for part in (days, session.place) if part)
    name = Link(notice.front.title, routes.encoded(routes.notice(notice.id)))
    fictional = mark(notice.front.demonstration)
    yield _badge(inputs, notice, Badge(0, name, where, "", fictional, None, None))
    for case in presented_cases(inputs, notice):
        if not case.status:
            firm = case.enterprise.label
            found = Badge(case.number, case.link, firm, case.id, case.mark, None, None)
            yield _badge(inputs, notice, found)


def _badge(inputs: Inputs, notice: Notice, badge: Badge) -> Badge:
    """Add what leads to the page: the short address, and the code where there can be one."""
    site = inputs.config.site_url
    title = text("pages.badges.code", name=badge.name.label)
    file = routes.encoded(routes.of_session(notice.id, f"qr-{badge.number}.svg"))
    code = BadgeCode(f"{site}{badge.name.uri}", title, file) if site else None
    short = short_address(inputs, notice, badge.number)
    known = badge.number, badge.name, badge.about, badge.id, badge.mark
    return Badge(*known, short, code)


def code_file(code: BadgeCode) -> Verbatim:
    """Give a code as a file of its own."""
    return Verbatim(qr_file(code.address, code.title))


def badge_pages(inputs: Inputs) -> Pages:
    """Plan the cards of every session, and every code as a file."""
    for notice in inputs.catalogue.notices.notices:
        session = notice.front.session
        if session is None:
            continue
        title = text("pages.badges.titled", title=notice.front.title)
        make = partial(badges_view, inputs, notice, session)
        uri = routes.of_session(notice.id, routes.BADGES)
        yield PlannedPage(uri, "badges.html", title, make, indexed=False)
        for badge in _badges(inputs, notice, session):
            if badge.code:
                file = routes.of_session(notice.id, f"qr-{badge.number}.svg")
                write = partial(code_file, badge.code)
                yield PlannedPage(file, "verbatim.html", file, write, indexed=False)
