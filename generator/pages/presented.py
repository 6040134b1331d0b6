"""The cases of an exchange session with all that a trainer takes to the room."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.library.case import Case
from generator.library.ids import CaseId
from generator.library.notice import Notice
from generator.library.short_addresses import numbered_cases
from generator.pages import routes
from generator.pages.chapters import length_of
from generator.pages.downloads import case_downloads
from generator.pages.inputs import Inputs
from generator.pages.platform.offers import case_offers
from generator.pages.short_addresses import ShortAddress, short_address
from generator.pages.values import Link, minutes
from generator.strings import text

_PRESENTATION = routes.service("presentation")


@dataclass(frozen=True, slots=True)
class PresentedCase:
    """A case of a session that has a page."""

    number: int
    """Of its short address and of its card."""
    id: str
    link: Link
    enterprise: Link
    mark: str
    """演示, or empty."""
    status: str
    """已撤销, or empty."""
    short: ShortAddress | None
    presentation: Link | None
    """Where it is shown on a whole screen; None: it has no text to show."""
    video: Link | None
    documents: tuple[Link, ...]
    has_text: bool


def presented_cases(inputs: Inputs, notice: Notice) -> tuple[PresentedCase, ...]:
    """Give the cases of a session that have a page, in the order of their numbers."""
    return tuple(_presented(inputs, notice))


def _presented(inputs: Inputs, notice: Notice) -> Iterator[PresentedCase]:
    for number, case_id in enumerate(numbered_cases(notice), start=1):
        link = inputs.case_named(case_id)
        if link is None:
            continue
        case = inputs.library.cases[CaseId(case_id)]
        row = inputs.row(case)
        yield PresentedCase(
            number=number,
            id=case.id,
            link=link,
            enterprise=row.enterprise,
            mark=row.mark,
            status=row.status,
            short=short_address(inputs, notice, number),
            presentation=presentation_of(case),
            video=_video(case),
            documents=case_downloads(inputs, case),
            has_text=case.is_listed and not case.body.is_empty,
        )


def presentation_of(case: Case) -> Link | None:
    """Give the way to a case on a whole screen, where the site has that service."""
    found = (one for one in case_offers(case) if one.uri.startswith(_PRESENTATION))
    return next((Link(text("pages.session_tools.present"), one.uri) for one in found), None)


def _video(case: Case) -> Link | None:
    """Give the way to a case's videos with their length; a revoked case shows none."""
    videos = case.front.videos
    if not videos or not case.is_listed:
        return None
    length = sum(map(length_of, videos))
    name = text("pages.session_tools.video")
    label = f"{name} {minutes(length)}" if length else name
    return Link(label, routes.encoded(f"{routes.case(case.id)}#{routes.VIDEO_ANCHOR}"))
