"""The exchange sessions at which a case is shown, or was."""

from dataclasses import dataclass

from generator.library.ids import CaseId
from generator.library.notice import Notice, Session
from generator.pages import routes
from generator.pages.inputs import Inputs
from generator.pages.notices import notice_link
from generator.pages.session_after import RecordingView, recording_view
from generator.pages.states import State, Subject, state_of
from generator.pages.values import Link, mark, span
from generator.strings import text


@dataclass(frozen=True, slots=True)
class AppearanceView:
    """A case at a session."""

    link: Link
    """To the session's notice."""
    number: str
    """第 2 期, or empty."""
    days: str
    place: str
    state: State
    """将展示, or 已展示."""
    mark: str
    """演示, or empty."""
    recording: RecordingView | None
    address: str
    """Uri of the recording's section on the notice's page, or empty."""


def appearances(inputs: Inputs, case_id: CaseId) -> tuple[AppearanceView, ...]:
    """Give the sessions of a case, the earliest first."""
    held = [
        (notice, session)
        for notice in inputs.catalogue.sessions(case_id)
        if (session := notice.front.session) is not None
    ]
    held.sort(key=lambda item: (item[1].starts_on, item[0].id))
    return tuple(_appearance(inputs, notice, session) for notice, session in held)


def _appearance(inputs: Inputs, notice: Notice, session: Session) -> AppearanceView:
    recording = recording_view(notice, session)
    at = routes.encoded(f"{routes.notice(notice.id)}#{routes.AFTER_ANCHOR}")
    number = session.number
    return AppearanceView(
        link=notice_link(notice),
        number="" if number is None else text("pages.sessions.number", number=number),
        days=span(session.starts_on, session.ends_on),
        place=session.place,
        state=state_of(
            Subject.SHOWING, inputs.config.today, session.starts_on, (session.last_day,)
        ),
        mark=mark(notice.front.demonstration),
        recording=recording,
        address=at if recording else "",
    )
