"""Automatic numbers: which become text, and which stay the marks of a list."""

from pathlib import Path

import pytest

from tests.intake.word.samples import (
    HEAD,
    NAMESPACES,
    STYLES,
    docx,
    level,
    markdown_of,
    numbered,
    numbering,
    paragraph,
    run,
)

BOLD = "<w:b/>"


def _markdown(tmp_path: Path, body: str, numbers: str, styles: str = STYLES) -> str:
    parts = {
        "word/numbering.xml": numbers,
        "word/styles.xml": f"{HEAD}<w:styles {NAMESPACES}>{styles}</w:styles>",
    }
    return markdown_of(docx(tmp_path / "a.docx", body, parts))[0]


def test_headings_of_the_usual_levels(tmp_path: Path) -> None:
    numbers = numbering(
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
        level(3, "decimal", "（%4）"),
    )
    body = "".join(
        numbered(run(title, BOLD), 1, index)
        for index, title in (
            (0, "背景"),
            (1, "现状"),
            (2, "数据"),
            (3, "采集"),
            (2, "分析"),
            (1, "目标"),
        )
    )
    body += numbered(run("过程", BOLD)) + numbered(run("步骤", BOLD), 1, 1)
    written = _markdown(tmp_path, body, numbers)
    assert written.split("\n\n") == [
        "**一、背景**",
        "**（一）现状**",
        "**1. 数据**",
        "**（1）采集**",
        "**2. 分析**",
        "**（二）目标**",
        "**二、过程**",
        "**（一）步骤**\n",
    ]


def test_numbers_that_come_from_the_style_of_a_heading(tmp_path: Path) -> None:
    linked = level(0, "taiwaneseCountingThousand", "%1、", '<w:pStyle w:val="1"/>')
    styles = STYLES.replace(
        '<w:outlineLvl w:val="0"/>',
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>',
    )
    based = (
        '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="own"/>'
        '<w:basedOn w:val="1"/></w:style>'
    )
    body = (
        paragraph("背景", '<w:pStyle w:val="1"/>')
        + paragraph("正文。")
        + paragraph("过程", '<w:pStyle w:val="own"/>')
        + paragraph("不编号", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    written = _markdown(tmp_path, body, numbering(linked), styles + based)
    assert written == "# 一、背景\n\n正文。\n\n# 二、过程\n\n# 不编号\n"


def test_lists_stay_lists(tmp_path: Path) -> None:
    numbers = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
    body = numbered("甲。") + numbered("乙。") + numbered("细目。", 1, 1) + numbered("丙。")
    lines = _markdown(tmp_path, body, numbers).split()
    assert lines == ["1.", "甲。", "2.", "乙。", "1)", "细目。", "3.", "丙。"]


def test_bullets_stay_bullets(tmp_path: Path) -> None:
    numbers = numbering(level(0, "bullet", "\uf0b7"))
    assert _markdown(tmp_path, numbered("甲") + numbered("乙"), numbers) == "- 甲\n- 乙\n"


def test_a_heading_with_a_bullet_is_a_heading(tmp_path: Path) -> None:
    numbers = numbering(level(0, "bullet", "\uf0b7"))
    assert _markdown(tmp_path, numbered("甲", 1, 0, '<w:pStyle w:val="1"/>'), numbers) == "# 甲\n"


def test_numbers_that_markdown_cannot_say_are_text(tmp_path: Path) -> None:
    for form, text, first, second in (
        ("decimal", "（%1）", "（1）", "（2）"),
        ("decimalEnclosedCircleChinese", "%1", "① ", "② "),
        ("upperLetter", "%1.", "A. ", "B. "),
        ("chineseCounting", "第%1章", "第一章 ", "第二章 "),
    ):
        written = _markdown(
            tmp_path, numbered("内容。") + numbered("内容。"), numbering(level(0, form, text))
        )
        assert written == f"{first}内容。\n\n{second}内容。\n"


def test_legal_numbers_are_in_digits(tmp_path: Path) -> None:
    numbers = numbering(
        level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )
    body = numbered("背景") + numbered("现状", 1, 1) + numbered("目标", 1, 1)
    assert _markdown(tmp_path, body, numbers) == "一、背景\n\n1.1 现状\n\n1.2 目标\n"


def test_a_list_that_starts_anew_and_one_that_never_does(tmp_path: Path) -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    numbers = numbering(
        level(0, "chineseCounting", "%1、"),
        level(1, "decimal", "（%2）", '<w:lvlRestart w:val="0"/>'),
        more=again,
    )
    body = (
        numbered("甲")
        + numbered("子", 1, 1)
        + numbered("乙")
        + numbered("丑", 1, 1)
        + numbered("丙", 2)
        + numbered("丁", 2)
    )
    titles = _markdown(tmp_path, body, numbers).split()
    assert titles == ["一、甲", "（1）子", "二、乙", "（2）丑", "五、丙", "六、丁"]


def test_plain_numbers_become_text_when_short_and_bold_or_never_together(tmp_path: Path) -> None:
    numbers = numbering(level(0, "decimal", "%1."))
    bold = numbered(run("打通数据", BOLD)) + numbered(run("统一身份", BOLD))
    assert _markdown(tmp_path, bold, numbers) == "**1. 打通数据**\n\n**2. 统一身份**\n"
    apart = numbered("打通") + paragraph("正文。") + numbered("统一") + paragraph("正文。")
    assert _markdown(tmp_path, apart, numbers) == "1\\. 打通\n\n正文。\n\n2\\. 统一\n\n正文。\n"


def test_numbers_in_cells_are_text(tmp_path: Path) -> None:
    cells = f"<w:tc>{numbered('')}</w:tc><w:tc>{paragraph('甲')}</w:tc>"
    rows = f"<w:tr>{cells}</w:tr>" * 2
    table = f"<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>{rows}</w:tbl>"
    written = _markdown(tmp_path, table, numbering(level(0, "decimal", "%1")))
    assert [line.split("|")[1].strip() for line in written.splitlines()[2:]] == ["1", "2"]


def test_an_outline_level_makes_a_heading_of_short_paragraphs(tmp_path: Path) -> None:
    mark = '<w:outlineLvl w:val="2"/>'
    body = paragraph("小标题", mark) + paragraph("很长的正文" * 20, mark)
    assert _markdown(tmp_path, body, numbering()) == f"### 小标题\n\n{'很长的正文' * 20}\n"


def test_indented_text_is_no_quotation(tmp_path: Path) -> None:
    assert _markdown(tmp_path, paragraph("甲", '<w:ind w:left="840"/>'), numbering()) == "甲\n"


USED = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def abstract(inner: str) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>{USED}'


@pytest.mark.parametrize(
    "broken",
    [
        '<w:num w:numId="1"><w:abstractNumId w:val="77"/></w:num>',
        '<w:num w:numId="1"/>',
        abstract('<w:numStyleLink w:val="a"/>'),
        abstract('<w:lvl w:ilvl="x"/><w:lvl w:ilvl="99999999999"/>'),
        abstract(level(0, "upperRoman", "%1%9").replace('val="1"', 'val="999999999"')),
        abstract('<w:lvl w:ilvl="0"/>').replace("</w:num>", '<w:lvlOverride w:ilvl="-4"/></w:num>'),
    ],
)
def test_a_broken_numbering_loses_no_text(tmp_path: Path, broken: str) -> None:
    numbers = f"{HEAD}<w:numbering {NAMESPACES}>{broken}</w:numbering>"
    mark = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    circle = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{key}"/>'
        f'<w:basedOn w:val="{other}"/>{mark}</w:style>'
        for key, other in (("a", "b"), ("b", "a"))
    )
    body = numbered("甲") + numbered("乙", 1, 400) + paragraph("丙", '<w:pStyle w:val="a"/>')
    written = _markdown(tmp_path, body, numbers, STYLES + circle)
    assert [sign for sign in written if sign in "甲乙丙"] == ["甲", "乙", "丙"]
