"""Files are written whole or not at all, and only when their bytes change."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.writing import UNFINISHED, make_folder, write_if_changed, write_whole


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


def test_whole_bytes_with_their_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b"
    write_whole(path, b"\r\n\x00")
    assert path.read_bytes() == b"\r\n\x00"
    assert path.stat().st_mode & 0o777 == 0o644
    assert [file.name for file in path.parent.iterdir()] == ["b"]


def test_who_reads_the_old_file_reads_on(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_whole(path, b"old")
    with path.open("rb") as reader:
        write_whole(path, b"new")
        assert reader.read() == b"old"
    assert path.read_bytes() == b"new"


def test_a_folder_in_its_place_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="Is a directory"):
        write_whole(tmp_path / "a", b"x")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """The limit of a process stands for the disk: a write that goes beyond it fails."""
    path = tmp_path / "a"
    write_whole(path, b"old")
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from generator.writing import write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "try:\n"
        "    write_whole(Path(sys.argv[1]), b'x' * 200)\n"
        "except OSError as error:\n"
        "    print(error.strerror)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "File too large\n"
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_kill_leaves_a_name_that_nobody_takes_for_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    replace = Path.replace

    def look_and_replace(temporary: Path, target: Path) -> Path:
        seen.append(temporary.name)
        return replace(temporary, target)

    monkeypatch.setattr(Path, "replace", look_and_replace)
    write_whole(tmp_path / "a", b"x")
    assert [name.startswith(UNFINISHED) for name in seen] == [True]
    assert UNFINISHED.startswith(".")


def test_a_folder_is_made_in_the_place_of_a_file_but_not_further_up(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    make_folder(tmp_path / "file" / "a")
    assert (tmp_path / "file" / "a").is_dir()
    (tmp_path / "other").write_bytes(b"x")
    with pytest.raises(OSError, match="other"):
        make_folder(tmp_path / "other" / "a" / "b")
    assert (tmp_path / "other").read_bytes() == b"x"


def test_a_device_is_never_in_the_way(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="pipe"):
        make_folder(tmp_path / "pipe")
    assert (tmp_path / "pipe").is_fifo()
