"""The one public list of revoked titles."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue.counts import count_cases
from generator.library.case import Case
from generator.library.ids import NoticeId
from generator.pages import routes
from generator.pages.head import Head, head
from generator.pages.inputs import CaseRow, Inputs
from generator.pages.lists import counted
from generator.pages.modified import newest_case
from generator.pages.notices import notice_link
from generator.pages.paging import Pager, Part, parts, titled
from generator.pages.planned import Pages, PlannedPage
from generator.pages.structured import Location
from generator.pages.values import CountSaid, Link, day
from generator.strings import labels, text


@dataclass(frozen=True, slots=True)
class RevocationRow:
    """A revoked title."""

    row: CaseRow
    year: int
    revoked_on: str
    ground: str
    notice: Link | None


@dataclass(frozen=True, slots=True)
class RevocationListView:
    """One page of the revocations (template revocations.html)."""

    head: Head
    title: str
    checked: str
    """The day of the build in words, before the count; or that nothing is known."""
    count: CountSaid | None
    """None: there are none."""
    rows: tuple[RevocationRow, ...]
    pager: Pager | None


def revocation_list_parts(inputs: Inputs) -> Iterator[Part[Case]]:
    """Cut the revocations into pages."""
    return parts(inputs.catalogue.revoked, inputs.config.per_page, routes.REVOCATIONS)


def revocation_list_view(
    inputs: Inputs, part: Part[Case], count: CountSaid | None
) -> RevocationListView:
    """Give one page of the revocations."""
    title = titled(text("pages.revocations.title"), part.number)
    key = "holds" if count else "none"
    return RevocationListView(
        head=head(inputs, Location(part.uri, title), text("pages.revocations.lead")),
        title=title,
        checked=text(f"pages.revocations.{key}", on=day(inputs.config.today)),
        count=count,
        rows=tuple(_revocation_row(inputs, case) for case in part.items),
        pager=part.pager,
    )


def revocations_held(inputs: Inputs) -> CountSaid | None:
    """Say how many titles were revoked, for every page of the list; None for none."""
    revoked = inputs.catalogue.revoked
    return counted(count_cases(revoked)) if revoked else None


def _revocation_row(inputs: Inputs, case: Case) -> RevocationRow:
    revocation = case.front.revocation
    notice = inputs.library.notices.get(NoticeId(revocation.notice)) if revocation else None
    return RevocationRow(
        row=inputs.row(case),
        year=case.front.year,
        revoked_on=day(revocation.revoked_on) if revocation else "",
        ground=labels("ground")[revocation.ground] if revocation else "",
        notice=notice_link(notice) if notice else None,
    )


def revocation_list_pages(inputs: Inputs) -> Pages:
    """Plan the list of revocations."""
    count = revocations_held(inputs)
    for part in revocation_list_parts(inputs):
        title = titled(text("pages.revocations.title"), part.number)
        make = partial(revocation_list_view, inputs, part, count)
        on = newest_case(inputs, [case.id for case in part.items])
        yield PlannedPage(part.uri, "revocations.html", title, make, modified_on=on)
