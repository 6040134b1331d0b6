"""What a second run does with what the first one, or an editor, left."""

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import cli
from tests.intake.corpus import hostile
from tests.site.tools import copy_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = copy_project(tmp_path / "library")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    path = tmp_path / "典型经验.docx"
    path.write_bytes(hostile.good())
    return path


def invoke(*arguments: object) -> Result:
    words = ["intake", *map(str, arguments), "-e", "2022"]
    return CliRunner().invoke(cli, words, prog_name="biaogan")


def draft_of(project: Path) -> Path:
    [record] = (project / "cases" / "2022").glob("*/intake.json")
    return record.parent.with_suffix(".md")


def test_pictures_of_the_earlier_draft_go(project: Path, sent: Path) -> None:
    assert invoke(sent).exit_code == 0
    draft = draft_of(project)
    folder = draft.with_suffix("")
    record = json.loads((folder / "intake.json").read_text(encoding="utf-8"))
    for name in ("tu-8.png", "tu-9.png", "示意图.png"):
        (folder / name).write_bytes(b"old")
        record["pictures"][name] = hashlib.sha256(b"old").hexdigest()
    (folder / "tu-9.png").write_bytes(b"an editor's")
    (folder / "intake.json").write_text(json.dumps(record), encoding="utf-8")
    assert invoke(sent, "--force").exit_code == 0
    names = {path.name for path in folder.iterdir()}
    assert "tu-8.png" not in names
    assert {"tu-9.png", "示意图.png"} <= names


def test_force_does_not_touch_what_is_no_draft_by_its_own_word(project: Path, sent: Path) -> None:
    invoke(sent)
    draft = draft_of(project)
    broken = draft.read_text(encoding="utf-8").replace("status: 草稿", "status: 已公布\nx: [")
    draft.write_text(broken, encoding="utf-8")
    result = invoke(sent, "--force")
    assert result.exit_code == 1
    assert "已不是草稿" in result.output
    assert draft.read_text(encoding="utf-8") == broken


def test_force_makes_a_broken_draft_anew(project: Path, sent: Path) -> None:
    invoke(sent)
    draft = draft_of(project)
    made = draft.read_bytes()
    draft.write_bytes(made.replace(b"title:", b"title: [", 1))
    assert invoke(sent, "--force").exit_code == 0
    assert draft.read_bytes() == made


def test_the_folder_of_a_deleted_draft_is_told(project: Path, sent: Path) -> None:
    invoke(sent)
    old = draft_of(project)
    old.unlink()
    result = invoke(sent)
    assert result.exit_code == 0
    assert f"文件夹 cases/2022/{old.stem} 还在" in result.output
    assert not old.exists()


def test_the_same_twice_in_one_run_is_said(project: Path, sent: Path, tmp_path: Path) -> None:
    copy = tmp_path / "又一份.docx"
    copy.write_bytes(sent.read_bytes())
    result = invoke(sent, copy)
    assert "与这一次的另一份完全相同，只取用一次：又一份.docx" in result.output
    assert draft_of(project).exists()


@pytest.mark.usefixtures("project")
def test_an_edition_that_is_none_is_one_line(sent: Path) -> None:
    result = CliRunner().invoke(cli, ["intake", str(sent), "-e", "1999"], prog_name="biaogan")
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1
    assert "没有届次 1999" in result.output


def test_what_has_no_end_is_refused_at_once() -> None:
    result = CliRunner().invoke(cli, ["intake", "/dev/zero", "-e", "2022"], prog_name="biaogan")
    assert result.exit_code == 1
    assert "没有取用：zero" in result.output
