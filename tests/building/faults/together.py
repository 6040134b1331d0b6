"""Two builds at once into one folder, two into two, and a check beside a build."""

import time

from tests.building.faults.ground import FaultError, Ground
from tests.building.forking import Builds, Done


def build_twice(ground: Ground, other: Builds, count: int) -> None:
    """Start a second build while a first one runs; both succeed, and the site is right."""
    ground.check()
    for _ in range(count):
        ground.edit(ground.chance.randint(1, 3))
        first = ground.start()
        ground.note("second", first)
        time.sleep(ground.chance.uniform(0, ground.seconds / 2))
        _also(ground, other, "build", "-d", str(ground.site))
        done = [ground.wait(), _ended(other)]
        if any(one.status != 0 for one in done):
            raise FaultError("\n".join(one.said for one in done))
        ground.counted["builds at once"] += 2
        ground.compare()


def build_beside(ground: Ground, other: Builds, count: int) -> None:
    """Run a check, or a build of another folder, while a build runs; then build and compare."""
    ground.check()
    for _ in range(count):
        ground.edit(ground.chance.randint(1, 3))
        elsewhere = ("build", "-d", str(ground.folder / "elsewhere"))
        _also(ground, other, *ground.chance.choice((("check",), elsewhere)))
        time.sleep(ground.chance.uniform(0, ground.seconds / 2))
        ground.start()
        if ground.chance.random() < 0.5:
            time.sleep(ground.chance.uniform(0, ground.seconds / 2))
            ground.edit(1)
        done = [ground.wait(), _ended(other)]
        if done[0].status != 0:
            raise FaultError(done[0].said)
        ground.counted["builds beside others"] += 1
        ground.check()


def _also(ground: Ground, other: Builds, *arguments: str) -> None:
    ground.counted["builds"] += 1
    other.start(ground.project, *arguments, **ground.environment)


def _ended(other: Builds) -> Done:
    done = other.wait()
    if not done.is_foreseen:
        raise FaultError(done.said)
    return done
