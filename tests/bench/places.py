"""Where the bench works and on what."""

import os
import platform
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from tests.bench.synthesis import ROOT

BENCH: Final = ROOT / "build" / "bench"
NODE_MODULES: Final = ROOT / "build/node/eleventy/node_modules"
ENVIRONMENT: Final[Mapping[str, str]] = {
    "PYTHONPATH": str(ROOT),
    "SOURCE_DATE_EPOCH": "1700000000",
    "NO_MKDOCS_2_WARNING": "1",
    "NODE_PATH": str(NODE_MODULES),  # Eleventy's project lies elsewhere
}
RAM_DISK: Final = Path("/dev/shm")
BYTES_A_CASE: Final = 120_000
"""Room for the sources, the site and the cache of one program: ours takes 95 KB a case."""
BYTES_FOR_PROGRAMS: Final = 5_000_000_000
"""Memory that stays free for the programs: a file on the RAM disk takes memory too."""
_AVAILABLE: Final = re.compile(r"^MemAvailable:\s+(\d+) kB", re.MULTILINE)


def working_place(cases: int, bytes_a_case: int = BYTES_A_CASE) -> Path:
    """Give the folder to work in: a RAM disk where there is one with room for all, else `BENCH`.

    On a disk, how long a file takes to make depends on what was written before: making the same
    5,000 files again and again took from 0.6 to 4.9 seconds of processor time. What is compared
    here is programs.
    """
    return RAM_DISK if _room() > cases * bytes_a_case else BENCH


def _room() -> int:
    if not RAM_DISK.is_dir():
        return 0
    available = _AVAILABLE.search(Path("/proc/meminfo").read_text(encoding="ascii"))
    memory = int(available[1]) * 1024 if available else 0
    return min(shutil.disk_usage(RAM_DISK).free, memory - BYTES_FOR_PROGRAMS)


def machine() -> dict[str, Any]:
    """Give what it is measured on."""
    return {
        "cores": os.cpu_count(),
        "processor": platform.machine(),
        "system": platform.platform(),
        "python": platform.python_version(),
    }
