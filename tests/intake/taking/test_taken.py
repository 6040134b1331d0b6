"""What a child leaves is what the parent finds, or nothing."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.remarks import Remark, RemarkKind
from generator.intake.taking.taken import DRAFT, RESULT, Taken, keep, recall

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
    assert recall(tmp_path) == (TAKEN, "---\n---\n")


def test_nothing_left_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=RESULT):
        recall(tmp_path)


@pytest.mark.parametrize(
    "known",
    [b"", b"[]", b"null", b"{}", b'{"remarks": 3}', b'{"remarks": [], "pictures": [], "x": 1}'],
)
def test_something_else_is_an_error(tmp_path: Path, known: bytes) -> None:
    (tmp_path / DRAFT).touch()
    (tmp_path / RESULT).write_bytes(known)
    with pytest.raises(ValueError, match=r"."):
        recall(tmp_path)


@given(st.text(), st.text())
def test_any_name_and_title(enterprise: str, title: str) -> None:
    taken = Taken("2022", enterprise, title)
    with tempfile.TemporaryDirectory() as name:
        keep(taken, "", Path(name))
        assert recall(Path(name))[0] == taken
