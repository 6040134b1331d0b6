"""Headings of a case: one number each, computed, in the forms of official writing."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library.body import Body
from generator.rendering.anchors import without_number
from generator.rendering.markdown import render
from generator.rendering.numbering import DEEPEST, Numbers, chinese
from generator.rendering.text import one_line
from generator.site import make_body
from tests.rendering.tools import body, keep

CASES: Final = sorted(Path(__file__).parents[2].glob("cases/*/*.md"))
DIGITS: Final = "一二三四五六七八九"
LATIN: Final = {4: re.compile(r"(\d+)\. "), 5: re.compile(r"（(\d+)）")}
HAN: Final = {2: re.compile(r"([一-龥]+)、"), 3: re.compile(r"（([一-龥]+)）")}

LEVELS: Final = st.lists(st.integers(1, 6), max_size=40)
TYPED: Final = st.sampled_from(
    [
        "",
        "一、",
        "（一）",
        "(二) ",
        "1. ",
        "2．",
        "3、",
        "（1）",
        "1）",
        "①",
        "第一章 ",
        "十二、 ",
        "1.2 ",
        "1.2.3 ",
    ]
)
MARKUP: Final = st.sampled_from(
    ["{0}{1}", "**{0}**{1}", "**{0}{1}**", "<b>{0}</b>{1}", "*{0}*&nbsp;{1}", "[{0}{1}](#x)"]
)
WORDS: Final = st.sampled_from(
    ["概况", "A 公司", "“零缺陷”管理", "Q&A", "H~~x~~", "5.0时代", "3 年", "*做法*"]
)


def numbered(markdown: str, first_line: int = 1) -> Body:
    return render(markdown, first_line=first_line, publish=keep, numbered=True)


def shown(rendered: Body) -> list[str]:
    """Give the text of every heading as the page shows it."""
    found = re.findall(r"<h([2-6]) id=[^>]*>(.*?)</h\1>", rendered.html, re.DOTALL)
    return [one_line(inner) for _, inner in found]


def value(number: str, level: int) -> int:
    """Read a number back, by other means than it was written."""
    match = (HAN if level in HAN else LATIN)[level].fullmatch(number)
    assert match, (number, level)
    if level in LATIN:
        return int(match[1])
    before, ten, after = match[1].rpartition("十")
    tens = (DIGITS.index(before) + 1 if before else 1) if ten else 0
    return 10 * tens + (DIGITS.index(after) + 1 if after else 0)


def expected(levels: Sequence[int], place: int) -> int:
    """Count a heading and its elder brothers: those of its level since the last one above it."""
    count = 1
    for level in reversed(levels[:place]):
        if level < levels[place]:
            break
        count += level == levels[place]
    return count


def test_four_levels_have_four_forms() -> None:
    text = "## 概况\n\n### 背景\n\n#### 打通数据\n\n##### 统一身份\n\n###### 刻码\n\n## 成效\n"
    assert numbered(text).html == (
        '<h2 id="概况"><span class="number">一、</span>概况</h2>\n'
        '<h3 id="背景"><span class="number">（一）</span>背景</h3>\n'
        '<h4 id="打通数据"><span class="number">1. </span>打通数据</h4>\n'
        '<h5 id="统一身份"><span class="number">（1）</span>统一身份</h5>\n'
        '<h6 id="刻码">刻码</h6>\n'
        '<h2 id="成效"><span class="number">二、</span>成效</h2>'
    )


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (19, "十九"),
        (20, "二十"),
        (22, "二十二"),
        (90, "九十"),
        (99, "九十九"),
        (100, "一〇〇"),
        (108, "一〇八"),
    ],
)
def test_chinese_numbers(number: int, written: str) -> None:
    assert chinese(number) == written


def test_all_chinese_numbers_to_99_differ_and_read_back() -> None:
    assert [value(f"{chinese(number)}、", 2) for number in range(1, 100)] == list(range(1, 100))


@pytest.mark.parametrize(
    ("levels", "numbers"),
    [
        ((2, 4, 4, 3, 4), ("一、", "1. ", "2. ", "（一）", "1. ")),
        ((3, 2, 3, 3), ("（一）", "一、", "（一）", "（二）")),
        ((2, 3, 5, 4, 5, 5), ("一、", "（一）", "（1）", "1. ", "（1）", "（2）")),
        ((2, 6, 2), ("一、", "", "二、")),
    ],
)
def test_a_level_left_out_takes_no_number(levels: Sequence[int], numbers: Sequence[str]) -> None:
    given_ = Numbers()
    assert tuple(given_.give(level) for level in levels) == tuple(numbers)


@given(LEVELS)
def test_numbers_run_from_one_below_each_parent(levels: list[int]) -> None:
    rendered = numbered("".join(f"{'#' * level} 题\n\n" for level in levels))
    found = [heading.level for heading in rendered.headings]
    assert found == [max(2, level) for level in levels]
    for place, heading in enumerate(rendered.headings):
        if heading.level > DEEPEST:
            assert heading.number == ""
        else:
            assert value(heading.number, heading.level) == expected(found, place)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 6), TYPED, MARKUP, WORDS), min_size=1, max_size=8))
def test_a_typed_number_is_never_shown_and_changes_nothing_else(
    parts: list[tuple[int, str, str, str]],
) -> None:
    text = "".join(f"{'#' * n} {way.format(typed, w)}\n\n文字。\n\n" for n, typed, way, w in parts)
    plain, rendered = body(text), numbered(text)
    for heading, line in zip(rendered.headings, shown(rendered), strict=True):
        assert line == f"{heading.number}{heading.text}"
        if heading.level <= DEEPEST:
            assert heading.number
            assert without_number(heading.text) == heading.text
    assert [(h.text, h.anchor, h.line) for h in rendered.headings] == [
        (h.text, h.anchor, h.line) for h in plain.headings
    ]
    assert [s.characters for s in rendered.sections] == [s.characters for s in plain.sections]


@pytest.mark.parametrize(
    ("typed", "inner"),
    [
        ("**一、概况**", "<strong>概况</strong>"),
        ("**一、**概况", "概况"),
        ("**一、***概况*", "<em>概况</em>"),
        ("一、Q&amp;A", "Q&amp;A"),
        ("一、&nbsp; 概况", "概况"),
        ("[一、概况](#x)", '<a href="#x">概况</a>'),
        ("一、概况[^1]", None),
        ("[^1]一、概况", None),
        ("一、", ""),
        ("", ""),
    ],
)
def test_markup_round_a_typed_number(typed: str, inner: str | None) -> None:
    rendered = numbered(f"## {typed}\n\n[^1]: 注\n")
    found = re.match(r'<h2 id="[^"]*"><span class="number">一、</span>(.*?)</h2>', rendered.html)
    assert found
    if inner is None:
        assert found[1].count('id="fnref-1"') == 1
        assert one_line(found[1]) == "概况"
    else:
        assert found[1] == inner


def test_a_heading_that_was_typed_keeps_its_number_where_wording_is_official() -> None:
    text = "## 一、总则\n\n### 第一章 范围\n\n## 附则\n"
    kept = make_body("notices/2022-call.md", text, 1)
    assert '<h2 id="总则">一、总则</h2>' in kept.html
    assert [heading.number for heading in kept.headings] == ["一、", "第一章 ", ""]
    case = make_body("cases/2022/2022-001.md", text, 1)
    assert shown(case) == ["一、总则", "（一）范围", "二、附则"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_heading_of_a_real_case_begins_with_its_number(path: Path) -> None:
    markdown = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    rendered = make_body(f"cases/{path.parent.name}/{path.name}", markdown, 1)
    assert len(shown(rendered)) == len(rendered.headings)
    for heading, line in zip(rendered.headings, shown(rendered), strict=True):
        assert line == f"{heading.number}{heading.text}"
        assert value(heading.number, heading.level) >= 1
        assert without_number(heading.text) == heading.text


def test_the_authors_own_html_has_no_number() -> None:
    assert numbered("<h2>甲</h2>\n").html == "<h2>甲</h2>"


def test_headings_in_quotes_and_footnotes_are_numbered_in_their_order() -> None:
    rendered = numbered("> ## 甲\n\n## 乙[^1]\n\n[^1]: 注\n\n    ## 丙\n")
    assert shown(rendered) == ["一、甲", "二、乙", "三、丙"]
