"""The verbs on a library of their own: what they write, what they say, how they leave."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import cli
from generator.errors import BiaoganError
from tests.site.tools import copy_toy


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = copy_toy(tmp_path / "library")
    monkeypatch.chdir(root)
    return root


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="biaogan")


def a_case(project: Path) -> Path:
    return min(project.glob("cases/*/*-0*.md"))


def break_case(project: Path) -> Path:
    path = a_case(project)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("---\n", "---\nenterprize: x\n", 1), encoding="utf-8")
    return path


def test_check_reports_and_exits_1(project: Path) -> None:
    path = break_case(project)
    result = invoke("check")
    assert result.exit_code == 1
    shown = path.relative_to(project).as_posix()
    assert f"{shown}:2:1: 错误 key-unknown" in result.output
    assert "→ " in result.output


def test_check_of_other_files_only_is_clean(project: Path) -> None:
    break_case(project)
    assert invoke("check", "notices").exit_code == 0


def test_check_as_json_is_json(project: Path) -> None:
    break_case(project)
    document = json.loads(invoke("check", "--format", "json").output)
    codes = [finding["code"] for finding in document["findings"]]
    assert "key-unknown" in codes
    assert document["errors"] == len(codes)


def test_build_refuses_on_errors_and_writes_nothing(project: Path) -> None:
    break_case(project)
    result = invoke("build", "-d", "out")
    assert result.exit_code == 1
    assert "key-unknown" in result.output
    assert "--allow-errors" in result.output
    assert not (project / "out").exists()


def test_build_leaves_broken_pages_out_when_allowed(project: Path) -> None:
    path = break_case(project)
    result = invoke("build", "-d", "out", "--allow-errors")
    assert result.exit_code == 0, result.output
    assert f"未生成（有错误）：{path.relative_to(project)}" in result.output
    assert not (project / "out" / "cases" / path.stem).exists()
    assert (project / "out" / "index.html").is_file()


def test_new_case_takes_the_next_number_and_has_the_sections(project: Path) -> None:
    edition = a_case(project).parent.name
    result = invoke("new", "case", "-e", edition, "--enterprise", "示例新企业有限公司")
    assert result.exit_code == 0, result.output
    made = [
        p for p in project.glob(f"cases/{edition}/*.md") if "示例新企业" in p.read_text("utf-8")
    ]
    assert len(made) == 1
    text = made[0].read_text(encoding="utf-8")
    assert "status: 草稿" in text
    assert "## 一、" in text
    assert invoke("check").exit_code == 0


def test_new_case_passes_over_a_number_whose_file_cannot_be_read(project: Path) -> None:
    folder = a_case(project).parent
    (folder / f"{folder.name}-077.md").write_text("no front matter", encoding="utf-8")
    result = invoke("new", "case", "-e", folder.name, "--enterprise", "示例新企业有限公司")
    assert result.exit_code == 0, result.output
    assert (folder / f"{folder.name}-078.md").is_file()


def test_new_case_needs_an_enterprise(project: Path) -> None:
    result = invoke("new", "case", "-e", a_case(project).parent.name, "--enterprise", " ")
    assert isinstance(result.exception, BiaoganError)
    assert "企业全称" in str(result.exception)


def test_new_case_in_an_unknown_edition_names_the_known_ones(project: Path) -> None:
    result = invoke("new", "case", "-e", "1999", "--enterprise", "示例有限公司")
    assert isinstance(result.exception, BiaoganError)
    assert a_case(project).parent.name in str(result.exception)


def test_new_notice_never_overwrites(project: Path) -> None:
    arguments = (
        "new",
        "notice",
        "-k",
        "通知",
        "-d",
        "2024-05",
        "-s",
        "call",
        "--title",
        "某某通知",
    )
    assert invoke(*arguments).exit_code == 0
    path = project / "notices" / "2024-05-call.md"
    path.write_text("mine", encoding="utf-8")
    assert isinstance(invoke(*arguments).exception, BiaoganError)
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("kind", "date", "slug"),
    [
        ("通告", "2024", "x"),
        ("通知", "2024-13-06", "a"),
        ("通知", "2024-02-30", "a"),
        ("通知", "24", "x"),
        ("通知", "2024", "Ä b"),
    ],
)
def test_new_notice_explains_what_cannot_be(project: Path, kind: str, date: str, slug: str) -> None:
    result = invoke("new", "notice", "-k", kind, "-d", date, "-s", slug, "--title", "某某通知")
    assert isinstance(result.exception, BiaoganError)
    assert not list(project.glob("notices/*某*"))


def test_import_list_makes_entries_and_a_second_run_changes_nothing(project: Path) -> None:
    edition = a_case(project).parent.name
    table = project / "list.csv"
    table.write_text(
        "企业名称,经验名称,出处\n示例甲有限公司,,https://example.org/list\n,无名,https://example.org/\n",
        encoding="utf-8",
    )
    before = {path: path.read_bytes() for path in project.glob("cases/**/*.md")}
    first = invoke("import-list", "list.csv", "-e", edition)
    assert first.exit_code == 1  # a row was refused
    assert "第3行" in first.output
    after = {path: path.read_bytes() for path in project.glob("cases/**/*.md")}
    assert len(after) == len(before) + 1
    invoke("import-list", "list.csv", "-e", edition)
    assert {path: path.read_bytes() for path in project.glob("cases/**/*.md")} == after
