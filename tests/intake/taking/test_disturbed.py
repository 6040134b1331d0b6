"""Runs of the real command that are killed, interrupted, doubled, or refused by the disk."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bench.intake import write_batch
from tests.intake.taking.left import processes_of
from tests.site.tools import copy_project

COUNT = 6


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disturbed") / "sent"
    write_batch(folder, COUNT)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a library of which one document is taken after the other, on however many cores."""
    library = copy_project(tmp_path / "library")
    settings = (library / "mkdocs.yml").read_text(encoding="utf-8")
    one_by_one = settings.replace("  - biaogan:\n", "  - biaogan:\n      processes: 1\n")
    assert one_by_one != settings
    (library / "mkdocs.yml").write_text(one_by_one, encoding="utf-8")
    return library


def begin(
    project: Path,
    temporary: Path,
    *arguments: str,
    program: tuple[str, ...] = ("-m", "generator.cli"),
) -> "subprocess.Popen[str]":
    temporary.mkdir(exist_ok=True)
    return subprocess.Popen(
        [sys.executable, *program, "intake", *arguments, "-e", "2022"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def drafts(project: Path) -> list[Path]:
    """Give the new drafts; each must be whole, with all of its pictures."""
    new = [path for path in (project / "cases" / "2022").glob("*.md") if is_new(path)]
    for path in new:
        text = path.read_text(encoding="utf-8")
        assert text.startswith("---\n")
        for piece in text.split("](")[1:]:
            assert (path.parent / piece.partition(")")[0]).is_file(), path
    return new


def is_new(draft: Path) -> bool:
    return (draft.parent / draft.stem / "intake.json").exists()


def wait_for_a_draft(project: Path) -> None:
    until = time.monotonic() + 60
    while not drafts(project):
        assert time.monotonic() < until
        time.sleep(0.02)


def test_ctrl_c_keeps_what_is_done(project: Path, sent: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    run = begin(project, temporary, str(sent))
    wait_for_a_draft(project)
    os.killpg(run.pid, signal.SIGINT)
    said, complaint = run.communicate(timeout=60)
    assert run.returncode == 130
    assert "Traceback" not in said + complaint
    assert "已中断" in complaint
    assert said.count("已成草稿：") == len(drafts(project)) > 0
    assert list(temporary.iterdir()) == []
    assert processes_of(temporary) == []
    again = begin(project, temporary, str(sent))
    again.communicate(timeout=60)
    assert len(drafts(project)) == COUNT - 1


HOOKED = """
import os, signal, sys, time
forks = iter(range(100))
# Python drops what is raised in a hook of fork: so a Ctrl-C can get lost.
os.register_at_fork(after_in_parent=lambda: next(forks) == 2 and signal.raise_signal(signal.SIGINT))
# A child that is not ended wakes up where its folder has gone, and complains.
os.register_at_fork(after_in_child=lambda: time.sleep(1))
sys.argv = ["biaogan", *sys.argv[1:]]
from generator.cli.main import main
main()
"""


def test_ctrl_c_while_a_child_begins_is_heard(project: Path, sent: Path, tmp_path: Path) -> None:
    run = begin(project, tmp_path / "tmp", str(sent), program=("-c", HOOKED))
    said, complaint = run.communicate(timeout=60)
    assert run.returncode == 130, complaint
    assert "Traceback" not in said + complaint
    assert processes_of(tmp_path / "tmp") == []
    assert "已中断" in complaint
    assert said.count("已成草稿：") == len(drafts(project)) < COUNT - 1


def test_a_kill_leaves_no_half_draft(project: Path, sent: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    run = begin(project, temporary, str(sent))
    wait_for_a_draft(project)
    run.kill()
    run.communicate(timeout=60)
    before = set(drafts(project))
    assert processes_of(temporary) == []
    again = begin(project, temporary, str(sent))
    again.communicate(timeout=60)
    assert before < set(drafts(project)) or len(before) == COUNT - 1
    assert len(drafts(project)) == COUNT - 1
    assert list(temporary.iterdir()) == []  # what the killed one left there is gone


def test_two_runs_at_once(project: Path, sent: Path, tmp_path: Path) -> None:
    halves = (tmp_path / "one", tmp_path / "two")
    for number, path in enumerate(sorted(sent.iterdir())):
        halves[number % 2].mkdir(exist_ok=True)
        shutil.copy(path, halves[number % 2])
    runs = [begin(project, tmp_path / f"tmp-{half.name}", str(half)) for half in halves]
    said = [run.communicate(timeout=120)[0] for run in runs]
    assert sum(one.count("已成草稿：") for one in said) == COUNT - 1
    assert len(drafts(project)) == COUNT - 1


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """Mount a small disk in memory."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def can_mount() -> bool:
    with tempfile.TemporaryDirectory() as name:
        mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", name]
        if os.getuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
            return False
        subprocess.run(["umount", name], check=True)
        return True


needs_mount = pytest.mark.skipif(not can_mount(), reason="only root may mount a disk")


@needs_mount
def test_a_full_disk(project: Path, sent: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "small", "size=8m") as disk:
        copy_project(disk / "library", project)
        (tmp_path / "cache").mkdir()
        (disk / "library" / ".cache").symlink_to(tmp_path / "cache")  # only drafts lie on this disk
        free = shutil.disk_usage(disk).free
        (disk / "filling").write_bytes(bytes(max(free - 60_000, 0)))
        run = begin(disk / "library", tmp_path / "tmp", str(sent))
        said, complaint = run.communicate(timeout=60)
        assert run.returncode == 1, complaint
        assert "Traceback" not in said + complaint
        assert "磁盘满了" in said
        made = drafts(disk / "library")
        assert said.count("已成草稿：") == len(made) < COUNT - 1
        folders = [path.parent.with_suffix(".md") for path in disk.rglob("intake.json")]
        assert sorted(folders) == sorted(made)


@needs_mount
def test_a_full_temporary_folder(project: Path, sent: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "tmp", "size=400k") as disk:
        run = begin(project, disk, str(sent))
        said, complaint = run.communicate(timeout=60)
    assert run.returncode == 1, complaint
    assert "Traceback" not in said + complaint
    assert "程序出错" not in said
    assert said.count("满了") == COUNT
    assert drafts(project) == []


@needs_mount
def test_a_disk_that_may_only_be_read(project: Path, sent: Path, tmp_path: Path) -> None:
    with mounted(tmp_path / "locked", "size=20m") as disk:
        copy_project(disk / "library", project)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        run = begin(disk / "library", tmp_path / "tmp", str(sent))
        said, complaint = run.communicate(timeout=60)
    assert run.returncode == 1, complaint
    assert "Traceback" not in said + complaint
    assert said.count("只读") == COUNT - 1
