"""Words of a form as an editor types them, by the vocabularies and editions of this project."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.intake.form.facts import Fact, Form, Measured
from generator.intake.form.front_matter import front_matter
from generator.intake.form.ticks import read_choice
from generator.intake.remarks import Remark, RemarkKind
from generator.library.case import CaseFrontMatter
from generator.library.vocabulary import Vocabularies
from generator.reading.records import make_record
from tests.intake.form.blocks import PRIVATE
from tests.intake.form.layouts import LAYOUTS
from tests.intake.form.samples import DIRECTIONS, national, read, vocabularies

FULL: Mapping[str, str] = {
    "enterprise": "示例公司",
    "recommender": "中国机械工业联合会",
    "title": "实施示例的经验",
    "directions": "过程控制",
    "industry": "通用设备制造业",
    "size": "大型",
}


@pytest.fixture(scope="module")
def words() -> Vocabularies:
    return vocabularies()


def filled(indicators: tuple[Measured, ...] = (), **values: str) -> Form:
    choices = {value: read_choice(value) for value in (*FULL.values(), *values.values())}
    facts = {
        key: (Fact("、".join(choice.ticked) if choice else value, "第1个表", choice=choice),)
        for key, value in {**FULL, **values}.items()
        if value
        for choice in (choices[value],)
    }
    return Form(True, facts, indicators or (Measured("合格率", "", "%", {2021: 1}),))


def made(
    words: Vocabularies, form: Form, edition: str = "2022"
) -> tuple[dict[str, object], list[Remark]]:
    """Give the front matter, and the remarks but for what was taken."""
    front, remarks = front_matter(form, national(edition), words)
    return front, [one for one in remarks if one.kind is not RemarkKind.TAKEN]


def keys(remarks: list[Remark]) -> list[str]:
    return [one.key.rpartition(".")[2] for one in remarks]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_schema_takes_it(tmp_path: Path, words: Vocabularies, layout: str) -> None:
    form = read(LAYOUTS[layout](tmp_path, dict.fromkeys(PRIVATE, "")))
    front, remarks = front_matter(form, national(), words)
    record = make_record(CaseFrontMatter, front, "case.md")
    assert record.faults == ()
    assert record.value is not None
    assert all(one.worded() for one in remarks)


@pytest.mark.parametrize(
    ("written", "fields", "told"),
    [
        ("☑质量管理体系 ☑质量管理方法 □中小企业", ["质量管理体系", "质量管理方法"], []),
        ("质量管理体系升级、可靠性", ["质量管理体系", "可靠性提升"], []),
        ("过程控制\n中小企业", ["过程控制", "中小企业"], []),
        ("☑过程控制 ☑示例方向", ["过程控制"], ["direction_unknown"]),
        ("□过程控制 □可靠性提升", None, ["choice_none"]),
        ("过程控制 √ 可靠性提升", None, ["choice_unclear"]),
        (
            "、".join(DIRECTIONS),
            None,
            ["directions_all"],
        ),
        ("", None, ["missing"]),
    ],
)
def test_directions(
    words: Vocabularies, written: str, fields: list[str] | None, told: list[str]
) -> None:
    front, remarks = made(words, filled(directions=written))
    assert (front.get("field"), keys(remarks)) == (fields, told)


def test_directions_in_the_words_of_the_year(words: Vocabularies) -> None:
    front, _ = made(words, filled(directions="☑质量管理数字化"), "2023")
    labels = [one.label for one in national("2023").focus_areas if one.area == "digitalization"]
    assert front["field"] == labels


@pytest.mark.parametrize(
    ("written", "recommender", "told"),
    [
        ("中国机械工业联合会", "中国机械工业联合会", []),
        ("山西省工业和信息化厅", "山西省经济和信息化厅", ["recommender_printed"]),
        ("河南省工信厅", "河南省工业和信息化厅", ["recommender_printed"]),
        ("中国质量协会（秘书处）", "中国质量协会", ["recommender_printed"]),
        ("示例省示例局", None, ["recommender_unknown"]),
        ("", None, ["missing"]),
    ],
)
def test_recommender(
    words: Vocabularies, written: str, recommender: str | None, told: list[str]
) -> None:
    front, remarks = made(words, filled(recommender=written))
    named = [key for key in keys(remarks) if not key.startswith("region")]
    assert (front.get("recommender"), named) == (recommender, told)


@pytest.mark.parametrize(
    ("recommender", "enterprise", "region", "told"),
    [
        ("山东省工业和信息化厅", "示例公司", "山东", "region_by_recommender"),
        ("青岛市工业和信息化局", "山东示例公司", "青岛", "region_by_recommender"),
        ("山东省工业和信息化厅", "青岛示例公司", "青岛", "region_by_name"),
        ("中国质量协会", "内蒙古自治区示例公司", "内蒙古", "region_by_name"),
        ("山东省工业和信息化厅", "上海示例公司", None, "region_conflict"),
        ("中国质量协会", "示例上海公司", None, None),
    ],
)
def test_region(
    words: Vocabularies, recommender: str, enterprise: str, region: str | None, told: str | None
) -> None:
    front, remarks = made(words, filled(recommender=recommender, enterprise=enterprise))
    assert front.get("region") == region
    assert keys(remarks) == ([told] if told else [])
    guessed = [one.kind for one in remarks]
    assert guessed == ([RemarkKind.GUESSED if region else RemarkKind.LOOK] if told else [])


@pytest.mark.parametrize(
    ("written", "industry", "told"),
    [
        ("通用设备制造业", "通用设备制造业", []),
        ("34", "通用设备制造业", []),
        ("C34", "通用设备制造业", []),
        ("C3451滚动轴承制造", "通用设备制造业", []),
        ("C34 通用设备制造业", "通用设备制造业", []),
        ("制造业-通用设备制造业", "通用设备制造业", []),
        ("制造业/C34", None, ["industry_unknown"]),
        ("计算机、通信和其他电子设备制造业", "计算机、通信和其他电子设备制造业", []),
        ("☑通用设备制造业 □汽车制造业", "通用设备制造业", []),
        ("☑通用设备制造业 ☑汽车制造业", None, ["choice_many"]),
        ("C36通用设备制造业", None, ["industry_conflict"]),
        ("制造业", None, ["industry_section"]),
        ("轴承", None, ["industry_unknown"]),
    ],
)
def test_industry(words: Vocabularies, written: str, industry: str | None, told: list[str]) -> None:
    front, remarks = made(words, filled(industry=written))
    assert (front.get("industry"), keys(remarks)) == (industry, told)


@pytest.mark.parametrize(
    ("written", "size", "told"),
    [
        ("大型企业", "大型", []),
        ("□大型 ☑中型企业", "中型", []),
        ("☑大型 ☑中型", None, ["choice_many"]),
        ("□大型 □中型", None, ["choice_none"]),
        ("大型（2000人）", "大型", []),
        ("中小型", None, ["size_unknown"]),
    ],
)
def test_size(words: Vocabularies, written: str, size: str | None, told: list[str]) -> None:
    front, remarks = made(words, filled(size=written))
    assert (front.get("size"), keys(remarks)) == (size, told)


@pytest.mark.parametrize("written", ["××公司", "3家企业", "某公司"])
def test_what_is_no_firm(words: Vocabularies, written: str) -> None:
    front, remarks = made(words, filled(enterprise=written))
    assert "enterprise" not in front
    assert keys(remarks) == ["enterprise_unclear"]


def test_the_kind_of_firm_is_told(words: Vocabularies) -> None:
    front, remarks = made(words, filled(kind="民营企业"))
    assert "民营企业" not in repr(front)
    assert [(one.kind, one.values["value"]) for one in remarks] == [(RemarkKind.LOST, "民营企业")]


def test_an_indicator_given_twice(words: Vocabularies) -> None:
    table = Measured("主营业务收入", "第3个表", "万元", {2019: 1, 2020: 2}, average=1)
    same = Measured("主营业务收入", "第1个表", "万元", {2019: 1, 2020: 2}, is_series=True)
    other = Measured("主营业务收入", "第1个表", "万元", {2019: 1, 2020: 3}, is_series=True)
    front, remarks = made(words, filled((same, table)))
    assert front["indicators"] == [
        {
            "name": "主营业务收入",
            "unit": "万元",
            "values": {2019: 1, 2020: 2},
            "industry_average": 1,
            "direction": "越大越好",
        }
    ]
    assert remarks == []
    front, remarks = made(words, filled((other, table)))
    assert [one["values"] for one in indicators(front)] == [{2019: 1, 2020: 2}]
    assert keys(remarks) == ["indicator_conflict"]


def indicators(front: Mapping[str, object]) -> list[dict[str, object]]:
    found = front["indicators"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(
    ("name", "direction", "is_guessed"),
    [
        ("质量损失率", "越小越好", False),
        ("产品返修率", "越小越好", False),
        ("万元总产值综合能耗", "越小越好", False),
        ("全员劳动生产率", "越大越好", False),
        ("轮毂轴承国内市场占有率", "越大越好", False),
        ("一次交验合格率", "越大越好", False),
        ("产品不合格率", "越小越好", True),
        ("焊接不良率", "越小越好", True),
        ("平均故障间隔时间", "越大越好", True),
        ("研发人数", "越大越好", True),
    ],
)
def test_which_way_is_better(
    words: Vocabularies, name: str, direction: str, is_guessed: bool
) -> None:
    front, remarks = made(words, filled((Measured(name, "", "%", {2021: 0}),)))
    assert indicators(front)[0]["direction"] == direction
    assert indicators(front)[0]["values"] == {2021: 0}
    assert ("direction_guessed" in keys(remarks)) == is_guessed


def test_nothing_known(words: Vocabularies) -> None:
    front, remarks = front_matter(filled(), national(), {})
    assert front["enterprise"] == "示例公司"
    assert "recommender" not in front
    assert any(one.key.endswith("recommender_unknown") for one in remarks)
    assert words
