"""The content of this repository as records, read once a test process."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from generator.config import Config
from generator.library.edition import Edition
from generator.library.notice import Notice
from generator.library.vocabulary import Vocabulary, VocabularyName
from generator.reading.editions import read_edition
from generator.reading.notices import read_notice
from generator.reading.tree import Tree, find_files
from generator.reading.vocabularies import read_vocabulary

ROOT = Path(__file__).resolve().parents[2]


@cache
def tree() -> Tree:
    """Find the files of this repository."""
    config = Config(
        root=ROOT,
        cases_path=ROOT / "cases",
        notices_path=ROOT / "notices",
        redirects_path=ROOT / "cases/redirects.yml",
        documents_path=ROOT / "docs",
        today=date(2026, 11, 21),
    )
    return find_files(config)


def text_of(path: str) -> str:
    """Give the text of a file of this repository."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def vocabularies() -> Mapping[VocabularyName, Vocabulary]:
    """Read the vocabularies; a fault fails the test that asks."""
    found = {}
    for name, path in tree().vocabularies:
        read = read_vocabulary(text_of(path), path, name)
        assert read.faults == ()
        assert read.value is not None
        found[name] = read.value
    return found


@cache
def editions() -> Mapping[str, Edition]:
    """Read the editions; a fault fails the test that asks."""
    found = {}
    for edition_id, path in tree().editions:
        read = read_edition(text_of(path), path)
        assert read.faults == ()
        assert read.value is not None
        found[str(edition_id)] = read.value
    return found


@cache
def notice(notice_id: str) -> tuple[Notice, str]:
    """Read a real notice and its Markdown; a fault fails the test that asks."""
    path = f"notices/{notice_id}.md"
    read = read_notice(text_of(path), path)
    assert read.faults == ()
    assert read.value is not None
    assert read.value.notice is not None
    return read.value.notice, read.value.source.body
