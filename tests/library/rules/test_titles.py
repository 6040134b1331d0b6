"""Titles: length, the enterprise's name, the formula."""

from typing import Any

import pytest

from generator.library.edition import Edition
from generator.library.rules.titles import check_title, short_form
from tests.library.rules.samples import case, edition, lines

RULE_2022 = {
    "max_characters": 30,
    "enterprise": "forbidden",
    "starts_with": ["实施", "构建", "基于"],
    "ends_with": ["经验", "实践", "模式"],
}
RULE_2020 = {"max_characters": 40, "enterprise": "required", "ends_with": ["经验"]}
IN_2022 = edition("2022", title_rule=RULE_2022)
IN_2020 = edition("2020", title_rule=RULE_2020)


def found(title: str, of: Edition, **values: Any) -> list[str]:
    return lines(check_title(case(f"{of.id}-001", title=title, **values), of))


@pytest.mark.parametrize(
    "title",
    [
        "实施六西格玛设计的经验",
        "基于TPQMS系统实施全流程质量管控的经验",
        "构建" + "数" * 26 + "模式",
        "构建 数 据 驱动 的 质量 管控 体系 与 全员 参与 的 质量 改进 文化 模式",
        "《实施六西格玛设计的经验》",
        "",
    ],
)
def test_good_titles_of_2022(title: str) -> None:
    assert found(title, IN_2022) == []


@pytest.mark.parametrize(
    ("title", "fault"),
    [
        ("构建" + "数" * 27 + "模式", "title-too-long title"),
        ("示例机械实施精益管理的经验", "title-enterprise-present title"),
        ("实施示例机械有限公司精益管理的经验", "title-enterprise-present title"),
        ("六西格玛设计的经验", "title-pattern title beginning"),
        ("实施六西格玛设计", "title-pattern title end"),
        ("实施六西格玛设计的经验介绍", "title-pattern title end"),
    ],
)
def test_bad_titles_of_2022(title: str, fault: str) -> None:
    assert found(title, IN_2022) == [fault]


def test_a_title_may_break_every_rule_at_once() -> None:
    title = "关于示例机械有限公司" + "全" * 30
    assert found(title, IN_2022) == [
        "title-too-long title",
        "title-enterprise-present title",
        "title-pattern title beginning",
        "title-pattern title end",
    ]


@pytest.mark.parametrize(
    "title", ["示例机械有限公司实施精益管理的经验", "示例机械精益管理的实践经验", "老示械的经验"]
)
def test_good_titles_of_2020(title: str) -> None:
    assert found(title, IN_2020, enterprise_aliases=["老示械"]) == []


def test_2020_wants_the_enterprise() -> None:
    assert found("实施精益管理的经验", IN_2020) == ["title-enterprise-missing title"]


def test_latin_alias_counts_as_a_word_only() -> None:
    named = {"enterprise": "示例有限公司", "enterprise_aliases": ["TPQ"]}
    assert found("基于TPQMS系统的经验", IN_2022, **named) == []
    assert found("基于TPQ系统的经验", IN_2022, **named) == ["title-enterprise-present title"]


def test_beginning_is_looked_for_behind_the_name() -> None:
    rule = {"enterprise": "required", "starts_with": ["实施"]}
    of = edition("2020", title_rule=rule)
    assert found("示例机械实施精益管理", of) == []
    assert found("示例机械推行精益管理", of) == ["title-pattern title beginning"]


def test_nothing_documented_nothing_checked() -> None:
    assert found("任" * 100, edition("2022")) == []


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("示例机械有限公司", "示例机械"),
        ("示例轴承（集团）有限责任公司", "示例轴承"),
        ("示例轴承(集团)股份有限公司", "示例轴承"),
        ("示例船舶集团有限公司", "示例船舶"),
        ("示例仪表总厂", "示例仪表"),
        ("示例研究院", "示例研究院"),
        ("公司", "公司"),
    ],
)
def test_short_form(name: str, short: str) -> None:
    assert short_form(name) == short
