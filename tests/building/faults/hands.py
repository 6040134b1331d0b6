"""A site's folder that somebody edited by hand, and dates that somebody set."""

from tests.building.editing import EDITS
from tests.building.faults.ground import FaultError, Ground
from tests.building.meddling import BY_HAND, IN_SITE

CLOCKS = ("touch", "same size and date", "day")
"""Edits that set the clock."""


def edit_by_hand(ground: Ground, count: int) -> None:
    """Do each thing alone, then some at once; build and compare."""
    ground.check()
    for _ in range(count):
        for name in IN_SITE:
            ground.meddle(name)
            if ground.chance.random() < 0.3:
                ground.edit(1)
            ground.counted["things done by hand"] += 1
            ground.check()
        together(ground, list(IN_SITE))
    if not any(ground.site.glob(".kept-*")):
        raise FaultError("what was hidden at the top of the site has gone")


def together(ground: Ground, names: list[str]) -> None:
    """Do all these things, then build and compare."""
    for name in names:
        ground.meddle(name)
        ground.counted["things done by hand"] += 1
    ground.check()


def set_clocks(ground: Ground, count: int) -> None:
    """Set dates of files into past and future, and the day of the build."""
    ground.check()
    for _ in range(count):
        ground.edit(ground.chance.randint(1, 3), CLOCKS)
        ground.counted["jumps"] += 1
        ground.check()


def walk(ground: Ground, count: int) -> None:
    """Edit and meddle by chance for a long time, and compare now and then."""
    ground.check()
    for number in range(count):
        for _ in range(ground.chance.randint(1, 4)):
            if ground.chance.random() < 0.7:
                ground.edit(1, tuple(EDITS))
            else:
                ground.meddle(ground.chance.choice(list(BY_HAND)))
            ground.counted["edits"] += 1
        ground.build()
        if number + 1 == count or ground.chance.random() < 0.5:
            ground.compare()
