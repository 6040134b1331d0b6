"""The real notices of this repository keep the facts of their documents and name no person."""

import re
from datetime import date

import pytest

from generator.library.counting import count_text
from generator.library.ids import parse_notice_id
from generator.library.lifecycle import NoticeKind
from tests.content.files import editions, notice, text_of

REAL_NOTICES = (
    "2014-miit-call",
    "2020-application-guide",
    "2021-provincial-application-pack",
    "2022-06-14-wuhan-call",
    "2022-caq-call",
    "2023-08-07-tianjin-call",
    "2023-caq-call",
)
DEADLINES = {
    "2014-miit-call": (date(2014, 4, 26), date(2014, 5, 9)),
    "2022-06-14-wuhan-call": (date(2022, 6, 27), date(2022, 7, 15)),
    "2022-caq-call": (date(2022, 7, 15),),
    "2023-08-07-tianjin-call": (date(2023, 9, 6), date(2023, 9, 15)),
    "2023-caq-call": (date(2023, 9, 15),),
}


@pytest.mark.parametrize("notice_id", REAL_NOTICES)
def test_real_notices_are_sourced_summaries_without_personal_data(notice_id: str) -> None:
    found, body = notice(notice_id)
    assert parse_notice_id(notice_id) == found.id
    assert found.front.edition in editions()
    assert found.front.sources
    assert found.front.kind in (NoticeKind.CALL, NoticeKind.DOWNLOAD)
    assert not found.front.demonstration
    whole = text_of(found.path)
    assert re.findall(r"1[3-9]\d{9}|0\d{2,3}[-) ]+\d{7,8}|\b\d{8}\b|[\w.]+@(?!caq\.)", whole) == []
    assert 400 <= count_text(re.sub(r"[|#*]|-{2,}:?", "", body)) <= 1200


def test_dates_and_forwarding_of_the_real_notices() -> None:
    fronts = {notice_id: notice(notice_id)[0].front for notice_id in REAL_NOTICES}
    found = {key: tuple(d.at for d in front.deadlines) for key, front in fronts.items()}
    assert {key: days for key, days in found.items() if days} == DEADLINES
    assert {key: front.forwards for key, front in fronts.items() if front.forwards} == {
        "2022-06-14-wuhan-call": ("2022-caq-call",),
        "2023-08-07-tianjin-call": ("2023-caq-call",),
    }
    assert {key: front.issued_on for key, front in fronts.items() if front.issued_on} == {
        "2022-06-14-wuhan-call": date(2022, 6, 14),
        "2023-08-07-tianjin-call": date(2023, 8, 7),
    }
