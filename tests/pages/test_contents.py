"""The list of contents: what the headings say, with their numbers."""

from generator.library.body import Heading
from generator.pages.contents import contents_of


def heading(level: int, text: str, number: str = "") -> Heading:
    return Heading(level, text, text, 1, number)


def test_two_levels_with_the_numbers_that_the_text_shows() -> None:
    contents = contents_of(
        (
            heading(2, "概况", "一、"),
            heading(2, "过程", "二、"),
            heading(3, "打通数据", "（一）"),
            heading(4, "统一身份", "1. "),
            heading(3, "建立模型", "（二）"),
        )
    )
    assert [entry.label for entry in contents] == ["一、概况", "二、过程"]
    assert [entry.label for entry in contents[1].entries] == ["（一）打通数据", "（二）建立模型"]
    assert contents[0].href == "#%E6%A6%82%E5%86%B5"


def test_the_upper_two_levels_whatever_they_are() -> None:
    contents = contents_of((heading(4, "a", "1. "), heading(5, "b"), heading(6, "c")))
    assert [(entry.label, len(entry.entries)) for entry in contents] == [("1. a", 1)]


def test_a_lower_heading_before_the_first_section_is_left_out() -> None:
    contents = contents_of((heading(3, "前"), heading(2, "甲"), heading(3, "乙")))
    assert [entry.label for entry in contents] == ["甲"]


def test_a_lone_heading_needs_no_list() -> None:
    assert contents_of((heading(2, "概况", "一、"),)) == ()
    assert contents_of(()) == ()
