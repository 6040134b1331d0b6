"""What the page of a notice states beside its text, where the text does not say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from generator.library.notice import Notice, Session
from generator.pages.dates import notice_dates
from generator.pages.inputs import Inputs
from generator.pages.publicity import publicity_days
from generator.pages.session import session_number
from generator.pages.values import day, long_day
from generator.strings import text

_BLANK: Final = re.compile(r"\s+")
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
_TEN: Final = 10


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact of the record as a sentence."""

    line: str
    words: tuple[tuple[str, ...], ...]
    """The text says it when it holds one wording of each; without blanks."""


def facts_of(inputs: Inputs, notice: Notice) -> tuple[Stated, ...]:
    """Give the days that a notice sets, who takes objections, and what its session is."""
    return tuple(_facts(inputs, notice))


def unsaid(facts: tuple[Stated, ...], said: str) -> tuple[Stated, ...]:
    """Give the facts that a text does not say."""
    plain = _BLANK.sub("", said)
    return tuple(fact for fact in facts if not _is_said(fact, plain))


def _is_said(fact: Stated, plain: str) -> bool:
    return all(any(_holds(plain, word) for word in wordings) for wordings in fact.words)


def _holds(plain: str, word: str) -> bool:
    """Tell whether a text holds a word; 1月7日 does not stand in 11月7日."""
    wanted = _BLANK.sub("", word)
    begins_with_digit = wanted[:1].isdigit()
    return bool(re.search((r"(?<!\d)" if begins_with_digit else "") + re.escape(wanted), plain))


def _facts(inputs: Inputs, notice: Notice) -> Iterator[Stated]:
    front = notice.front
    days = _days(inputs, notice)
    for event, words in zip(notice_dates(inputs, notice), days, strict=True):
        yield Stated(_line(event.what, _ISO.sub(_long, event.when)), words)
    if front.publicity and front.publicity.opinions_to:
        yield _plain("opinions_to", front.publicity.opinions_to)
    if front.session:
        yield from _session(front.session)


def _long(found: re.Match[str]) -> str:
    return long_day(date.fromisoformat(found[0]))


def _days(inputs: Inputs, notice: Notice) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Give the wordings of each event of `notice_dates`, in its order."""
    front = notice.front
    found = []
    period = publicity_days(inputs, notice)
    if period:
        found.append(_span(period.first, period.last))
    if front.session:
        found.append(_span(front.session.starts_on, front.session.last_day))
    return (*found, *(_moment(deadline.at) for deadline in front.deadlines))


def _span(first: date, last: date | None) -> tuple[tuple[str, ...], ...]:
    wordings = [(_in_words(first), day(first))]
    if last and last != first:
        until = text("publication_official.fact.until_words", day=last.day)
        shorter = (until,) if (last.year, last.month) == (first.year, first.month) else ()
        wordings.append((_in_words(last), day(last), *shorter))
    return tuple(wordings)


def _moment(at: date) -> tuple[tuple[str, ...], ...]:
    if isinstance(at, datetime):
        return (_in_words(at), day(at.date())), (f"{at:%H:%M}", f"{at.hour}:{at:%M}")
    return ((_in_words(at), day(at)),)


def _in_words(on: date) -> str:
    return text("publication_official.fact.day_words", month=on.month, day=on.day)


def _session(session: Session) -> Iterator[Stated]:
    said = session_number(session)
    if session.number is not None:
        number = text("publication_official.fact.number_words", number=_numeral(session.number))
        label = text("publication_official.fact.number")
        yield Stated(_line(label, said), ((said, number),))
    if session.place:
        yield _plain("place", session.place)
    if session.hosts:
        label = text("publication_official.fact.hosts")
        hosts = text("pages.format.comma").join(session.hosts)
        yield Stated(_line(label, hosts), tuple((host,) for host in session.hosts))


def _numeral(number: int) -> str:
    """Give a number up to ten as a Chinese numeral."""
    digits = text("publication_official.fact.digits")
    return digits[number] if number <= _TEN else str(number)


def _plain(key: str, value: str) -> Stated:
    return Stated(_line(text(f"publication_official.fact.{key}"), value), ((value,),))


def _line(label: str, value: str) -> str:
    return text("publication_official.fact.line", label=label, value=value)
