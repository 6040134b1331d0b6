"""Numbers as Word writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.word.counting import formatted


@pytest.mark.parametrize(
    ("form", "value", "written"),
    [
        ("chineseCounting", 3, "三"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 101, "一〇一"),
        ("chineseCountingThousand", 21, "二十一"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 2010, "二千零一十"),
        ("taiwaneseCountingThousand", 1001, "一千零一"),
        ("japaneseCounting", 111, "百十一"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographTraditional", 2, "乙"),
        ("ideographTraditional", 11, "11"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 3, "03"),
        ("upperLetter", 26, "Z"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("klingon", 4, "4"),
        ("chineseCounting", 0, "0"),
    ],
)
def test_formats(form: str, value: int, written: str) -> None:
    assert formatted(value, form) == written


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_no_two_numbers_are_counted_alike(one: int, other: int) -> None:
    words = {formatted(value, "chineseCountingThousand") for value in (one, other)}
    assert len(words) == len({one, other})
