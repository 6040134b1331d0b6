"""`biaogan build`: what it says, to people and to machines."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.building.engine import Tally
from generator.building.folder import look
from generator.building.lock import Lock
from generator.cli.main import cli
from generator.site_folder import MARK
from generator.strings import labels
from tests.site.tools import ROOT, copy_toy, run, tree

CASE = "cases/2022/2022-001.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project that was built once."""
    root = copy_toy(tmp_path_factory.mktemp("build") / "library")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert build().exit_code == 0
    return root


@pytest.fixture
def project(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(built)
    return built


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project that was never built, with errors in it."""
    root = copy_toy(tmp_path / "library")
    monkeypatch.chdir(root)
    return root


def build(*options: str) -> Result:
    return CliRunner().invoke(cli, ["build", *options])


@contextmanager
def edited(path: Path, old: str, new: str) -> Iterator[None]:
    before = path.read_bytes()
    assert old in before.decode()
    path.write_bytes(before.replace(old.encode(), new.encode(), 1))
    try:
        yield
    finally:
        path.write_bytes(before)


def test_what_was_done(project: Path) -> None:
    shutil.rmtree(project / "site")
    result = build()
    first, second, *others = result.stdout.splitlines()
    count = len([*(project / "site").rglob("*.html")])
    assert re.match(
        r"已生成 \d+ 个页面、\d+ 个附件和图片，可检索全文 \d+ 篇，用时 [\d.]+ 秒：", first
    )
    assert first.endswith(str(project / "site"))
    pages = int(re.findall(r"\d+", first)[0])
    assert re.fullmatch(rf"这次改写 {pages} 个页面、\d+ 个其他文件，删去 0 个。", second)
    assert pages >= count > 50
    assert "index.html" in others[-1]
    assert (result.exit_code, result.stderr) == (0, "")


def test_nothing_changed(project: Path) -> None:
    build()
    result = build()
    assert result.output == f"没有变化，网站已是最新：{project / 'site'}\n"
    assert result.exit_code == 0


def test_one_body_changed(project: Path) -> None:
    build()
    with edited(project / CASE, "146 分钟缩短", "147 分钟缩短"):
        assert "这次改写 1 个页面、0 个其他文件，" in build().stdout


@pytest.mark.parametrize("option", ["-q", "--quiet"])
def test_quiet_says_nothing(project: Path, option: str) -> None:
    assert build(option).output == ""
    shutil.rmtree(project / "site")
    result = build(option)
    assert (result.exit_code, result.output) == (0, "")
    assert (project / "site" / "index.html").is_file()


def test_quiet_says_what_is_wrong(empty: Path) -> None:
    text = (empty / CASE).read_text("utf-8")
    (empty / CASE).write_text(text.replace("year: 2022", "yaer: 2022"), encoding="utf-8")
    result = build("-q")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "key-unknown" in result.stderr


def test_json_is_json_and_nothing_else(project: Path) -> None:
    shutil.rmtree(project / "site")
    result = build("--json")
    data = json.loads(result.stdout)
    assert result.stderr == ""
    assert set(data) == {"site", "unchanged", "has", "written", "seconds", "stages"}
    assert data["site"] == str(project / "site")
    assert data["unchanged"] is False
    assert set(data["has"]) == {"pages", "files", "found", "warnings"}
    assert set(data["written"]) == {field.name for field in fields(Tally)}
    assert data["written"]["pages"] == data["has"]["pages"] > 50
    assert data["seconds"] > 0
    assert [stage["name"] for stage in data["stages"]] == [*labels("stage")]
    sizes = {stage["name"]: stage["bytes"] for stage in data["stages"]}
    assert sizes["pages"] + sizes["files"] == data["written"]["bytes"] > 100_000
    files = [*(project / "site").rglob("*.html")]
    assert sizes["pages"] >= sum(file.stat().st_size for file in files)


@pytest.mark.usefixtures("project")
def test_json_of_nothing_changed() -> None:
    has = json.loads(build("--json").stdout)["has"]
    data = json.loads(build("--json", "--profile", "-q").stdout)
    assert (data["unchanged"], data["has"]) == (True, has)
    assert data["written"].pop("failures") == []
    assert set(data["written"].values()) == {0}
    assert [stage["name"] for stage in data["stages"]] == ["compare"]


def test_json_tells_what_was_removed(project: Path) -> None:
    build("-q")
    (project / "site" / "stray.html").touch()
    assert json.loads(build("--json").stdout)["written"] == {
        "pages": 0,
        "files": 0,
        "removed": 1,
        "bytes": 0,
        "documents": 0,
        "failures": [],
    }


def test_a_refused_build_prints_no_json(empty: Path) -> None:
    (empty / CASE).write_text("---\n", encoding="utf-8")
    result = build("--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "错误" in result.stderr


def test_profile_prints_each_stage(project: Path) -> None:
    shutil.rmtree(project / "site")
    head, *lines = build("--profile").stdout.splitlines()
    assert head.split() == ["步骤", "用时", "内存", "子进程", "写出"]
    stages = [*labels("stage").values()]
    assert [line.split()[0].strip("　") for line in lines[: len(stages)]] == stages
    assert lines[len(stages)].startswith("已生成 ")


@pytest.mark.usefixtures("project")
def test_profile_of_nothing_changed() -> None:
    build()
    head, compare, said = build("--profile").stdout.splitlines()
    assert compare.startswith(labels("stage")["compare"])
    assert said.startswith("没有变化")
    assert build("--profile", "-q").stdout.splitlines()[0] == head


def test_left_out_files_are_named(empty: Path) -> None:
    (empty / CASE).write_text("---\n", encoding="utf-8")
    result = build("--allow-errors", "-q")
    assert result.exit_code == 0
    assert f"未生成（有错误）：{CASE}" in result.stderr


def test_mkdocs_knows_what_we_built_and_we_what_mkdocs_built(project: Path) -> None:
    build("-q")
    before = look(project / "site")
    for dirty in ([], ["--dirty"]):
        done = run("mkdocs", "build", "-q", *dirty, cwd=project)
        assert done.returncode == 0, done.stderr
        assert look(project / "site") == before
    assert build().stdout.startswith("没有变化")


def test_a_wrong_setting_stops_mkdocs_with_a_line(project: Path) -> None:
    with edited(project / "mkdocs.yml", "per_page: 5", "per_page: 0"):
        done = run("mkdocs", "build", "-q", cwd=project)
    assert done.returncode == 1
    assert "per_page" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_dirty_build_of_mkdocs_is_a_right_one(project: Path, tmp_path: Path) -> None:
    build("-q")
    with edited(project / CASE, "构建数据驱动", "建设数据驱动"):
        done = run("mkdocs", "build", "-q", "--dirty", cwd=project)
        assert done.returncode == 0, done.stderr
        clean = run("generator.cli", "build", "-q", "-d", str(tmp_path / "clean"), cwd=project)
        assert clean.returncode == 0, clean.stderr
        assert tree(project / "site") == tree(tmp_path / "clean")


def test_a_folder_that_was_edited_by_hand_is_put_right(project: Path) -> None:
    build("-q")
    site = project / "site"
    before = tree(site)
    (site / "index.html").write_bytes(b"x")
    shutil.rmtree(site / "cases")
    (site / "cases").touch()
    (site / "stray").mkdir()
    (site / "stray" / "a.html").touch()
    (site / "search" / "stray.txt").touch()
    (site / "notices").rename(site / "moved")
    (site / "assets").rename(project / "outside")
    (site / "assets").symlink_to(project / "outside")
    assert build("-q").output == ""
    assert tree(site) == before
    assert not (site / "assets").is_symlink()
    shutil.rmtree(project / "outside")


def test_a_build_waits_for_another_and_says_so_once(project: Path) -> None:
    assert run("generator.cli", "build", cwd=project).returncode == 0
    lock = Lock(project / "site" / MARK)
    lock.take(lambda: None)
    code = "from generator.cli.main import main; main()"
    other = subprocess.Popen(
        [sys.executable, "-c", code, "build"],
        cwd=project,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert other.stderr
    line = other.stderr.readline()
    lock.release()
    said, more = other.communicate(timeout=120)
    assert line.startswith("另一个生成正在写这个网站文件夹")
    assert (said[:4], other.returncode) == ("没有变化", 0), more
    assert more == ""


@pytest.mark.parametrize("name", ["manifest", "pack", "digests"])
def test_a_damaged_cache_does_not_change_the_site(project: Path, name: str) -> None:
    build("-q")
    before = tree(project / "site")
    files = [path for path in (project / ".cache").rglob(f"*{name}") if path.is_file()]
    assert files
    for path in files:
        data = bytearray(path.read_bytes())
        data[-1] ^= 1
        path.write_bytes(data)
    with edited(project / CASE, "146 分钟缩短", "147 分钟缩短"):
        assert build("-q").output == ""
    assert build("-q").output == ""
    assert tree(project / "site") == before


@pytest.mark.parametrize(
    ("template", "fault", "place"),
    [
        ("case.html", "{% if %}\n{% extends", "theme/case.html:1"),
        ("home.html", "{{ view.nothing }}{% extends", "theme/home.html:"),
    ],
)
def test_a_template_with_a_fault_is_named_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: str, fault: str, place: str
) -> None:
    root = copy_toy(tmp_path / "library")
    shutil.copytree(ROOT / "theme", root / "theme")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(str(ROOT / "theme"), "theme"), "utf-8")
    monkeypatch.chdir(root)
    assert build("-q").exit_code == 0
    before = tree(root / "site")
    with edited(root / "theme" / template, "{% extends", fault):
        result = build("-q")
    assert result.exit_code == 1
    assert place in result.stderr
    assert "Traceback" not in result.output
    assert tree(root / "site") == before
    assert build().exit_code == 0
