"""`biaogan intake` as an editor types it: what is written, what is said, how it leaves."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import cli
from generator.errors import BiaoganError
from tests.intake.corpus.archives import rar5, zip_gbk
from tests.intake.corpus.catalog import case_data, parcel
from tests.intake.corpus.recipes import recipes
from tests.site.tools import copy_project

REPORT = "取用报告.txt"


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give what two enterprises sent, one as RAR and one as ZIP, and a damaged file."""
    folder = tmp_path_factory.mktemp("sent") / "收件"
    folder.mkdir()
    for number, (pack, ending) in enumerate(((rar5, "rar"), (zip_gbk, "zip"))):
        enterprise, files, _ = parcel(number)
        (folder / f"{enterprise}.{ending}").write_bytes(pack(files))
    (folder / "坏了的材料.docx").write_bytes(b"PK\x03\x04 nothing follows")
    return folder


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = copy_project(tmp_path / "library")
    monkeypatch.chdir(root)
    return root


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["intake", *arguments], prog_name="biaogan")


def files(project: Path) -> dict[str, bytes]:
    found = (path for path in (project / "cases").rglob("*") if path.is_file())
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in found}


def packages(inbox: Path) -> list[str]:
    return sorted(str(path) for path in inbox.iterdir() if path.suffix in (".rar", ".zip"))


def test_one_bad_apple_does_not_stop_the_others(project: Path, inbox: Path) -> None:
    before = files(project)
    result = invoke(str(inbox))
    assert result.exit_code == 1
    made = sorted(files(project).keys() - before.keys())
    drafts = [path for path in made if path.endswith(".md")]
    assert drafts == ["cases/2022/2022-d06.md", "cases/2022/2022-d07.md"]
    assert {key: value for key, value in files(project).items() if key in before} == before
    lines = [line for line in result.output.splitlines() if "坏了的材料" in line]
    assert len(lines) == 1
    assert lines[0].startswith("没有取用：收件/坏了的材料.docx：")
    assert "Traceback" not in result.output
    assert result.output.splitlines()[-1] == "共计：新成草稿 2 个、没有取用 1 个。"


def test_a_draft_has_its_pictures_and_its_report(project: Path, inbox: Path) -> None:
    result = invoke(packages(inbox)[0])
    assert result.exit_code == 0, result.output
    folder = project / "cases" / "2022" / "2022-d06"
    draft = folder.with_suffix(".md").read_text(encoding="utf-8")
    names = {path.name for path in folder.iterdir()}
    assert {REPORT, "intake.json"} < names
    for name in names - {REPORT, "intake.json"}:
        assert f"](2022-d06/{name})" in draft
    report = (folder / REPORT).read_text(encoding="utf-8-sig")
    assert "cases/2022/2022-d06.md" in report
    assert "检查（biaogan check）说" in report
    assert "intake-" not in draft + report


def test_check_finds_no_error_in_it(project: Path, inbox: Path) -> None:
    invoke(packages(inbox)[0])
    path = project / "cases" / "2022" / "2022-d06.md"
    done = CliRunner().invoke(cli, ["check", "--format", "json", str(path)], prog_name="biaogan")
    assert json.loads(done.output)["errors"] == 0, done.output


def test_the_same_bytes_are_known(project: Path, inbox: Path, tmp_path: Path) -> None:
    first, copy = Path(packages(inbox)[0]), tmp_path / "又送来一次.rar"
    copy.write_bytes(first.read_bytes())
    invoke(str(first))
    before = files(project)
    result = invoke(str(copy))
    assert result.exit_code == 0
    assert "cases/2022/2022-d06.md" in result.output
    assert "--force" in result.output
    assert files(project) == before


def test_the_same_bytes_twice_in_one_run(project: Path, inbox: Path, tmp_path: Path) -> None:
    first, copy = Path(packages(inbox)[0]), tmp_path / "又送来一次.rar"
    copy.write_bytes(first.read_bytes())
    result = invoke(str(first), str(copy))
    assert result.exit_code == 0
    assert "新成草稿 1 个" in result.output
    assert not (project / "cases" / "2022" / "2022-d07.md").exists()


def test_force_makes_it_anew(project: Path, inbox: Path) -> None:
    package = packages(inbox)[0]
    invoke(package)
    draft = project / "cases" / "2022" / "2022-d06.md"
    made = draft.read_bytes()
    draft.write_bytes(made.replace(b"title: ", b"title: X", 1))
    result = invoke(package, "--force")
    assert result.exit_code == 0, result.output
    assert draft.read_bytes() == made


def test_not_even_force_writes_over_what_was_published(project: Path, inbox: Path) -> None:
    package = packages(inbox)[0]
    invoke(package)
    draft = project / "cases" / "2022" / "2022-d06.md"
    text = draft.read_text(encoding="utf-8").replace("status: 草稿", "status: 公示中")
    draft.write_text(text, encoding="utf-8")
    result = invoke(package, "--force")
    assert result.exit_code == 1
    assert "已不是草稿" in result.output
    assert draft.read_text(encoding="utf-8") == text


def test_a_dry_run_writes_nothing(project: Path, inbox: Path) -> None:
    before = files(project)
    result = invoke(*packages(inbox), "--dry-run")
    assert result.exit_code == 0
    assert files(project) == before
    assert "cases/2022/2022-d06.md" in result.output
    assert "cases/2022/2022-d07.md" in result.output
    assert "试运行" in result.output


def test_for_programs(project: Path, inbox: Path) -> None:
    result = invoke(str(inbox), "--json")
    told = json.loads(result.output)
    outcomes = {one["name"]: one["outcome"] for one in told["submissions"]}
    assert sorted(outcomes.values()) == ["created", "created", "refused"]
    assert outcomes["收件/坏了的材料.docx"] == "refused"
    kinds = {remark["kind"] for one in told["submissions"] for remark in one["remarks"]}
    assert {"taken", "guessed", "look", "refused"} <= kinds
    assert all(remark["message"] for one in told["submissions"] for remark in one["remarks"])
    assert (project / "cases" / "2022" / "2022-d07.md").exists()


def test_a_text_alone_needs_the_edition(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "典型经验.docx"
    path.write_bytes(case_data(recipes()[0]))
    refused = invoke(str(path))
    assert refused.exit_code == 1
    assert "--edition" in refused.output
    taken = invoke(str(path), "-e", "2022")
    assert taken.exit_code == 0, taken.output
    assert "没有找到申报书" in taken.output
    draft = (project / "cases" / "2022" / "2022-002.md").read_text(encoding="utf-8")
    assert "enterprise: 待填写" in draft


def test_a_list_of_applicants_gives_drafts(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_text("申报企业名称,经验名称\n示例轴承有限公司,实施六西格玛设计的经验\n", "gb18030")
    result = invoke(str(path), "-e", "2022")
    assert result.exit_code == 0, result.output
    draft = (project / "cases" / "2022" / "2022-002.md").read_text(encoding="utf-8")
    assert "status: 草稿" in draft
    assert "名单.csv" in draft


def test_a_folder_without_anything(project: Path, tmp_path: Path) -> None:
    del project
    (tmp_path / "空").mkdir()
    result = invoke(str(tmp_path / "空"))
    assert (result.exit_code, result.output) == (0, "没有找到可以取用的文件。\n")


def test_a_wrong_edition_is_said_with_those_there_are(project: Path, inbox: Path) -> None:
    before = files(project)
    result = invoke(packages(inbox)[0], "-e", "2099")
    assert result.exit_code == 1
    assert "2022" in result.output
    assert files(project) == before


@pytest.mark.parametrize("arguments", [(), ("no-such.docx",), ("--nonsense",)])
def test_what_is_typed_wrong_is_said(project: Path, arguments: tuple[str, ...]) -> None:
    del project
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert "出错：" in result.output


def test_outside_of_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.docx").touch()
    result = invoke("a.docx")
    assert isinstance(result.exception, BiaoganError)
