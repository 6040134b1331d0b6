"""How long sections are."""

from generator.library.counting import count_text
from tests.rendering.tools import body


def test_section_counts_what_stands_below_its_heading() -> None:
    rendered = body(
        "前言。\n\n## 一、概况\n\n质量 TQM 管理，98.5%。\n\n"
        "### （一）背景\n\n- 甲\n- 乙\n\n## 二、成效\n"
    )
    assert [(s.heading.text, s.characters) for s in rendered.sections] == [
        ("概况", 4 + 1 + 1 + 1 + 1 + 5 + 2),
        ("成效", 0),
    ]


def test_tables_and_captions_count_with_their_labels() -> None:
    rendered = body("## 甲\n\n表：指标\n\n| 一 | 二 |\n|--|--|\n| 三 | 四 |\n\n![图题](x.svg)\n")
    assert rendered.sections[0].characters == 2 + 2 + 4 + 2 + 2


def test_cells_of_raw_tables_are_words_apart() -> None:
    rendered = body("## 甲\n\n<table><tr><td>a</td><td>b</td></tr></table>\n")
    assert rendered.sections[0].characters == 2


def test_heading_in_a_footnote_makes_no_section() -> None:
    rendered = body("## 甲\n\n乙[^1]\n\n[^1]: 注\n\n    ## 丙\n")
    assert [section.heading.text for section in rendered.sections] == ["甲"]
    assert len(rendered.headings) == 2


def test_text_is_counted_as_the_rules_say() -> None:
    assert count_text("质量TQM管理，98.5%。\u3000a-b c") == 2 + 1 + 2 + 1 + 1 + 1 + 1 + 1
