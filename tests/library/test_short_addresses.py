"""Short names of sessions: each another, and none ever taken away by a later session."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.ids import parse_notice_id
from generator.library.lifecycle import NoticeKind
from generator.library.notice import Notice, ProgrammeItem, Session
from generator.library.short_addresses import (
    numbered_cases,
    short_names,
    short_uri,
    short_uris,
)
from tests.pages import toy

FIRST = date(2023, 1, 1)
# Few days and numbers: sessions shall meet.
DAYS = st.integers(0, 3).map(lambda days: FIRST + timedelta(days=days))
NUMBERS = st.sampled_from([None, 1, 2, 101, 102])
ISSUED = st.none() | DAYS


def session(name: str, number: int | None, starts: date, issued: date | None = None) -> Notice:
    held = Session(number=number, starts_on=starts, place="Hall")
    front = {"session": held, "issued_on": issued}
    return toy.notice(f"2023-{name}", NoticeKind.SESSION, **front)


def announced(notice: Notice) -> tuple[date, str]:
    assert notice.front.session is not None
    return notice.front.issued_on or notice.front.session.starts_on, notice.id


SESSIONS = st.lists(st.tuples(NUMBERS, DAYS, ISSUED), max_size=9).map(
    lambda found: [session(f"s{place}", *values) for place, values in enumerate(found)]
)


@given(SESSIONS)
def test_no_two_sessions_share_a_name(notices: Sequence[Notice]) -> None:
    names = short_names(notices)
    assert set(names) == {notice.id for notice in notices}
    assert len(set(names.values())) == len(notices)


@given(SESSIONS, st.randoms())
def test_the_order_of_the_files_does_not_matter(notices: list[Notice], random: object) -> None:
    shuffled = list(notices)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert short_names(shuffled) == short_names(notices)


@given(SESSIONS, st.integers(0, 9))
def test_a_session_announced_later_takes_no_name_away(notices: list[Notice], held: int) -> None:
    in_time = sorted(notices, key=announced)
    before = short_names(in_time[:held])
    after = short_names(in_time)
    assert {key: after[key] for key in before} == before


@given(SESSIONS)
def test_every_name_is_by_the_rule(notices: list[Notice]) -> None:
    for notice in notices:
        name = short_names(notices)[notice.id]
        held = notice.front.session
        assert held is not None
        wishes = (f"2023-{held.number}", f"2023-{held.starts_on:%m%d}", notice.id)
        assert name in wishes
        assert name == notice.id or parse_notice_id(name) is None


@pytest.mark.parametrize(
    ("number", "starts", "name"),
    [(1, FIRST, "2023-1"), (None, date(2023, 12, 7), "2023-1207"), (12, FIRST, "2023-12")],
)
def test_a_session_alone(number: int | None, starts: date, name: str) -> None:
    (found,) = short_names([session("a", number, starts)]).values()
    assert found == name


def test_the_second_of_a_number_is_called_by_its_day_and_the_third_by_its_notice() -> None:
    later = FIRST + timedelta(days=30)
    notices = [session(name, 1, later, FIRST + timedelta(days=n)) for n, name in enumerate("abc")]
    assert list(short_names(notices).values()) == ["2023-1", "2023-0131", "2023-c"]


def presenting(*ids: str, cases: tuple[str, ...] = (), shown: tuple[str, ...] = ()) -> Notice:
    items = tuple(ProgrammeItem(title=f"Item {one}", case=one) for one in ids)
    held = Session(number=1, starts_on=FIRST, place="", programme=items, shown=shown)
    return toy.notice("2023-x", NoticeKind.SESSION, session=held, cases=cases)


def test_what_was_shown_renumbers_nothing() -> None:
    announced_only = presenting(
        "2022-002", "", "2022-001", "2022-002", cases=("2022-001", "2022-3")
    )
    assert numbered_cases(announced_only) == ("2022-002", "2022-001", "2022-3")
    afterwards = presenting("2022-002", "2022-001", shown=("2022-009", "2022-001"))
    assert numbered_cases(afterwards) == ("2022-002", "2022-001", "2022-009")
    assert numbered_cases(toy.notice("2023-y", NoticeKind.CALL, cases=("2022-001",))) == ()


def test_all_short_addresses() -> None:
    found = list(short_uris([presenting("2022-002", "2022-001")]))
    assert found == ["s/2023-1/", "s/2023-1/1/", "s/2023-1/2/"]
    assert short_uri("2023-1") == found[0]
