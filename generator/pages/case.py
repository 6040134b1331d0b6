"""The page of a case: all that is known of it, where it comes from, and where to go next."""

from dataclasses import dataclass
from functools import partial

from generator.library.case import Case
from generator.library.ids import NoticeId
from generator.library.lifecycle import Status
from generator.pages import routes
from generator.pages.appearances import AppearanceView, appearances
from generator.pages.case_facts import case_facts
from generator.pages.case_head import case_head
from generator.pages.chapters import length_of
from generator.pages.citations import Citation, citation, permanent_address
from generator.pages.contents import NO_TEXT, ContentsEntry, ShownText
from generator.pages.downloads import case_downloads
from generator.pages.events import EventView
from generator.pages.head import Head
from generator.pages.indicators import IndicatorTable, indicator_table
from generator.pages.inputs import Inputs, full_title, has_page
from generator.pages.modified import day_of_case
from generator.pages.notices import notice_link
from generator.pages.planned import Pages, PlannedPage
from generator.pages.platform.next_lessons import CaseLearning, case_learning
from generator.pages.platform.offers import case_offers
from generator.pages.provenance import provenance
from generator.pages.related import RelatedView, related_views
from generator.pages.values import (
    AttachmentView,
    Fact,
    Link,
    SourceView,
    attachment_views,
    day,
    minutes,
    paragraphs,
    source_views,
)
from generator.pages.video import VideoView, told_videos
from generator.strings import labels, text


@dataclass(frozen=True, slots=True)
class RevocationView:
    """The end of a title."""

    revoked_on: str
    ground: str
    notice: Link | None


@dataclass(frozen=True, slots=True)
class CaseText:
    """What a case tells: all of it goes when the title is revoked."""

    summary: tuple[str, ...] = ()
    text: ShownText = NO_TEXT
    parts: tuple[str, ...] = ()
    """The names of the parts of the page that follow the text."""
    indicators: IndicatorTable | None = None
    videos: tuple[VideoView, ...] = ()
    watch: str = ""
    """Words of the link to the videos, with their length; empty when none of them plays."""
    attachments: tuple[AttachmentView, ...] = ()
    honours: tuple[str, ...] = ()

    @property
    def appended(self) -> tuple[ContentsEntry, ...]:
        """Give the parts that follow the text as entries below its contents.

        An anchor of ours never meets one of the text's headings.
        """
        return tuple(
            [ContentsEntry(text(f"pages.case.parts.{name}"), f"#{name}") for name in self.parts]
        )


@dataclass(frozen=True, slots=True)
class CaseView:
    """The page of a case (template case.html)."""

    head: Head
    title: str
    is_titled: bool
    """False: the title is words that say that none was published."""
    enterprise: Link
    mark: str
    """演示, or empty."""
    number: str
    """The permanent id."""
    address: str
    """The permanent address, absolute; empty where the site does not know its own."""
    revocation: RevocationView | None
    """When it is there, `told` is empty."""
    facts: tuple[Fact, ...]
    is_unpublished: bool
    """True: say that the text was not published yet."""
    told: CaseText
    provenance: tuple[EventView, ...]
    sessions: tuple[AppearanceView, ...]
    """The exchange sessions at which it is shown, or was."""
    sources: tuple[SourceView, ...]
    citation: Citation | None
    """A revoked case is not to be cited."""
    related: tuple[RelatedView, ...]
    previous: Link | None
    next: Link | None
    downloads: tuple[Link, ...]
    """The case as documents."""
    services: tuple[Link, ...]
    """What can be done with the case."""
    learning: CaseLearning | None
    """What comes after its videos; None where it shows none."""
    report: str
    """Uri of the page that says how to report a mistake, or empty."""


def case_view(inputs: Inputs, case: Case) -> CaseView:
    """Give the page of an approved or a revoked case.

    A revoked case keeps its facts and says why it ended; its text is no longer recommended, so it
    is not shown.
    """
    front = case.front
    revoked = front.status is Status.REVOKED
    before, after = inputs.catalogue.previous_next(case.id)
    row = inputs.row(case)
    steps, sessions = provenance(inputs, case), appearances(inputs, case.id)
    told = CaseText() if revoked else _told(inputs, case, bool(steps), bool(sessions))
    related = related_views(inputs, case.id)
    return CaseView(
        head=case_head(inputs, case),
        title=row.title,
        is_titled=row.is_titled,
        enterprise=row.enterprise,
        mark=row.mark,
        number=case.id,
        address=permanent_address(inputs, case),
        revocation=_revocation(inputs, case) if revoked else None,
        facts=case_facts(inputs, case),
        is_unpublished=case.body.is_empty and not revoked,
        told=told,
        provenance=steps,
        sessions=sessions,
        sources=source_views(front.sources),
        citation=None if revoked else citation(inputs, case),
        related=related,
        previous=inputs.case(before) if before else None,
        next=inputs.case(after) if after else None,
        downloads=case_downloads(inputs, case),
        services=case_offers(case),
        learning=case_learning(inputs, case, told.videos, related),
        report=_report(inputs),
    )


def _told(inputs: Inputs, case: Case, has_provenance: bool, has_sessions: bool) -> CaseText:
    front = case.front
    indicators = indicator_table(front.indicators)
    videos = told_videos(inputs, case)
    attachments = attachment_views(case.path, front.attachments)
    parts = {
        "indicators": bool(indicators),
        "video": bool(videos),
        "attachments": bool(attachments),
        "provenance": has_provenance,
        "sessions": has_sessions,
        "cite": True,
    }
    return CaseText(
        summary=paragraphs(front.summary),
        text=ShownText(case.body),
        parts=tuple([name for name, is_there in parts.items() if is_there]),
        indicators=indicators,
        videos=videos,
        watch=_watch(case, videos),
        attachments=attachments,
        honours=front.honours,
    )


def _watch(case: Case, videos: tuple[VideoView, ...]) -> str:
    if not any(video.uri or video.url for video in videos):
        return ""
    length = sum(length_of(video) for video in case.front.videos)
    return (
        text("pages.case.watch_for", minutes=minutes(length))
        if length
        else text("pages.case.watch")
    )


def _revocation(inputs: Inputs, case: Case) -> RevocationView:
    revocation = case.front.revocation
    if revocation is None:
        return RevocationView("", "", None)
    notice = inputs.library.notices.get(NoticeId(revocation.notice))
    return RevocationView(
        day(revocation.revoked_on),
        labels("ground")[revocation.ground],
        notice_link(notice) if notice else None,
    )


def _report(inputs: Inputs) -> str:
    is_there = routes.CORRECTIONS_SOURCE in inputs.library.documents
    return routes.CORRECTIONS if is_there else ""


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
                modified_on=day_of_case(inputs, item),
            )
