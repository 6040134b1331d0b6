"""Two builds that share a cache, and a build that was overtaken while it indexed."""

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.search import cache as folders
from generator.search import packs
from generator.search.cache import LOCK, PACKS
from generator.search.publish import Publication, write_search
from tests.pages import toy
from tests.site.tools import tree

CASES = 2 * packs.MOST + 1
"""Three packs or more."""


def write(
    site: Path, cache: Path | None, is_wanted: Callable[[], bool] = lambda: True, processes: int = 1
) -> frozenset[str]:
    publication = Publication(site, cache, processes, is_wanted)
    return write_search(Catalogue.of(toy.many(CASES)), toy.config(), publication)


def kept(cache: Path) -> set[Path]:
    return set(cache.glob(f"*/*{packs.ENDING}"))


def test_a_cache_that_another_build_holds_is_left_alone(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    write(tmp_path / "one", cache)
    foreign = cache / PACKS / f"foreign{packs.ENDING}"
    foreign.write_bytes(b"")
    before = tree(cache)
    with (cache / LOCK).open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        write(tmp_path / "two", cache)
        assert tree(cache) == before
    assert tree(tmp_path / "two") == tree(tmp_path / "one")
    write(tmp_path / "three", cache)
    assert foreign not in kept(cache)
    assert len(kept(cache)) == len([name for name in before if name.endswith(packs.ENDING)]) - 1


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


@pytest.mark.parametrize("processes", [1, 2])
def test_a_segment_that_was_overtaken_is_not_finished(tmp_path: Path, processes: int) -> None:
    cache = tmp_path / "cache"
    asked = 0

    def is_wanted() -> bool:
        nonlocal asked
        asked += bool(kept(cache))
        return not asked

    assert write(tmp_path / "site", cache, is_wanted, processes) == frozenset()
    assert asked == 1 or processes > 1, "or a fork asked"
    assert processes > 1 or len(kept(cache)) == 1
    assert write(tmp_path / "site", cache)
    assert len(kept(cache)) > 2


def test_several_processes_write_what_one_does(tmp_path: Path) -> None:
    write(tmp_path / "one", None)
    write(tmp_path / "two", tmp_path / "cache", processes=2)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
