"""The console command as a process: its exit status, its streams."""

from pathlib import Path

from tests.site.tools import ROOT, TOY, run


def test_a_clean_library_exits_0_and_says_so() -> None:
    done = run("generator.cli", "check", cwd=TOY)
    assert (done.returncode, done.stderr) == (0, "")
    assert "没有错误" in done.stdout


def test_wrong_usage_exits_2() -> None:
    done = run("generator.cli", "frobnicate", cwd=ROOT)
    assert done.returncode == 2
    assert "没有 frobnicate 这个命令" in done.stderr


def test_outside_a_project_one_line_says_what_to_do(tmp_path: Path) -> None:
    done = run("generator.cli", "build", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "mkdocs.yml" in done.stderr


def test_a_wrong_setting_is_explained(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: []\n", encoding="utf-8")
    done = run("generator.cli", "check", cwd=tmp_path)
    assert done.returncode == 2
    assert "biaogan" in done.stderr
    assert "Traceback" not in done.stderr
