"""Where the title of a document may turn to the next line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.wrapping import title_parts

FIXED = "\u00a0"


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        (
            "市经信局关于组织开展2022年全国质量标杆遴选推荐工作的通知",
            "市经信局|关于|组织开展|2022年|全国|质量标杆|遴选|推荐|工作的通知",
        ),
        # A blank between number and unit holds; a single character goes with the next word.
        (
            "示例：关于 2022 年质量标杆评审结果的公示",
            f"示例：|关于 |2022{FIXED}年|质量标杆|评审|结果的公示",
        ),
        ("市工业和信息化局关于做好通知", "市工业和信息化局|关于|做好通知"),
        # Brackets and marks stay with their words.
        ("推荐“质量标杆”（典型经验）名单", "推荐|“质量标杆”（典型经验）|名单"),
        ("名单（第一批）的公告", "名单|（第一批）的公告"),
        ("Benchmark 2023", "Benchmark |2023"),
    ],
)
def test_words_and_numbers_stay_whole(title: str, parts: str) -> None:
    assert "|".join(title_parts(title)) == parts


def test_the_issuers_name_stays_whole() -> None:
    parts = title_parts("星火省发改委关于开展活动的通知", ("星火省发改委", ""))
    assert parts[0] == "星火省发改委"


@given(st.text(alphabet="关于开展2022 年质量标杆的通知（“”），AB<>&一", max_size=40))
def test_the_pieces_are_the_title(title: str) -> None:
    parts = title_parts(title)
    assert "".join(parts).replace(FIXED, " ") == title
    assert all(parts)
