from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.reading.keys import nested_models
from generator.reading.schema import MODELS, Kind, json_schema, section_of
from generator.strings import table
from tests.reading.toy import context

CASE = """
$schema: ../../docs/schema/case.schema.json
year: 2022
field: [智能化与数字化, 可靠性提升]
method: 精益管理
recommender: 河南省工信厅
title:
enterprise: 示例机械有限公司
level: 国家级
region: 河南
industry: 34
size: 大型
status: 已撤销
approved_on: 2022-10-20
revocation: {revoked_on: 2023-01-05, ground: 发生重大责任事故, notice: 2023-revocation}
videos:
  - title: 介绍
    provider: 本站文件
    file: 2022-001/a.mp4
    minutes: 30
    parts: [{title: 形象, minutes: 2}, {title: 经验, minutes: 28}]
indicators:
  - {name: 合格率, unit: "%", values: {"2019": 96.1, "2020": 97}, direction: 越大越好, rank: 1}
honours: 省质量奖
sources: [{title: 公告, url: "https://example.org/"}]
demonstration: true
"""

NOTICE = """
kind: 公示
title: 关于公示的通知
issued_on: 2022-06-14
deadlines: [{label: 报送, at: 2022-07-15 17:00}, {label: 公布, at: 2022-08-01}]
publicity: {starts_on: 2022-09-01, working_days: 10}
session: {starts_on: 2022-09-01, place: 武汉, programme: [{title: 开幕}]}
"""

EDITION = """
year: 2022
title: 2022 年遴选
title_rule: {max_characters: 30, enterprise: 不写企业名称, starts_with: [实施]}
focus_areas: [{number: 1, area: digitalization, label: 数字化}]
recommenders: [{number: 1, id: henan-miit, printed: 河南省工信厅}]
video: {total_minutes: 30, parts: [{title: 形象, minutes: 2}]}
announced: {total: 58, unit: 项, groups: [{label: 工业企业, count: 30}]}
"""

GOOD: dict[Kind, str] = {"case": CASE, "notice": NOTICE, "edition": EDITION}


class Loader(yaml.SafeLoader):
    """Reads as editors' tools do: YAML 1.2 knows no dates."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if not tag.endswith(":timestamp")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def validator(kind: Kind) -> Draft202012Validator:
    ctx = context()
    schema = json_schema(kind, ctx.vocabularies, ctx.editions)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults_of(kind: Kind, text: str) -> list[str]:
    data = yaml.load(text, Loader=Loader)
    return sorted(error.json_path for error in validator(kind).iter_errors(data))


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_file_is_valid(kind: Kind) -> None:
    assert faults_of(kind, GOOD[kind]) == []


@pytest.mark.parametrize(
    ("kind", "line", "path"),
    [
        ("case", "titel: x", "$"),
        ("case", "year: 二〇二二", "$.year"),
        ("case", "field: [数值化]", "$.field"),
        ("case", "method: 精益", "$.method"),
        ("case", "recommender: 工信厅", "$.recommender"),
        ("case", "industry: 99", "$.industry"),
        ("case", "status: 完成", "$.status"),
        ("case", "publicity_on: 2022年", "$.publicity_on"),
        ("case", "videos: [{title: x}]", "$.videos[0]"),
        ("case", "videos: [{title: x, provider: 土豆}]", "$.videos[0].provider"),
        ("case", "indicators: [{name: x, values: {a: 1}}]", "$.indicators[0].values"),
        ("notice", "kind: 通报", "$.kind"),
        ("notice", "deadlines: [{label: x, at: 七月}]", "$.deadlines[0].at"),
        ("edition", "id: '2022'", "$"),
        ("edition", "title_rule: {enterprise: 随意}", "$.title_rule"),
        ("edition", "focus_areas: [{number: 1, area: x, label: y}]", "$.focus_areas[0].area"),
    ],
)
def test_what_the_check_refuses_the_schema_marks(kind: Kind, line: str, path: str) -> None:
    key = line.partition(":")[0]
    others = [text for text in GOOD[kind].splitlines() if not text.startswith((f"{key}:", " "))]
    kept = [text for text in others if text.rstrip(":") not in ("videos", "indicators")]
    assert faults_of(kind, "\n".join([*kept, line])) == [path]


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_is_described_in_chinese(kind: Kind) -> None:
    schema = json_schema(kind, context().vocabularies)
    objects = [schema, *schema.get("$defs", {}).values()]
    for node in objects:
        assert node["additionalProperties"] is False
        for key, value in node["properties"].items():
            assert any("\u4e00" <= c <= "\u9fff" for c in value["description"]), key


def test_names_are_offered_once_and_in_the_order_of_the_files() -> None:
    ctx = context()
    schema = json_schema("case", ctx.vocabularies, ctx.editions)
    assert _names(schema, "field") == ["数字化", "可靠性提升", "智能化与数字化", "两化融合"]
    assert _names(schema, "industry") == ["煤炭开采和洗选业", "通用设备制造业", "06", "34", 34]
    assert _names(schema, "status") == ["草稿", "公示中", "已公布", "已撤销"]
    assert schema == json_schema("case", ctx.vocabularies, ctx.editions)


def _names(schema: dict[str, Any], key: str) -> object:
    return next(option["enum"] for option in schema["properties"][key]["anyOf"] if "enum" in option)


def test_every_description_has_a_key() -> None:
    described = set(table("schema")) - {"kinds"}
    records = list(MODELS.values())
    for record in records:
        records += nested_models(record).values()
    sections = {section_of(record) for record in records}
    assert described == sections
