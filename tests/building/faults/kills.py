"""Builds that are killed at random moments: all their processes, the first, or one that helps."""

import os
import signal
import time
from contextlib import suppress
from typing import Final

from tests.building.faults.ground import FaultError, Ground, processes_of, wait_for_end

EARLY: Final = 0.15
"""Share of the kills in the first twentieth of a build."""
COMPARED: Final = 0.3
"""Share of the kills after which a whole build is compared; else the next is killed too."""
IDLE: Final = 0.1
"""Share of the kills with nothing edited before: such a build is over soon."""
WHOM: Final = ("all", "all", "all", "first", "first", "helper")


def kill_builds(ground: Ground, count: int, compared: float = COMPARED) -> None:
    """Edit, build, kill, again and again; now and then build to the end and compare."""
    ground.check()
    while ground.counted["kills"] < count:
        if ground.chance.random() > IDLE:
            ground.edit(ground.chance.randint(1, 3))
        group = _kill(ground, ground.chance.choice(WHOM))
        if ground.chance.random() < compared:
            ground.check()
        elif ground.chance.random() < 0.1:
            ground.build()
        wait_for_end(group)
    ground.check()
    left = [*(ground.project / ".cache").rglob(".new-*")]
    ground.counted["unfinished files left in the cache"] += len(left)


def _kill(ground: Ground, whom: str) -> int:
    """Start a build and kill it; give its group."""
    is_early = ground.chance.random() < EARLY
    moment = ground.chance.uniform(0, ground.seconds * (0.05 if is_early else 1))
    ground.note("kill", whom, moment)
    group = ground.start()
    time.sleep(moment)
    if whom == "helper" and _kill_helper(ground, group):
        return group
    with suppress(ProcessLookupError):
        (os.kill if whom == "first" else os.killpg)(group, signal.SIGKILL)
    done = ground.wait()
    ground.counted["kills" if done.status < 0 else "builds that were quicker"] += 1
    return group


def _kill_helper(ground: Ground, group: int) -> bool:
    """Kill one of the processes that help, as a system does that runs out of memory."""
    helpers = [process for process in processes_of(group) if process != group]
    if not helpers:
        return False
    with suppress(ProcessLookupError):
        os.kill(ground.chance.choice(helpers), signal.SIGKILL)
    done = ground.wait()
    if done.status not in {0, 1}:  # 0: it had done its work
        raise FaultError(f"a helper was killed, status {done.status}: {done.said}")
    ground.counted["kills"] += 1
    ground.counted["kills of a helper"] += 1
    return True
