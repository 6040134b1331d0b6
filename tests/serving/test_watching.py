"""What is watched is told of, however a program saves it, and nothing else is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from watchdog.observers.polling import PollingObserver

from generator.serving import watching
from generator.serving.watching import Watched, Watcher
from tests.serving.tools import until


@pytest.fixture
def told() -> list[Path]:
    return []


@pytest.fixture
def watcher(tmp_path: Path, told: list[Path]) -> Iterator[Watcher]:
    (tmp_path / "cases/2022").mkdir(parents=True)
    (tmp_path / "cases/2022/old.md").write_text("old")
    (tmp_path / "mkdocs.yml").write_text("site_name: x")
    made = Watcher(told.append)
    yield made
    made.stop()


def watched(root: Path) -> Watched:
    return Watched(frozenset({root / "cases", root / "notices"}), frozenset({root / "mkdocs.yml"}))


def test_every_way_of_saving_is_told(tmp_path: Path, watcher: Watcher, told: list[Path]) -> None:
    watcher.watch(watched(tmp_path))
    folder = tmp_path / "cases/2022"
    (folder / "new.md").write_text("new")
    (folder / "old.md").write_text("newer")
    (tmp_path / "mkdocs.yml~").write_text("site_name: y")
    (tmp_path / "mkdocs.yml~").replace(tmp_path / "mkdocs.yml")
    wanted = {folder / "new.md", folder / "old.md", tmp_path / "mkdocs.yml"}
    until(lambda: set(told), lambda seen: wanted <= seen)
    told.clear()
    (folder / "new.md").unlink()
    until(lambda: set(told), lambda seen: folder / "new.md" in seen)


def test_noise_and_neighbours_are_not_told(
    tmp_path: Path, watcher: Watcher, told: list[Path]
) -> None:
    watcher.watch(watched(tmp_path))
    (tmp_path / "cases/2022/.old.md.swp").write_text("x")
    (tmp_path / "README.md").write_text("x")
    (tmp_path / "cases/2022/old.md").read_text()
    (tmp_path / "cases/last.md").write_text("x")
    until(lambda: told, lambda seen: tmp_path / "cases/last.md" in seen)
    assert set(told) == {tmp_path / "cases/last.md"}


def test_a_folder_that_comes_later_is_told_and_then_watched(
    tmp_path: Path, watcher: Watcher, told: list[Path]
) -> None:
    watcher.watch(watched(tmp_path))
    (tmp_path / "notices").mkdir()
    until(lambda: told, lambda seen: tmp_path / "notices" in seen)
    watcher.watch(watched(tmp_path))
    (tmp_path / "notices/a.md").write_text("x")
    until(lambda: told, lambda seen: tmp_path / "notices/a.md" in seen)


def test_where_the_system_gives_no_notice_files_are_looked_at(
    tmp_path: Path, watcher: Watcher, told: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refused(PollingObserver):
        def start(self) -> None:
            raise OSError("inotify watch limit reached")

    monkeypatch.setattr(watching, "Observer", Refused)
    monkeypatch.setattr(watching, "POLL", 0.05)
    watcher.watch(watched(tmp_path))
    (tmp_path / "cases/2022/new.md").write_text("x")
    until(lambda: told, lambda seen: tmp_path / "cases/2022/new.md" in seen)


def test_a_file_alone_is_watched_without_its_neighbours(tmp_path: Path) -> None:
    one = Watched(frozenset({tmp_path / "a"}), frozenset({tmp_path / "a.md"}))
    assert one.holds(tmp_path / "a.md")
    assert one.holds(tmp_path / "a" / "b.png")
    assert not one.holds(tmp_path / "b.md")
    assert one.places() == {(tmp_path, False)}
