"""Files that may not be read or written, for a build that is not root's."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from tests.building.faults.ground import FaultError, Ground, LeftOutError
from tests.building.places import files_below

_RIGHTS: Final = "-dac_override,-dac_read_search"
"""What lets root read and write whatever it likes."""


def without_rights() -> tuple[str, ...]:
    """Give the command that runs another one for which the rights of files count."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        raise LeftOutError("setpriv is missing")
    return ("setpriv", f"--bounding-set={_RIGHTS}", f"--inh-caps={_RIGHTS}")


def close_files(ground: Ground, count: int) -> None:
    """Close files of the cache to everybody; a build takes them for missing."""
    ground.check()
    for number in range(count):
        path = ground.meddler.kept(ground.chance)
        if path is None:
            continue
        ground.note("close", str(path))
        path.chmod(0)
        ground.edit(number % 3)
        ground.counted["closed files"] += 1
        ground.check()


def freeze(ground: Ground, count: int) -> None:
    """Make files of the site unchangeable: the build says so; then it puts everything right."""
    ground.check()
    for _ in range(count):
        found = [path for path in files_below(ground.site) if path.name == "index.html"]
        path = ground.chance.choice(found)
        ground.note("freeze", str(path))
        _attribute("+i", path)
        try:
            ground.edit(1, ("style",))
            done = ground.build(succeeds=False)
            if done.status != 1:
                raise FaultError(f"status {done.status}: {done.said}")
        finally:
            _attribute("-i", path)
        ground.counted["frozen files"] += 1
        ground.check()


def _attribute(change: str, path: Path) -> None:
    done = subprocess.run(
        ["chattr", change, str(path)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise LeftOutError(done.stderr.strip() or "chattr")
