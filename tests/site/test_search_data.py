"""The finder's data in a built site, and what an editor reads when it cannot be written."""

import json
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator import afterwards
from generator import plugin as adapter
from generator.cli.main import cli
from generator.plugin import BiaoganPlugin
from generator.search.publish import Publication, write_search
from generator.search.store import MANIFEST
from tests.site.tools import copy_toy


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = copy_toy(tmp_path / "library")
    monkeypatch.chdir(root)
    return root


def broken(*_: object) -> None:
    raise RuntimeError("内部原因")


def test_the_built_site_has_the_data_and_nothing_else_below_search(real_site: Path) -> None:
    manifest = json.loads((real_site / MANIFEST).read_text(encoding="utf-8"))
    kinds = {segment["kind"] for segment in manifest["segments"]}
    assert kinds == {"case", "notice"}
    found = {
        path.relative_to(real_site / "search").as_posix()
        for path in (real_site / "search").iterdir()
    }
    assert found == {"data", "index.html", "index.json"}
    assert {path.suffix for path in (real_site / "search/data").iterdir()} == {".bin", ".json"}


def test_build_says_how_many_texts_are_found(project: Path) -> None:
    result = CliRunner().invoke(cli, ["build", "-d", "out"])
    assert result.exit_code == 0, result.output
    assert "可检索全文" in result.output
    assert (project / "out" / MANIFEST).is_file()
    assert (project / ".cache/search").is_dir()


def test_an_index_that_fails_is_one_clear_line(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(afterwards, "write_search", broken)
    result = CliRunner().invoke(cli, ["build", "-d", str(project / "out")])
    assert result.exit_code == 1
    assert "检索数据没有写成：内部原因" in result.output
    assert "Traceback" not in result.output


def preview(project: Path) -> tuple[BiaoganPlugin, MkDocsConfig]:
    """Give the plugin and the configuration of a live preview; nothing is served."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "out"))
    found = config.plugins["biaogan"]
    assert isinstance(found, BiaoganPlugin)
    found.on_startup(command="serve", dirty=False)
    found.on_config(config)
    return found, config


def test_the_preview_shows_the_page_and_the_index_follows(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()

    def held(catalogue: object, config: object, publication: Publication) -> None:
        assert may_go_on.wait(10)
        write_search(catalogue, config, publication)  # type: ignore[arg-type]

    monkeypatch.setattr(afterwards, "write_search", held)
    found, config = preview(project)
    found.on_post_build(config=config)
    assert not (project / "out" / MANIFEST).exists()
    may_go_on.set()
    found.background.wait()
    assert (project / "out" / MANIFEST).is_file()


def test_a_preview_that_cannot_index_says_so_and_goes_on(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(afterwards, "write_search", broken)
    found, config = preview(project)
    found.on_post_build(config=config)
    found.background.wait()
    assert "检索数据没有写成，页面不受影响：内部原因" in capsys.readouterr().err


def test_a_preview_that_was_stopped_says_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begun, may_go_on = threading.Event(), threading.Event()

    def gone(*_: object) -> None:
        begun.set()
        assert may_go_on.wait(10)
        raise FileNotFoundError("gone")

    monkeypatch.setattr(afterwards, "write_search", gone)
    monkeypatch.setattr(adapter, "_PATIENCE", 0.01)
    found, config = preview(project)
    found.on_post_build(config=config)
    assert begun.wait(10)
    found.on_shutdown()
    may_go_on.set()
    found.background.wait()
    assert capsys.readouterr().err == ""
