"""A publicity period in words."""

from datetime import date

import pytest

from generator.library.lifecycle import NoticeKind
from generator.library.notice import Publicity
from generator.pages.publicity import publicity_days, publicity_period
from generator.strings import text
from tests.pages import toy


@pytest.mark.parametrize(
    ("publicity", "key", "last"),
    [
        (Publicity(starts_on=date(2022, 9, 1)), "computed_end", date(2022, 9, 16)),
        (
            Publicity(starts_on=date(2022, 9, 1), working_days=5),
            "computed_end",
            date(2022, 9, 8),
        ),
        (
            Publicity(starts_on=date(2022, 9, 1), ends_on=date(2022, 9, 20)),
            "printed_end",
            date(2022, 9, 20),
        ),
        (Publicity(starts_on=date(2099, 9, 1)), "open_period", None),
    ],
)
def test_an_end_is_printed_computed_or_admitted_to_be_unknown(
    publicity: Publicity, key: str, last: date | None
) -> None:
    notice = toy.notice("2022-p", NoticeKind.PUBLICITY, edition="2022", publicity=publicity)
    inputs = toy.inputs()
    period = publicity_days(inputs, notice)
    assert period is not None
    assert period.last == last
    said = publicity_period(inputs, notice)
    assert text(f"pages.notice.{key}", span="", first="").strip() in said
    assert str(publicity.working_days or 10) in said
    assert (last or publicity.starts_on).isoformat() in said


def test_a_notice_without_a_period_says_nothing() -> None:
    notice = toy.notice("2022-c", NoticeKind.CALL)
    assert publicity_days(toy.inputs(), notice) is None
    assert publicity_period(toy.inputs(), notice) == ""
