"""Numbers as typed: certain ones are read, others never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.form.numbers import (
    Number,
    is_blank,
    read_number,
    read_rank,
    year_of,
    years_in,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("123,456.70", Number(123456.7)),
        ("123，456．７０", Number(123456.7)),
        ("１５００００", Number(150000)),
        ("150000\n", Number(150000)),
        ("1 234 567", Number(1234567)),
        ("-3.5%", Number(-3.5, "%")),
        ("－12", Number(-12)),
        ("+5.0", Number(5.0)),
        ("98.6％", Number(98.6, "%")),
        ("1.2亿元", Number(1.2, "亿元")),
        ("1.2 亿元", Number(1.2, "亿元")),
        ("0.08吨/万元", Number(0.08, "吨/万元")),
        ("96.5分；", Number(96.5, "分")),
        ("2.1‰", Number(2.1, "‰")),
        ("2019", Number(2019)),
    ],
)
def test_a_number_is_read(text: str, number: Number) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        *("约100", "近100", "≈100", "100左右", "100余万", "100以上", "≥99%", ">99", "超过99"),
        *("10-20", "10~20", "10～20", "10至20", "10—20万元", "1,23", "12,3456", "1.2.3"),
        *("100/200", "100（预计）", "(100)", "前3", "无数据", "13800000000", "1e5", "9" * 16),
        *("9" * 400, "一百", "2019年 100", "100\n200", "1. 5", ""),
    ],
)
def test_what_is_not_certain_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["", " ", "/", "——", "-", "无", "N/A", "不适用", "　", "…"])
def test_blank(text: str) -> None:
    assert is_blank(text)


def test_ranks() -> None:
    assert [read_rank(text) for text in ("2", "第2名", "第 ２ 位")] == [2, 2, 2]
    assert [read_rank(text) for text in ("前3", "第一", "0", "2-3", "")] == [None] * 5


def test_years_in_a_text() -> None:
    text = "2019年 123,456.70；2020年：150000\n2021年\n168000.5"
    assert years_in(text) == [(2019, "123,456.70;"), (2020, "150000"), (2021, "168000.5")]
    assert years_in("2019：12.3；2020: 15") == [(2019, "12.3;"), (2020, "15")]
    assert years_in("120190年") == []


def test_a_year_alone() -> None:
    assert year_of("２０１９ 年度") == 2019
    assert year_of("2019") == 2019
    assert year_of("2019", needs_word=True) is None
    assert year_of("2019年 5") is None


@given(st.integers(-(10**12), 10**12), st.booleans())
def test_integers_come_back(value: int, grouped: bool) -> None:
    text = f"{value:,}" if grouped else str(value)
    number = read_number(text)
    if number is None:
        assert len(str(abs(value))) == 11
        assert str(abs(value)).startswith("1")
    else:
        assert number == Number(value)


@given(st.text(max_size=80))
def test_any_text_is_survived(text: str) -> None:
    number = read_number(text)
    assert number is None or number.value < 10**16
    read_rank(text)
    years_in(text)
