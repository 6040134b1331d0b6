"""How characters are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.counting import count_text, count_title


@pytest.mark.parametrize(
    ("text", "title", "running"),
    [
        ("", 0, 0),
        ("实施六西格玛设计的经验", 11, 11),
        ("基于TPQMS系统实施全流程质量管控的经验", 21, 17),
        ("提高 12.5%，见 GB/T 19004—2020。", 24, 10),
        ("“零缺陷”管理", 7, 7),
        ("a b\tc\n　d", 4, 4),
        ("1,234.5万元", 9, 3),
    ],
)
def test_counts(text: str, title: int, running: int) -> None:
    assert (count_title(text), count_text(text)) == (title, running)


@given(st.text(max_size=80))
def test_running_text_never_counts_more_than_its_characters(text: str) -> None:
    assert 0 <= count_text(text) <= count_title(text)


@given(st.text(alphabet="质量管理，。“”", max_size=80))
def test_chinese_counts_alike_in_both(text: str) -> None:
    assert count_text(text) == count_title(text) == len(text)
