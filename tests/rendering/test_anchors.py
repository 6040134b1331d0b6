"""Headings: ids from their words, unique, never one of the program's own."""

import pytest

from generator.rendering.anchors import Anchors, without_number
from tests.rendering.tools import body, html


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("一、企业概况", "企业概况"),
        ("十二、 成效", "成效"),
        ("（一）背景", "背景"),
        ("(二) 背景", "背景"),
        ("1. 做法", "做法"),
        ("1.做法", "做法"),
        ("2、做法", "做法"),
        ("1.2. 做法", "做法"),
        ("1.2 做法", "做法"),
        ("3.1.2 做法", "做法"),
        ("（1）步骤", "步骤"),
        ("3）步骤", "步骤"),
        ("①要点", "要点"),
        ("第一章 总则", "总则"),
        ("第三部分：附录", "附录"),
        ("2022年成效", "2022年成效"),
        ("5.0时代", "5.0时代"),
        ("4.0 时代", "4.0 时代"),
        ("1.5 亿元投入", "1.5 亿元投入"),
        ("1.5 MPa 试验", "1.5 MPa 试验"),
        ("一体化管理", "一体化管理"),
        ("（试行）办法", "（试行）办法"),
        ("十年磨一剑", "十年磨一剑"),
        ("5S现场管理", "5S现场管理"),
        ("第一性原理", "第一性原理"),
    ],
)
def test_typed_number_is_no_part_of_a_heading(typed: str, words: str) -> None:
    assert without_number(typed) == words


def test_heading_keeps_its_typed_number_on_the_page_but_not_in_its_id() -> None:
    rendered = body("## 一、企业 概况\n\n### （一）**背景**\n", first_line=31)
    assert '<h2 id="企业-概况">一、企业 概况</h2>' in rendered.html
    assert '<h3 id="背景">（一）<strong>背景</strong></h3>' in rendered.html
    assert [(h.level, h.text, h.anchor, h.line, h.number) for h in rendered.headings] == [
        (2, "企业 概况", "企业-概况", 31, "一、"),
        (3, "背景", "背景", 33, "（一）"),
    ]


def test_first_level_is_shown_as_second() -> None:
    rendered = body("# 甲\n\n<h1>乙</h1>\n")
    assert rendered.html == '<h2 id="甲">甲</h2>\n<h2>乙</h2>'
    assert rendered.headings[0].level == 2


def test_equal_headings_get_counted_ids() -> None:
    anchors = [heading.anchor for heading in body("## 成效\n## 成效-2\n## 成效\n## 成效").headings]
    assert anchors == ["成效", "成效-2", "成效-3", "成效-4"]


@pytest.mark.parametrize("words", ["toc", "fn-1", "fnref-1", "__search", "图1", "表12"])
def test_id_of_the_program_is_never_given(words: str) -> None:
    assert Anchors().give(words) == f"节-{words}"


@pytest.mark.parametrize("words", ["FMEA", "5S", "图书馆", "spc图", "表1的说明"])
def test_other_words_stay_as_they_are(words: str) -> None:
    assert Anchors().give(words) == words


def test_ids_of_a_body_are_unique() -> None:
    text = "## 图1\n\n## fn-1\n\n![甲](x.svg)\n\n注[^1]。\n\n[^1]: 注\n"
    ids = [part.split('"')[0] for part in html(text).split(' id="')[1:]]
    assert sorted(ids) == sorted(["节-图1", "节-fn-1", "图1", "fnref-1", "fn-1"])


def test_empty_heading_has_an_id() -> None:
    assert [h.anchor for h in body("##\n\n## 一、\n\n##\n").headings] == ["节", "一、", "节-2"]


def test_invisible_characters_and_quotes_in_a_heading() -> None:
    rendered = body('## 甲\u202e\u200b"乙"&lt;\n')
    assert rendered.headings[0].anchor == '甲"乙"<'
    assert 'id="甲&quot;乙&quot;&lt;"' in rendered.html


def test_footnote_mark_is_no_part_of_a_heading() -> None:
    assert body("## 成效[^1]\n\n[^1]: 注\n").headings[0].text == "成效"


def test_setext_heading_over_two_lines() -> None:
    assert body("质量\n管理\n====\n").headings[0].text == "质量管理"


def test_long_heading_has_a_bounded_id() -> None:
    assert len(body("## " + "质" * 5000).headings[0].anchor) < 200
