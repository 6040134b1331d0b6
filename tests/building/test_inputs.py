"""All that a build looks at, as one digest: whatever counts changes it, nothing else does."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.building import inputs as module
from generator.building.inputs import inputs_digest, is_as_asked, settings_digest
from generator.config import Config
from generator.digests import FileDigests, clock_of
from generator.reading.tree import find_files
from tests.reading.toy import CASE, NOTICE, make_library


@pytest.fixture
def config(tmp_path: Path) -> Config:
    files: dict[str, str | bytes] = {
        "cases/2022/2022-001.md": CASE,
        "cases/redirects.yml": "old/: cases/2022-001/\n",
        "notices/2022-call.md": NOTICE,
        "docs/about.md": "---\ntitle: a\n---\n",
        "docs/picture.png": b"1",
        "theme/parts/a.html": "a",
        "theme/a.js": "a",
    }
    return make_library(tmp_path, files)


def digest(config: Config, settings: bytes = b"") -> bytes:
    folders = (config.root / "theme", config.documents_path)
    digests = FileDigests(config.root, {}, clock_of(config.root))
    return inputs_digest(find_files(config), settings, folders, digests)


def append(path: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write("\n")

    return edit


def rename(old: str, new: str) -> Callable[[Path], None]:
    return lambda root: void((root / old).rename(root / new))


def add(path: str) -> Callable[[Path], None]:
    return lambda root: void((root / path).write_text("x", encoding="utf-8"))


def remove(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink()


def void(_value: object) -> None:
    return None


EDITS = {
    "case": append("cases/2022/2022-001.md"),
    "notice": append("notices/2022-call.md"),
    "document": append("docs/about.md"),
    "edition": append("cases/2022/edition.yml"),
    "vocabulary": append("cases/vocabulary/methods.yml"),
    "redirects": append("cases/redirects.yml"),
    "picture of a document": append("docs/picture.png"),
    "template": append("theme/parts/a.html"),
    "script": append("theme/a.js"),
    "case renamed": rename("cases/2022/2022-001.md", "cases/2022/2022-002.md"),
    "template renamed": rename("theme/parts/a.html", "theme/parts/b.html"),
    "picture renamed": rename("docs/picture.png", "docs/other.png"),
    "new case": add("cases/2022/2022-003.md"),
    "new notice": add("notices/2023-call.md"),
    "new style": add("theme/a.css"),
    "no redirects": remove("cases/redirects.yml"),
    "no notice": remove("notices/2022-call.md"),
    "no script": remove("theme/a.js"),
    "a file that must not be there": add("cases/2022/stray.md"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_every_edit_is_seen(config: Config, edit: Callable[[Path], None]) -> None:
    before = digest(config)
    assert digest(config) == before
    edit(config.root)
    assert digest(config) != before


def test_the_program_and_the_settings_count(
    config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(config)
    assert digest(config, b"others") != before
    monkeypatch.setattr(module, "program_digest", lambda: b"another program")
    assert digest(config) != before


def test_what_python_compiled_and_the_cache_do_not_count(config: Config) -> None:
    before = digest(config)
    for folder in ("theme/__pycache__", ".cache"):
        (config.root / folder).mkdir()
        (config.root / folder / "a").touch()
    assert digest(config) == before


def test_folders_that_are_not_there_are_no_error(config: Config) -> None:
    missing = replace(config, documents_path=config.root / "nowhere")
    assert digest(missing) != digest(config)


def test_a_name_that_is_no_text_is_no_error(config: Config) -> None:
    before = digest(config)
    (config.root / "docs" / "\udcff.png").write_bytes(b"1")
    assert digest(config) != before


def test_every_setting_counts(config: Config) -> None:
    """All fields, so that a new one cannot be forgotten."""
    before = settings_digest(config, "stated")
    assert settings_digest(config, "stated") == before
    assert settings_digest(config, "other") != before
    for field in fields(Config):
        value = getattr(config, field.name)
        changed = replace(config, **{field.name: other_than(value)})
        assert settings_digest(changed, "stated") != before, field.name


def other_than(value: object) -> Any:
    match value:
        case Path():
            return value / "x"
        case date():
            return value.replace(day=1)
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return value + "x"
        case tuple():
            return (*value, "x")
    raise AssertionError(value)


def test_what_was_looked_for_is_looked_for_again(config: Config) -> None:
    asked = {"docs/picture.png": True, "docs/missing.png": False, "docs": False}
    assert is_as_asked(config, asked)
    assert is_as_asked(config, {})
    (config.root / "docs/missing.png").touch()
    assert not is_as_asked(config, asked)
    assert is_as_asked(config, {**asked, "docs/missing.png": True})
    (config.root / "docs/picture.png").unlink()
    assert not is_as_asked(config, {"docs/picture.png": True})
