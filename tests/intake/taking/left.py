"""What is left of children and of what they started; others run at the same time as the tests."""

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

PATIENCE: Final = 10.0
"""Seconds in which what was killed is gone, and what others started too."""


def processes_of(folder: Path) -> list[str]:
    """Give the processes that work in a folder, but for those that are just ending."""
    return _left(lambda line: str(folder) in line)


def orphans() -> list[str]:
    """Give what reads documents for nobody: pandoc as the intake starts it, and LibreOffice.

    Documents out are written by another pandoc, which runs a script of Lua.
    """
    return _left(
        lambda line: (
            line.split()[0] == "1"
            and ("soffice" in line or ("pandoc" in line and " lua " not in line))
        )
    )


def _left(is_meant: Callable[[str], bool]) -> list[str]:
    """Give what stays as long as we wait, as lines: parent, state, command, environment."""
    until = time.monotonic() + PATIENCE
    while True:
        found = [line for line in _listed() if is_meant(line) and line.split()[1][0] != "Z"]
        if not found or time.monotonic() > until:
            return found
        time.sleep(0.2)


def _listed() -> Iterator[str]:
    """Yield each process; not by `ps e`, which shows the first 2,000 bytes of an environment."""
    command = ["ps", "-eo", "pid,ppid,stat,args", "-ww"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for line in listed.splitlines()[1:]:
        process, rest = line.split(maxsplit=1)
        try:
            environment = Path(f"/proc/{process}/environ").read_bytes()
        except OSError:  # it has ended, or is another user's
            environment = b""
        yield f"{rest} {environment.decode(errors='replace')}"
