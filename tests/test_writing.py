"""Files are written whole or not at all, and only when their bytes change."""

from pathlib import Path

import pytest

from generator.writing import write_if_changed


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.md"
    assert write_if_changed(path, "内容\n")
    assert path.read_text(encoding="utf-8") == "内容\n"
    assert path.stat().st_mode & 0o777 == 0o644


def test_equal_bytes_leave_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_if_changed(path, "x")
    before = path.stat()
    assert not write_if_changed(path, "x")
    assert path.stat().st_ino == before.st_ino


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    write_if_changed(path, "old")

    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write_if_changed(path, "new")
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]
    assert path.read_text(encoding="utf-8") == "old"
