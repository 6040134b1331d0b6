"""One broken file of rules or words is one fault, not a fault of every case."""

from pathlib import Path

import pytest

from tests.toy.library import GOOD, copy_good, read_at

FILES = sorted(
    path.relative_to(GOOD).as_posix()
    for pattern in ("cases/**/*.md", "cases/*/*.yml", "notices/*.md", "docs/**/*.md")
    for path in GOOD.glob(pattern)
)


@pytest.mark.parametrize("text", ["year: 2022\nbad: [\n", "year: 2022\nquotta: 3\ntitle: x\n"])
def test_a_broken_edition_is_reported_once(tmp_path: Path, text: str) -> None:
    root = copy_good(tmp_path / "library")
    edition = next(iter(sorted((root / "cases").glob("*/edition.yml"))))
    edition.write_text(text, encoding="utf-8")
    paths = {finding.path for finding in read_at(root).findings if finding.is_error}
    assert paths == {edition.relative_to(root).as_posix()}


def test_a_broken_vocabulary_is_reported_once(tmp_path: Path) -> None:
    root = copy_good(tmp_path / "library")
    words = root / "cases" / "vocabulary" / "industries.yml"
    words.write_text("- slug: [\n", encoding="utf-8")
    paths = {finding.path for finding in read_at(root).findings if finding.is_error}
    assert paths == {"cases/vocabulary/industries.yml"}


@pytest.mark.parametrize("path", FILES)
def test_a_file_that_cannot_be_read_is_no_fault_of_other_files(tmp_path: Path, path: str) -> None:
    root = copy_good(tmp_path / "library")
    (root / "cases" / "redirects.yml").write_text(_redirects(), encoding="utf-8")
    assert read_at(root).findings == ()
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_bytes(text.encode("gbk"))
    assert {finding.path for finding in read_at(root).findings} == {path}


def _redirects() -> str:
    """Give a redirect to every page that can have one."""
    ids = [Path(path).stem for path in FILES if path.startswith("cases/20") and ".md" in path]
    public = [name for name in ids if name not in ("2022-003", "2022-004")]
    targets = [f"cases/{name}/" for name in public]
    targets += [f"notices/{Path(path).stem}/" for path in FILES if path.startswith("notices/")]
    targets += ["years/2020/", "methods/lean/", "about/", "guide/"]
    return "".join(f"old/{number}/: {target}\n" for number, target in enumerate(targets))


@pytest.mark.parametrize(
    "name", ["focus-areas", "methods", "recommenders", "industries", "regions"]
)
def test_a_term_that_cannot_be_read_is_missed_by_nobody(tmp_path: Path, name: str) -> None:
    root = copy_good(tmp_path / "library")
    words = root / "cases" / "vocabulary" / f"{name}.yml"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace("label:", "lable:", 1), encoding="utf-8")
    assert {finding.path for finding in read_at(root).findings} == {
        words.relative_to(root).as_posix()
    }


def test_an_empty_vocabulary_lacks_every_name(tmp_path: Path) -> None:
    root = copy_good(tmp_path / "library")
    (root / "cases" / "vocabulary" / "methods.yml").write_text("[]\n", encoding="utf-8")
    assert "value-unknown" in {finding.code for finding in read_at(root).findings}


def test_a_link_to_a_file_with_an_impossible_name_is_no_second_fault(tmp_path: Path) -> None:
    root = copy_good(tmp_path / "library")
    notice = (root / "notices" / "2022-06-01-call.md").read_text(encoding="utf-8")
    (root / "notices" / "2024-13-06-call.md").write_text(notice, encoding="utf-8")
    about = root / "docs" / "about.md"
    text = about.read_text(encoding="utf-8") + "\n见[通知](../notices/2024-13-06-call.md)。\n"
    about.write_text(text, encoding="utf-8")
    assert {finding.path for finding in read_at(root).findings} == {"notices/2024-13-06-call.md"}
