import json
from pathlib import Path

import pytest

from generator.intake.prose.case_text import make_text
from generator.intake.remarks import RefusedDocumentError, RemarkKind
from tests.intake.prose.documents import (
    BODY,
    EDITION,
    EDITION_2020,
    Word,
    headings,
    keys,
    markdown,
    said,
)

SECTIONS_2022 = [(2, "企业概况"), (2, "实施背景"), (2, "实施过程"), (2, "实施成效")]


def form(word: Word) -> Word:
    """Write the application form that stands before the experience."""
    word.text(
        "2022 年全国质量标杆申报书",
        "企业名称：示例精密轴承有限公司（盖章）",
        "填表日期：2022年6月1日",
    )
    word.text(
        "填 报 说 明", "1. 申报单位需签署全国质量标杆申报承诺书，由申报单位法人代表签字并加盖公章。"
    )
    word.text(
        "全国质量标杆申报承诺书",
        "1. 本单位自愿申报全国质量标杆。",
        "2. 递交的所有申报材料真实、有效。",
    )
    word.text("全国质量标杆申报表")
    word.table(
        ("统一社会信用代码", "x"), ("联系人", "张三"), ("手机", "13800000000"), ("邮编", "1")
    )
    word.text("经济效益统计表")
    word.table(("序号", "项目"), ("1", "资产总额"))
    return word.text("注：非制造业可根据行业实际情况进行删减。")


def test_title_style_cover_and_date(tmp_path: Path) -> None:
    word = (
        Word()
        .styled("Title", "2022年全国质量标杆申报材料")
        .text("基于关键特性的磨削过程控制实践", "示例精密轴承有限公司", "2022年6月")
    )
    made = word.sections().taken(tmp_path)
    assert made.title == "基于关键特性的磨削过程控制实践"
    assert markdown(made).startswith("## 企业概况")
    assert said(made, "cover") == [
        "封面上的 3 行没有收入正文：2022年全国质量标杆申报材料、示例精密轴承有限公司、2022年6月"
    ]


@pytest.mark.parametrize(
    "head",
    [
        ("经验名称：实施六西格玛设计的经验",),
        ("一、经验名称", "实施六西格玛设计的经验"),
        ("实施六西格玛设计的经验",),
        ("典型经验材料", "《实施六西格玛设计的经验》"),
        ("申报单位：示例电机有限公司", "实施六西格玛", "设计的经验"),
        ("联系电话：13800000000", "实施六西格玛设计的", "经验"),
    ],
)
def test_where_a_title_may_stand(head: tuple[str, ...], tmp_path: Path) -> None:
    made = Word().text(*head).sections().taken(tmp_path)
    if head[0].startswith("申报单位"):
        assert made.title == "设计的经验"
        return
    assert made.title == "实施六西格玛设计的经验"
    assert headings(made) == SECTIONS_2022
    assert markdown(made).startswith("## 企业概况")
    assert not any("13800000000" in remark.worded() for remark in made.remarks)


def test_a_styled_title_above_styled_sections(tmp_path: Path) -> None:
    word = Word().styled("Heading 1", "实施六西格玛设计的经验")
    for _, title in SECTIONS_2022:
        word.styled("Heading 2", title).text(BODY).styled("Heading 3", "做法").text(BODY)
    made = word.taken(tmp_path)
    assert made.title == "实施六西格玛设计的经验"
    assert [level for level, _ in headings(made)] == [2, 3] * 4
    assert "heading" not in keys(made)


def test_no_title_is_told(tmp_path: Path) -> None:
    made = Word().sections().taken(tmp_path)
    assert made.title == ""
    assert "no_title" in keys(made)


def test_a_summary_goes_to_the_front_matter(tmp_path: Path) -> None:
    word = Word().text("实施六西格玛设计的经验").bold("摘要").text("以设计为源头。", "降低波动。")
    word.text("关键词：六西格玛；设计").bold("一、企业概况").text(BODY)
    word.bold("二、管理方法（技术）的推进和应用情况").text(BODY).bold("三、实施效果").text(BODY)
    made = word.taken(tmp_path, EDITION_2020)
    assert made.title == "实施六西格玛设计的经验"
    assert made.summary == "以设计为源头。降低波动。"
    assert [text for _, text in headings(made)] == [
        "企业概况",
        "管理方法（技术）的推进和应用情况",
        "管理方法（技术）的实施效果",
    ]
    assert {"summary", "keywords", "section_renamed"} <= set(keys(made))
    assert "section_missing" not in keys(made)


def test_a_summary_in_one_paragraph(tmp_path: Path) -> None:
    made = (
        Word()
        .text("实施六西格玛设计的经验", "摘要：以设计为源头，降低波动。")
        .sections()
        .taken(tmp_path)
    )
    assert made.summary == "以设计为源头，降低波动。"
    assert markdown(made).startswith("## 企业概况")


def test_a_summary_with_a_picture_stays(tmp_path: Path) -> None:
    made = Word().bold("摘要").text("以设计为源头。").picture().sections().taken(tmp_path)
    assert made.summary == ""
    assert "summary_kept" in keys(made)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("一、企业概况（500字以内）", "企业概况"),
        ("一、企业简介", "企业概况"),
        ("一、企业的概况：", "企业概况"),
        ("一、公司概况", "企业概况"),
        ("第一章 企业概况", "企业概况"),
    ],
)
def test_sections_get_their_printed_titles(typed: str, printed: str, tmp_path: Path) -> None:
    word = Word().bold(typed).text(BODY).bold("二、实施背景").text(BODY)
    made = word.taken(tmp_path)
    assert headings(made)[0] == (2, printed)
    assert said(made, "section_missing") == ["没有找到“实施过程”一段。", "没有找到“实施成效”一段。"]


def test_unknown_sections_are_told(tmp_path: Path) -> None:
    word = Word().bold("一、企业概况").text(BODY * 20).bold("二、推广计划").text(BODY)
    word.bold("三、实施过程的情况").text(BODY)
    made = word.taken(tmp_path)
    assert said(made, "section_unknown") == ["“推广计划”不是当年规定的段，请核对。"]
    assert headings(made)[2] == (2, "实施过程") or said(made, "section_like")


def test_a_combined_document_is_cut_at_both_ends(tmp_path: Path) -> None:
    word = form(Word()).text("构建数字化质量追溯体系的实践").sections()
    word.text("全国质量标杆推荐表")
    word.table(("推荐单位", "示例协会"), ("联系人", "李四"), ("手机", "13800000001"))
    made = word.taken(tmp_path)
    assert made.title == "构建数字化质量追溯体系的实践"
    assert headings(made) == SECTIONS_2022
    text = markdown(made)
    for private in ("张三", "李四", "13800000000", "申报", "资产总额"):
        assert private not in text
    assert len(said(made, "cut_before")) == len(said(made, "cut_after")) == 1
    told = " ".join(f"{remark.worded()}{remark.place}" for remark in made.remarks)
    assert "13800000000" not in told
    assert "承诺书" in told


def test_a_combined_document_with_a_heading_for_the_experience(tmp_path: Path) -> None:
    word = (
        form(Word()).text("全国质量标杆典型经验", "构建数字化质量追溯体系的实践", BODY).sections()
    )
    made = word.text("附件：证实性材料", "获奖证书若干。").taken(tmp_path)
    assert made.title == "构建数字化质量追溯体系的实践"
    assert markdown(made).startswith(BODY)
    assert "获奖证书" not in markdown(made)


def test_typed_contents_are_left_out(tmp_path: Path) -> None:
    word = Word().text(
        "目  录", "一、企业概况……1", "二、实施背景 2", "三、实施过程\t3", "四、实施成效........9"
    )
    made = word.text("构建数字化质量追溯体系的实践").sections().taken(tmp_path)
    assert headings(made) == SECTIONS_2022
    assert made.title == "构建数字化质量追溯体系的实践"
    assert said(made, "contents") == ["目录（4 行）没有收入正文。"]


def test_each_guessed_heading_has_its_remark(tmp_path: Path) -> None:
    made = Word().sections().taken(tmp_path)
    guessed = [each for each in made.remarks if each.key == "intake_prose.remark.heading"]
    assert [each.place for each in guessed] == [
        "一、企业概况",
        "二、实施背景",
        "三、实施过程",
        "四、实施成效",
    ]
    assert all(each.kind is RemarkKind.GUESSED for each in guessed)
    assert guessed[0].worded() == "按第 2 级标题（##）处理：企业概况"


@pytest.mark.parametrize(
    "tree",
    [
        {},
        {"blocks": None},
        {"blocks": [{"t": "Para", "c": 5}]},
        {"blocks": [{"t": "Table", "c": []}]},
        {"blocks": [{"t": "Header", "c": ["x"]}]},
        {"blocks": ["x"]},
        {"blocks": [], "meta": []},
    ],
)
def test_what_is_no_tree_is_refused(tree: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(RefusedDocumentError):
        make_text(tree, tmp_path, EDITION, "x")


def test_a_tree_that_is_too_deep_is_refused(tmp_path: Path) -> None:
    blocks = json.loads("[" * 300 + "]" * 300)
    with pytest.raises(RefusedDocumentError) as caught:
        make_text({"blocks": blocks}, tmp_path, EDITION, "x")
    assert "套叠" in caught.value.remark.worded()


def test_an_empty_document_becomes_an_empty_text(tmp_path: Path) -> None:
    made = make_text(
        {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": []}, tmp_path, EDITION, "x"
    )
    assert made.tree["blocks"] == []
    assert "no_title" in keys(made)
