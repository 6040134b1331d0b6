"""What is left of children and of what they started; others run at the same time as the tests."""

import subprocess
import time
from collections.abc import Callable
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
    """Give the lines of `ps` (parent, state, command, environment) that stay as long as we wait."""
    until = time.monotonic() + PATIENCE
    while True:
        command = ["ps", "-eo", "ppid,stat,args", "e"]
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found = [line for line in listed.splitlines() if is_meant(line) and not _is_ending(line)]
        if not found or time.monotonic() > until:
            return found
        time.sleep(0.2)


def _is_ending(line: str) -> bool:
    return line.split()[1].startswith("Z")
