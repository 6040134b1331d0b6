"""The fault harness in short: some kills, every kind of damage, and hands where none belong."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.building.editing import make_project
from tests.building.faults import cache, hands, kills, together
from tests.building.faults.ground import FaultError, Ground, processes_of
from tests.building.forking import Builds
from tests.building.meddling import IN_CACHE, IN_SITE
from tests.building.places import Clean

KILLS = 4


@pytest.fixture(scope="module")
def processes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Builds, Builds, Clean]]:
    folder = tmp_path_factory.mktemp("processes")
    one, two, three = (Builds(folder / f"said-{seed}", seed) for seed in (1, 2, 3))
    yield one, two, Clean(three, folder / "clean")
    for builds in (one, two, three):
        builds.close()


@pytest.fixture(scope="module")
def ground(
    tmp_path_factory: pytest.TempPathFactory, processes: tuple[Builds, Builds, Clean]
) -> Ground:
    folder = tmp_path_factory.mktemp("ground")
    make_project(folder / "project")
    ground = Ground(folder, processes[0], processes[2], random.Random(5))
    ground.check()  # any of the tests may be the first of its process: there is a cache to damage
    return ground


def test_after_a_kill_the_next_build_equals_a_clean_one(ground: Ground) -> None:
    kills.kill_builds(ground, KILLS, compared=0.15)
    assert ground.counted["kills"] == KILLS
    assert ground.counted["compared trees"] > 1


@pytest.mark.parametrize("name", IN_CACHE)
def test_no_damage_of_the_cache_reaches_a_page(ground: Ground, name: str) -> None:
    before = ground.counted["damaged files"]
    cache.damage_all(ground, name)
    assert ground.counted["damaged files"] - before > 3
    ground.check()


def test_whole_values_of_others_in_the_cache_are_not_believed(ground: Ground) -> None:
    cache.swap(ground)
    cache.stranger(ground)
    ground.edit(1, cache.BODIES)
    ground.check()


def test_what_hands_did_to_the_site_is_put_right(ground: Ground) -> None:
    hands.together(ground, [*IN_SITE])


def test_two_builds_at_once_are_one_after_the_other(
    ground: Ground, processes: tuple[Builds, Builds, Clean]
) -> None:
    together.build_twice(ground, processes[1], 1)


def test_a_difference_is_found_and_told(ground: Ground) -> None:
    ground.check()
    page = ground.site / "cases/index.html"
    page.write_bytes(page.read_bytes() + b" ")
    with pytest.raises(FaultError, match=r"other: cases/index\.html"):
        ground.compare()
    (ground.site / "more.html").touch()
    page.unlink()
    with pytest.raises(FaultError, match=r"missing: cases/index\.html\ntoo many: more\.html"):
        ground.compare()
    ground.check()


def test_what_a_build_says_must_not_be_a_traceback(ground: Ground, tmp_path: Path) -> None:
    done = ground.builds.run(tmp_path, "build", SOURCE_DATE_EPOCH="0")
    assert done.status == 2
    assert done.is_foreseen
    assert "mkdocs.yml" in done.said


def test_processes_of_a_build_have_its_group(ground: Ground) -> None:
    group = ground.start()
    assert group in processes_of(group)
    ground.wait()
    assert processes_of(group) == []
