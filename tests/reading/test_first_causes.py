"""One broken file of rules or words is one fault, not a fault of every case."""

from pathlib import Path

import pytest

from tests.toy.library import copy_good, read_at


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
