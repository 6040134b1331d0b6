"""The page of a case: all that is known of it, where it comes from, and where to go next."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Final

from generator.catalogue.dimensions import Dimension
from generator.catalogue.related import Reason, Related, Shared
from generator.library.body import Body
from generator.library.case import Case
from generator.library.ids import CaseId, NoticeId
from generator.library.lifecycle import Level, Status
from generator.pages import routes
from generator.pages.contents import ContentsEntry, contents_of
from generator.pages.head import Head, head
from generator.pages.indicators import IndicatorTable, indicator_table
from generator.pages.inputs import Inputs, full_title, has_page
from generator.pages.notices import NoticeRow, notice_link, notice_row
from generator.pages.planned import Pages, PlannedPage
from generator.pages.publicity import publicity_period
from generator.pages.structured import Location
from generator.pages.values import (
    AttachmentView,
    Fact,
    Link,
    SourceView,
    attachment_views,
    day,
    fact,
    paragraphs,
    source_views,
)
from generator.pages.video import VideoView, video_view
from generator.strings import labels, text

_SHARED: Final = MappingProxyType(
    {
        Reason.METHOD: Dimension.METHOD,
        Reason.INDUSTRY: Dimension.INDUSTRY,
        Reason.FOCUS_AREA: Dimension.FOCUS_AREA,
    }
)
"""The reasons that name what is shared."""


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A related case and why it is one."""

    link: Link
    enterprise: str
    reasons: str


@dataclass(frozen=True, slots=True)
class RevocationView:
    """The end of a title."""

    revoked_on: str
    ground: str
    notice: Link | None


@dataclass(frozen=True, slots=True)
class CaseView:
    """The page of a case (template case.html)."""

    head: Head
    title: str
    enterprise: Link
    mark: str
    """演示, or empty."""
    status: str
    revocation: RevocationView | None
    """When it is there, `html` and what goes with the text are empty."""
    facts: tuple[Fact, ...]
    summary: tuple[str, ...]
    contents: tuple[ContentsEntry, ...]
    html: str
    """Safe; empty for a list entry and for a revoked case."""
    is_unpublished: bool
    """True: say that the text was not published yet."""
    indicators: IndicatorTable | None
    videos: tuple[VideoView, ...]
    attachments: tuple[AttachmentView, ...]
    honours: tuple[str, ...]
    grew_from: tuple[Link, ...]
    grew_into: tuple[Link, ...]
    notices: tuple[NoticeRow, ...]
    sources: tuple[SourceView, ...]
    previous: Link | None
    next: Link | None
    related: tuple[RelatedView, ...]


def case_view(inputs: Inputs, case: Case) -> CaseView:
    """Give the page of an approved or a revoked case.

    A revoked case keeps its facts and says why it ended; its text is no longer recommended, so it
    is not shown.
    """
    front = case.front
    revoked = front.status is Status.REVOKED
    body = Body() if revoked else case.body
    before, after = inputs.catalogue.previous_next(case.id)
    row = inputs.row(case)
    return CaseView(
        head=head(
            inputs,
            Location(routes.case(case.id), row.title, _crumbs(inputs, case)),
            _description(case),
        ),
        title=row.title,
        enterprise=row.enterprise,
        mark=row.mark,
        status=labels("status")[front.status],
        revocation=_revocation(inputs, case) if revoked else None,
        facts=_facts(inputs, case),
        summary=() if revoked else paragraphs(front.summary),
        contents=contents_of(body.headings),
        html=body.html,
        is_unpublished=case.body.is_empty and not revoked,
        indicators=None if revoked else indicator_table(front.indicators),
        videos=() if revoked else tuple(video_view(case.path, video) for video in front.videos),
        attachments=() if revoked else attachment_views(case.path, front.attachments),
        honours=() if revoked else front.honours,
        grew_from=_cases(inputs, map(CaseId, front.lineage)),
        grew_into=_cases(inputs, inputs.catalogue.relations.descendants.get(case.id, ())),
        notices=_notices(inputs, case),
        sources=source_views(front.sources),
        previous=inputs.case(before) if before else None,
        next=inputs.case(after) if after else None,
        related=tuple([_related(inputs, item) for item in inputs.catalogue.related(case.id)]),
    )


def _description(case: Case) -> str:
    summary = " ".join(paragraphs(case.front.summary)) if case.is_listed else ""
    return summary[:150] or text(
        "pages.case.description",
        year=case.front.year,
        enterprise=case.front.enterprise,
        title=case.front.title or text("pages.case.no_title"),
    )


def _crumbs(inputs: Inputs, case: Case) -> tuple[Link, ...]:
    year = inputs.term(Dimension.YEAR, str(case.front.year))
    return (
        Link(text("pages.navigation.cases"), routes.CASES),
        Link(text("pages.format.year", year=year.label), year.uri),
        Link(case.id),
    )


def _facts(inputs: Inputs, case: Case) -> tuple[Fact, ...]:
    front = case.front
    year = inputs.term(Dimension.YEAR, str(front.year))
    return (
        *fact("year", Link(text("pages.format.year", year=front.year), year.uri)),
        *fact("level", labels("level")[front.level]),
        *_edition(inputs, case, year),
        *fact("focus_area", *_terms(inputs, Dimension.FOCUS_AREA, case.fields)),
        *fact("method", *_terms(inputs, Dimension.METHOD, case.methods)),
        *fact("recommender", inputs.recommender(case)),
        *fact("industry", inputs.term(Dimension.INDUSTRY, case.industry)),
        *fact("region", inputs.term(Dimension.REGION, case.region), front.city),
        *fact("size", labels("size")[front.size] if front.size else ""),
        *fact("group", front.group),
        *fact("number", str(front.number or "")),
        *_publicity(inputs, case),
        *fact("approved_on", day(front.approved_on)),
    )


def _publicity(inputs: Inputs, case: Case) -> tuple[Fact, ...]:
    """Give the whole period where the notice that opened it is known, else its first day."""
    first = case.front.publicity_on
    for notice in inputs.catalogue.naming(case.id):
        opened = notice.front.publicity
        if opened and first in (None, opened.starts_on):
            return fact("period", publicity_period(inputs, notice))
    return fact("publicity_on", day(first))


def _edition(inputs: Inputs, case: Case, year: Link) -> tuple[Fact, ...]:
    """Name the round unless it is the year's national one, which the year says already."""
    edition = inputs.library.editions.get(case.edition)
    if edition is None or (edition.level is Level.NATIONAL and str(edition.year) == case.edition):
        return ()
    uri = f"{year.uri}#{routes.edition_anchor(case.edition)}" if year.uri else ""
    return fact("edition", Link(edition.title, uri))


def _terms(inputs: Inputs, dimension: Dimension, slugs: Iterable[str]) -> tuple[Link, ...]:
    return tuple([inputs.term(dimension, slug) for slug in slugs])


def _revocation(inputs: Inputs, case: Case) -> RevocationView | None:
    revocation = case.front.revocation
    if revocation is None:
        return RevocationView("", "", None)
    notice = inputs.library.notices.get(NoticeId(revocation.notice))
    return RevocationView(
        day(revocation.revoked_on),
        labels("ground")[revocation.ground],
        notice_link(notice) if notice else None,
    )


def _cases(inputs: Inputs, case_ids: Iterable[CaseId]) -> tuple[Link, ...]:
    known = (case_id for case_id in case_ids if case_id in inputs.library.cases)
    return tuple(link for link in map(inputs.case, known) if link.uri)


def _notices(inputs: Inputs, case: Case) -> tuple[NoticeRow, ...]:
    catalogue = inputs.catalogue
    named = (*catalogue.naming(case.id), *catalogue.sessions(case.id))
    return tuple(notice_row(notice) for notice in named)


def _related(inputs: Inputs, related: Related) -> RelatedView:
    case = inputs.library.cases[related.case_id]
    reasons = [_reason(inputs, shared) for shared in related.reasons]
    link = inputs.row(case).link
    return RelatedView(link, case.front.enterprise, text("pages.format.beside").join(reasons))


def _reason(inputs: Inputs, shared: Shared) -> str:
    key = shared.reason, shared.slugs
    found = inputs.reasons.get(key)
    if found is None:
        found = inputs.reasons[key] = _reason_in_words(inputs, shared)
    return found


def _reason_in_words(inputs: Inputs, shared: Shared) -> str:
    dimension = _SHARED.get(shared.reason)
    if dimension is None:
        return text(f"pages.reason.{shared.reason}")
    names = [inputs.term(dimension, slug).label for slug in shared.slugs]
    return text(f"pages.reason.{shared.reason}", names=text("pages.format.comma").join(names))


def case_pages(inputs: Inputs) -> Pages:
    """Plan the page of every approved and every revoked case."""
    for item in (*inputs.catalogue.cases, *inputs.catalogue.revoked):
        if has_page(item):
            yield PlannedPage(
                routes.case(item.id),
                "case.html",
                full_title(item),
                partial(case_view, inputs, item),
                source=item.path,
                modified_on=_modified_on(item),
            )


def _modified_on(item: Case) -> str:
    revocation = item.front.revocation
    return day(revocation.revoked_on if revocation else item.front.approved_on)
