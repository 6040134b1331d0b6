"""A draft appears whole or not at all, and nothing is overwritten."""

import errno
import multiprocessing
import os
import signal
import time
from hashlib import sha256
from pathlib import Path

import pytest

from generator.intake.remarks import RefusedDocumentError
from generator.intake.taking import placing
from generator.intake.taking.placing import (
    Placement,
    PlaceTakenError,
    place,
    remove_old_pictures,
)


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
    assert "磁盘满了" in caught.value.remark.worded()
    assert everything(placement) == {}
    assert not placement.folder.exists()


def test_a_disk_without_links(placement: Placement, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    place(placement, "new", {"tu-1.png": b"1"}, replace=False)
    assert everything(placement) == {"2022/2022-007.md": b"new", "2022/2022-007/tu-1.png": b"1"}
    with pytest.raises(PlaceTakenError):
        place(placement, "other", {}, replace=False)
    other = Placement(placement.cases_path, "2022", "2022-008")
    other.draft.write_bytes(b"an editor's")
    with pytest.raises(PlaceTakenError):
        place(other, "new", {"tu-1.png": b"1"}, replace=False)
    assert other.draft.read_bytes() == b"an editor's"
    assert not other.folder.exists()


def test_ctrl_c_leaves_nothing(placement: Placement, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_path: Path, _data: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(placing, "_write_new", interrupted)
    with pytest.raises(KeyboardInterrupt):
        place(placement, "new", {"tu-1.png": b"1"}, replace=False)
    assert everything(placement) == {}
    assert not placement.folder.exists()


def _race(placement: Placement, mine: bytes, start: float, won: Path) -> None:
    time.sleep(max(start - time.time(), 0))
    try:
        place(placement, mine.decode(), {"tu-1.png": mine}, replace=False)
    except PlaceTakenError:
        return
    won.write_bytes(mine)


def test_of_two_runs_one_gets_the_place(placement: Placement, tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    for turn in range(10):
        spot = Placement(placement.cases_path, "2022", f"2022-{turn:03d}")
        won = [tmp_path / f"{turn}-{number}" for number in range(3)]
        start = time.time() + 0.05
        racers = [
            context.Process(target=_race, args=(spot, f"{number}".encode(), start, file))
            for number, file in enumerate(won)
        ]
        for racer in racers:
            racer.start()
        for racer in racers:
            racer.join()
        [winner] = [file.read_bytes() for file in won if file.exists()]
        assert spot.draft.read_bytes() == winner
        assert (spot.folder / "tu-1.png").read_bytes() == winner


def _place_slowly(placement: Placement) -> None:
    vars(placing)["write_whole"] = _slow
    place(placement, "new", {f"tu-{n}.png": b"1" for n in range(1000)}, replace=False)


def _slow(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    time.sleep(0.01)


def test_a_kill_leaves_no_draft(placement: Placement) -> None:
    process = multiprocessing.get_context("fork").Process(target=_place_slowly, args=(placement,))
    process.start()
    while len(everything(placement)) < 3:
        time.sleep(0.01)
    assert process.pid
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert not placement.draft.exists()


def test_old_pictures_go_but_not_those_of_an_editor(placement: Placement) -> None:
    before = {"tu-1.png": b"1", "tu-2.png": b"2", "tu-3.png": b"3", "tu-4.png": b"4"}
    place(placement, "old", before, replace=False)
    (placement.folder / "tu-3.png").write_bytes(b"drawn anew")
    outside = placement.cases_path / "tu-9.png"
    outside.write_bytes(b"9")
    known = {name: sha256(data).hexdigest() for name, data in before.items()}
    known |= {"../../tu-9.png": sha256(b"9").hexdigest(), "tu-7.png": "of none"}
    remove_old_pictures(placement, known, {"tu-1.png": b"1"})
    assert sorted(path.name for path in placement.folder.iterdir()) == ["tu-1.png", "tu-3.png"]
    assert outside.exists()
