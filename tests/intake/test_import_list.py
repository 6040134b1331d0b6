"""The import as a whole, on the list of real entries and the library of this project."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.config import Config
from generator.errors import BiaoganError
from generator.intake.import_list import ImportOptions, apply_plan, run_import
from generator.intake.import_plan import ImportPlan, PlannedFile, plan_import
from generator.intake.list_table import read_list
from generator.intake.report import ImportReport
from generator.library.body import EMPTY_BODY, Body
from generator.library.ids import EditionId
from generator.library.lifecycle import Status
from generator.reading.library import read_library

ROOT = Path(__file__).parents[2]
LIST = Path(__file__).parent / "data" / "real-entries.csv"


def no_body(path: str, markdown: str, first_line: int) -> Body:
    """Stand in for the renderer: list entries have no body."""
    del path, markdown, first_line
    return EMPTY_BODY


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """Give a project with this project's editions and vocabularies, and no case."""
    for source in ROOT.glob("cases/*/*.yml"):
        target = tmp_path / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    return Config(
        root=tmp_path,
        cases_path=tmp_path / "cases",
        notices_path=tmp_path / "notices",
        redirects_path=tmp_path / "cases" / "redirects.yml",
        documents_path=tmp_path / "docs",
        today=date(2026, 11, 21),
        processes=1,
    )


def imported(config: Config, *, dry_run: bool = False) -> ImportReport:
    library = read_library(config, no_body).library
    return run_import(LIST, config, library, ImportOptions(dry_run=dry_run))


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_the_list_of_real_entries_gives_nineteen_files(config: Config) -> None:
    report = imported(config)
    assert len(report.created) == 19
    assert {problem.row for problem in report.refusals} == {*range(7, 16), 21, 22}
    written = config.cases_path / "2012-shanghai" / "2012-shanghai-003.md"
    assert written.read_text(encoding="utf-8") == (
        "---\n"
        "year: 2012\n"
        "enterprise: 上海宇航系统工程研究所\n"
        "level: 省级\n"
        "region: 上海\n"
        "status: 已公布\n"
        "sources:\n"
        "  - title: bbs.bztdxxl.com 网页\n"
        "    url: https://bbs.bztdxxl.com/archiver/tid-243261.html\n"
        "$schema: ../../docs/schema/case.schema.json\n"
        "---\n"
    )


def test_what_the_list_gives_is_read_without_a_fault(config: Config) -> None:
    names = {f"cases/{name}" for name in imported(config).created}
    reading = read_library(config, no_body)
    assert not names & reading.broken
    assert {case.path for case in reading.library.cases.values()} == names


def test_every_entry_of_the_list_stands_in_this_library(config: Config) -> None:
    here = replace(config, root=ROOT, cases_path=ROOT / "cases")
    report = imported(here, dry_run=True)
    assert report.created == ()
    assert len(report.unchanged) + len(report.kept) == 19


def test_running_twice_changes_nothing(config: Config) -> None:
    first = imported(config)
    before = snapshot(config.root)
    second = imported(config)
    assert second.created == second.kept == ()
    assert second.unchanged == first.created
    assert second.refusals == first.refusals
    assert snapshot(config.root) == before


def test_a_file_that_an_editor_worked_on_is_kept(config: Config) -> None:
    name = imported(config).created[0]
    path = config.cases_path / name
    edited = path.read_text(encoding="utf-8").replace("status:", "size: 大型\nstatus:")
    path.write_text(edited, encoding="utf-8")
    report = imported(config)
    assert report.kept == (name,)
    assert path.read_text(encoding="utf-8") == edited


def test_a_dry_run_writes_nothing(config: Config) -> None:
    before = snapshot(config.root)
    report = imported(config, dry_run=True)
    assert len(report.created) == 19
    assert snapshot(config.root) == before
    assert "试运行" in report.lines()[0]


def test_the_report_says_everything_in_order(config: Config) -> None:
    lines = imported(config).lines()
    assert lines[0] == "新建 19 个案例文件："
    assert "不收入 11 行：" in lines
    assert "  第7行第1列：没有年度，不收入。请查明公布年度后填写，不要猜。" in lines
    assert any("平高集团1家企业" in line for line in lines)


def test_a_list_that_cannot_be_read_is_one_line(config: Config) -> None:
    library = read_library(config, no_body).library
    report = run_import(config.root / "absent.xlsx", config, library, ImportOptions())
    assert not report.is_complete
    assert len(report.lines()) == 2
    assert "absent.xlsx" in report.lines()[1]


def test_a_file_that_appeared_meanwhile_is_never_written_over(config: Config) -> None:
    library = read_library(config, no_body).library
    path = config.cases_path / "2012" / "2012-001.md"
    path.write_text("somebody else's", encoding="utf-8")
    plan = plan_import(read_list(LIST), None, library, {})
    report = apply_plan(plan, config.cases_path)
    assert report.kept == ("2012/2012-001.md",)
    assert path.read_text(encoding="utf-8") == "somebody else's"


def test_a_disk_that_refuses_is_said_and_leaves_nothing_behind(config: Config) -> None:
    (config.cases_path / "2030").write_text("a file where the folder should be", encoding="utf-8")
    plan = ImportPlan((PlannedFile("2030/2030-001.md", "text", is_known=False),))
    with pytest.raises(BiaoganError, match=r"2030-001\.md"):
        apply_plan(plan, config.cases_path)
    assert not [path for path in config.root.rglob("*") if path.name.startswith(".2030")]


APPLICANTS = (
    "附件3,,,,,,,,,,,,",
    "质量标杆申报企业统计表,,,,,,,,,,,,",
    "推荐单位（盖章）：北京市经济和信息化局,,,填报人：示例,,,联系电话：13800000000,,,时间：2022年5月,,,",
    "序号,申报企业名称,经验名称,所在市,所属行业,资产总额,营业收入,利税总额,利润总额,申报联系人,职务,联系方式,备注",
    "1,示例液压元件有限公司,实施六西格玛设计的经验,,通用设备制造业,1,2,3,4,示例人,部长,13800000000,",
    "2,示例轴承有限公司,构建质量追溯体系的实践,,通用设备制造业,1,2,3,4,示例人,部长,13800000000,2019年公布",
    "注：曾获省级质量标杆的，请在备注中写明公布年度。,,,,,,,,,,,,",
    "3,示例不该读的有限公司,,,,,,,,,,,",
)
"""附件3 of the 2021 pack, filled in with nobody."""


def applied(config: Config, source: str = "") -> ImportReport:
    path = config.root / "applicants.csv"
    path.write_bytes("\n".join(APPLICANTS).encode("gb18030"))
    library = read_library(config, no_body).library
    options = ImportOptions(EditionId("2022"), source, status=Status.DRAFT)
    return run_import(path, config, library, options)


def test_the_table_of_applicants_gives_drafts(config: Config) -> None:
    report = applied(config, "质量标杆申报企业统计表")
    assert report.created == ("2022/2022-001.md", "2022/2022-002.md")
    assert report.private == ("申报联系人", "职务", "联系方式")
    written = (config.cases_path / report.created[1]).read_text(encoding="utf-8")
    for line in (
        "enterprise: 示例轴承有限公司",
        "status: 草稿",
        "number: 2",
        "industry: 通用设备制造业",
    ):
        assert line in written
    assert "recommender: 北京市经济和信息化局" in written
    assert "title: 质量标杆申报企业统计表" in written
    everything = written + (config.cases_path / report.created[0]).read_text(encoding="utf-8")
    assert "13800000000" not in everything
    assert "示例人" not in everything


def test_a_list_without_any_source_is_refused(config: Config) -> None:
    report = applied(config)
    assert report.created == ()
    assert {problem.code for problem in report.refusals} == {"source_missing"}


def test_the_report_for_programs(config: Config) -> None:
    told = json.loads(applied(config).as_json())
    assert told["created"] == []
    assert [(one["row"], one["code"]) for one in told["refusals"]] == [
        (5, "source_missing"),
        (6, "source_missing"),
    ]
    assert told["private_columns"] == ["申报联系人", "职务", "联系方式"]
