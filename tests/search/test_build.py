"""Two builds that share a cache, and a build that was overtaken while it indexed."""

import fcntl
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from generator.catalogue.catalogue import Catalogue
from generator.search import cache as folders
from generator.search import packs
from generator.search.cache import LOCK
from generator.search.publish import Publication, write_search
from generator.search.segment import Mark
from tests.pages import toy
from tests.site.tools import tree

CASES = 2 * packs.SIZE + 1
"""Three packs."""


def write(
    site: Path, cache: Path | None, is_wanted: Callable[[], bool] = lambda: True, processes: int = 1
) -> None:
    publication = Publication(site, cache, processes, is_wanted)
    write_search(Catalogue.of(toy.many(CASES)), toy.config(), publication)


def kept(cache: Path) -> set[Path]:
    return set(cache.glob(f"*/*{packs.ENDING}"))


def test_a_cache_that_another_build_holds_is_left_alone(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    write(tmp_path / "one", cache)
    (folder,) = cache.iterdir()
    foreign = folder / f"foreign{packs.ENDING}"
    foreign.write_bytes(b"")
    before = kept(cache)
    with (folder / LOCK).open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        write(tmp_path / "two", cache)
        assert kept(cache) == before
    assert tree(tmp_path / "two") == tree(tmp_path / "one")
    write(tmp_path / "three", cache)
    assert kept(cache) == before - {foreign}


def test_packs_that_vanish_are_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "fcntl", None)
    cache = tmp_path / "cache"

    def vanishing() -> bool:
        for path in kept(cache):
            path.unlink()
        return True

    write(tmp_path / "one", cache, vanishing)
    write(tmp_path / "two", None)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_another_process_writes_under_another_name(tmp_path: Path) -> None:
    path = tmp_path / f"one{packs.ENDING}"
    path.with_suffix(packs.UNFINISHED).mkdir()  # what was one name for all
    none = packs.Entries(np.empty(0, np.uint32), np.empty(0, np.uint16))
    packs.write(path, (), none, Mark.OFTEN)
    assert packs.open_pack(path, Mark.OFTEN) is not None


@pytest.mark.parametrize("processes", [1, 2])
def test_a_segment_that_was_overtaken_is_not_finished(tmp_path: Path, processes: int) -> None:
    cache = tmp_path / "cache"
    asked = 0

    def is_wanted() -> bool:
        nonlocal asked
        asked += bool(kept(cache))
        return not asked

    write(tmp_path / "site", cache, is_wanted, processes)
    assert asked == 1
    assert processes > 1 or len(kept(cache)) == 1
    write(tmp_path / "site", cache)
    assert len(kept(cache)) == 3
