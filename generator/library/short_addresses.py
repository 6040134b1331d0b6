"""Short names of exchange sessions, to be read aloud: 2023-1, and its second case 2023-1/2.

A name that was printed must stay. So names are given in the order in which sessions were announced:
who came first keeps the name, and a session announced later never takes it away.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import Final

from generator.library.ids import NoticeId
from generator.library.notice import Notice, Session

FOLDER: Final = "s/"
"""Where short addresses stand; no other page does."""


def short_names(notices: Iterable[Notice]) -> Mapping[NoticeId, str]:
    """Give the short name of every session, each another. O(n log n).

    It is the year and the number of the session: 2023-1. Where it has no number, or one announced
    before has the same, it is the year, month and day of its beginning: 2023-1207. Where that is
    taken too it is the notice's id. A name holds no letter, an id does: they never meet.
    """
    names: dict[NoticeId, str] = {}
    taken: set[str] = set()
    for notice, session in sorted(_sessions(notices), key=_announced):
        name = next(one for one in _wishes(notice, session) if one not in taken)
        taken.add(name)
        names[notice.id] = name
    return names


def numbered_cases(notice: Notice) -> tuple[str, ...]:
    """Give the ids of a session's cases in the order of their numbers, from 1.

    First those of the programme, then those that the notice names besides, then those shown besides
    these. One without a public page has its number too: it will have a page one day.
    """
    session = notice.front.session
    if session is None:
        return ()
    named = (item.case for item in session.programme if item.case)
    return tuple(dict.fromkeys((*named, *notice.front.cases, *session.shown)))


def short_uris(notices: Iterable[Notice]) -> Iterator[str]:
    """Yield every short address, of sessions and of their cases."""
    known = {notice.id: notice for notice in notices}
    for notice_id, name in short_names(known.values()).items():
        yield short_uri(name)
        for number, _ in enumerate(numbered_cases(known[notice_id]), start=1):
            yield short_uri(name, number)


def short_uri(name: str, number: int = 0) -> str:
    """Give the short address of a session, or that of its case of this number."""
    return f"{FOLDER}{name}/{number}/" if number else f"{FOLDER}{name}/"


def _sessions(notices: Iterable[Notice]) -> Iterator[tuple[Notice, Session]]:
    for notice in notices:
        if notice.front.session is not None:
            yield notice, notice.front.session


def _announced(item: tuple[Notice, Session]) -> tuple[str, str]:
    """Order by the day of issue; a notice that states none counts as issued when it begins."""
    notice, session = item
    return (notice.front.issued_on or session.starts_on).isoformat(), notice.id


def _wishes(notice: Notice, session: Session) -> Iterator[str]:
    on = session.starts_on
    if session.number is not None:
        yield f"{on:%Y}-{session.number}"
    yield f"{on:%Y}-{on:%m%d}"
    yield notice.id
    for further in count(2):
        yield f"{notice.id}-{further}"
