"""Files of the cache that are damaged, gone, of another version, or folders."""

import pickle
from pathlib import Path

from generator.building.manifest import FOLDER
from generator.keeping import keep
from generator.reading.remembering import CACHE
from tests.building.faults.ground import Ground
from tests.building.meddling import BY_HAND, IN_CACHE
from tests.building.places import files_below

BODIES = ("body", "body of a notice")
"""Edits after which most of the cache is still used."""


def damage_cache(ground: Ground, count: int) -> None:
    """Damage each file of the cache in each way, `count` times; build and compare."""
    ground.check()
    for _ in range(count):
        for name in IN_CACHE:
            for path in _names(ground):
                damage(ground, name, path)
                if ground.chance.random() < 0.5:
                    ground.edit(1, BODIES)
                ground.check()
        for act in (swap, stranger):
            act(ground)
            ground.check()
        ground.meddle("cache: none")
        ground.check()


def damage(ground: Ground, name: str, path: str) -> None:
    """Damage a file of the cache in one way."""
    place = ground.project / CACHE / path
    if place.is_file():
        ground.note("cache", name, path)
        IN_CACHE[name](place, ground.chance)
        ground.counted["damaged files"] += 1


def damage_all(ground: Ground, name: str) -> None:
    """Damage all files of the cache at once in one way."""
    for path in _names(ground):
        damage(ground, name, path)


def damage_at_random(ground: Ground, count: int) -> None:
    """Damage some files at once, edit, build and compare."""
    names = [name for name in BY_HAND if name.startswith("cache: ")]
    for _ in range(count):
        for _ in range(ground.chance.randint(1, 4)):
            ground.meddle(ground.chance.choice(names))
            ground.counted["damaged files"] += 1
        ground.edit(ground.chance.randint(0, 2))
        ground.check()


def swap(ground: Ground) -> None:
    """Let two files of the cache change places: each is whole, and in the wrong place."""
    found = [ground.project / CACHE / path for path in _names(ground) if path.endswith(".pack")]
    if len(found) > 1:
        first, second = ground.chance.sample(found, 2)
        ground.note("swap", first.name, second.name)
        other = first.with_name("other")
        first.rename(other)
        second.rename(first)
        other.rename(second)
        ground.counted["damaged files"] += 2


def stranger(ground: Ground) -> None:
    """Keep whole values that are none of ours, as another version would leave them."""
    for path in [ground.project / CACHE / "digests", *_manifests(ground)]:
        value = ground.chance.choice((1, ["a"], {"a": 1}, {b"a": None}, pickle.PickleError))
        ground.note("stranger", path.name, repr(value))
        keep(path, value)
        ground.counted["damaged files"] += 1


def _names(ground: Ground) -> list[str]:
    cache = ground.project / CACHE
    return [path.relative_to(cache).as_posix() for path in files_below(cache)]


def _manifests(ground: Ground) -> list[Path]:
    return sorted((ground.project / CACHE / FOLDER).glob("*"))
