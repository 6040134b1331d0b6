"""What is published of others: only when configured, in the locked version, with its licences."""

import json
import re
import shutil
from pathlib import Path
from typing import Final

import pytest

from generator.cli.serve_project import load_project
from generator.errors import ConfigurationError
from generator.vendored import BUNDLED, PACKAGE, discussion, discussion_files, locked_version
from tests.browser.discussing import CLIENT, discussed_project
from tests.pages import toy
from tests.site.tools import ROOT, build, run

THEME: Final = ROOT / "theme"
SERVER: Final = "https://discuss.example.org"
INSTALLED: Final = "build/node/vendor/node_modules"
needs_client = pytest.mark.needs(str(CLIENT))


def theme(folder: Path, version: str = "") -> Path:
    """Copy what the theme says of the client, and install an empty one of that version."""
    shutil.copytree(THEME / "vendor", folder / "theme/vendor")
    shutil.copytree(THEME / "services/discussion", folder / "theme/services/discussion")
    if version:
        package = folder / INSTALLED / PACKAGE
        (package / "dist").mkdir(parents=True)
        described = json.dumps({"name": PACKAGE, "version": version})
        (package / "package.json").write_text(described, encoding="utf-8")
        (package / "LICENSE").write_text("terms of the client", encoding="utf-8")
        for name in ("waline.umd.js", "waline.css"):
            (package / "dist" / name).write_text(name, encoding="utf-8")
    return folder / "theme"


def test_nothing_is_published_and_nothing_looked_for_without_a_server(tmp_path: Path) -> None:
    assert discussion(toy.config(), tmp_path) is None
    assert discussion_files(toy.config(), tmp_path) == {}


def test_the_locked_version_is_published_with_sheets_and_licences(tmp_path: Path) -> None:
    version = locked_version(THEME)
    ours, place = toy.config(discussion=SERVER), theme(tmp_path, version)
    base = f"assets/vendor/waline-{version}"
    files = discussion_files(ours, place)
    assert set(files) == {
        f"{base}.js",
        f"{base}.css",
        f"{base}.txt",
        "assets/service-discussion.css",
    }
    script, licences = files[f"{base}.js"], files[f"{base}.txt"]
    assert isinstance(script, Path)
    assert script.read_text(encoding="utf-8") == "waline.umd.js"
    assert isinstance(licences, bytes)
    assert b"terms of the client" in licences
    shown = discussion(ours, place)
    assert shown is not None
    named = {shown.script, shown.sheet, shown.licence, shown.own_sheet.partition("?")[0]}
    assert named == set(files)


@pytest.mark.parametrize("version", ["", "0.0.1"])
def test_a_client_that_is_not_there_is_said_with_the_command(tmp_path: Path, version: str) -> None:
    place = theme(tmp_path, version)
    with pytest.raises(ConfigurationError) as refused:
        discussion_files(toy.config(discussion=SERVER), place)
    said = str(refused.value)
    for words in ("make vendored", "theme/vendor", locked_version(THEME), "discussion 留空"):
        assert words in said


def test_a_client_without_its_script_is_not_there(tmp_path: Path) -> None:
    place = theme(tmp_path, locked_version(THEME))
    (tmp_path / INSTALLED / PACKAGE / "dist/waline.umd.js").unlink()
    with pytest.raises(ConfigurationError, match="make vendored"):
        discussion_files(toy.config(discussion=SERVER), place)


@pytest.mark.parametrize("lock", [None, "{", "[]", '{"packages": {}}'])
def test_a_lock_that_cannot_be_read_is_said(tmp_path: Path, lock: str | None) -> None:
    path = theme(tmp_path) / "vendor/package-lock.json"
    path.unlink()
    if lock is not None:
        path.write_text(lock, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=re.escape(str(path))):
        discussion(toy.config(discussion=SERVER), tmp_path / "theme")


def test_a_build_without_the_client_writes_nothing_and_says_why(tmp_path: Path) -> None:
    project = discussed_project(tmp_path / "project", SERVER)
    shutil.copytree(THEME, project / "theme")
    path = project / "mkdocs.yml"
    config = path.read_text(encoding="utf-8")
    path.write_text(config.replace(str(THEME), "theme"), encoding="utf-8")
    done = run("generator.cli", "build", "-d", str(tmp_path / "site"), cwd=project)
    assert done.returncode != 0
    assert "make vendored" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site/index.html").exists()
    path.write_text(config.replace(str(THEME), "theme").replace(SERVER, "''"), encoding="utf-8")
    site = build(project, tmp_path / "site")
    assert not (site / "assets/vendor").exists()
    assert not (site / "vendor").exists()
    assert not (site / "assets/service-discussion.css").exists()


def test_notice_names_the_locked_version_and_every_licence() -> None:
    notice = " ".join((ROOT / "NOTICE").read_text(encoding="utf-8").split())
    assert re.findall(r"@waline/client (\d[\d.]*\d)", notice) == [locked_version(THEME)]
    locked = json.loads((THEME / "vendor/package-lock.json").read_text(encoding="utf-8"))
    licences = {locked["packages"][f"node_modules/{name}"]["license"] for name in BUNDLED}
    assert licences == {"MIT", "Apache-2.0"}


@needs_client
def test_the_licence_of_all_that_the_script_is_made_of_is_published() -> None:
    files = discussion_files(toy.config(discussion=SERVER), THEME)
    (licences,) = [found for found in files.values() if isinstance(found, bytes)]
    parts = licences.decode().split("\n\n\n")
    assert [name for name in BUNDLED if f"{name}\n\n" not in licences.decode()] == []
    assert len(parts) >= len(BUNDLED)
    sources = json.loads(CLIENT.with_name("dist").joinpath("waline.umd.js.map").read_text("utf-8"))
    inside = {
        match[1]
        for source in sources["sources"]
        if (match := re.search(r".*node_modules/((?:@[^/]+/)?[^/]+)/", source))
    }
    assert inside <= set(BUNDLED), "its licence is missing"


@needs_client
def test_the_preview_serves_it_too(tmp_path: Path) -> None:
    project = discussed_project(tmp_path / "project", SERVER)
    served = load_project(str(project / "mkdocs.yml")).static_files()
    assert f"assets/vendor/waline-{locked_version(THEME)}.js" in served
    assert "vendor/package.json" not in served
