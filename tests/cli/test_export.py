"""`biaogan export` on the toy library: what it writes, what it says, what it refuses."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli.main import cli
from generator.errors import BiaoganError
from generator.publication.making.typed import FORMS
from tests.site.tools import copy_toy

LISTED = "2022-001"
SESSION = "2023-04-20-session"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_toy(tmp_path_factory.mktemp("export") / "library")


@pytest.fixture(autouse=True)
def _inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(project)
    yield
    shutil.rmtree(project / "out", ignore_errors=True)


def export(*arguments: str) -> Result:
    command = ["export", *arguments, "-o", "out"]
    return CliRunner().invoke(cli, command, prog_name="biaogan", catch_exceptions=True)


def written(*arguments: str) -> set[str]:
    done = export(*arguments)
    assert done.exit_code == 0, (done.output, done.exception)
    return {path.relative_to("out").as_posix() for path in Path("out").rglob("*") if path.is_file()}


def refusal(*arguments: str) -> str:
    done = export(*arguments)
    assert isinstance(done.exception, BiaoganError | SystemExit), done.exception
    assert done.exit_code
    assert not Path("out").exists()
    return str(done.exception) if isinstance(done.exception, BiaoganError) else done.output


@pytest.mark.parametrize("name", ["case", "案例"])
def test_a_case_in_every_form(name: str) -> None:
    forms = ",".join(FORMS["case"])
    files = written(name, LISTED, "-F", forms)
    article = {one for one in files if one.startswith(f"{LISTED}-wechat/")}
    assert files - article == {f"{LISTED}.{form}" for form in ("docx", "pdf", "epub", "pptx")}
    assert f"{LISTED}-wechat/{LISTED}.html" in article


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("汇编", "--year", "2022", "-F", "docx,pdf,epub"), ("docx", "pdf", "epub")),
        (("名单", "--edition", "2022", "-F", "docx,pdf,xlsx,csv"), ("docx", "pdf", "xlsx", "csv")),
        (("引文", "--all", "-F", "txt,bib,ris,json"), ("txt", "bib", "ris", "json")),
        (("手册", SESSION, "-F", "docx,pdf"), ("docx", "pdf")),
    ],
)
def test_the_other_documents(arguments: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert sorted(one.rpartition(".")[2] for one in written(*arguments)) == sorted(names)


def test_a_notice_in_every_form() -> None:
    files = written("通知", SESSION, "-F", "docx,pdf,wechat")
    assert {f"{SESSION}.docx", f"{SESSION}.pdf", f"{SESSION}-wechat/{SESSION}.html"} <= files


def test_all_data_by_default() -> None:
    files = written("数据")
    assert files == {
        "library.json",
        "cases.csv",
        "library.xlsx",
        "library.sqlite",
        "dataset.jsonld",
    }
    numbers = [
        case["id"] for case in json.loads(Path("out/library.json").read_text("utf-8"))["cases"]
    ]
    assert LISTED in numbers


def test_nothing_is_made_twice() -> None:
    written("名单", "--year", "2022", "-F", "csv")
    again = export("名单", "--year", "2022", "-F", "csv")
    assert "制成 0 份，1 份没有变化" in again.output


def test_quiet_says_nothing() -> None:
    assert not export("名单", "--year", "2022", "-F", "csv", "-q").output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("案列", LISTED, "-F", "docx"), ("案列", "是不是“案例”")),
        (("案例", LISTED), ("-F", "docx")),
        (("案例", LISTED, "-F", "doc"), ("doc", "docx")),
        (("案例", "-F", "docx"), ("--year", "--all")),
        (("案例", "2022-0001", "-F", "docx"), ("2022-0001", "是不是")),
        (("汇编", "--year", "1999", "-F", "pdf"), ("没有",)),
        (("名单", "--year", "1999", "-F", "csv"), ("没有符合条件",)),
        (("名单", "--method", "不存在", "-F", "csv"), ("不存在", "方法")),
        (("手册", "2022-06-01-call", "-F", "pdf"), ("2022-06-01-call", "交流活动")),
        (("通知", "2022-06-01-cal", "-F", "pdf"), ("是不是“2022-06-01-call”",)),
        (("通知", "--field", "digitalization", "-F", "pdf"), ("--year",)),
    ],
)
def test_wrong_input_is_told_in_one_line(
    arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    said = refusal(*arguments)
    assert all(word in said for word in words), said
    assert "Traceback" not in said


@pytest.mark.parametrize("status", ["revoked", "publicity", "draft"])
def test_what_is_not_listed_is_never_exported(project: Path, status: str) -> None:
    labels = {"revoked": "已撤销", "publicity": "公示中", "draft": "草稿"}
    hidden = [
        path.stem
        for path in project.glob("cases/*/*.md")
        if f"status: {labels[status]}" in path.read_text("utf-8")
    ]
    assert hidden, "the toy library has one"
    for case_id in hidden:
        assert case_id in refusal("案例", case_id, "-F", "docx")


def test_a_library_with_errors_is_refused_unless_told(project: Path) -> None:
    broken = project / "cases/2022/2022-099.md"
    broken.write_text("---\nyear: 2022\n---\n", "utf-8")
    try:
        done = export("名单", "--year", "2022", "-F", "csv")
        assert isinstance(done.exception, BiaoganError)
        assert "2022-099.md" in done.output
        assert written("名单", "--year", "2022", "-F", "csv", "--allow-errors")
    finally:
        broken.unlink()


def test_a_font_that_is_not_there_is_named(project: Path) -> None:
    path = project / "mkdocs.yml"
    before = path.read_text("utf-8")
    config = yaml.safe_load(before)
    config["plugins"][0]["biaogan"]["fonts"] = {"fangsong": "没有的字体"}
    path.write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    try:
        assert "没有的字体" in refusal("通知", SESSION, "-F", "pdf")
    finally:
        path.write_text(before, "utf-8")
