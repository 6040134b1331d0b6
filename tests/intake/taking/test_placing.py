"""A draft appears whole or not at all, and nothing is overwritten."""

from pathlib import Path

import pytest

from generator.intake.remarks import RefusedDocumentError
from generator.intake.taking import placing
from generator.intake.taking.placing import Placement, place


@pytest.fixture
def placement(tmp_path: Path) -> Placement:
    (tmp_path / "2022").mkdir()
    return Placement(tmp_path, "2022", "2022-007")


def everything(placement: Placement) -> dict[str, bytes]:
    top = placement.cases_path
    files = (path for path in top.rglob("*") if path.is_file())
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in files}


def test_a_draft_with_its_files(placement: Placement) -> None:
    place(placement, "---\n---\n", {"tu-1.png": b"png"}, replace=False)
    assert everything(placement) == {
        "2022/2022-007.md": b"---\n---\n",
        "2022/2022-007/tu-1.png": b"png",
    }


@pytest.mark.parametrize("there", ["2022/2022-007.md", "2022/2022-007/note.txt"])
def test_nothing_is_overwritten(placement: Placement, there: str) -> None:
    path = placement.cases_path / there
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"an editor's")
    with pytest.raises(RefusedDocumentError):
        place(placement, "new", {"tu-1.png": b"png"}, replace=False)
    assert everything(placement) == {there: b"an editor's"}


def test_replacing(placement: Placement) -> None:
    place(placement, "old", {"tu-1.png": b"1"}, replace=False)
    place(placement, "new", {"tu-1.png": b"2"}, replace=True)
    assert everything(placement) == {
        "2022/2022-007.md": b"new",
        "2022/2022-007/tu-1.png": b"2",
    }


def test_a_disk_that_refuses_leaves_nothing(
    placement: Placement, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []

    def refuse(path: Path, data: bytes) -> None:
        if written:
            raise OSError(28, "No space left on device")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        written.append(path)

    monkeypatch.setattr(placing, "write_whole", refuse)
    with pytest.raises(RefusedDocumentError) as caught:
        place(placement, "new", {"tu-1.png": b"1", "tu-2.png": b"2"}, replace=False)
    assert "No space left" in caught.value.remark.worded()
    assert everything(placement) == {}
    assert not placement.folder.exists()
