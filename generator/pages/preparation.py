"""What must be ready for an exchange session, and what is to be kept of it afterwards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.library.notice import Notice, Session
from generator.pages.downloads import handout_downloads
from generator.pages.inputs import Inputs
from generator.pages.presented import PresentedCase
from generator.pages.session_after import recording_view
from generator.pages.session_times import has_time
from generator.pages.values import Link
from generator.strings import table, text


@dataclass(frozen=True, slots=True)
class PreparationLine:
    """One line to tick."""

    what: Link
    note: str
    """What the library knows of it, or empty."""
    state: str
    """已备 or 缺; empty for what only people in the room can see."""
    is_missing: bool


def before_session(
    inputs: Inputs, notice: Notice, session: Session, cases: Sequence[PresentedCase]
) -> tuple[PreparationLine, ...]:
    """Give what must be ready before a session: of each line what the library can tell."""
    untimed = sum(not has_time(item.time) for item in session.programme)
    programme = "none" if not session.programme else "untimed" if untimed else "ready"
    handouts = text("pages.format.comma").join(
        link.label for link in handout_downloads(inputs, notice)
    )
    count = len(notice.front.attachments)
    return (
        _line("programme", programme, count=untimed),
        *_absent(session, cases),
        *map(_case, cases),
        _line("handout", "ready" if handouts else "missing", forms=handouts),
        _line("materials", "ready" if count else "missing", count=count),
        _line("codes", "ready" if inputs.config.site_url else "missing"),
        *_by_hand("by_hand"),
    )


def after_session_lines(notice: Notice, session: Session) -> tuple[PreparationLine, ...]:
    """Give what is to be kept of a session."""
    recording = recording_view(notice, session)
    return (
        _line("recording", "ready" if recording else "missing"),
        _line("shown", "ready" if session.shown else "missing"),
        _line("summary", "ready" if session.summary else "missing"),
        *_by_hand("by_hand_after"),
    )


def _case(case: PresentedCase) -> PreparationLine:
    held = (
        text("pages.preparation.case.text") if case.has_text else "",
        case.video.label if case.video else text("pages.preparation.case.no_video"),
        *(link.label for link in case.documents),
    )
    note = text("pages.format.comma").join(part for part in held if part)
    if case.status:
        note = text("pages.preparation.case.withdrawn")
    elif not case.has_text:
        note = text("pages.preparation.case.no_text")
    return PreparationLine(case.link, note, _state(case.has_text), not case.has_text)


def _absent(session: Session, cases: Sequence[PresentedCase]) -> Iterator[PreparationLine]:
    """Tell which items present a case without a public page."""
    there = {case.id for case in cases}
    for item in session.programme:
        if item.case and item.case not in there:
            note = text("pages.preparation.case.no_page")
            yield PreparationLine(Link(item.title), note, _state(is_ready=False), is_missing=True)


def _line(key: str, how: str, **values: object) -> PreparationLine:
    what = Link(text(f"pages.preparation.{key}.what"))
    note = text(f"pages.preparation.{key}.{how}", **values)
    return PreparationLine(what, note, _state(how == "ready"), how != "ready")


def _by_hand(key: str) -> Iterator[PreparationLine]:
    for line in _lines_of(key):
        yield PreparationLine(Link(line), "", "", is_missing=False)


def _lines_of(key: str) -> tuple[str, ...]:
    found = table("preparation")[key]
    assert isinstance(found, list), f"preparation.{key} is a list"
    return tuple(map(str, found))


def _state(is_ready: bool) -> str:
    return text(f"pages.preparation.{'is_ready' if is_ready else 'is_missing'}")
