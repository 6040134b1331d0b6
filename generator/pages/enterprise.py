"""The page of an enterprise: it answers whether the title is held, since when, and still."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.terms import TermEntry
from generator.library.case import Case
from generator.library.ids import CaseId
from generator.library.lifecycle import NoticeKind
from generator.pages import routes
from generator.pages.answer import Answer, answer_of, result_notice
from generator.pages.case_facts import recommended, shared_facts
from generator.pages.head import Head, head
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.modified import newest_case
from generator.pages.notices import NoticeRow, notice_row
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Addresses, Described, Location, Thing, thing
from generator.pages.term import crumbs, neighbour_groups
from generator.pages.titles import titles_of
from generator.pages.values import Fact, Link, LinkGroup, SourceView, day, fact, mark, source_views
from generator.strings import labels, text

_PAPERS: Final = (NoticeKind.RESULT, NoticeKind.REVOCATION)
"""Notices that give or take a title."""


@dataclass(frozen=True, slots=True)
class TitleHeld:
    """One title of an enterprise, and the papers for it."""

    row: CaseRow
    year: Link
    """The year's number."""
    level: str
    state: str
    is_valid: bool
    facts: tuple[Fact, ...]
    """Day of the announcement, and the place in the printed list."""
    notices: tuple[NoticeRow, ...]
    """The notices that announced or revoked it, oldest first."""
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """One way to verify the answer."""

    title: str
    say: str
    link: Link | None


@dataclass(frozen=True, slots=True)
class EnterpriseView:
    """One page of an enterprise (template enterprise.html)."""

    head: Head
    title: str
    mark: str
    """演示 for a fictional enterprise, else empty."""
    answer: Answer
    other_names: tuple[str, ...]
    titles: tuple[TitleHeld, ...]
    pager: Pager | None
    checks: tuple[Check, ...]
    sheet_foot: str
    """What the printed page says of itself: no certificate."""
    neighbours: tuple[LinkGroup, ...]


def enterprise_parts(inputs: Inputs, entry: TermEntry) -> Iterator[Part[CaseId]]:
    """Cut the titles of an enterprise into pages, revoked ones last."""
    uri = routes.term(Dimension.ENTERPRISE, entry.slug)
    return parts((*entry.case_ids, *entry.revoked_ids), inputs.config.per_page, uri)


def enterprise_view(inputs: Inputs, entry: TermEntry, part: Part[CaseId]) -> EnterpriseView:
    """Give one page of an enterprise."""
    cases = inputs.library.cases
    answer = answer_of(inputs, entry)
    title = titled(entry.label, part.number)
    return EnterpriseView(
        head=head(
            inputs,
            Location(part.uri, title, crumbs(Dimension.ENTERPRISE)),
            f"{entry.label}{text('pages.format.colon')}{answer.said}",
            _organization(inputs, entry, answer),
        ),
        title=title,
        mark=mark(answer.is_fictional),
        answer=answer,
        other_names=entry.enterprise.other_names if entry.enterprise else (),
        titles=tuple(_title(inputs, cases[case_id]) for case_id in part.items),
        pager=part.pager,
        checks=_checks(inputs, len(titles_of(inputs.library, entry).lost)),
        sheet_foot=text("pages.enterprise.sheet_foot", on=day(inputs.config.today)),
        neighbours=neighbour_groups(inputs, entry) if part.number == 1 else (),
    )


def _title(inputs: Inputs, case: Case) -> TitleHeld:
    front = case.front
    return TitleHeld(
        row=inputs.row(case),
        year=Link(str(front.year), inputs.term(Dimension.YEAR, str(front.year)).uri),
        level=labels("level")[front.level],
        state=text(f"pages.enterprise.{'valid' if case.is_listed else 'withdrawn'}"),
        is_valid=case.is_listed,
        facts=(
            *_ended(case),
            *shared_facts(inputs, (_announced, front.level, front.approved_on, front.group), case),
            *fact("number", str(front.number or "")),
            *shared_facts(inputs, (recommended, case.edition, case.recommender), case),
        ),
        notices=tuple(
            notice_row(inputs, notice)
            for notice in inputs.catalogue.naming(case.id)
            if notice.front.kind in _PAPERS
        ),
        sources=source_views(front.sources),
    )


def _announced(_: Inputs, case: Case) -> tuple[Fact, ...]:
    front = case.front
    return (
        *fact("level", labels("level")[front.level]),
        *fact("approved_on", day(front.approved_on) or text("pages.enterprise.undated")),
        *fact("group", front.group),
    )


def _ended(case: Case) -> tuple[Fact, ...]:
    revocation = case.front.revocation
    if case.is_listed or revocation is None:
        return ()
    return (
        *fact("revoked_on", day(revocation.revoked_on)),
        *fact("ground", labels("ground")[revocation.ground]),
    )


def _checks(inputs: Inputs, revoked: int) -> tuple[Check, ...]:
    on = day(inputs.config.today)
    found = text(
        f"pages.enterprise.check.revocation.{'found' if revoked else 'none'}",
        on=on,
        revoked=revoked,
    )
    years = text("pages.dimension.year.title"), routes.dimension(Dimension.YEAR)
    ended = text("pages.revocations.title"), routes.REVOCATIONS
    return (
        _check("list", text("pages.enterprise.check.list.say"), Link(*years)),
        _check("revocation", found, Link(*ended)),
        _check("issuer", text("pages.enterprise.check.issuer.say"), None),
    )


def _check(key: str, say: str, link: Link | None) -> Check:
    return Check(text(f"pages.enterprise.check.{key}.title"), say, link)


@dataclass(frozen=True, slots=True)
class Award:
    """A title that an enterprise holds."""

    year: int
    level: str
    title: str
    """Empty where none was published."""

    def __str__(self) -> str:
        """Say it in one line."""
        key = "award" if self.title else "award_untitled"
        return text(f"pages.enterprise.{key}", year=self.year, level=self.level, title=self.title)


@dataclass(frozen=True, slots=True)
class Organization(Described):
    """An enterprise as machines read it, and which titles it holds; a fictional one has none."""

    name: str
    other_names: tuple[str, ...]
    is_fictional: bool
    awards: tuple[Award, ...]
    slug: str

    def thing(self, addresses: Addresses) -> Thing:
        """Give the organisation."""
        fictional = text("pages.enterprise.about_fictional") if self.is_fictional else ""
        # As an address on its first page, whichever page says it.
        uri = routes.term(Dimension.ENTERPRISE, self.slug)
        first = Addresses(addresses.site_url, uri)
        return thing(
            "Organization",
            name=self.name,
            alternateName=list(self.other_names),
            disambiguatingDescription=fictional,
            award=[str(award) for award in self.awards],
            mainEntityOfPage=first.here,
        )


def _organization(inputs: Inputs, entry: TermEntry, answer: Answer) -> Organization:
    held = [inputs.library.cases[case_id] for case_id in entry.case_ids[: inputs.config.per_page]]
    awards = [
        Award(case.front.year, labels("level")[case.front.level], case.front.title)
        for case in held
        if result_notice(inputs, case)
    ]
    return Organization(
        entry.label,
        entry.enterprise.other_names if entry.enterprise else (),
        answer.is_fictional,
        tuple(awards),
        entry.slug,
    )


def enterprise_pages(inputs: Inputs, entry: TermEntry) -> Pages:
    """Plan the pages of an enterprise."""
    for part in enterprise_parts(inputs, entry):
        make = partial(enterprise_view, inputs, entry, part)
        on, title = newest_case(inputs, part.items), titled(entry.label, part.number)
        yield PlannedPage(part.uri, "enterprise.html", title, make, modified_on=on)
