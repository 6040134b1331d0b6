"""Which rows become which files, and why the others do not."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.intake.import_plan import ImportPlan, plan_import
from generator.intake.list_table import read_list
from generator.library.ids import EditionId
from tests.catalogue import samples
from tests.intake.samples import editions, empty_library, words, write_csv

HEADER = "年度,级别,地区,所在市,企业名称,经验名称,推荐单位,重点领域,所属行业,规模,序号,备注,出处"
URL = "https://example.org/list"


def line(**cells: str) -> str:
    keys = ["year", "level", "region", "city", "enterprise", "title", "recommender", "field"]
    keys += ["industry", "size", "number", "remark", "source"]
    usual = {"year": "2022", "level": "全国", "enterprise": "示例甲有限公司", "source": URL}
    return ",".join((usual | cells).get(key, "") for key in keys)


def planned(tmp_path: Path, *lines: str, edition: str | None = None) -> ImportPlan:
    table = read_list(write_csv(tmp_path / "l.csv", HEADER, *lines))
    return plan_import(table, EditionId(edition) if edition else None, empty_library(), {})


def front_matter(plan: ImportPlan) -> dict[str, Any]:
    (file,) = plan.files
    loaded = yaml.safe_load(file.text.split("---\n")[1])
    assert isinstance(loaded, dict)
    return loaded


def test_a_row_becomes_a_file_in_the_order_of_the_keys(tmp_path: Path) -> None:
    plan = planned(
        tmp_path,
        line(
            title="实施方法的经验", region="山东省", recommender="Example Recommender",
            field="质量管理数字化、中小企业", industry="34", size="大型", number="3",
        ),
    )  # fmt: skip
    assert plan.files[0].path == "2022/2022-001.md"
    assert plan.refusals == plan.remarks == ()
    assert plan.files[0].text == (
        "---\n"
        "year: 2022\n"
        "field:\n"
        "  - 数字化升级\n"
        "  - 中小企业\n"
        "recommender: 示例推荐单位（2022）\n"
        "title: 实施方法的经验\n"
        "enterprise: 示例甲有限公司\n"
        "level: 国家级\n"
        "region: 山东\n"
        "industry: 通用设备制造业\n"
        "size: 大型\n"
        "number: 3\n"
        "status: 已公布\n"
        "sources:\n"
        "  - title: example.org 网页\n"
        "    url: https://example.org/list\n"
        "    note: 原名单“推荐单位”一栏写作“Example Recommender”。\n"
        "$schema: ../../docs/schema/case.schema.json\n"
        "---\n"
    )


@pytest.mark.parametrize(
    ("cells", "codes", "column"),
    [
        ({"year": ""}, ["year_missing"], 1),
        ({"year": "22年"}, ["year_invalid"], 1),
        ({"year": "1822"}, ["year_invalid"], 1),
        ({"year": "2011"}, ["edition_missing"], 0),
        ({"level": ""}, ["level_missing"], 2),
        ({"level": "世界级"}, ["level_unknown"], 2),
        ({"level": "省级", "year": "2021"}, ["region_missing"], 3),
        ({"level": "市级", "year": "2021", "region": "山东"}, ["level_other"], 2),
        ({"enterprise": ""}, ["enterprise_missing"], 5),
        ({"enterprise": "示例集团1家企业"}, ["enterprise_unclear"], 5),
        ({"enterprise": "示例集团等三家企业"}, ["enterprise_unclear"], 5),
        ({"enterprise": "某企业"}, ["enterprise_unclear"], 5),
        ({"enterprise": "××公司"}, ["enterprise_unclear"], 5),
        ({"enterprise": "123"}, ["enterprise_unclear"], 5),
        ({"source": ""}, ["source_missing"], 13),
        ({"source": "javascript:alert(1)"}, ["source_unsafe"], 13),
        ({"source": "https://"}, ["source_unsafe"], 13),
        ({"source": "http://[bad"}, ["source_unsafe"], 13),
        ({"year": "", "source": ""}, ["year_missing", "source_missing"], 1),
    ],
)
def test_a_row_is_refused_with_its_place(
    tmp_path: Path, cells: dict[str, str], codes: list[str], column: int
) -> None:
    plan = planned(tmp_path, line(**cells))
    assert plan.files == ()
    assert [problem.code for problem in plan.refusals] == codes
    assert (plan.refusals[0].row, plan.refusals[0].column) == (2, column)
    assert all(problem.worded().startswith("第2行") for problem in plan.refusals)


@pytest.mark.parametrize(
    "name", ["四家子示例有限公司", "示例百家好食品有限公司", "示例百家", "3M示例有限公司"]
)
def test_numbers_in_a_true_name_do_not_refuse_it(tmp_path: Path, name: str) -> None:
    assert len(planned(tmp_path, line(enterprise=name)).files) == 1


def test_level_and_region_choose_the_edition(tmp_path: Path) -> None:
    plan = planned(
        tmp_path,
        line(),
        line(year="2021年度", level="省级", region="山东"),
        line(year="2021", level="省", region="山东", city="青岛市", title="B"),
        line(year="2021", level="省级", city="青岛", title="C"),
    )
    assert [file.path for file in plan.files] == [
        "2022/2022-001.md",
        "2021-shandong/2021-shandong-001.md",
        "2021-shandong/2021-shandong-002.md",
        "2021-shandong/2021-shandong-003.md",
    ]
    assert "region: 青岛\n" in plan.files[2].text
    assert "city:" not in plan.files[2].text


def test_the_named_edition_gives_year_and_level_and_is_not_contradicted(tmp_path: Path) -> None:
    plan = planned(
        tmp_path,
        line(year="", level="", title="A"),
        line(year="2022", level="", title="B"),
        line(year="2021", level="全国", title="C"),
        line(year="2021", level="省级", region="湖北", title="D"),
        edition="2021-shandong",
    )
    assert [file.path for file in plan.files] == ["2021-shandong/2021-shandong-001.md"]
    assert "year: 2021\n" in plan.files[0].text
    assert "level: 省级\n" in plan.files[0].text
    assert [(problem.row, problem.code) for problem in plan.refusals] == [
        (3, "year_other"),
        (4, "level_other"),
        (5, "region_other"),
    ]


def test_an_unknown_named_edition_refuses_the_list(tmp_path: Path) -> None:
    plan = planned(tmp_path, line(), edition="2030")
    assert plan.files == ()
    assert [problem.code for problem in plan.refusals] == ["edition_missing"]


def test_unknown_values_are_left_out_said_and_kept_in_the_note(tmp_path: Path) -> None:
    plan = planned(
        tmp_path,
        line(
            region="火星", field="机械行业；中小企业；外星领域", recommender="无名协会",
            industry="炼金", size="巨型", number="甲", remark="2021年省级标杆。",
        ),
    )  # fmt: skip
    front = front_matter(plan)
    assert front["field"] == ["中小企业"]
    assert not {"region", "recommender", "industry", "size", "number"} & front.keys()
    assert [problem.code for problem in plan.remarks] == [
        "field_industry",
        "field_unknown",
        "recommender_unknown",
        "region_unknown",
        "industry_unknown",
        "size_unknown",
        "number_unknown",
    ]
    note = front["sources"][0]["note"]
    for value in ("机械行业", "外星领域", "无名协会", "火星", "炼金", "巨型"):
        assert f"“{value}”" in note
    assert note.endswith("原名单备注：2021年省级标杆。")


def test_numbers_and_addresses_in_a_remark_are_not_taken_over(tmp_path: Path) -> None:
    plan = planned(tmp_path, line(remark="电话 0000-0000000"), line(title="B", remark="a@b"))
    assert [problem.code for problem in plan.remarks] == ["remark_private"] * 2
    assert all("note" not in file.text for file in plan.files)


def test_a_document_may_be_the_source(tmp_path: Path) -> None:
    front = front_matter(planned(tmp_path, line(source="示例省公告附件")))
    assert front["sources"] == [{"title": "示例省公告附件"}]


def test_text_that_looks_like_a_formula_or_yaml_stays_text(tmp_path: Path) -> None:
    for title in ("=1+1", "+x", "-x", "@x", "yes", "{a: b}", "# x", "2022", "a: b"):
        assert front_matter(planned(tmp_path, line(title=title)))["title"] == title


def test_the_same_entry_twice_in_a_list_is_refused_the_second_time(tmp_path: Path) -> None:
    plan = planned(tmp_path, line(), line(enterprise="示例甲 有限公司"))
    assert len(plan.files) == 1
    assert [(problem.row, problem.code) for problem in plan.refusals] == [(3, "duplicate")]
    assert "第2行" in plan.refusals[0].worded()


def test_numbers_go_on_above_everything_that_ever_had_one(tmp_path: Path) -> None:
    held = samples.case("2022-004", enterprise="示例丙有限公司")
    fictional = samples.case("2022-d09", enterprise="示例甲有限公司", demonstration=True)
    older = samples.case("2022-002", enterprise="示例丁有限公司")
    library = samples.library([held, older, fictional], editions=editions(), words=words())
    table = read_list(write_csv(tmp_path / "l.csv", HEADER, line()))
    for redirects, number in (({}, "005"), ({"cases/2022-011/": "cases/2022-004/"}, "012")):
        moved = type(library)(
            library.cases, library.notices, library.editions, library.vocabularies, redirects
        )
        plan = plan_import(table, None, moved, {"2022": ["2022-002", "2022-004", "2022-d10"]})
        assert [file.path for file in plan.files] == [f"2022/2022-{number}.md"]


def test_nothing_is_added_beside_a_case_that_cannot_be_read(tmp_path: Path) -> None:
    table = read_list(write_csv(tmp_path / "l.csv", HEADER, line()))
    plan = plan_import(table, None, empty_library(), {"2022": ["2022-001"]})
    assert [problem.code for problem in plan.refusals] == ["edition_broken"]


def test_an_entry_that_is_held_is_known_again(tmp_path: Path) -> None:
    held = samples.case("2022-007", enterprise="示例甲有限公司", title="实施方法的经验")
    library = samples.library([held], editions=editions(), words=words())
    lines = (line(title="实施方法 的经验"), line(title="另一经验"))
    plan = plan_import(read_list(write_csv(tmp_path / "l.csv", HEADER, *lines)), None, library, {})
    assert [(file.path, file.is_known) for file in plan.files] == [
        ("2022/2022-007.md", True),
        ("2022/2022-008.md", False),
    ]
