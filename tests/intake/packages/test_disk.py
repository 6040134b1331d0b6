"""What a disk says is said in the editor's words."""

import errno
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.intake.packages import disk


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "磁盘满了"),
        (errno.EDQUOT, "磁盘满了"),
        (errno.EACCES, "没有权限"),
        (errno.EROFS, "只读"),
        (errno.ENOENT, "已不在"),
    ],
)
def test_a_reason_is_worded(number: int, words: str) -> None:
    assert words in disk.reason(OSError(number, "in English"))


def test_an_unknown_reason_is_passed_on() -> None:
    assert disk.reason(OSError(errno.ELOOP, "as the system says")) == "as the system says"
    assert disk.reason(OSError()) == "OSError"


def test_a_full_disk_is_no_bad_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk.check_room(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(9, 9, 0))
    with pytest.raises(OSError, match="full") as caught:
        disk.check_room(tmp_path)
    assert disk.is_full(caught.value)
