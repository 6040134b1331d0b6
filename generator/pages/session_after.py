"""What is left of an exchange session: its recording, what was really shown, its summary."""

from dataclasses import dataclass

from generator.library.notice import PLAYED, Notice, Session
from generator.library.short_addresses import numbered_cases
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.values import (
    AttachmentView,
    Link,
    attachment_views,
    host_of,
    paragraphs,
    web_address,
)
from generator.strings import text


@dataclass(frozen=True, slots=True)
class RecordingView:
    """A recording: played from this site, or a link to where it is."""

    uri: str
    """The file inside the site, or empty."""
    plays: bool
    """True: every browser plays the file."""
    url: str
    """http(s) address elsewhere, or empty."""
    host: str


@dataclass(frozen=True, slots=True)
class AfterView:
    """会后资料."""

    summary: tuple[str, ...]
    recording: RecordingView | None
    shown: tuple[Link, ...]
    """The cases that were really shown, where the notice says it."""
    not_shown: tuple[Link, ...]
    """Announced all the same."""
    materials: tuple[AttachmentView, ...]


def after_session(inputs: Inputs, notice: Notice, session: Session) -> AfterView | None:
    """Give what is left of a session; None while its notice says nothing of it."""
    if not (session.recording or session.shown or session.summary):
        return None
    dropped = [item for item in numbered_cases(notice) if item not in session.shown]
    return AfterView(
        summary=paragraphs(session.summary),
        recording=recording_view(notice, session),
        shown=_links(inputs, session.shown),
        not_shown=_links(inputs, dropped) if session.shown else (),
        materials=attachment_views(notice.path, notice.front.attachments),
    )


def recording_view(notice: Notice, session: Session) -> RecordingView | None:
    """Give the recording of a session; None where there is none that can be published."""
    inside = routes.beside(notice.path, session.recording)
    url = "" if inside else web_address(session.recording)
    if not inside and not url:
        return None
    plays = session.recording.lower().endswith(PLAYED)
    return RecordingView(
        routes.encoded(inside) if inside else "", plays and bool(inside), url, host_of(url)
    )


def _links(inputs: Inputs, case_ids: tuple[str, ...] | list[str]) -> tuple[Link, ...]:
    found = (inputs.case_named(case_id) for case_id in case_ids)
    return tuple(link for link in found if link is not None)


def marks_of(notice: Notice, session: Session) -> tuple[str, ...]:
    """Say in the list of sessions what is left of one: a recording, materials."""
    count = len(notice.front.attachments)
    return (
        *((text("pages.sessions.recorded"),) if recording_view(notice, session) else ()),
        *((text("pages.sessions.has_materials", count=count),) if count else ()),
    )
