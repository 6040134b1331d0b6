"""The days that a notice sets, each with its state: publicity, deadlines, session."""

from dataclasses import dataclass
from datetime import date, datetime

from generator.library.notice import Deadline, Notice, Session
from generator.pages.inputs import Inputs
from generator.pages.publicity import publicity_days, publicity_period
from generator.pages.states import State, Subject, state_of
from generator.pages.values import day, span
from generator.strings import text
from generator.today import SHANGHAI


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """One day or period that a notice sets."""

    what: str
    when: str
    state: State | None
    """None where the state of the whole notice says it already."""


def notice_state(inputs: Inputs, notice: Notice) -> State | None:
    """Give the one state that tells where a notice stands today; None when it sets no day.

    A publicity period and a session speak for themselves; else it is the next deadline to come.
    """
    front, today = notice.front, inputs.config.today
    if front.publicity:
        return _publicity_state(inputs, notice)
    if front.session:
        return session_state(front.session, today)
    if front.deadlines:
        return state_of(Subject.DEADLINE, today, None, [_day_of(item) for item in front.deadlines])
    return None


def notice_dates(inputs: Inputs, notice: Notice) -> tuple[DatedEvent, ...]:
    """Give every day that a notice sets: the period or the session, then deadlines as printed."""
    front, today = notice.front, inputs.config.today
    found: list[DatedEvent] = []
    if front.publicity:
        found.append(DatedEvent(_name("publicity"), publicity_period(inputs, notice), None))
    if front.session:
        days = span(front.session.starts_on, front.session.ends_on)
        found.append(DatedEvent(_name("session"), days, None))
    is_alone = len(front.deadlines) == 1 and not found
    for deadline in front.deadlines:
        state = state_of(Subject.DEADLINE, today, None, (_day_of(deadline),))
        found.append(DatedEvent(deadline.label, day(deadline.at), None if is_alone else state))
    return tuple(found)


def session_state(session: Session, today: date) -> State:
    """Give the state of a session."""
    last = session.last_day
    subject = Subject.SESSION if last > session.starts_on else Subject.SESSION_OF_A_DAY
    return state_of(subject, today, session.starts_on, (last,))


def _publicity_state(inputs: Inputs, notice: Notice) -> State:
    period = publicity_days(inputs, notice)
    assert period is not None, "only notices with a publicity period ask"
    subject = Subject.PUBLICITY if period.last else Subject.OPEN_PUBLICITY
    lasts = (period.last,) if period.last else ()
    return state_of(subject, inputs.config.today, period.first, lasts)


def _name(key: str) -> str:
    return text(f"pages.notice.days_of.{key}")


def _day_of(deadline: Deadline) -> date:
    """Give the day in Shanghai: an hour with a zone of its own may fall on another."""
    at = deadline.at
    if not isinstance(at, datetime):
        return at
    return (at.astimezone(SHANGHAI) if at.tzinfo else at).date()
