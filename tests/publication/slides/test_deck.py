from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx.oxml.ns import qn

from generator.publication.manuscripts.slides import VideoManuscript
from tests.publication.slides.samples import (
    ADDRESS,
    INDICATORS,
    TEXT,
    deck,
    manuscript,
    notes,
    overflowing,
    shown,
    titles,
)


@pytest.fixture(scope="module")
def whole() -> Any:
    video = VideoManuscript("经验介绍", "30 分钟", ("00:00 形象展示",), f"{ADDRESS}#video-1", "")
    return deck(replace(manuscript(TEXT, INDICATORS), videos=(video,), honours=("示例奖",)))


def test_slides_in_order(whole: Any) -> None:
    assert titles(whole) == [
        "构建零缺陷质量管理模式的实践",
        "摘要",
        "一、企业概况",
        "（一）先测准",
        "（二）再控制",
        "（二）再控制",
        "（三）后固化",
        "四、实施成效".replace("四", "三"),
        "不良率（PPM）",
        "=HYPERLINK(1)（%）",
        "指标一览",
        "相关荣誉",
        "视频",
        "讨论",
        "出处与引用",
    ]


def test_every_slide_has_title_mark_and_number(whole: Any) -> None:
    for number, slide in enumerate(whole.slides):
        said = shown(slide)
        assert "演示" in said
        if number:
            assert "示例标杆库 · 2022-101" in said
            kinds = [one.get("type") for one in slide.shapes.element.iter(qn("p:ph"))]
            assert "sldNum" in kinds


def test_no_placeholder_is_empty(whole: Any) -> None:
    for slide in whole.slides:
        for placeholder in slide.placeholders:
            assert placeholder.text_frame.text.strip(), (slide.shapes.title.text, placeholder.name)


def test_cover(whole: Any) -> None:
    said = " ".join(shown(whole.slides[0]))
    for words in ("示例阀门有限公司", "2022 年", "演示材料：企业与数据均为虚构", ADDRESS):
        assert words in said


def test_points_are_sentences_of_the_text(whole: Any) -> None:
    step = whole.slides[3]
    assert "第一句说做什么。第二句说怎么做。第三句说结果。" in shown(step)
    assert "第四句" not in " ".join(shown(step))
    fixed = shown(whole.slides[6])
    assert "写入控制计划。" in fixed
    assert not any("C_" in words for words in fixed)


def test_notes_hold_the_whole_text(whole: Any) -> None:
    step = notes(whole.slides[3])
    assert "第四句留在备注里。" in step
    assert "1 脚注说明怎么做。" in step
    assert "0.012" in notes(whole.slides[4])
    assert "不上幻灯片" in notes(whole.slides[6])


def test_list_stands_below_what_announces_it(whole: Any) -> None:
    body = whole.slides[4].placeholders[1].text_frame
    assert [(one.level, one.text) for one in body.paragraphs] == [
        (0, "三条边界："),
        (1, "温度：不超过 80 ℃；"),
        (1, "压力：不超过 32 MPa。"),
    ]
    assert body.paragraphs[1].runs[0].font.bold


def test_table_is_one(whole: Any) -> None:
    table = next(shape for shape in whole.slides[5].shapes if shape.has_table).table
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["量具", "校准前", "校准后"],
        ["千分尺", "0.012", "0.004"],
    ]
    assert table.first_row


def test_pictures_are_described(whole: Any) -> None:
    said = [
        shape.element.find(f".//{qn('p:cNvPr')}").get("descr")
        for slide in whole.slides
        for shape in slide.shapes
        if shape.element.tag == qn("p:pic") or shape.has_chart or shape.has_table
    ]
    assert all(said)
    assert "不良率的变化" in said


def test_charts_say_what_the_indicators_say(whole: Any) -> None:
    slide = whole.slides[8]
    chart = next(shape for shape in slide.shapes if shape.has_chart).chart
    assert list(chart.plots[0].categories) == ["2019", "2020", "2021"]
    assert [(one.name, list(one.values)) for one in chart.plots[0].series] == [
        ("不良率（PPM）", [412, 236, 98]),
        ("行业平均 350", [350, 350, 350]),
        ("行业最佳 90", [90, 90, 90]),
    ]
    assert chart.value_axis.minimum_scale == 0
    words = " ".join(shown(slide))
    for said in ("2019 年 412 → 2021 年 98", "越小越好", "本企业名次 2", "出厂检验"):
        assert said in words


def test_cut_axis_is_said_and_holds_all_values(whole: Any) -> None:
    slide = whole.slides[9]
    axis = next(shape for shape in slide.shapes if shape.has_chart).chart.value_axis
    assert 0 < axis.minimum_scale < 98.1
    assert axis.maximum_scale > 99.6
    assert "纵轴不从 0 起" in " ".join(shown(slide))


def test_workbook_of_a_chart_has_no_formula(whole: Any) -> None:
    chart = next(shape for shape in whole.slides[9].shapes if shape.has_chart).chart
    blob = chart.part.chart_workbook.xlsx_part.blob
    sheet = load_workbook(BytesIO(blob)).active
    assert sheet is not None
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [None, "=HYPERLINK(1)（%）"],
        ["2020", 98.1],
        ["2021", 99.6],
    ]
    assert sheet["B1"].data_type == "s"


def test_overview_has_every_indicator(whole: Any) -> None:
    said = shown(whole.slides[10])
    for words in ("不良率", "PPM", "412", "236", "98", "350", "90", "2", "越小越好"):
        assert words in said


def test_video_is_linked(whole: Any) -> None:
    runs = [
        run
        for paragraph in whole.slides[12].placeholders[1].text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert [run.hyperlink.address for run in runs if run.hyperlink.address] == [
        f"{ADDRESS}#video-1"
    ]
    assert "片长 30 分钟" in [run.text for run in runs]


def test_discussion_is_left_to_the_trainer(whole: Any) -> None:
    slide = whole.slides[13]
    assert sum(shape.element.tag == qn("p:cxnSp") for shape in slide.shapes) == 3
    assert [one.placeholder_format.type.name for one in slide.placeholders][:1] == ["TITLE"]


def test_nothing_overflows(whole: Any) -> None:
    assert overflowing(whole) == []


def test_properties_are_of_the_case(whole: Any) -> None:
    said = whole.core_properties
    assert (said.author, said.created) == ("示例阀门有限公司", datetime(2022, 10, 20))  # noqa: DTZ001 -- as python-pptx gives it
    assert said.language == "zh-CN"
