"""A build empties the folder it writes to, so that folder is never the project's or anybody's."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import ConfigurationError
from generator.site_folder import MARK, check, claim
from tests.toy.library import config


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for name in ("cases/2022", "notices", "docs", "theme", ".git"):
        (root / name).mkdir(parents=True)
    return root


@pytest.mark.parametrize(
    "folder", [".", "..", "cases", "cases/2022", "notices/x", "docs", "theme", ".git", "generator"]
)
def test_the_project_is_never_emptied(root: Path, folder: str) -> None:
    with pytest.raises(ConfigurationError, match="源文件"):
        check(root / folder, config(root))


def test_content_elsewhere_is_never_emptied(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "content" / "cases"
    elsewhere.mkdir(parents=True)
    settings = replace(config(root), cases_path=elsewhere)
    for folder in (elsewhere, elsewhere / "2022"):
        with pytest.raises(ConfigurationError, match="源文件"):
            check(folder, settings)


def test_somebodys_files_are_never_emptied(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "letter.docx").write_text("mine", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="已有别的文件"):
        check(folder, config(root))


@pytest.mark.parametrize("folder", ["site", "build/site", "../new/site"])
def test_a_new_folder_is_claimed_and_taken_again(root: Path, folder: str) -> None:
    site = root / folder
    check(site, config(root))
    assert not site.exists()
    claim(site)
    (site / "index.html").write_text("<p>", encoding="utf-8")
    assert (site / MARK).is_file()
    check(site, config(root))


def test_a_file_in_the_way_is_explained(root: Path) -> None:
    (root / "file").write_text("", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="不是目录"):
        claim(root / "file" / "site")
