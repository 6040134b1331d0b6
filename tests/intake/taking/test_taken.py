"""What a child leaves is what the parent finds, or nothing."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.remarks import Remark, RemarkKind
from generator.intake.taking.taken import DRAFT, RESULT, Taken, keep, recall

EDITIONS = ("2022",)
TAKEN = Taken(
    "2022",
    "示例液压元件有限公司",
    "实施六西格玛设计的经验",
    is_fictional=True,
    pictures=("tu-1.png",),
    files={"申报书.docx": "aa"},
    remarks=(Remark(RemarkKind.LOST, "intake_taking.remark.missing", {"count": 3}, "正文"),),
)


def test_it_comes_back_as_it_was(tmp_path: Path) -> None:
    keep(TAKEN, "---\n---\n", tmp_path)
    assert recall(tmp_path, EDITIONS) == (TAKEN, "---\n---\n")


def test_nothing_left_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=RESULT):
        recall(tmp_path, EDITIONS)


@pytest.mark.parametrize(
    "known",
    [b"", b"[]", b"null", b"{}", b'{"remarks": 3}', b'{"remarks": [], "pictures": [], "x": 1}'],
)
def test_something_else_is_an_error(tmp_path: Path, known: bytes) -> None:
    (tmp_path / DRAFT).touch()
    (tmp_path / RESULT).write_bytes(known)
    with pytest.raises(ValueError, match=r"."):
        recall(tmp_path, EDITIONS)


@given(st.text(), st.text())
def test_any_name_and_title(enterprise: str, title: str) -> None:
    taken = Taken("2022", enterprise, title)
    with tempfile.TemporaryDirectory() as name:
        keep(taken, "", Path(name))
        assert recall(Path(name), EDITIONS)[0] == taken


@pytest.mark.parametrize("name", ["../tu-1.png", "/etc/passwd", "tu-1.png/..", "tu-1.html", ""])
def test_a_picture_never_becomes_another_path(tmp_path: Path, name: str) -> None:
    keep(Taken("2022", "", "", pictures=(name,)), "", tmp_path)
    with pytest.raises(ValueError, match=r"."):
        recall(tmp_path, EDITIONS)


def test_an_edition_never_becomes_another_path(tmp_path: Path) -> None:
    keep(Taken("../2022", "", ""), "", tmp_path)
    with pytest.raises(ValueError, match=r"."):
        recall(tmp_path, EDITIONS)


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    keep(Taken("2022", "", ""), "", tmp_path)
    with (tmp_path / DRAFT).open("wb") as file:
        file.truncate(10**9)
    with pytest.raises(ValueError, match=RESULT):
        recall(tmp_path, EDITIONS)
