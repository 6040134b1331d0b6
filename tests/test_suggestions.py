import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.suggestions import nearest

KEYS = ("title", "enterprise", "enterprise_aliases", "level", "region")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("titel", "title"),
        ("Title ", "title"),
        ("enterprises", "enterprise"),
        ("levels", "level"),
        ("qqq", ""),
        ("", ""),
        (" ", ""),
        ("x" * 1000, ""),
    ],
)
def test_the_nearest_key(name: str, expected: str) -> None:
    assert nearest(name, KEYS) == expected


def test_a_part_of_a_long_name_is_near() -> None:
    names = ("河南省工业和信息化厅", "湖南省工业和信息化厅", "机械工业质量管理协会")
    assert nearest("机械工业", names) == "机械工业质量管理协会"
    assert nearest("湖南省工信厅", names) == "湖南省工业和信息化厅"


def test_the_first_wins_a_tie_and_long_names_are_passed_over() -> None:
    assert nearest("ab", ["ax", "ay"]) == "ax"
    assert nearest("ab", ["ay", "ax"]) == "ay"
    assert nearest("abc", ["abc" * 50]) == ""


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=5))
def test_gives_one_of_the_allowed_or_nothing(name: str, allowed: list[str]) -> None:
    assert nearest(name, allowed) in {*allowed, ""}
    assert nearest(name, (item for item in allowed)) == nearest(name, allowed)
