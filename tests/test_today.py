"""The day of the build."""

from datetime import date, datetime, timedelta

import pytest

from generator.today import EPOCH_VARIABLE, SHANGHAI, today


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("1700000000", date(2023, 11, 15)),  # 22:13 on the 14th in London
        ("1699977599", date(2023, 11, 14)),  # 23:59:59 in Shanghai
        ("1699977600", date(2023, 11, 15)),
        ("0", date(1970, 1, 1)),
    ],
)
def test_the_day_is_that_of_shanghai(
    epoch: str, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, epoch)
    assert today() == day


@pytest.mark.parametrize("written", ["", "soon", "-5"])
def test_what_is_no_number_leaves_the_clock(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH_VARIABLE, written)
    now = datetime.now(SHANGHAI)
    assert today() in (now.date(), (now + timedelta(seconds=60)).date())
